package org.holdfast.letters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.decisions.DecisionId;
import org.holdfast.pages.Tongue;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * One letter to one person about one child (NRM-12).
 *
 * @param decision what it tells of; null for a letter that says that nothing is decided yet
 * @param decidedOn the day of that decision; for a letter without one, the day on which it was begun
 * @param startedBy id of the member who began it
 */
public record Letter(
        LetterId id,
        CaseId caseId,
        @Nullable DecisionId decision,
        LocalDate decidedOn,
        LetterKind kind,
        Frame frame,
        Tongue tongue,
        LetterState state,
        LetterDraft draft,
        @Nullable Checked checked,
        @Nullable Released released,
        List<Explanation> explanations,
        Instant startedAt,
        UUID startedBy,
        String startedByName,
        int version) {

    /**
     * That it was looked at before it went.
     *
     * @param names of other people that are meant to stand in it
     * @param readingAge of its English
     * @param carer what was answered before a parent or carer is written to
     */
    public record Checked(Instant at, String by, List<String> names, int readingAge, CarerAnswers carer) {
        public Checked {
            names = List.copyOf(names);
        }
    }

    /**
     * That it was released.
     *
     * @param written the sheets as they went
     * @param seal SHA-256 over them
     * @param explainer who is to explain it; empty for a formal letter
     * @param explainOn when
     * @param interpreter with whom; empty where none is needed
     */
    public record Released(
            Instant at,
            String by,
            String written,
            String seal,
            String explainer,
            @Nullable LocalDate explainOn,
            String interpreter) {

        /** Whether it is still what was released. */
        public boolean whole() {
            return Sheet.seal(written).equals(seal);
        }
    }

    public Letter {
        explanations = List.copyOf(explanations);
    }
}
