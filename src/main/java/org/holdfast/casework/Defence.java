package org.holdfast.casework;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far the section 45 defence has come for one offence (NRM-17). Only what others did is recorded here: nothing rules on the defence,
 * and what Schedule 4 says of the offence opens or closes no step. For a child no compulsion is needed (Modern Slavery Act 2015,
 * section 45(4)).
 */
public enum Defence {
    NOT_CONSIDERED,
    CONSIDERED,
    RAISED,
    ACCEPTED,
    REFUSED,
    CHARGES_DROPPED,
    SENTENCE_REDUCED;

    /** What somebody outside did about it. */
    public enum Step {
        /** Somebody asked whether the defence could stand. */
        CONSIDER,
        /** It was put to police, prosecution or court. */
        RAISE,
        /** It was accepted. */
        ACCEPT,
        /** It was refused. */
        REFUSE,
        /** The charges were dropped. */
        DROP_CHARGES,
        /** The court took it into account in the sentence. */
        REDUCE_SENTENCE
    }

    private static final Map<Defence, Map<Step, Defence>> LADDER = new EnumMap<>(Map.of(
            NOT_CONSIDERED, Map.of(Step.CONSIDER, CONSIDERED, Step.RAISE, RAISED, Step.DROP_CHARGES, CHARGES_DROPPED),
            CONSIDERED, Map.of(Step.RAISE, RAISED, Step.DROP_CHARGES, CHARGES_DROPPED),
            RAISED,
                    Map.of(
                            Step.ACCEPT, ACCEPTED,
                            Step.REFUSE, REFUSED,
                            Step.DROP_CHARGES, CHARGES_DROPPED,
                            Step.REDUCE_SENTENCE, SENTENCE_REDUCED),
            ACCEPTED, Map.of(Step.REFUSE, REFUSED, Step.DROP_CHARGES, CHARGES_DROPPED),
            // raised again on appeal, or with new evidence
            REFUSED,
                    Map.of(
                            Step.RAISE, RAISED,
                            Step.DROP_CHARGES, CHARGES_DROPPED,
                            Step.REDUCE_SENTENCE, SENTENCE_REDUCED),
            // charged again
            CHARGES_DROPPED, Map.of(Step.CONSIDER, CONSIDERED, Step.RAISE, RAISED),
            SENTENCE_REDUCED, Map.of(Step.RAISE, RAISED)));

    /** The steps that can follow, in their order. */
    public Set<Step> available() {
        Map<Step, Defence> steps = LADDER.getOrDefault(this, Map.of());
        return steps.isEmpty() ? Set.of() : Collections.unmodifiableSet(new EnumMap<>(steps).keySet());
    }

    /** Where the defence stands after the step; empty when it cannot follow. */
    public Optional<Defence> after(Step step) {
        return Optional.ofNullable(LADDER.getOrDefault(this, Map.of()).get(step));
    }
}
