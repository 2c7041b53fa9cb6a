package org.holdfast.meetings;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final Folders folders;
    private final Sharing sharing;

    MeetingWork(Meetings meetings, MeetingStore store, Folders folders, Sharing sharing) {
        this.meetings = meetings;
        this.store = store;
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
        List<MeetingStore.Going> going =
                sharing.may(actor, Permission.SEE_MEETINGS) ? store.going(actor.partnership()) : List.of();
        Map<MeetingId, MeetingStore.Going> standing =
                going.stream().collect(Collectors.toMap(it -> it.meeting().id(), Function.identity()));
        List<Meetings.Listed> found = meetings.listed(
                actor, going.stream().map(MeetingStore.Going::meeting).toList());
        for (Meetings.Listed listed : found) {
            Meeting meeting = listed.meeting();
            MeetingStore.Going stands = requireNonNull(standing.get(meeting.id()));
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
                        if (coordinates && stands.uninvited() > 0) {
                            work.add(WorkItem.of(
                                    null,
                                    "meetings.work.invitations",
                                    path + "/invitations",
                                    meeting.startsAt(),
                                    "MTG-2",
                                    name,
                                    day,
                                    Dates.number(stands.uninvited())));
                        }
                    }
                }
                case OPEN ->
                    work.add(WorkItem.of(
                            null,
                            "meetings.work.in-session",
                            path + "/run",
                            meeting.startsAt(),
                            "MTG-4",
                            name,
                            Dates.time(Language.ENGLISH, meeting.starts())));
                case FINISHED -> {
                    boolean mend = stands.sentBack();
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
                case APPROVED -> {
                    if (coordinates) {
                        work.add(WorkItem.of(
                                null,
                                "meetings.work.send",
                                path + "/minutes/send",
                                due(actor, meeting, listed.kind()),
                                "MTG-4",
                                name,
                                day));
                    }
                }
                case CANCELLED -> {}
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
