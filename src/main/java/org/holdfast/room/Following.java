package org.holdfast.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.LedgerLine;
import org.holdfast.law.Outcome;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.Sessions;
import org.jspecify.annotations.Nullable;

/**
 * One window that follows the room. Whether its reader may see what happens is asked anew with every change on the ledger that is not just
 * typing, so that whoever is kept out of a case hears no more of it; and twice a minute besides, for what ends by the clock alone. Used by
 * one thread.
 */
public final class Following implements AutoCloseable {

    private static final Duration ASKED_EVERY = Duration.ofSeconds(30);
    private static final Duration SEEN_EVERY = Duration.ofSeconds(10);

    /** What the window hears in another way, as text. */
    private static final Set<String> HEARD_AS_TEXT = Set.of("section-taken", "note-written");

    /** What changes when everybody's item is expected; of these a window is told whoever's item it was, and not which. */
    private static final Set<String> MOVES_TIMES = Set.of(
            "item-called",
            "item-put-back",
            "item-decided",
            "item-concluded",
            "item-adjourned",
            "item-moved",
            "item-listed",
            "item-withdrawn");

    private final Rooms rooms;
    private final Sessions sessions;
    private final RoomWatch.Watcher watcher;
    private final UUID window;
    private final @Nullable AgendaItemId item;
    private Sessions.Standing standing;
    private Instant asked;
    private Instant seen;
    private RoomWatch.@Nullable News last;
    private @Nullable Cursor cursor;
    private List<Onlooker> here = List.of();

    /** What of the news, and for whom, was last cut to the reader: the very same needs no second cut. */
    private @Nullable List<Onlooker> cut;

    private Sessions.@Nullable Standing cutFor;
    private boolean screen;

    Following(
            Rooms rooms,
            Sessions sessions,
            RoomWatch.Watcher watcher,
            Sessions.Standing standing,
            UUID window,
            @Nullable AgendaItemId item,
            @Nullable Cursor after,
            Instant now) {
        this.rooms = rooms;
        this.sessions = sessions;
        this.watcher = watcher;
        this.standing = standing;
        this.window = window;
        this.item = item;
        this.cursor = after;
        this.asked = now;
        this.seen = now;
    }

    /** The window hangs on the wall: from now on it hears what whoever passes by may read, and no more. */
    public Following onTheScreen() {
        screen = true;
        standing = standing.onTheScreen();
        return this;
    }

    /** Waits until there may be news, but no longer than this. */
    public void await(Duration longest) {
        last = watcher.after(last, longest);
    }

    /** What this reader may hear of since they last heard; refused once they may not see the meeting any more. */
    public Outcome<List<RoomNews>> news(Actor actor, Instant now) {
        MeetingId meeting = standing.meeting().id();
        if (seen.plus(SEEN_EVERY).isBefore(now)) {
            rooms.looksOn(actor, meeting, window, item, now);
            seen = now;
        }
        RoomWatch.News news = last;
        if (news == null) {
            return Outcome.done(List.of());
        }
        Cursor from = cursor == null ? new Cursor(news.number(), news.ledger()) : cursor;
        List<LedgerLine> lines =
                news.lines().stream().filter(it -> it.seq() > from.line()).toList();
        boolean missed = from.line() < news.from();
        boolean changed = lines.stream().anyMatch(it -> !HEARD_AS_TEXT.contains(it.event()));
        if (missed || changed || asked.plus(ASKED_EVERY).isBefore(now)) {
            Outcome<Sessions.Standing> again = sessions.standing(actor, meeting, now);
            if (again instanceof Outcome.Refused<Sessions.Standing>(var why)) {
                return Outcome.refused(why);
            }
            Set<UUID> before = cases();
            standing = screen ? again.orThrow().onTheScreen() : again.orThrow();
            asked = now;
            missed |= !before.equals(cases());
        }
        return Outcome.done(told(news, from, lines, missed, now));
    }

    private List<RoomNews> told(RoomWatch.News news, Cursor from, List<LedgerLine> lines, boolean missed, Instant now) {
        List<RoomNews> told = new ArrayList<>();
        long number = from.number();
        for (RoomStore.Row row : news.sections()) {
            if (row.number() > from.number()) {
                number = Math.max(number, row.number());
                Section section = row.section();
                if (standing.reads(section.item(), section.part())) {
                    told.add(new RoomNews.Typed(section, section.heldAt(now), new Cursor(number, from.line())));
                }
            }
        }
        Cursor until = new Cursor(Math.max(number, news.number()), Math.max(from.line(), news.ledger()));
        if (news.onlookers() != cut || standing != cutFor) {
            cut = news.onlookers();
            cutFor = standing;
            List<Onlooker> onlookers = Rooms.shown(news.onlookers(), standing);
            if (!same(onlookers, here)) {
                here = onlookers;
                told.add(new RoomNews.Here(onlookers, new Cursor(until.number(), from.line())));
            }
        }
        if (missed || lines.stream().anyMatch(this::concerns)) {
            told.add(new RoomNews.Changed(until));
        }
        cursor = until;
        return told;
    }

    private boolean concerns(LedgerLine line) {
        if (HEARD_AS_TEXT.contains(line.event())) {
            return false;
        }
        UUID caseId = line.caseId();
        UUID subject = line.subjectId();
        return MOVES_TIMES.contains(line.event())
                || caseId != null && cases().contains(caseId)
                || standing.meeting().id().value().equals(subject)
                || subject != null && standing.line(new AgendaItemId(subject)).isPresent();
    }

    private Set<UUID> cases() {
        return standing.lines().stream().map(it -> it.item().caseId().value()).collect(Collectors.toSet());
    }

    private static boolean same(List<Onlooker> some, List<Onlooker> others) {
        return some.stream()
                .map(it -> List.of(it.member(), String.valueOf(it.item())))
                .toList()
                .equals(others.stream()
                        .map(it -> List.of(it.member(), String.valueOf(it.item())))
                        .toList());
    }

    /** The window is closed. */
    public void leave(Actor actor, Instant now) {
        rooms.leaves(actor, standing.meeting().id(), window, now);
    }

    @Override
    public void close() {
        watcher.close();
    }
}
