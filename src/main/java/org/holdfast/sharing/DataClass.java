package org.holdfast.sharing;

import org.holdfast.partnership.AgencyKind;

/** What kind of information about a child an agreement covers (SHR-1), and a field of a case holds ({@link FieldAccess}). */
public enum DataClass {
    /** Names, dates of birth, numbers, family. */
    IDENTITY_AND_CONTACT,
    /** Harm, risk and what protects the child; whatever somebody wrote as a story. */
    SAFEGUARDING,
    /** Offences, victims, suspects and what police know of them. */
    POLICE_RECORDS,
    /** Intelligence with its grading and handling. */
    POLICE_INTELLIGENCE,
    HEALTH,
    EDUCATION,
    /** Where the child lives and is, how the child is reached, and where those live who may live with the child. */
    HOME_AND_WHEREABOUTS,
    IMMIGRATION;

    /** What an agency of this kind tells of a child, where nothing on it says more. */
    public static DataClass toldBy(AgencyKind kind) {
        return switch (kind) {
            case HEALTH -> HEALTH;
            case POLICE -> POLICE_RECORDS;
            case EDUCATION -> EDUCATION;
            case BORDER_FORCE, HOME_OFFICE -> IMMIGRATION;
            case LOCAL_AUTHORITY,
                    YOUTH_JUSTICE,
                    GUARDIAN_SERVICE,
                    HOUSING,
                    PROBATION,
                    CHARITY,
                    COMPETENT_AUTHORITY,
                    OTHER -> SAFEGUARDING;
        };
    }
}
