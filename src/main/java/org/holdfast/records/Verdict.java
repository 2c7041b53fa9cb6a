package org.holdfast.records;

/** What a person settled about a part. */
public enum Verdict {
    GIVEN,
    /** Given, with words blacked out. */
    CUT,
    WITHHELD
}
