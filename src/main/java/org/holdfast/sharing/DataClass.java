package org.holdfast.sharing;

import java.util.EnumSet;
import java.util.Set;
import org.holdfast.partnership.AgencyKind;

/** What kind of information about a child an agreement covers (SHR-1), and a field of a case holds ({@link FieldAccess}). */
public enum DataClass {
    /** Names, dates of birth, numbers, family. */
    IDENTITY_AND_CONTACT,
    /** Harm, risk and what protects the child; whatever somebody wrote as a story. */
    SAFEGUARDING,
    /** Victims, suspects, and what police know of them. */
    POLICE_RECORDS,
    /**
     * Offences of which the child is suspected, charged or convicted, with the section 45 defence: criminal offence data, alleged ones too
     * (UK GDPR article 10; Data Protection Act 2018, section 11(2) and Schedule 1).
     */
    OFFENCES,
    /** Intelligence with its grading and handling. */
    POLICE_INTELLIGENCE,
    HEALTH,
    EDUCATION,
    /** Where the child lives and is, how the child is reached, and where those live who may live with the child. */
    HOME_AND_WHEREABOUTS,
    IMMIGRATION;

    /** The words under which agreements name kinds of information; a change of what a word covers begins a new wording. */
    static final int WORDING = 2;

    /**
     * What an agreement covers whose parties signed for these kinds of information. In the first wording the records of police were signed for as
     * "offences, victims and suspects", and the child's own offences had no name of their own.
     */
    static Set<DataClass> signedFor(Set<DataClass> named, int wording) {
        if (wording >= WORDING || !named.contains(POLICE_RECORDS)) {
            return named;
        }
        EnumSet<DataClass> covered = EnumSet.copyOf(named);
        covered.add(OFFENCES);
        return covered;
    }

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
