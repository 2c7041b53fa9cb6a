package org.holdfast.packs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.audit.Actor;
import org.holdfast.casework.WorkItem;
import org.holdfast.casework.WorkSource;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.ItemLink;
import org.holdfast.meetings.ItemPanelSource;
import org.holdfast.meetings.Meeting;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.MeetingState;
import org.holdfast.meetings.Meetings;
import org.holdfast.meetings.Panel;
import org.holdfast.meetings.Sessions;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Language;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What packs ask of people: to read one that was locked, to lock one that comes up; and the pack beside the item in the meeting. */
@Component
class PackWork implements WorkSource, ItemPanelSource {

    private static final int WEEKS_AHEAD = 4;
    private static final int DAYS_BEFORE = 7;

    private final ObjectProvider<Packs> packs;
    private final PackStore store;
    private final Meetings meetings;
    private final ObjectProvider<Sessions> sessions;
    private final Sharing sharing;

    PackWork(
            ObjectProvider<Packs> packs,
            PackStore store,
            Meetings meetings,
            ObjectProvider<Sessions> sessions,
            Sharing sharing) {
        this.packs = packs;
        this.store = store;
        this.meetings = meetings;
        this.sessions = sessions;
        this.sharing = sharing;
    }

    @Override
    public List<WorkItem> waitingFor(Actor actor, Instant now) {
        if (!sharing.may(actor, Permission.SEE_MEETINGS)) {
            return List.of();
        }
        LocalDate today = UnitedKingdom.day(now);
        List<Meetings.Listed> planned = meetings.in(actor, Set.of(MeetingState.PLANNED)).stream()
                .filter(it ->
                        !it.meeting().on().isBefore(today) && !it.meeting().on().isAfter(today.plusWeeks(WEEKS_AHEAD)))
                .filter(it -> it.kind().decidesGrounds())
                .toList();
        if (planned.isEmpty()) {
            return List.of();
        }
        Map<MeetingId, Boolean> locked = store.locked(
                actor, planned.stream().map(it -> it.meeting().id()).toList());
        Set<MeetingId> unread = packs.getObject()
                .readsAnything(
                        actor,
                        locked.entrySet().stream()
                                .filter(it -> !it.getValue())
                                .map(Map.Entry::getKey)
                                .toList());
        boolean coordinates = sharing.may(actor, Permission.PLAN_MEETING);
        List<WorkItem> work = new ArrayList<>();
        for (Meetings.Listed one : planned) {
            Meeting meeting = one.meeting();
            if (coordinates
                    && !locked.containsKey(meeting.id())
                    && !meeting.on().isAfter(today.plusDays(DAYS_BEFORE))) {
                work.add(item("packs.work.lock", one));
            }
            if (unread.contains(meeting.id())) {
                work.add(item("packs.work.read", one));
            }
        }
        return work;
    }

    private static WorkItem item(String key, Meetings.Listed one) {
        return WorkItem.of(
                null,
                key,
                Packs.path(one.meeting().id()),
                one.meeting().startsAt(),
                "NRM-23",
                one.kind().name(),
                Dates.date(Language.ENGLISH, one.meeting().on()));
    }

    @Override
    public List<WorkItem> waitingOn(Actor actor, CaseId id, Instant now) {
        return List.of();
    }

    @Override
    public List<ItemLink> linksOf(Actor actor, AgendaItemId item, Instant now) {
        if (!(sessions.getObject().panel(actor, item, now) instanceof Outcome.Done<Panel>(Panel panel))) {
            return List.of();
        }
        return packs.getObject().reads(actor, panel, now)
                ? List.of(new ItemLink(
                        "packs.link", List.of(), Packs.path(panel.meeting().id()) + "/" + item.value(), "", List.of()))
                : List.of();
    }
}
