package org.holdfast.sharing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * To whom something of a case was given, for what, and on which lawful basis (SHR-2). Who gave it and when stands on the same line of the
 * ledger.
 *
 * @param member the person of the partnership it went to; null where it went to somebody else or to whoever asked
 * @param sha256 fingerprint of what was given, in hexadecimal; null where it was a page
 */
public record Given(
        Recipient recipient,
        @Nullable UUID member,
        Purpose purpose,
        LawfulBasis lawfulBasis,
        @Nullable String sha256) {

    /** Who it went to. */
    public enum Recipient {
        /** Whoever asked for it, and reads it or took it along. */
        READER,
        /** A member to whom it was sent. */
        MEMBER,
        CHILD,
        PARENT_OR_CARER,
        SOCIAL_WORKER,
        LEGAL_REPRESENTATIVE,
        COMPETENT_AUTHORITY,
        /** Another partnership that accepted the case (SHR-6). */
        OTHER_PARTNERSHIP
    }

    /** Given to whoever asked, on a page or as a file. */
    public static Given toReader(Purpose purpose, @Nullable String sha256) {
        return new Given(Recipient.READER, null, purpose, LawfulBasis.PUBLIC_TASK_AND_SAFEGUARDING, sha256);
    }

    /** Given to the competent authority, which assures what was decided (SHR-5). */
    public static Given toCompetentAuthority(@Nullable String sha256) {
        return new Given(
                Recipient.COMPETENT_AUTHORITY,
                null,
                Purpose.ASSURANCE,
                LawfulBasis.PUBLIC_TASK_AND_SAFEGUARDING,
                sha256);
    }

    /** The fingerprint of what was given: SHA-256 in hexadecimal. */
    public static String fingerprint(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
