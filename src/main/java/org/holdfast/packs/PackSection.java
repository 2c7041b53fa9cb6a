package org.holdfast.packs;

import org.holdfast.sharing.DataClass;

/** The parts of a child's pack, in the order in which they are read: the child comes first. */
public enum PackSection {
    /** What the child wants and feels, in the child's own words (GRD-4). */
    VIEWS,
    /** What the panel would need and does not have. */
    MISSING,
    /** What the first responder told, in short. */
    REFERRAL,
    /** Each element of the definition, with evidence for and against and where it comes from (NRM-7). */
    DEFINITION,
    /** What the agencies told, agency by agency (MTG-3). */
    RETURNS,
    CHRONOLOGY,
    /** Court dates and custody (NRM-16). */
    COURT,
    PLAN;

    /** The most sensitive kind of information that a line of this section may be, where it does not say so itself. */
    DataClass mayHold() {
        return switch (this) {
            case CHRONOLOGY, COURT -> DataClass.HOME_AND_WHEREABOUTS;
            case VIEWS, MISSING, REFERRAL, DEFINITION, RETURNS, PLAN -> DataClass.SAFEGUARDING;
        };
    }
}
