package org.holdfast.letters;

import java.util.Locale;
import org.holdfast.decisions.Determination;

/** The standard wording of a letter, by what it has to tell. */
public enum Frame {
    STILL_DECIDING,
    REASONABLE_POSITIVE,
    CONCLUSIVE_POSITIVE,
    REASONABLE_NEGATIVE,
    CONCLUSIVE_NEGATIVE;

    /** The frame that tells of a decision. */
    public static Frame of(Determination determination) {
        return switch (determination) {
            case NEGATIVE_RG -> REASONABLE_NEGATIVE;
            case POSITIVE_RG -> REASONABLE_POSITIVE;
            case POSITIVE_RG_AND_CG, POSITIVE_CG -> CONCLUSIVE_POSITIVE;
            case NEGATIVE_CG -> CONCLUSIVE_NEGATIVE;
        };
    }

    /** As the keys of the wording begin. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
