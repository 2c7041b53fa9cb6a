package org.holdfast.room;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerLine;
import org.holdfast.audit.PartnershipId;
import org.holdfast.meetings.MeetingId;
import org.holdfast.partnership.Partnerships;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Follows the rooms that somebody looks at through this node: once for all of them, and as the program, so that what it knows is shown to
 * nobody before it is cut to the reader. All of it comes from the database, so that whatever happened through another node is followed too:
 * what is typed and who looks on from the room's own tables, everything else from the ledger.
 */
@Component
class RoomWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RoomWatch.class);

    /** How often a room is asked for news, at least. What happens through this node is followed at once. */
    private static final Duration EVERY = Duration.ofMillis(200);

    /** How many of the latest lines of the ledger are kept at hand; whoever missed more is shown everything anew. */
    private static final int LINES = 200;

    /**
     * What is known of a room.
     *
     * @param number of the last change of the room
     * @param ledger the last line of the ledger that was followed
     * @param sections every section in which something was typed, in the order in which they changed
     * @param lines the latest changes on the ledger, oldest first
     * @param from the line after which all changes are among them
     */
    record News(
            long number,
            long ledger,
            List<RoomStore.Row> sections,
            List<Onlooker> onlookers,
            List<LedgerLine> lines,
            long from) {
        News {
            sections = List.copyOf(sections);
            onlookers = List.copyOf(onlookers);
            lines = List.copyOf(lines);
        }

        /** Whether there is anything to tell beyond that somebody looked. */
        boolean differs(News other) {
            return number != other.number || !lines.equals(other.lines) || !onlookers.equals(other.onlookers);
        }
    }

    private final Ledger ledger;
    private final RoomStore store;
    private final InstantSource clock;
    private final Map<MeetingId, Room> rooms = new ConcurrentHashMap<>();
    private volatile boolean closing;

    RoomWatch(Ledger ledger, RoomStore store, InstantSource clock) {
        this.ledger = ledger;
        this.store = store;
        this.clock = clock;
    }

    /** Begins to follow a room. */
    Watcher follow(PartnershipId partnership, MeetingId meeting) {
        Room room = rooms.compute(meeting, (_, known) -> {
            Room followed = known == null ? new Room(partnership, meeting) : known;
            followed.watchers++;
            return followed;
        });
        room.start();
        return new Watcher(room);
    }

    /** Something happened through this node. */
    void nudge(MeetingId meeting) {
        Room room = rooms.get(meeting);
        if (room != null) {
            room.nudge();
        }
    }

    /** Whether the program is about to end, and streams with it. */
    boolean closing() {
        return closing;
    }

    @EventListener(ContextClosedEvent.class)
    void ends() {
        closing = true;
        rooms.values().forEach(Room::nudge);
    }

    /** Somebody's place at the window of a room. */
    final class Watcher implements AutoCloseable {
        private final Room room;

        private Watcher(Room room) {
            this.room = room;
        }

        /** Waits for news after these; the same again when none come in time. Null only before the first. */
        @Nullable
        News after(@Nullable News before, Duration longest) {
            return room.await(before, longest);
        }

        @Override
        public void close() {
            rooms.computeIfPresent(room.meeting, (_, known) -> --known.watchers == 0 ? null : known);
            room.nudge();
        }
    }

    /** One room, followed by one thread for as long as anybody watches. */
    private final class Room {
        private final MeetingId meeting;
        private final Actor program;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition news = lock.newCondition();
        private final Condition nudged = lock.newCondition();
        private int watchers;
        private boolean started;
        private boolean called;
        private @Nullable News known;

        Room(PartnershipId partnership, MeetingId meeting) {
            this.meeting = meeting;
            this.program = Partnerships.program(partnership);
        }

        void start() {
            lock.lock();
            try {
                if (!started) {
                    started = true;
                    Thread.ofVirtual().name("room " + meeting.value()).start(this::watch);
                }
            } finally {
                lock.unlock();
            }
        }

        void nudge() {
            lock.lock();
            try {
                called = true;
                nudged.signalAll();
                if (closing) {
                    news.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }

        @Nullable
        News await(@Nullable News before, Duration longest) {
            long left = longest.toNanos();
            lock.lock();
            try {
                while (known == before && left > 0 && !closing) {
                    left = news.awaitNanos(left);
                }
                return known;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return known;
            } finally {
                lock.unlock();
            }
        }

        private void watch() {
            News before = null;
            while (!closing && rooms.get(meeting) == this) {
                try {
                    News last = before;
                    News now = last == null ? first() : ledger.within(program, () -> next(last));
                    tell(now, last == null || now.differs(last));
                    before = now;
                    pause(EVERY);
                } catch (RuntimeException problem) {
                    LOG.warn("a room could not be followed, and is asked again", problem);
                    pause(Duration.ofSeconds(1));
                }
            }
        }

        private News first() {
            return ledger.within(program, () -> {
                long line = ledger.length(program);
                long from = Math.max(0, line - LINES);
                long number = store.number(program.partnership(), meeting);
                return new News(
                        number,
                        line,
                        store.sections(program.partnership(), meeting, 0),
                        store.onlookers(program.partnership(), meeting, clock.instant()),
                        ledger.changesAfter(program, from, LINES),
                        from);
            });
        }

        private News next(News before) {
            long number = store.number(program.partnership(), meeting);
            List<RoomStore.Row> sections = before.sections();
            if (number != before.number()) {
                Map<String, RoomStore.Row> merged = new HashMap<>();
                sections.forEach(row -> merged.put(key(row), row));
                store.sections(program.partnership(), meeting, before.number())
                        .forEach(row -> merged.put(key(row), row));
                sections = merged.values().stream()
                        .sorted(Comparator.comparingLong(RoomStore.Row::number))
                        .toList();
            }
            long length = ledger.length(program);
            List<LedgerLine> lines = before.lines();
            long from = before.from();
            if (length != before.ledger()) {
                List<LedgerLine> more = ledger.changesAfter(program, before.ledger(), LINES);
                if (!more.isEmpty()) {
                    long last = more.getLast().seq();
                    length = more.size() == LINES ? last : Math.max(length, last);
                    List<LedgerLine> all = new ArrayList<>(lines);
                    all.addAll(more);
                    if (all.size() > LINES) {
                        from = all.get(all.size() - LINES - 1).seq();
                        all = all.subList(all.size() - LINES, all.size());
                    }
                    lines = all;
                }
            }
            return new News(number, length, sections, onlookers(before, number), lines, from);
        }

        private List<Onlooker> onlookers(News before, long number) {
            var now = clock.instant();
            boolean somebodyFaded = before.onlookers().stream().anyMatch(it -> !it.thereAt(now));
            return number != before.number() || somebodyFaded
                    ? store.onlookers(program.partnership(), meeting, now)
                    : before.onlookers();
        }

        private static String key(RoomStore.Row row) {
            return row.section().item().value() + row.section().part().name();
        }

        private void tell(News now, boolean somethingNew) {
            lock.lock();
            try {
                if (!somethingNew) {
                    return;
                }
                known = now;
                news.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private void pause(Duration longest) {
            lock.lock();
            try {
                long left = longest.toNanos();
                while (!called && left > 0 && !closing) {
                    left = nudged.awaitNanos(left);
                }
                called = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                lock.unlock();
            }
        }
    }
}
