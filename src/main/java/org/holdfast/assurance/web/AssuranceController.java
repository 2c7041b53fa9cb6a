package org.holdfast.assurance.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.holdfast.assurance.AnswerDraft;
import org.holdfast.assurance.AssuranceCommand;
import org.holdfast.assurance.AssuranceId;
import org.holdfast.assurance.AssuranceLife;
import org.holdfast.assurance.Assurances;
import org.holdfast.assurance.Channel;
import org.holdfast.assurance.Point;
import org.holdfast.assurance.PointCommand;
import org.holdfast.assurance.PointDraft;
import org.holdfast.assurance.PointKind;
import org.holdfast.assurance.Verdict;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.meetings.MeetingId;
import org.holdfast.pages.Download;
import org.holdfast.pages.Form;
import org.holdfast.pages.Language;
import org.holdfast.pages.Option;
import org.holdfast.pages.Pages;
import org.holdfast.pages.Texts;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The competent authority's inbox, its answers and its points (NRM-11, NRM-13). */
@Controller
class AssuranceController {

    private static final int SLOTS = 3;
    private static final int MOST_SLOTS = 30;

    private final Assurances assurances;
    private final Partnerships partnerships;
    private final Sharing sharing;
    private final Pages pages;
    private final Texts texts;
    private final InstantSource clock;

    AssuranceController(
            Assurances assurances,
            Partnerships partnerships,
            Sharing sharing,
            Pages pages,
            Texts texts,
            InstantSource clock) {
        this.assurances = assurances;
        this.partnerships = partnerships;
        this.sharing = sharing;
        this.pages = pages;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/assurance")
    View inbox(Actor actor, @RequestParam(defaultValue = "waiting") String show) {
        return switch (assurances.inbox(actor, clock.instant())) {
            case Outcome.Done<List<Assurances.Line>>(List<Assurances.Line> lines) ->
                pages.show(
                        "assurance/inbox",
                        new InboxView(
                                lines,
                                InboxView.Show.of(show),
                                sharing.may(actor, Permission.ASSURE),
                                partnerships.profile(actor.partnership()).assuring()));
            case Outcome.Refused<List<Assurances.Line>>(List<Reason> why) -> pages.refused(why);
        };
    }

    @GetMapping("/assurance/{id}")
    View assurance(Actor actor, @PathVariable UUID id) {
        return seen(actor, id, seen -> pages.show("assurance/assurance", seen));
    }

    @GetMapping("/assurance/{id}/outcome.pdf")
    View paper(Actor actor, @PathVariable UUID id) {
        return switch (assurances.paper(actor, new AssuranceId(id), clock.instant())) {
            case Outcome.Done<byte[]>(byte[] paper) -> Download.of("outcome-" + id + ".pdf", "application/pdf", paper);
            case Outcome.Refused<byte[]>(List<Reason> why) -> pages.refused(why);
        };
    }

    // The answer

    @GetMapping("/assurance/{id}/answer")
    View answering(Actor actor, @PathVariable UUID id) {
        return answering(actor, id, Form.empty().set("at", clock.instant()), SLOTS);
    }

    private View answering(Actor actor, UUID id, Form form, int slots) {
        return seen(actor, id, seen -> {
            List<Verdict> verdicts = Stream.of(
                            seen.available().contains(AssuranceCommand.AGREE) ? Verdict.AGREED : null,
                            seen.available().contains(AssuranceCommand.RETURN) ? Verdict.RETURNED : null,
                            seen.available().contains(AssuranceCommand.PASS_OVER) ? Verdict.NOT_CHOSEN : null)
                    .filter(verdict -> verdict != null)
                    .toList();
            return verdicts.isEmpty()
                    ? no(seen, AssuranceCommand.AGREE)
                    : pages.show("assurance/answer", new AnswerView(seen, verdicts, slots), form);
        });
    }

    @PostMapping("/assurance/{id}/answer")
    View answer(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        Integer asked = form.number("slots");
        int slots = Math.clamp(asked == null ? SLOTS : asked, 1, MOST_SLOTS);
        if (form.has("another")) {
            return answering(actor, id, form, Math.min(slots + 1, MOST_SLOTS));
        }
        AssuranceId assurance = new AssuranceId(id);
        Instant now = clock.instant();
        boolean assurer = sharing.may(actor, Permission.ASSURE);
        List<PointDraft> points = IntStream.rangeClosed(1, slots)
                .mapToObj(number -> new PointDraft(
                        form.choice("point-" + number + "-kind", PointKind.class),
                        form.value("point-" + number + "-section"),
                        form.value("point-" + number + "-text")))
                .toList();
        AnswerDraft draft = assurer
                ? AnswerDraft.own(
                        form.choice("verdict", Verdict.class),
                        form.value("words"),
                        points,
                        form.ticked("mustDecideAgain"))
                : new AnswerDraft(
                        form.choice("verdict", Verdict.class),
                        form.value("words"),
                        points,
                        form.ticked("mustDecideAgain"),
                        form.value("by"),
                        form.choice("channel", Channel.class),
                        form.moment("at"));
        return after(
                assurer
                        ? assurances.answer(actor, assurance, draft, now)
                        : assurances.recordAnswer(actor, assurance, draft, now),
                path(id),
                "assurance.notice.answered",
                why -> answering(actor, id, form.with(why), slots));
    }

    // Points

    @GetMapping("/assurance/{id}/points/{point}")
    View point(Actor actor, @PathVariable UUID id, @PathVariable UUID point) {
        return point(actor, id, point, Form.empty());
    }

    private View point(Actor actor, UUID id, UUID pointId, Form form) {
        return seen(
                actor,
                id,
                seen -> seen.assurance()
                        .point(pointId)
                        .map(point -> pages.show(
                                "assurance/point",
                                new PointView(seen, point, available(actor, seen, point), owners(actor)),
                                filled(form, point)))
                        .orElseGet(pages::notFound));
    }

    private Set<PointCommand> available(Actor actor, Assurances.Seen seen, Point point) {
        Set<PointCommand> available = EnumSet.noneOf(PointCommand.class);
        available.addAll(seen.available(point));
        if (!assurances.mayAnswer(actor, point)) {
            available.remove(PointCommand.ANSWER);
        }
        return available;
    }

    private static Form filled(Form form, Point point) {
        return form.all().isEmpty() && !form.hasFaults()
                ? Form.empty()
                        .set(
                                "owner",
                                point.ownerMember() == null
                                        ? point.ownerAgency() == null
                                                ? null
                                                : "agency-"
                                                        + point.ownerAgency().value()
                                        : "member-" + point.ownerMember().value())
                        .set("dueOn", point.dueOn())
                : form;
    }

    /** Whom the co-ordinator can name as owner; nobody for others, who name nobody. */
    private List<Option> owners(Actor actor) {
        if (!sharing.may(actor, Permission.HANDLE_ASSURANCE)) {
            return List.of();
        }
        List<Option> owners = new ArrayList<>();
        assurances
                .owners(actor, clock.instant())
                .forEach(member -> owners.add(Option.of(
                        "member-" + member.id().value(),
                        member.name() + ", " + member.agency().name())));
        partnerships.agencies(actor).stream()
                .filter(agency -> agency.kind() != AgencyKind.COMPETENT_AUTHORITY)
                .map(Agency::id)
                .forEach(agency -> owners.add(Option.of("agency-" + agency.value(), name(actor, agency))));
        return owners;
    }

    private String name(Actor actor, AgencyId id) {
        return partnerships.agencies(actor).stream()
                .filter(agency -> agency.id().equals(id))
                .map(Agency::name)
                .findFirst()
                .orElse("");
    }

    @PostMapping("/assurance/{id}/points/{point}/owner")
    View shareOut(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID point,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        UUID member = owner(form, "member-");
        UUID agency = owner(form, "agency-");
        return after(
                assurances.shareOut(
                        actor,
                        new AssuranceId(id),
                        point,
                        member == null ? null : new MemberId(member),
                        agency == null ? null : new AgencyId(agency),
                        form.date("dueOn"),
                        clock.instant()),
                path(id),
                "assurance.notice.shared-out",
                why -> point(actor, id, point, form.with(why)));
    }

    private static @Nullable UUID owner(Form form, String kind) {
        String owner = form.value("owner");
        return owner.startsWith(kind)
                ? Form.empty().set("id", owner.substring(kind.length())).id("id")
                : null;
    }

    @PostMapping("/assurance/{id}/points/{point}/answer")
    View answerPoint(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID point,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return after(
                assurances.answerPoint(actor, new AssuranceId(id), point, form.value("words"), clock.instant()),
                path(id),
                "assurance.notice.point-answered",
                why -> point(actor, id, point, form.with(why)));
    }

    @PostMapping("/assurance/{id}/points/{point}/accept")
    View acceptPoint(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID point,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return after(
                assurances.acceptPoint(actor, new AssuranceId(id), point, form.value("words"), clock.instant()),
                path(id),
                "assurance.notice.point-accepted",
                why -> point(actor, id, point, form.with(why)));
    }

    @PostMapping("/assurance/{id}/points/{point}/send-back")
    View sendPointBack(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID point,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return after(
                assurances.sendPointBack(actor, new AssuranceId(id), point, form.value("words"), clock.instant()),
                path(id),
                "assurance.notice.point-back",
                why -> point(actor, id, point, form.with(why)));
    }

    // What follows

    @GetMapping("/assurance/{id}/again")
    View again(Actor actor, @PathVariable UUID id) {
        return step(actor, id, AssuranceCommand.DECIDE_AGAIN, Form.empty());
    }

    @PostMapping("/assurance/{id}/again")
    View decideAgain(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return after(
                assurances.decideAgain(
                        actor, new AssuranceId(id), meeting(form), form.value("because"), clock.instant()),
                path(id),
                "assurance.notice.again",
                why -> step(actor, id, AssuranceCommand.DECIDE_AGAIN, form.with(why)));
    }

    @GetMapping("/assurance/{id}/let-stand")
    View standing(Actor actor, @PathVariable UUID id) {
        return step(actor, id, AssuranceCommand.LET_STAND, Form.empty());
    }

    @PostMapping("/assurance/{id}/let-stand")
    View letStand(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return after(
                assurances.letStand(actor, new AssuranceId(id), form.value("because"), clock.instant()),
                path(id),
                "assurance.notice.stands",
                why -> step(actor, id, AssuranceCommand.LET_STAND, form.with(why)));
    }

    @GetMapping("/assurance/{id}/actions")
    View actions(Actor actor, @PathVariable UUID id) {
        return step(actor, id, AssuranceCommand.PLAN_ACTIONS, Form.empty());
    }

    @PostMapping("/assurance/{id}/actions")
    View planActions(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        boolean needed = !form.value("meeting").equals("none");
        return after(
                needed
                        ? assurances.planActions(
                                actor, new AssuranceId(id), meeting(form), form.value("because"), clock.instant())
                        : assurances.noActionsNeeded(
                                actor, new AssuranceId(id), form.value("because"), clock.instant()),
                path(id),
                needed ? "assurance.notice.actions" : "assurance.notice.no-actions",
                why -> step(actor, id, AssuranceCommand.PLAN_ACTIONS, form.with(why)));
    }

    private View step(Actor actor, UUID id, AssuranceCommand command, Form form) {
        return seen(actor, id, seen -> {
            if (!seen.handles()) {
                return pages.notFound();
            }
            if (!seen.available().contains(command)) {
                return no(seen, command);
            }
            return pages.show("assurance/because", becauseView(actor, id, seen, command), form);
        });
    }

    private BecauseView becauseView(Actor actor, UUID id, Assurances.Seen seen, AssuranceCommand command) {
        String child = seen.assurance().form().child();
        return switch (command) {
            case LET_STAND ->
                new BecauseView("assurance.stand", child, path(id) + "/let-stand", path(id), List.of(), "", false);
            case PLAN_ACTIONS ->
                new BecauseView(
                        "assurance.actions",
                        child,
                        path(id) + "/actions",
                        path(id),
                        Stream.concat(
                                        Meets.options(assurances.actionsMeetings(actor)).stream(),
                                        Stream.of(Option.of(
                                                "none", texts.text(Language.ENGLISH, "assurance.actions.not-needed"))))
                                .toList(),
                        "assurance.actions.none-planned",
                        false);
            case AGREE,
                    RETURN,
                    PASS_OVER,
                    SHARE_OUT,
                    ANSWER_POINT,
                    ACCEPT_POINT,
                    SEND_POINT_BACK,
                    DECIDE_AGAIN,
                    REPLACE ->
                new BecauseView(
                        "assurance.again",
                        child,
                        path(id) + "/again",
                        path(id),
                        Meets.options(assurances.panels(actor)),
                        "assurance.again.none-planned",
                        false);
        };
    }

    private static @Nullable MeetingId meeting(Form form) {
        UUID meeting = form.id("meeting");
        return meeting == null ? null : new MeetingId(meeting);
    }

    // The common frame

    private View seen(Actor actor, UUID id, Function<Assurances.Seen, View> shown) {
        return switch (assurances.see(actor, new AssuranceId(id), clock.instant())) {
            case Outcome.Done<Assurances.Seen>(Assurances.Seen seen) -> shown.apply(seen);
            case Outcome.Refused<Assurances.Seen>(List<Reason> why) -> pages.refused(why);
        };
    }

    /** Why a step is not there: its state does not take it, or this reader may not. */
    private View no(Assurances.Seen seen, AssuranceCommand command) {
        return switch (AssuranceLife.after(seen.assurance().state(), command)) {
            case Outcome.Done<?> _ -> pages.notFound();
            case Outcome.Refused<?> refused -> pages.refused(refused);
        };
    }

    private <T> View after(Outcome<T> outcome, String path, String notice, Function<List<Reason>, View> again) {
        return pages.after(outcome, _ -> pages.redirect(path, notice), again);
    }

    private static String path(UUID id) {
        return "/assurance/" + id;
    }
}
