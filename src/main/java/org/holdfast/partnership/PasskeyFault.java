package org.holdfast.partnership;

/** Why the answer of a passkey was refused. Nobody is told but the ledger. */
enum PasskeyFault {
    /** It answers no question of this session that is open: it was over, answered before, or another's. */
    QUESTION,
    /** It was given to another place than ours, as by somebody who is lured there. */
    PLACE,
    /** The signature is not of this passkey. */
    SIGNATURE,
    /** The device did not make sure who uses it. */
    PERSON,
    /** The passkey counts its uses, and this number was there before: somebody may have copied it. */
    COUNTER,
    /** It is somebody else's passkey. */
    OWNER,
    /** It is not what a passkey answers. */
    FORM
}
