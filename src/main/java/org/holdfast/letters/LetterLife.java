package org.holdfast.letters;

import static org.holdfast.letters.LetterState.CHECKED;
import static org.holdfast.letters.LetterState.DISCARDED;
import static org.holdfast.letters.LetterState.DRAFTED;
import static org.holdfast.letters.LetterState.EXPLAINED;
import static org.holdfast.letters.LetterState.RELEASED;

import java.util.Map;
import java.util.Set;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;

/** The life of a letter: which command is possible in which state, and where it may lead. What is not in the table is refused. */
public final class LetterLife {
    private static final Map<LetterState, Map<LetterCommand, Set<LetterState>>> TABLE = Map.of(
            DRAFTED,
                    Map.of(
                            LetterCommand.WRITE, Set.of(DRAFTED),
                            LetterCommand.CHECK, Set.of(CHECKED),
                            LetterCommand.DISCARD, Set.of(DISCARDED)),
            CHECKED,
                    Map.of(
                            LetterCommand.WRITE, Set.of(DRAFTED),
                            LetterCommand.CHECK, Set.of(CHECKED),
                            LetterCommand.RELEASE, Set.of(RELEASED),
                            LetterCommand.DISCARD, Set.of(DISCARDED)),
            // not understood: it is still to be explained
            RELEASED, Map.of(LetterCommand.EXPLAIN, Set.of(RELEASED, EXPLAINED)),
            EXPLAINED, Map.of(LetterCommand.EXPLAIN, Set.of(EXPLAINED)),
            DISCARDED, Map.of());

    private LetterLife() {}

    /** Where the command may lead from here, or why it may not be given. */
    public static Outcome<Set<LetterState>> ask(LetterState state, LetterCommand command) {
        Set<LetterState> next = TABLE.getOrDefault(state, Map.of()).get(command);
        return next == null ? Outcome.refused(refusal(state)) : Outcome.done(next);
    }

    /** The commands a letter in this state takes. */
    public static Set<LetterCommand> available(LetterState state) {
        return TABLE.getOrDefault(state, Map.of()).keySet();
    }

    private static Reason refusal(LetterState state) {
        return switch (state) {
            case DRAFTED -> Reason.of("letters.refused.drafted", "NRM-12");
            case CHECKED -> Reason.of("letters.refused.checked", "NRM-12");
            case RELEASED -> Reason.of("letters.refused.released", "NRM-12");
            case EXPLAINED -> Reason.of("letters.refused.explained", "NRM-12");
            case DISCARDED -> Reason.of("letters.refused.discarded", "NRM-12");
        };
    }
}
