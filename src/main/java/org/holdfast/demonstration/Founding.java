package org.holdfast.demonstration;

/**
 * How an installation begins that is no demonstration: its local profile and names.
 *
 * @param profile id of the profile, such as {@code cardiff}
 * @param partnership its name; blank for that of the profile
 * @param agency name of the agency of the first administrator; blank for the first council of the profile
 */
public record Founding(String profile, String partnership, String agency) {}
