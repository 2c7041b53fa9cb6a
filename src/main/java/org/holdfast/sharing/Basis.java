package org.holdfast.sharing;

/** Why somebody needs to know of a case (SHR-3). */
public enum Basis {
    /** The person, or the person's team, holds the case. */
    ASSIGNED,
    /** The person wrote the referral. */
    REFERRER,
    /** The person's agency works with the child. */
    AGENCY,
    /** The case is on an agenda the person is invited to (MTG-2). */
    AGENDA_ITEM,
    /** The person's agency was asked for information. */
    REQUEST,
    /** An action of the plan is the person's to do; it opens that action and nothing else of the case (MTG-5). */
    ACTION,
    /** A point of the competent authority is the person's to answer; it opens that and nothing else of the case (NRM-11). */
    POINT,
    /** The case holder allowed the person to see the case, until a day (SHR-3). */
    ALLOWED,
    /** The person took emergency access, with a reason and until an hour; somebody else reviews it (SHR-3). */
    EMERGENCY,
    /**
     * The person's office covers every case of the partnership: the panel co-ordinator's, or the competent authority's for what was sent
     * to it.
     */
    OFFICE;

    /** Whether one agency gets to know through it what others know, which needs an agreement in force (SHR-1). */
    public boolean betweenAgencies() {
        return switch (this) {
            case AGENCY, AGENDA_ITEM, REQUEST, ALLOWED -> true;
            case ASSIGNED, REFERRER, ACTION, POINT, EMERGENCY, OFFICE -> false;
        };
    }

    /** For what somebody gets to know through it, where nothing else is said. */
    public Purpose usualPurpose() {
        return switch (this) {
            case AGENDA_ITEM, REQUEST -> Purpose.GROUNDS_DECISION;
            case POINT -> Purpose.ASSURANCE;
            case AGENCY, ALLOWED, ASSIGNED, REFERRER, ACTION, EMERGENCY, OFFICE -> Purpose.CASE_WORK;
        };
    }
}
