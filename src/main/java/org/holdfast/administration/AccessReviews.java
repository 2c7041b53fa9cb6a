package org.holdfast.administration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.Accounts;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.TeamRoll;
import org.holdfast.partnership.Teams;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to access reviews: every quarter somebody looks at who has which role and when they last came in, and says of each whether that
 * stays (SHR-3). Nobody answers for themselves, and a review is signed off once every line is answered.
 */
@Component
public final class AccessReviews {

    private final Ledger ledger;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final Accounts accounts;
    private final Teams teams;
    private final AccessReviewStore store;
    private final Supplier<UUID> ids;

    AccessReviews(
            Ledger ledger,
            Sharing sharing,
            Partnerships partnerships,
            Accounts accounts,
            Teams teams,
            AccessReviewStore store,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.accounts = accounts;
        this.teams = teams;
        this.store = store;
        this.ids = ids;
    }

    /**
     * All reviews, the newest first.
     *
     * @param due by when the next is to be signed off: at once where there never was one
     */
    public record All(List<AccessReview> reviews, LocalDate due) {}

    public Outcome<All> all(Actor actor, Instant now) {
        return asking(actor, now, () -> {
            List<AccessReview> reviews = store.all(actor.partnership());
            LocalDate due = reviews.stream()
                    .map(AccessReview::signedAt)
                    .filter(signed -> signed != null)
                    .findFirst()
                    .map(AccessReview::nextDue)
                    .orElse(UnitedKingdom.day(now));
            return Outcome.done(new All(reviews, due));
        });
    }

    /** Opens a review of everybody who is a member now. One at a time. */
    public Outcome<UUID> open(Actor actor, Instant now) {
        return asking(actor, now, () -> {
            if (store.all(actor.partnership()).stream().anyMatch(review -> !review.signed())) {
                return Outcome.refused(Reason.of("administration.review.open", ""));
            }
            LocalDate today = UnitedKingdom.day(now);
            TeamRoll in = teams.roll(actor, now);
            AccessReview review = new AccessReview(
                    ids.get(),
                    now,
                    actor.name(),
                    null,
                    null,
                    partnerships.files(actor).stream()
                            .filter(file -> file.member().memberOn(today))
                            .map(file -> new AccessReview.Line(
                                    file.member().id(),
                                    file.member().name(),
                                    file.member().agency().name(),
                                    in.names(file.member().id()),
                                    file.member().roles(),
                                    file.lastIn(),
                                    null,
                                    null))
                            .toList());
            store.open(actor.partnership(), review);
            ledger.record(
                    actor,
                    now,
                    new AdministrationEvent.AccessReviewOpened(
                            review.id(), review.lines().size()));
            return Outcome.done(review.id());
        });
    }

    public Outcome<AccessReview> review(Actor actor, UUID id, Instant now) {
        return asking(actor, now, () -> found(actor, id, Outcome::done));
    }

    /** Says of somebody that they keep what they have, or that their membership ends today. */
    public Outcome<AccessReview.Line> answer(
            Actor actor, UUID id, MemberId member, AccessReview.@Nullable Answer answer, Instant now) {
        return asking(
                actor,
                now,
                () -> found(actor, id, review -> {
                    AccessReview.Line line = review.lines().stream()
                            .filter(each -> each.member().equals(member))
                            .findFirst()
                            .orElse(null);
                    if (line == null || answer == null) {
                        return Outcome.refused(Sharing.NOT_FOUND);
                    }
                    if (review.signed()) {
                        return Outcome.refused(Reason.of("administration.review.signed", ""));
                    }
                    if (member.value().equals(actor.member())) {
                        return Outcome.refused(Reason.of("administration.review.own", ""));
                    }
                    if (line.answer() == AccessReview.Answer.END) {
                        return Outcome.refused(Reason.of("administration.review.ended", ""));
                    }
                    if (answer == AccessReview.Answer.END) {
                        LocalDate today = UnitedKingdom.day(now);
                        if (StaffRules.lastAdministrator(partnerships.members(actor), member, today)) {
                            return Outcome.refused(Reason.of("administration.last", ""));
                        }
                        Member found = partnerships.member(actor, member).orElseThrow();
                        if (found.memberOn(today)) {
                            partnerships.leave(actor, member, today, now);
                            accounts.signedOut(actor, member, now);
                        }
                    }
                    store.answer(actor, id, member, answer, now);
                    ledger.record(actor, now, new AdministrationEvent.AccessReviewAnswered(id, member.value(), answer));
                    return Outcome.done(line);
                }));
    }

    /** Signs a review off, once every line is answered. */
    public Outcome<UUID> sign(Actor actor, UUID id, Instant now) {
        return asking(
                actor,
                now,
                () -> found(actor, id, review -> {
                    if (review.signed()) {
                        return Outcome.refused(Reason.of("administration.review.signed", ""));
                    }
                    if (review.unanswered() > 0) {
                        return Outcome.refused(
                                Reason.of("administration.review.unanswered", "", "" + review.unanswered()));
                    }
                    store.sign(actor, id, now);
                    ledger.record(
                            actor,
                            now,
                            new AdministrationEvent.AccessReviewSigned(
                                    id, review.lines().size()));
                    return Outcome.done(id);
                }));
    }

    private <T> Outcome<T> found(Actor actor, UUID id, Function<AccessReview, Outcome<T>> then) {
        return store.locked(actor.partnership(), id).map(then).orElseGet(() -> Outcome.refused(Sharing.NOT_FOUND));
    }

    private <T> Outcome<T> asking(Actor actor, Instant now, Supplier<Outcome<T>> work) {
        return ledger.within(
                actor, () -> sharing.ask(actor, Permission.REVIEW_ACCESS, now).then(_ -> work.get()));
    }
}
