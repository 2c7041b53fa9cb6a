package org.holdfast.partnership;

import java.time.Instant;

/** What came of a name and a password. */
public sealed interface SigningIn {

    /** No such name, or not its password: one cannot tell which. */
    record Refused() implements SigningIn {}

    /** Too many wrong tries at this name from this place: nothing was looked at, and nothing is before then. */
    record Later(Instant until) implements SigningIn {}

    /** All that is asked of this person. */
    record Done(Membership membership) implements SigningIn {}

    /** Right so far; now the code of their authenticator app, a recovery code or a passkey. */
    record CodeWanted(Membership membership) implements SigningIn {}

    /** Right so far; but a second factor must be set up before anything is shown. */
    record SecondFactorWanted(Membership membership) implements SigningIn {}
}
