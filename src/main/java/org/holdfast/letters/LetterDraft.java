package org.holdfast.letters;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.law.Reason;
import org.holdfast.pages.Tongue;
import org.jspecify.annotations.Nullable;

/**
 * What somebody writes of a letter; the rest is standard wording.
 *
 * @param recipient whom it greets, as they like to be called
 * @param helper who helps the child, or whom to ask
 * @param contact how to reach the helper, in a sentence
 * @param about what is said to this person only, in English; empty for nothing
 * @param aboutTranslated the same in the person's language; empty where the letter is in English
 * @param aboutBy who translated that
 * @param wordingBy who answers for the standard wording in the person's language: the machine that made it, or whoever has checked it since
 * @param way how it goes; null until chosen
 */
public record LetterDraft(
        String recipient,
        String helper,
        String contact,
        String about,
        String aboutTranslated,
        Translation aboutBy,
        Translation wordingBy,
        @Nullable Way way) {

    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_TEXT = 6_000;

    /** The less sure of standard wording and free words. */
    public Translation translation() {
        return about.isBlank() ? wordingBy : wordingBy.weaker(aboutBy);
    }

    /** What keeps it from being kept. */
    List<Reason> tooLong() {
        List<Reason> faults = new ArrayList<>();
        line(faults, "recipient", recipient);
        line(faults, "helper", helper);
        line(faults, "contact", contact);
        line(faults, "aboutByName", aboutBy.by());
        line(faults, "wordingByName", wordingBy.by());
        text(faults, "about", about);
        text(faults, "aboutTranslated", aboutTranslated);
        return faults;
    }

    /** What is missing before it can be checked. */
    List<Reason> missing(Tongue tongue) {
        List<Reason> faults = new ArrayList<>();
        given(faults, "recipient", recipient, "letters.fault.recipient");
        given(faults, "helper", helper, "letters.fault.helper");
        given(faults, "contact", contact, "letters.fault.contact");
        if (way == null) {
            faults.add(Reason.about("way", "letters.fault.way"));
        }
        if (tongue != Tongue.ENGLISH) {
            if (!about.isBlank()) {
                given(faults, "aboutTranslated", aboutTranslated, "letters.fault.translation");
                named(faults, "aboutByName", aboutBy);
            }
            named(faults, "wordingByName", wordingBy);
        }
        BlamingWords.in(about).forEach(word -> faults.add(Reason.about("about", "letters.fault.blaming", word)));
        return faults;
    }

    private static void named(List<Reason> faults, String field, Translation translation) {
        boolean person = translation.status() == Translation.Status.HUMAN
                || translation.status() == Translation.Status.CERTIFIED;
        if (person && (translation.by().isBlank() || translation.on() == null)) {
            faults.add(Reason.about(field, "letters.fault.translator"));
        }
    }

    private static void given(List<Reason> faults, String field, String text, String key) {
        if (text.isBlank()) {
            faults.add(Reason.about(field, key));
        }
    }

    private static void line(List<Reason> faults, String field, String text) {
        if (text.length() > LONGEST_LINE) {
            faults.add(Reason.about(field, "letters.fault.too-long", String.valueOf(LONGEST_LINE)));
        }
    }

    private static void text(List<Reason> faults, String field, String text) {
        if (text.length() > LONGEST_TEXT) {
            faults.add(Reason.about(field, "letters.fault.too-long", String.valueOf(LONGEST_TEXT)));
        }
    }
}
