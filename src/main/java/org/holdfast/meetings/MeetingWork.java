package org.holdfast.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.audit.Actor;
import org.holdfast.casework.CaseLink;
import org.holdfast.casework.CaseLinkSource;
import org.holdfast.casework.WorkItem;
import org.holdfast.casework.WorkSource;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.law.WorkingCalendar;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Language;
import org.holdfast.pages.Page;
import org.holdfast.partnership.MeetingKind;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** What meetings ask of people: to prepare, to come, to run, to approve minutes; and the panels of a child on the child's page. */
@Component
class MeetingWork implements WorkSource, CaseLinkSource {
    /** How long before a meeting it is shown as work. */
    private static final int WEEKS_AHEAD = 4;

    private final Meetings meetings;
    private final MeetingStore store;
    private final InvitationStore invitations;
    private final Folders folders;
    private final Sharing sharing;

    MeetingWork(Meetings meetings, MeetingStore store, InvitationStore invitations, Folders folders, Sharing sharing) {
        this.meetings = meetings;
        this.store = store;
        this.invitations = invitations;
        this.folders = folders;
        this.sharing = sharing;
    }

    @Override
    public List<WorkItem> waitingFor(Actor actor, Instant now) {
        List<WorkItem> work = new ArrayList<>();
        LocalDate horizon = UnitedKingdom.day(now).plusWeeks(WEEKS_AHEAD);
        boolean coordinates = sharing.may(actor, Permission.PLAN_MEETING);
        Set<MeetingId> chaired = sharing.may(actor, Permission.APPROVE_MINUTES)
                ? store.chairedBy(actor.partnership(), new MemberId(actor.member()))
                : Set.of();
        List<Meetings.Listed> found =
                meetings.in(actor, EnumSet.of(MeetingState.PLANNED, MeetingState.OPEN, MeetingState.FINISHED));
        Set<MeetingId> sentBack = store.sentBack(
                actor.partnership(),
                found.stream()
                        .map(Meetings.Listed::meeting)
                        .filter(it -> it.state() == MeetingState.FINISHED)
                        .map(Meeting::id)
                        .toList());
        Map<MeetingId, Integer> notSent = coordinates
                ? invitations.notSent(
                        actor.partnership(),
                        found.stream()
                                .map(Meetings.Listed::meeting)
                                .filter(it -> it.state() == MeetingState.PLANNED)
                                .map(Meeting::id)
                                .toList())
                : Map.of();
        for (Meetings.Listed listed : found) {
            Meeting meeting = listed.meeting();
            String path = "/meetings/" + meeting.id().value();
            String name = listed.kind().name();
            String day = Dates.date(Language.ENGLISH, meeting.on());
            switch (meeting.state()) {
                case PLANNED -> {
                    if (!meeting.on().isAfter(horizon)) {
                        work.add(WorkItem.of(
                                null,
                                coordinates ? "meetings.work.prepare" : "meetings.work.invited",
                                path,
                                meeting.startsAt(),
                                "MTG-2",
                                name,
                                day));
                        Integer people = notSent.get(meeting.id());
                        if (people != null) {
                            work.add(WorkItem.of(
                                    null,
                                    "meetings.work.invitations",
                                    path + "/invitations",
                                    meeting.startsAt(),
                                    "MTG-2",
                                    name,
                                    day,
                                    Dates.number(people)));
                        }
                    }
                }
                case OPEN ->
                    work.add(WorkItem.of(
                            null, "meetings.work.in-session", path + "/run", meeting.startsAt(), "MTG-4", name));
                case FINISHED -> {
                    boolean mend = sentBack.contains(meeting.id());
                    if (coordinates && mend || chaired.contains(meeting.id()) && !mend) {
                        work.add(WorkItem.of(
                                null,
                                mend ? "meetings.work.mend" : "meetings.work.approve",
                                path + "/minutes",
                                due(actor, meeting, listed.kind()),
                                "MTG-4",
                                name,
                                day));
                    }
                }
                case APPROVED, CANCELLED -> {}
            }
        }
        if (coordinates) {
            for (Meetings.Listed listed : meetings.approvedAndNotSent(actor)) {
                Meeting meeting = listed.meeting();
                work.add(WorkItem.of(
                        null,
                        "meetings.work.send",
                        "/meetings/" + meeting.id().value() + "/minutes/send",
                        due(actor, meeting, listed.kind()),
                        "MTG-4",
                        listed.kind().name(),
                        Dates.date(Language.ENGLISH, meeting.on())));
            }
        }
        return work;
    }

    private Instant due(Actor actor, Meeting meeting, MeetingKind kind) {
        return MinutesClock.of(
                        meeting.on(),
                        kind,
                        WorkingCalendar.of(folders.profile(actor).nation()),
                        null)
                .dueAt();
    }

    @Override
    public List<WorkItem> waitingOn(Actor actor, CaseId id, Instant now) {
        return meetings.itemsOf(actor, id, now).stream()
                .filter(it -> !it.item().state().settled())
                .map(it -> WorkItem.of(
                        id,
                        "meetings.work.heard",
                        path(it),
                        it.meeting().startsAt(),
                        "MTG-2",
                        it.kind().name(),
                        Dates.date(Language.ENGLISH, it.meeting().on())))
                .toList();
    }

    @Override
    public List<CaseLink> linksOf(Actor actor, CaseId id, Instant now) {
        List<CaseLink> links = new ArrayList<>();
        List<Meetings.Heard> opened = meetings.itemsOf(actor, id, now);
        for (Meetings.Heard one : opened) {
            if (one.item().state() != AgendaItemState.WITHDRAWN) {
                links.add(new CaseLink(
                        "meetings.link.item",
                        List.of(one.kind().name()),
                        path(one),
                        one.meeting().startsAt(),
                        Page.labelKey(one.item().state())));
            }
        }
        if (sharing.may(actor, Permission.PLAN_MEETING)
                && opened.stream().allMatch(it -> it.item().state().settled())) {
            links.add(new CaseLink("meetings.link.choose", List.of(), "/meetings/for/" + id.value(), null, ""));
        }
        return links;
    }

    private static String path(Meetings.Heard opened) {
        return "/meetings/" + opened.meeting().id().value() + "/items/"
                + opened.item().id().value();
    }
}
