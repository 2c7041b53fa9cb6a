package org.holdfast.room;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.Note;
import org.holdfast.partnership.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * A part of an item's note while it is typed. One window holds it at a time, for as long as somebody types there and a little longer;
 * everybody else sees the text as it grows (MTG-4). What a window sends is its whole text under a number of its own, so that a message
 * which is lost, comes twice or comes late does no harm.
 *
 * @param revision counts every text that was accepted; a window names the one it goes on from
 * @param hold who types, or typed last and has not let go; null when nobody does
 * @param refused the number of the last message that was refused to a window: what it sent before counts no more, since it has kept its
 *     words aside
 */
public record Section(
        AgendaItemId item,
        Note.Part part,
        String text,
        int revision,
        @Nullable Hold hold,
        Map<UUID, Long> refused) {

    /** So many windows are remembered, the latest. */
    private static final int REMEMBERED = 50;

    public Section {
        refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
    }

    /** How long a section stays with a window in which nobody types any more. */
    public static final Duration LEASE = Duration.ofSeconds(20);

    /**
     * The window that holds a section.
     *
     * @param number of the last of its messages that counted
     * @param until when it can be taken without asking
     */
    public record Hold(UUID window, MemberId member, String name, long number, Instant until) {}

    /**
     * What a window sends while somebody types in it.
     *
     * @param number counts the window's messages, so that one which was overtaken or comes twice is known
     * @param seen the revision the window goes on from
     * @param takeOver whether the person asked to take the section from whoever holds it
     */
    public record Message(
            UUID window, MemberId member, String name, long number, int seen, String text, boolean takeOver) {}

    /** What becomes of a message. */
    public sealed interface Answer {

        /** The section as it stands now. */
        Section section();
    }

    /** The text is the section's now. */
    public record Accepted(Section section) implements Answer {}

    /** It was here before, or a later one was: nothing changes, and nothing is wrong. */
    public record Repeated(Section section) implements Answer {}

    /** Somebody else types here. What was sent stays in the window it came from. */
    public record Held(Section section, String kept) implements Answer {}

    /** Somebody else has written since: nothing is overwritten, and both texts are shown. */
    public record Changed(Section section, String kept) implements Answer {}

    /** A section in which nothing was typed yet. */
    public static Section of(AgendaItemId item, Note.Part part, String text, int revision) {
        return new Section(item, part, text, revision, null, Map.of());
    }

    /** Whether somebody types here at this moment. */
    public boolean heldAt(Instant now) {
        return hold != null && hold.until().isAfter(now);
    }

    /** What becomes of a message that comes now. */
    public Answer take(Message message, Instant now) {
        if (hold != null && hold.window().equals(message.window())) {
            return message.number() <= hold.number() ? new Repeated(this) : new Accepted(with(message, now));
        }
        if (message.number() <= refused.getOrDefault(message.window(), 0L)) {
            return new Changed(this, keptOf(message.text(), text));
        }
        if (heldAt(now) && !message.takeOver()) {
            return new Held(refusing(message), keptOf(message.text(), text));
        }
        if (message.seen() != revision) {
            return message.text().equals(text)
                    ? new Repeated(this)
                    : new Changed(refusing(message), keptOf(message.text(), text));
        }
        return new Accepted(with(message, now));
    }

    /** Lets go, if it is this window that holds the section. */
    public Section released(UUID window) {
        return hold != null && hold.window().equals(window)
                ? new Section(item, part, text, revision, null, refused)
                : this;
    }

    /** Taken up anew from the note, which was changed elsewhere. */
    Section renewed(String newText) {
        return new Section(item, part, newText, revision + 1, null, refused);
    }

    private Section with(Message message, Instant now) {
        return new Section(
                item,
                part,
                message.text(),
                revision + 1,
                new Hold(message.window(), message.member(), message.name(), message.number(), now.plus(LEASE)),
                refused);
    }

    private Section refusing(Message message) {
        Map<UUID, Long> remembered = new LinkedHashMap<>(refused);
        remembered.remove(message.window());
        remembered.put(message.window(), message.number());
        if (remembered.size() > REMEMBERED) {
            remembered.remove(remembered.keySet().iterator().next());
        }
        return new Section(item, part, text, revision, hold, remembered);
    }

    /**
     * What of one's own text is not in the text that stands: everything from the word in which they part, and nothing where the text that
     * stands goes on from one's own. To be kept beside it, so that nothing is lost and nothing stands twice.
     */
    public static String keptOf(String mine, String theirs) {
        if (theirs.startsWith(mine)) {
            return "";
        }
        int at = 0;
        while (at < mine.length() && at < theirs.length() && mine.charAt(at) == theirs.charAt(at)) {
            at++;
        }
        while (at > 0 && !Character.isWhitespace(mine.charAt(at - 1))) {
            at--;
        }
        return mine.substring(at);
    }
}
