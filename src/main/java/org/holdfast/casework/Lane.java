package org.holdfast.casework;

import org.holdfast.sharing.DataClass;

/** The kind of an event in a child's chronology: one lane of the picture. */
public enum Lane {
    MISSING,
    HOME,
    FAMILY,
    EDUCATION,
    HEALTH,
    EXPLOITATION,
    POLICE,
    COURT,
    CONTACT,
    VOICE,
    DECISION;

    /** What kind of information a line of this lane is; what somebody wrote as a story is safeguarding. */
    public DataClass holds() {
        return switch (this) {
            case HOME -> DataClass.HOME_AND_WHEREABOUTS;
            case HEALTH -> DataClass.HEALTH;
            case EDUCATION -> DataClass.EDUCATION;
            case POLICE -> DataClass.POLICE_RECORDS;
            case MISSING, FAMILY, EXPLOITATION, COURT, CONTACT, VOICE, DECISION -> DataClass.SAFEGUARDING;
        };
    }
}
