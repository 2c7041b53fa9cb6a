package org.holdfast.partnership;

/** Facts about a child that the Home Office form does not ask and a partnership may choose to. */
public enum FormPart {
    ETHNICITY,
    RELIGION,
    DISABILITY,
    SEXUAL_ORIENTATION,
    METHODS_OF_CONTROL,
    NHS_NUMBER,
    UNIQUE_PUPIL_NUMBER,
    SCHOOL,
    PLACEMENT,
    YOUTH_JUSTICE_STATUS,
    GUARDIAN_REFERRAL
}
