package org.holdfast.demonstration;

import java.time.Instant;
import java.util.Set;
import org.holdfast.audit.Actor;
import org.holdfast.decisions.IssuedDecisions;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.letters.Explanation;
import org.holdfast.letters.Letter;
import org.holdfast.letters.LetterDraft;
import org.holdfast.letters.LetterId;
import org.holdfast.letters.LetterKind;
import org.holdfast.letters.Letters;
import org.holdfast.letters.Translation;
import org.holdfast.letters.Way;
import org.holdfast.pages.Tongue;
import org.holdfast.voice.ViewsLinks;
import org.springframework.stereotype.Component;

/** What social workers write to children, and how they ask them. */
@Component
final class LetterDesk {

    private final Letters letters;
    private final IssuedDecisions decisions;
    private final ViewsLinks links;

    LetterDesk(Letters letters, IssuedDecisions decisions, ViewsLinks links) {
        this.letters = letters;
        this.decisions = decisions;
        this.links = links;
    }

    /** The child's letter about the last decision, in English, written, checked and released. */
    LetterId told(MadeUpChild child, Cast.Player worker, Instant at) {
        Actor by = worker.actor();
        LetterId id = letters.begin(
                        by,
                        child.caseId(),
                        LetterKind.TO_CHILD,
                        decisions.of(by, child.caseId()).getFirst().id(),
                        Tongue.ENGLISH,
                        at)
                .orThrow();
        write(
                by,
                id,
                "You told us that school is the good part of your week. We wrote that down first. The plan keeps you there.",
                "",
                Translation.ORIGINAL,
                at);
        letters.check(by, id, version(by, id, at), Set.of(), false, at).orThrow();
        letters.release(
                        by,
                        id,
                        version(by, id, at),
                        true,
                        worker.member().name(),
                        UnitedKingdom.day(at).plusDays(1),
                        "",
                        at)
                .orThrow();
        return id;
    }

    private int version(Actor by, LetterId id, Instant at) {
        return letters.read(by, id, at).orThrow().letter().version();
    }

    /** The letter was gone through with the child. */
    void explained(LetterId id, Cast.Player worker, Instant at) {
        letters.explain(
                        worker.actor(),
                        id,
                        new Explanation.Draft(
                                UnitedKingdom.day(at),
                                worker.member().name(),
                                Tongue.ENGLISH,
                                "",
                                Explanation.Understood.YES,
                                "So it was not my fault. Can I keep the letter?"),
                        at)
                .orThrow();
    }

    /** A letter in Vietnamese that says that it is still being decided, begun and not finished. */
    void begun(MadeUpChild child, Cast.Player worker, Instant at) {
        LetterId id = letters.begin(worker.actor(), child.caseId(), LetterKind.TO_CHILD, null, Tongue.VIETNAMESE, at)
                .orThrow();
        write(
                worker.actor(),
                id,
                "We know that waiting is hard. You can stay at your school while we decide.",
                "Chúng tôi biết chờ đợi là khó khăn. Em có thể ở lại trường của em trong khi chúng tôi quyết định.",
                new Translation(Translation.Status.HUMAN, "Ina Interpreter", UnitedKingdom.day(at)),
                at);
    }

    private void write(Actor by, LetterId id, String about, String translated, Translation translation, Instant at) {
        Letter letter = letters.read(by, id, at).orThrow().letter();
        letters.write(
                        by,
                        id,
                        new LetterDraft(
                                letter.draft().recipient(),
                                letter.draft().helper(),
                                "You can text or call on 01632 960001.",
                                about,
                                translated,
                                translation,
                                letter.draft().wordingBy(),
                                Way.HANDED_OVER),
                        letter.version(),
                        at)
                .orThrow();
    }

    /** A link for the child's own words, open for a fortnight. */
    void asks(MadeUpChild child, Cast.Player worker, Instant at) {
        links.give(worker.actor(), child.caseId(), Tongue.ENGLISH, "The next panel", "", 14, at)
                .orThrow();
    }
}
