package org.holdfast.app;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A device with one passkey, written from the specification and without the library that the program checks it with. It says the truth unless
 * it is told to lie.
 */
final class TestPasskey {

    static final int PRESENT = 0x01;
    static final int VERIFIED = 0x04;
    private static final int KEY_INCLUDED = 0x40;

    private final KeyPair pair;
    private final byte[] id;
    private final byte[] owner;
    private final String origin;
    private int counter;

    private TestPasskey(KeyPair pair, byte[] id, byte[] owner, String origin) {
        this.pair = pair;
        this.id = id;
        this.owner = owner;
        this.origin = origin;
    }

    /** A device that makes a passkey for whom a page says, when that page is open at an address. */
    static TestPasskey forWhom(String page, String origin) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            byte[] id = new byte[16];
            new java.security.SecureRandom().nextBytes(id);
            return new TestPasskey(generator.generateKeyPair(), id, bytes(said(page, "account")), origin);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String said(String page, String what) {
        Matcher found = Pattern.compile("data-" + what + "=\"([^\"]*)\"").matcher(page);
        if (!found.find()) {
            throw new IllegalArgumentException("the page says no " + what);
        }
        return found.group(1);
    }

    /** What it answers to a page that asks for a new passkey. */
    String[] made(String page, String name) {
        return made(page, name, PRESENT | VERIFIED, origin);
    }

    String[] made(String page, String name, int flags, String from) {
        byte[] said = device("localhost", flags | KEY_INCLUDED, key());
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        made.writeBytes(new byte[] {(byte) 0xa3, 0x63});
        made.writeBytes(ascii("fmt"));
        made.write(0x64);
        made.writeBytes(ascii("none"));
        made.write(0x67);
        made.writeBytes(ascii("attStmt"));
        made.write(0xa0);
        made.write(0x68);
        made.writeBytes(ascii("authData"));
        made.writeBytes(new byte[] {0x58, (byte) said.length});
        made.writeBytes(said);
        return new String[] {
            "passkey-name",
            name,
            "passkey-client",
            spelled(ascii(client("webauthn.create", said(page, "challenge"), from, false))),
            "passkey-made",
            spelled(made.toByteArray())
        };
    }

    /** The public key, as COSE has it, with the name of the passkey. */
    private byte[] key() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(new byte[16]);
        all.writeBytes(new byte[] {0, (byte) id.length});
        all.writeBytes(id);
        all.writeBytes(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20});
        all.writeBytes(of32(key.getW().getAffineX()));
        all.writeBytes(new byte[] {0x22, 0x58, 0x20});
        all.writeBytes(of32(key.getW().getAffineY()));
        return all.toByteArray();
    }

    private static byte[] of32(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] all = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, all, 32 - length, length);
        return all;
    }

    private byte[] device(String domain, int flags, byte[] rest) {
        return ByteBuffer.allocate(37 + rest.length)
                .put(sha256(ascii(domain)))
                .put((byte) flags)
                .putInt(counter)
                .put(rest)
                .array();
    }

    private static String client(String type, String challenge, String from, boolean framed) {
        return "{\"type\":\"" + type + "\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + from
                + "\",\"crossOrigin\":" + framed + "}";
    }

    /** Begins to answer a question. */
    Answer to(String challenge) {
        counter++;
        return new Answer(challenge);
    }

    /** Where the device counts from now on. */
    void counts(int from) {
        counter = from;
    }

    byte[] owner() {
        return owner;
    }

    /** An answer in the making: true, unless it is changed. */
    final class Answer {

        private final String challenge;
        private String type = "webauthn.get";
        private String from = origin;
        private boolean framed;
        private String domain = "localhost";
        private int flags = PRESENT | VERIFIED;
        private byte[] whose = owner;
        private byte[] called = id;
        private KeyPair signs = pair;

        private Answer(String challenge) {
            this.challenge = challenge;
        }

        Answer type(String other) {
            type = other;
            return this;
        }

        Answer from(String other) {
            from = other;
            return this;
        }

        Answer inAFrame() {
            framed = true;
            return this;
        }

        Answer domain(String other) {
            domain = other;
            return this;
        }

        Answer flags(int other) {
            flags = other;
            return this;
        }

        Answer whose(byte[] other) {
            whose = other;
            return this;
        }

        /** As if it were another passkey, whose name somebody has got hold of. */
        Answer called(TestPasskey other) {
            called = other.id;
            whose = other.owner;
            return this;
        }

        Answer signedBy(TestPasskey other) {
            signs = other.pair;
            return this;
        }

        String[] sent() {
            byte[] client = ascii(client(type, challenge, from, framed));
            byte[] said = device(domain, flags, new byte[0]);
            try {
                Signature signature = Signature.getInstance("SHA256withECDSA");
                signature.initSign(signs.getPrivate());
                signature.update(said);
                signature.update(sha256(client));
                return new String[] {
                    "passkey-id",
                    spelled(called),
                    "passkey-client",
                    spelled(client),
                    "passkey-device",
                    spelled(said),
                    "passkey-signature",
                    spelled(signature.sign()),
                    "passkey-owner",
                    spelled(whose)
                };
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String spelled) {
        return Base64.getUrlDecoder().decode(spelled);
    }

    private static String spelled(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
