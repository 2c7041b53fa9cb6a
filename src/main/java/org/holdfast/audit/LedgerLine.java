package org.holdfast.audit;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger as it is read back.
 *
 * @param seq its place in the partnership's chain, from 1
 * @param event what happened, such as {@code vote-cast}
 * @param agency id of the agency the actor belonged to
 * @param detail JSON object of ids, codes and numbers
 */
public record LedgerLine(
        long seq,
        Instant at,
        Actor.Kind actorKind,
        UUID actor,
        String actorName,
        UUID agency,
        Act act,
        String event,
        @Nullable UUID caseId,
        @Nullable UUID subjectId,
        String detail) {

    private static final Pattern PART =
            Pattern.compile("\"(\\w+)\":(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(-?\\d+|true|false))");
    private static final Pattern ID_OR_TIME = Pattern.compile("[0-9a-f-]{36}|\\d{4}-\\d\\d-\\d\\dT.*|[0-9a-f]{64}|");

    /** What happened, as words: {@code vote cast, ground RG}. Ids, times and hashes in the detail are left out. */
    public String words() {
        StringBuilder words = new StringBuilder(event.replace('-', ' '));
        Matcher part = PART.matcher(detail);
        while (part.find()) {
            String value = part.group(2) == null ? part.group(3) : part.group(2);
            if (!ID_OR_TIME.matcher(value).matches()) {
                words.append(", ")
                        .append(part.group(1)
                                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                                .toLowerCase(Locale.ROOT))
                        .append(' ')
                        .append(value.replace('_', ' ').toLowerCase(Locale.ROOT));
            }
        }
        return words.toString();
    }
}
