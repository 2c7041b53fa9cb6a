package org.holdfast.casework;

/** What may be said about a request to see a case, or about emergency access. */
public enum AccessCommand {
    ALLOW,
    DECLINE,
    FIND_JUSTIFIED,
    FIND_NOT_JUSTIFIED
}
