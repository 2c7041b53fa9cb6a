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

    /**
     * Whether whoever writes a line of this lane can say that it tells this. A lane that is a kind of its own is no other; but police
     * say what is intelligence and what the child is said to have done.
     */
    boolean mayTell(DataClass kind) {
        return switch (kind) {
            case HEALTH, EDUCATION, POLICE_RECORDS, HOME_AND_WHEREABOUTS, IMMIGRATION ->
                holds() == DataClass.SAFEGUARDING || holds() == kind;
            case POLICE_INTELLIGENCE, OFFENCES -> holds() == DataClass.SAFEGUARDING || this == POLICE;
            case IDENTITY_AND_CONTACT, SAFEGUARDING -> false;
        };
    }

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
