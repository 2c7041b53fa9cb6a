package org.holdfast.partnership;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Enciphers the secrets of second factors, the tokens of programs and the secrets by which programs know what they are sent (AES-256 in
 * GCM), each bound to its account, client or webhook, so that a copy of the database signs nobody in. The key stands outside the
 * database: in the setting {@code holdfast.account-key}, which several nodes share, or in a file beside the data that only its owner reads.
 */
@Component
class Strongbox {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final String given;
    private final @Nullable SecretKeySpec before;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable SecretKeySpec key;

    /** @param before the key in whose place this one came, with which things may still be shut; empty for none */
    Strongbox(
            @Value("${holdfast.data}") Path data,
            @Value("${holdfast.account-key:}") String given,
            @Value("${holdfast.account-key-before:}") String before) {
        this.file = data.resolve("account-key");
        this.given = given;
        this.before = before.isEmpty() ? null : key("holdfast.account-key-before", before);
    }

    /** Whether a key came in the place of another. */
    boolean changing() {
        return before != null;
    }

    /** What was shut with the key before, shut with the one that counts now; empty where it needs not be, or where neither opens it. */
    Optional<byte[]> shutAnew(UUID account, byte[] shut) {
        return opened(key(), account, shut).isPresent()
                ? Optional.empty()
                : openIfOurs(account, shut).map(secret -> shut(account, secret));
    }

    byte[] shut(UUID account, byte[] secret) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] shut = enciphered(account, nonce, secret);
        return ByteBuffer.allocate(nonce.length + shut.length)
                .put(nonce)
                .put(shut)
                .array();
    }

    /**
     * @throws IllegalStateException where the key is not the one it was shut with
     */
    byte[] open(UUID account, byte[] shut) {
        return openIfOurs(account, shut)
                .orElseThrow(() -> new IllegalStateException(
                        "a second factor cannot be opened: is this the key it was kept with?"));
    }

    /** What was shut for this account or client; empty where somebody else made it. */
    Optional<byte[]> openIfOurs(UUID account, byte[] shut) {
        Optional<byte[]> now = opened(key(), account, shut);
        return now.isPresent() || before == null ? now : opened(before, account, shut);
    }

    private static Optional<byte[]> opened(SecretKeySpec with, UUID account, byte[] shut) {
        if (shut.length < NONCE + TAG_BITS / 8) {
            return Optional.empty();
        }
        ByteBuffer all = ByteBuffer.wrap(shut);
        byte[] nonce = new byte[NONCE];
        all.get(nonce);
        byte[] rest = new byte[all.remaining()];
        all.get(rest);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, with, account, nonce, rest));
        } catch (AEADBadTagException notOurs) {
            return Optional.empty();
        }
    }

    private byte[] enciphered(UUID account, byte[] nonce, byte[] secret) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key(), account, nonce, secret);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] cipher(int mode, SecretKeySpec with, UUID account, byte[] nonce, byte[] bytes)
            throws AEADBadTagException {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, with, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ByteBuffer.allocate(16)
                    .putLong(account.getMostSignificantBits())
                    .putLong(account.getLeastSignificantBits())
                    .flip());
            return cipher.doFinal(bytes);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known == null) {
            known = key("holdfast.account-key", given.isEmpty() ? fromFile() : given);
            key = known;
        }
        return known;
    }

    private static SecretKeySpec key(String setting, String written) {
        byte[] bytes = Base64.getDecoder().decode(written);
        if (bytes.length != 32) {
            throw new CannotStart(setting + " is not 32 bytes in base 64");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    private String fromFile() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try {
                byte[] made = new byte[32];
                random.nextBytes(made);
                Path fresh = Files.createTempFile(
                        file.toAbsolutePath().getParent(),
                        "account-key",
                        "",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                try {
                    Files.writeString(fresh, Base64.getEncoder().encodeToString(made));
                    // whole or not at all, and never over one that is there
                    Files.createLink(file.toAbsolutePath(), fresh);
                } finally {
                    Files.delete(fresh);
                }
            } catch (FileAlreadyExistsException there) {
                // made before, or by another at this moment
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the second factors cannot be kept in " + file, e);
        }
    }
}
