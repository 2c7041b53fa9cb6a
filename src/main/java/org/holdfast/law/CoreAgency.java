package org.holdfast.law;

/** The three kinds of agency that the pilot wants on every panel (NRM-4). */
public enum CoreAgency {
    LOCAL_AUTHORITY,
    POLICE,
    HEALTH
}
