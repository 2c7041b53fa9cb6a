package org.holdfast.casework.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.casework.Cases;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.Partnerships;
import org.holdfast.people.People;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.FieldReader;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** Draws the pages of a case: what a door answered, in the frame that all of them share. */
@Component
class CaseFrames {

    private final Ledger ledger;
    private final Sharing sharing;
    private final Cases cases;
    private final People people;
    private final Partnerships partnerships;
    private final Pages pages;
    private final InstantSource clock;

    CaseFrames(
            Ledger ledger,
            Sharing sharing,
            Cases cases,
            People people,
            Partnerships partnerships,
            Pages pages,
            InstantSource clock) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.cases = cases;
        this.people = people;
        this.partnerships = partnerships;
        this.pages = pages;
        this.clock = clock;
    }

    /** The page of what the read answers, all in one transaction. */
    <T> View page(Actor actor, UUID caseId, Function<CaseId, Outcome<T>> read, BiFunction<CaseFrame, T, View> page) {
        CaseId id = new CaseId(caseId);
        Outcome<View> drawn = ledger.within(
                actor, () -> read.apply(id).map(answer -> page.apply(frame(actor, id, clock.instant()), answer)));
        return switch (drawn) {
            case Outcome.Done<View>(View view) -> view;
            case Outcome.Refused<View> refused -> pages.refused(refused);
        };
    }

    /** The page of a form, for whoever holds the permission on the case. */
    View form(Actor actor, UUID caseId, Permission permission, Function<CaseFrame, View> page) {
        return page(
                actor,
                caseId,
                id -> sharing.ask(actor, permission, id, clock.instant()),
                (frame, granted) -> page.apply(frame));
    }

    /** After a change: on to where it shows; or the page again with what was typed; or nothing there. */
    <T> View after(Outcome<T> outcome, Supplier<View> done, Function<List<Reason>, View> again) {
        return pages.after(outcome, _ -> done.get(), again);
    }

    /** Whether somebody else saved the same thing meanwhile. */
    static boolean meanwhile(List<Reason> reasons) {
        return reasons.stream().anyMatch(reason -> reason.key().equals("casework.changed-meanwhile"));
    }

    private CaseFrame frame(Actor actor, CaseId id, Instant now) {
        FieldReader fields = sharing.fields(actor, id, now);
        return new CaseFrame(
                id.value(),
                people.child(actor, cases.childOf(actor, id), now).as(fields.inPassing()),
                fields,
                cases.stage(actor, id),
                cases.lead(actor, id)
                        .flatMap(lead -> partnerships.member(actor, lead))
                        .map(lead -> lead.name() + ", " + lead.agency().name())
                        .orElse(null),
                may(actor, Permission.SEE_CASE, id, now),
                may(actor, Permission.ADD_TO_CASE, id, now),
                may(actor, Permission.CHANGE_CASE, id, now),
                may(actor, Permission.EXCLUDE, id, now),
                may(actor, Permission.SEE_LOOKS, id, now));
    }

    private boolean may(Actor actor, Permission permission, CaseId id, Instant now) {
        return !sharing.visible(actor, permission, List.of(id), now).isEmpty();
    }
}
