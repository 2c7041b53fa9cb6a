package org.holdfast.letters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Language;
import org.holdfast.pages.Phrases;
import org.holdfast.pages.Tongue;
import org.springframework.stereotype.Component;

/** The standard wording of letters, language by language, and how a letter is put together from it. */
@Component
public final class Frames {

    private final Phrases childs = Phrases.read("frames/letters");
    private final Phrases carers = Phrases.read("frames/carers");
    private final Phrases formal = Phrases.read("frames/formal");

    Frames() {}

    /**
     * What of a letter is not written by anybody.
     *
     * @param child the child's name as known
     * @param reference to give when asking
     */
    public record Setting(String child, String reference, String partnership) {}

    /** The languages in which letters of a kind are on offer. */
    public Set<Tongue> tongues(LetterKind kind) {
        return of(kind).tongues();
    }

    /** Who answers for the standard wording in a language, as it comes with the program. */
    public Translation translation(LetterKind kind, Tongue tongue) {
        Phrases phrases = of(kind);
        String on = phrases.say(tongue, "status-on");
        return new Translation(
                Translation.Status.valueOf(phrases.say(tongue, "status")),
                phrases.say(tongue, "status-by"),
                on.isBlank() ? null : LocalDate.parse(on));
    }

    /** The sheets of a letter: in the person's language first, and in English beside it where that is another. */
    public List<Sheet> sheets(Letter letter, Setting setting) {
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(sheet(letter, setting, letter.tongue()));
        if (letter.tongue() != Tongue.ENGLISH) {
            sheets.add(sheet(letter, setting, Tongue.ENGLISH));
        }
        return List.copyOf(sheets);
    }

    private Sheet sheet(Letter letter, Setting setting, Tongue tongue) {
        return new Said(letter, setting, tongue).sheet();
    }

    private Phrases of(LetterKind kind) {
        return switch (kind) {
            case TO_CHILD -> childs;
            case TO_PARENT_OR_CARER -> carers;
            case TO_SOCIAL_WORKER, TO_LEGAL_REPRESENTATIVE -> formal;
        };
    }

    /** One sheet in the making. */
    private final class Said {
        private final Letter letter;
        private final Tongue tongue;
        private final Object[] values;
        private final List<Sheet.Part> parts = new ArrayList<>();

        Said(Letter letter, Setting setting, Tongue tongue) {
            this.letter = letter;
            this.tongue = tongue;
            LetterDraft draft = letter.draft();
            this.values = new Object[] {
                letter.kind().childs() ? draft.recipient() : setting.child(),
                draft.helper(),
                draft.contact(),
                setting.reference(),
                setting.partnership(),
                Dates.date(Language.of(tongue.tag()), letter.decidedOn()),
                draft.recipient()
            };
        }

        Sheet sheet() {
            String frame = letter.frame().key();
            say(Sheet.Kind.TITLE, frame + ".outcome");
            if (tongue != Tongue.ENGLISH && letter.draft().translation().machine()) {
                say(Sheet.Kind.NOTICE, "machine.note");
            }
            say(Sheet.Kind.TEXT, "greeting");
            if (letter.kind().explained()) {
                say(Sheet.Kind.TEXT, frame + ".opening");
                section("means.heading", frame + ".means");
                about();
                section("next.heading", frame + ".next");
                section("helps.heading", "helps");
                section("questions.heading", "questions");
                say(Sheet.Kind.HEADING, "safe.heading");
                say(Sheet.Kind.NOTICE, "safe");
                say(Sheet.Kind.TEXT, "closing");
                say(Sheet.Kind.FOOT, "reference");
            } else {
                say(Sheet.Kind.TEXT, "about-whom");
                say(Sheet.Kind.TEXT, frame + ".opening");
                about();
                section("next.heading", frame + ".next");
                section("explain.heading", "explain");
                section("reference.heading", "reference");
                section("ask.heading", "ask");
                say(Sheet.Kind.TEXT, "closing");
                say(Sheet.Kind.FOOT, "standard");
            }
            return new Sheet(tongue, parts);
        }

        private void about() {
            LetterDraft draft = letter.draft();
            String text = tongue == Tongue.ENGLISH ? draft.about() : draft.aboutTranslated();
            if (!text.isBlank()) {
                say(Sheet.Kind.HEADING, "about.heading");
                parts.add(new Sheet.Part(Sheet.Kind.TEXT, tongue.shown(text.strip())));
            }
        }

        private void section(String heading, String text) {
            say(Sheet.Kind.HEADING, heading);
            say(Sheet.Kind.TEXT, text);
        }

        private void say(Sheet.Kind kind, String key) {
            parts.add(new Sheet.Part(
                    kind, of(letter.kind()).say(tongue, key, values).strip()));
        }
    }
}
