package org.holdfast.pages;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Half-typed forms: each field exactly as typed, unchecked, kept for the one person who typed it until she sends or discards it, or leaves
 * it alone for longer than the profile keeps it. They survive time-out, crash and signing in again. Not on the ledger: what is only being written is nobody's act yet.
 *
 * <p>A form has a key of small letters, digits and hyphens that names what it is about, such as {@code referral-<id>}. Where two windows
 * write the same form, the last word in each field stands, and the answer names what the other window wrote.
 */
@Component
public class Drafts {
    /** Nothing that a person types is longer, and no form is larger. */
    static final int LONGEST_VALUE = 100_000;

    static final int MOST_FIELDS = 500;
    private static final Pattern KEY = Pattern.compile("[a-z0-9-]{1,120}");
    private static final String SOME_WINDOW = "";

    private final Ledger ledger;
    private final DraftStore store;

    Drafts(Ledger ledger, DraftStore store) {
        this.ledger = ledger;
        this.store = store;
    }

    /**
     * What came of saving.
     *
     * @param at when; the next save of the same window names it as {@code since}
     * @param elsewhere fields that another window wrote in between
     */
    public record Saved(Instant at, Set<String> elsewhere) {}

    /** The key of a form that is sent to an address of ours. */
    public static String keyOf(String action) {
        String key = action.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return key.substring(0, Math.min(key.length(), 120));
    }

    /** Keeps one field. */
    public Outcome<Saved> save(Actor actor, String form, String field, String typed, Instant now) {
        return saveAll(actor, form, Map.of(field, List.of(typed)), SOME_WINDOW, now, now);
    }

    /**
     * Keeps every field given and leaves the others.
     *
     * @param window which browser window writes, by any name of its own
     * @param since when this window last knew how the draft stood
     */
    public Outcome<Saved> saveAll(
            Actor actor, String form, Map<String, List<String>> fields, String window, Instant since, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        return ledger.within(actor, () -> {
            if (!KEY.matcher(form).matches()) {
                return Outcome.refused(Reason.of("pages.draft.no-such-form", ""));
            }
            if (tooLarge(fields) || store.count(actor, form) + fields.size() > 2 * MOST_FIELDS) {
                return Outcome.refused(Reason.of("pages.draft.too-large", ""));
            }
            Set<String> elsewhere = store.writtenElsewhere(actor, form, window, since);
            if (!fields.isEmpty()) {
                store.save(actor, form, fields, window, at);
            }
            return Outcome.done(new Saved(at, elsewhere));
        });
    }

    /** What was kept, by field; empty if nothing was. {@code Form.of(drafts.of(actor, key))} fills the form again. */
    public Map<String, List<String>> of(Actor actor, String form) {
        return ledger.within(actor, () -> store.fields(actor, form));
    }

    /** The same of several forms, by form; one of which nothing was kept is not in it. */
    public Map<String, Map<String, List<String>>> of(Actor actor, Collection<String> forms) {
        return forms.isEmpty() ? Map.of() : ledger.within(actor, () -> store.fields(actor, forms));
    }

    /**
     * Keeps a file with the draft, under the field that asks for it; whoever calls has looked into it.
     *
     * @return the file; empty when the draft holds the very same content already
     */
    public Optional<DraftFile> keep(
            Actor actor,
            String form,
            String field,
            UUID id,
            String name,
            String mediaType,
            byte[] content,
            Instant now) {
        DraftFile file = new DraftFile(id, name, mediaType, content.length, sha256(content), now);
        return ledger.within(actor, () -> {
            if (store.files(actor, form).stream()
                    .anyMatch(other -> other.sha256().equals(file.sha256()))) {
                return Optional.empty();
            }
            store.keep(actor, form, file, content);
            nameFiles(actor, form, field, now);
            return Optional.of(file);
        });
    }

    /** Throws one file of the draft away; whether there was such a file. */
    public boolean remove(Actor actor, String form, String field, UUID file, Instant now) {
        return ledger.within(actor, () -> store.remove(actor, form, file) && nameFiles(actor, form, field, now));
    }

    /** The files of the draft, in the order in which they were added. */
    public List<DraftFile> files(Actor actor, String form) {
        return ledger.within(actor, () -> store.files(actor, form));
    }

    /** What is in a file of the draft. The array is the caller's own. */
    public byte[] content(Actor actor, String form, DraftFile file) {
        return ledger.within(actor, () -> store.content(actor, form, file.id()));
    }

    /** The names of the files stand in the field, so that the form shows them and the draft counts as touched. */
    private boolean nameFiles(Actor actor, String form, String field, Instant now) {
        List<String> names =
                store.files(actor, form).stream().map(DraftFile::name).toList();
        store.save(actor, form, Map.of(field, names), SOME_WINDOW, now.truncatedTo(ChronoUnit.MICROS));
        return true;
    }

    /** Forgets the draft with its files, because it was sent or is not wanted. */
    public void discard(Actor actor, String form) {
        ledger.within(actor, () -> {
            store.discard(actor, form);
            return form;
        });
    }

    /**
     * A draft that its writer has left alone.
     *
     * @param touched when the last word was put to it
     * @param warned when its writer was last told that it is going to be thrown away; null for never
     */
    public record Left(
            UUID member,
            String form,
            Instant touched,
            @Nullable Instant warned) {

        /** Whether its writer was told since the last word was put to it, at this moment or before. */
        public boolean warnedBy(Instant moment) {
            return warned != null && warned.isAfter(touched) && !warned.isAfter(moment);
        }
    }

    /** Every draft of the partnership that nobody has touched since, the oldest first. For the program's own round. */
    public List<Left> untouchedSince(Actor program, Instant since) {
        return ledger.within(program, () -> store.untouchedSince(program.partnership(), since));
    }

    /** Remembers that its writer was told. */
    public void warned(Actor program, Left left, Instant now) {
        ledger.within(program, () -> {
            store.warned(program.partnership(), left, now);
            return left;
        });
    }

    /** Throws a draft away, unless somebody has touched it since; that it was done stands on the ledger. */
    public boolean throwAway(Actor program, Left left, Instant now) {
        return ledger.within(program, () -> {
            boolean gone = store.throwAway(program.partnership(), left);
            if (gone) {
                ledger.record(program, now, new DraftEvent.DraftThrownAway(left.member(), left.form()));
            }
            return gone;
        });
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException every_jdk_has_it) {
            throw new IllegalStateException(every_jdk_has_it);
        }
    }

    private static boolean tooLarge(Map<String, List<String>> fields) {
        return fields.size() > MOST_FIELDS
                || fields.entrySet().stream()
                        .anyMatch(field -> field.getKey().length() > 200
                                || field.getValue().stream()
                                                .mapToInt(String::length)
                                                .sum()
                                        > LONGEST_VALUE);
    }

    /**
     * The fields of what a browser sent: without those about the sending itself, and with nothing for each {@code _name} that came without
     * its {@code name}, which is how an emptied box arrives.
     */
    public static Map<String, List<String>> fieldsOf(Map<String, List<String>> sent, Set<String> not) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        sent.forEach((name, typed) -> {
            if (name.startsWith("_") && !not.contains(name)) {
                fields.putIfAbsent(name.substring(1), List.of());
            } else if (!name.startsWith("draft-") && !not.contains(name)) {
                fields.put(name, typed);
            }
        });
        return fields;
    }
}
