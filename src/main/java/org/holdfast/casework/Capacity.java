package org.holdfast.casework;

/** What somebody is to the child or does for the child. */
public enum Capacity {
    LEAD_PROFESSIONAL,
    SOCIAL_WORKER,
    EXPLOITATION_WORKER,
    GUARDIAN,
    ADVOCATE,
    LEGAL_REPRESENTATIVE,
    PARENT,
    CARER,
    RELATIVE,
    TEACHER,
    HEALTH_PROFESSIONAL,
    POLICE_OFFICER,
    YOUTH_JUSTICE_WORKER,
    INTERPRETER,
    AGENCY,
    OTHER;

    /** Whether it is family, or stands in for it: the child may live with them. */
    public boolean family() {
        return this == PARENT || this == CARER || this == RELATIVE;
    }
}
