package org.holdfast.meetings.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Role;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.Clash;
import org.holdfast.meetings.Diary;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.MeetingPlan;
import org.holdfast.meetings.Place;
import org.holdfast.pages.Form;
import org.holdfast.pages.Option;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every form that plans a meeting has in common: its fields, who may chair, and being told of clashes before it is planned. */
@Component
class PlanForms {

    private final Diary diary;
    private final Partnerships partnerships;
    private final InstantSource clock;

    PlanForms(Diary diary, Partnerships partnerships, InstantSource clock) {
        this.diary = diary;
        this.partnerships = partnerships;
        this.clock = clock;
    }

    /** What was filled in. */
    static MeetingPlan planned(Form form) {
        UUID chair = form.id("chair");
        return new MeetingPlan(
                form.text("kind"),
                form.date("on"),
                form.time("starts"),
                new Place(
                        Objects.requireNonNullElse(form.text("room"), ""),
                        Objects.requireNonNullElse(form.text("link"), "")),
                chair == null ? null : new MemberId(chair));
    }

    /** A date that is none says so itself. */
    static List<Reason> faults(Form form, List<Reason> reasons) {
        Reason date = form.dateFault("on");
        if (date == null) {
            return reasons;
        }
        List<Reason> faults = new ArrayList<>(List.of(date));
        reasons.stream().filter(it -> !"on".equals(it.field())).forEach(faults::add);
        return faults;
    }

    List<Option> chairs(Actor actor) {
        LocalDate today = UnitedKingdom.day(clock.instant());
        return partnerships.members(actor).stream()
                .filter(it -> it.memberOn(today) && it.is(Role.PANEL_CHAIR))
                .map(it -> Option.of(
                        it.id().value().toString(),
                        it.name() + ", " + it.agency().name()))
                .toList();
    }

    /** What does not fit about what was filled in; nothing where the actor may not plan. */
    List<Clash> clashes(Actor actor, @Nullable MeetingId replanned, Form form, boolean urgent) {
        return switch (diary.clashes(actor, replanned, planned(form), urgent, clock.instant())) {
            case Outcome.Done<List<Clash>>(List<Clash> found) -> found;
            case Outcome.Refused<List<Clash>> _ -> List.of();
        };
    }

    /**
     * Plans, unless something does not fit that the person was not told of: then the form comes back with that and every other fault, and
     * asks whether to plan all the same.
     */
    <T> Outcome<T> unlessClashing(
            Actor actor, @Nullable MeetingId replanned, Form form, boolean urgent, Supplier<Outcome<T>> plan) {
        List<Clash> clashes = clashes(actor, replanned, form, urgent);
        boolean told = form.ticked("despite") && form.value("told").equals(PlanView.told(clashes));
        return clashes.isEmpty() || told ? plan.get() : diary.unlessToldOfClashes(actor, plan);
    }
}
