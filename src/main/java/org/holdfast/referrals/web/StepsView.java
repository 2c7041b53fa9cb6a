package org.holdfast.referrals.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.holdfast.pages.Option;
import org.holdfast.pages.Page;
import org.holdfast.referrals.CentralDecision;
import org.holdfast.referrals.ChildTold;
import org.holdfast.referrals.Progress;
import org.holdfast.referrals.ReferralCommand;
import org.holdfast.referrals.RouteReason;
import org.holdfast.referrals.Safeguarding;
import org.jspecify.annotations.Nullable;

/**
 * How far a referral is, and the one step that is being taken.
 *
 * @param command the step; null on the page that shows them all
 */
public record StepsView(Progress progress, @Nullable ReferralCommand command) {

    public String path() {
        return "/referrals/" + progress.id().value() + "/steps";
    }

    public String path(ReferralCommand step) {
        return path() + "/" + address(step);
    }

    /** The two decisions of screening are taken on one page. */
    static String address(ReferralCommand step) {
        return switch (step) {
            case DECIDE_TO_SUBMIT, DECIDE_NOT_TO_SUBMIT -> "screen";
            default -> step.code();
        };
    }

    /** The steps on offer, in the order in which they are likely to be taken. */
    public List<ReferralCommand> offered() {
        return Stream.of(ReferralCommand.values())
                .filter(progress::may)
                .filter(step -> step != ReferralCommand.DECIDE_NOT_TO_SUBMIT)
                .toList();
    }

    public String offerKey(ReferralCommand step) {
        return step == ReferralCommand.DECIDE_TO_SUBMIT
                ? "referrals.command.screen"
                : "referrals.command." + step.code();
    }

    public List<Option> safeguarding(Page page) {
        return Stream.of(Safeguarding.Answer.values())
                .map(answer -> Option.of(answer.name(), page.text("referrals.form.safeguarding." + answer.code())))
                .toList();
    }

    public List<Option> told(Page page) {
        return Stream.of(ChildTold.Answer.values())
                .map(answer -> Option.of(answer.name(), page.text("referrals.form.told." + answer.code())))
                .toList();
    }

    public List<Option> screeners(Page page) {
        return progress.screeners().stream()
                .map(route -> Option.of(
                        route.name(),
                        page.text("referrals.screening.route."
                                + route.name().toLowerCase(Locale.ROOT).replace('_', '-'))))
                .toList();
    }

    public List<Option> routeReasons(Page page, boolean toLocal) {
        return Stream.of(RouteReason.values())
                .filter(reason -> toLocal ? reason.leadsToLocal() : reason.leadsToCentral())
                .map(reason -> Option.of(reason.name(), page.text(reason.key())))
                .toList();
    }

    public List<Option> centralDecisions(Page page) {
        return Stream.of(CentralDecision.values())
                .map(decision -> Option.of(decision.name(), page.text(decision.key())))
                .toList();
    }
}
