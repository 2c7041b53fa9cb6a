package org.holdfast.room;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Up to where a window knows what happened: it comes back with this after the line was down, and is told what came since, once.
 *
 * @param number of the last change of the room
 * @param line the last line of the ledger
 */
public record Cursor(long number, long line) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    /** Reads one as it was written; null where it is none. */
    public static @Nullable Cursor read(@Nullable String written) {
        Matcher matcher = WRITTEN.matcher(written == null ? "" : written);
        return matcher.matches()
                ? new Cursor(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)))
                : null;
    }

    /** As it travels. */
    public String written() {
        return number + "-" + line;
    }
}
