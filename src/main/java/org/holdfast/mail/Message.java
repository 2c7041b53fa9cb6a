package org.holdfast.mail;

import java.util.List;
import org.holdfast.partnership.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * A message to one member. It says that something waits and where, and nothing of any child: whoever reads it signs in to read more.
 *
 * @param textKey {@code <key>.subject} and {@code <key>.body} are its words in the message files
 * @param values for the numbered places of both; never a child's name, age or circumstances
 * @param path the page of ours that it leads to, such as {@code /requests/…}
 * @param entry the calendar entry that goes with it; null for none
 */
public record Message(
        MemberId to,
        String textKey,
        List<String> values,
        String path,
        @Nullable CalendarEntry entry) {

    public Message {
        values = List.copyOf(values);
    }

    public static Message of(MemberId to, String textKey, String path, String... values) {
        return new Message(to, textKey, List.of(values), path, null);
    }

    public Message with(CalendarEntry attached) {
        return new Message(to, textKey, values, path, attached);
    }
}
