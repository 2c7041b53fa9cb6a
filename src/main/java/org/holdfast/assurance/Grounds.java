package org.holdfast.assurance;

/** On what a reconsideration is asked (NRM-14). */
public enum Grounds {
    NEW_EVIDENCE,
    GUIDANCE_NOT_FOLLOWED
}
