package org.holdfast.partnership;

/** What kind of agency it is; quorum and voting go by kind (NRM-4, NRM-6). */
public enum AgencyKind {
    LOCAL_AUTHORITY,
    POLICE,
    HEALTH,
    EDUCATION,
    YOUTH_JUSTICE,
    GUARDIAN_SERVICE,
    HOUSING,
    PROBATION,
    BORDER_FORCE,
    CHARITY,
    HOME_OFFICE,
    /** The part of the Home Office that assures local decisions (NRM-11). */
    COMPETENT_AUTHORITY,
    OTHER
}
