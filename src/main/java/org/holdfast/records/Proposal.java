package org.holdfast.records;

/** Why the program would not give a part as it is. A person decides. */
public enum Proposal {
    /** Names of other people stand in it. */
    SOMEBODY_ELSE,
    /** It is restricted: ask the agency that gave it (MTG-4, SHR-4). */
    RESTRICTED,
    /** It says where a child lives whose address is protected: whoever asks may be the one who must not find the child. */
    PROTECTED_ADDRESS
}
