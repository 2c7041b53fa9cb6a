package org.holdfast.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.audit.HeadKey;
import org.holdfast.audit.PartnershipId;
import org.holdfast.audit.SignedHead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key of this installation for heads of the ledger: a file of its own that only the program's user may read, made at the first start.
 * Beside it, in {@code ledger-heads}, every head that was signed is kept once more, out of the database's reach.
 */
@Component
class LedgerKey implements HeadKey {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerKey.class);
    private static final String ALGORITHM = "Ed25519";
    private static final Pattern BLOCKS = Pattern.compile(
            "-----BEGIN PRIVATE KEY-----\\s(.+?)-----END PRIVATE KEY-----.*-----BEGIN PUBLIC KEY-----\\s(.+?)-----END PUBLIC KEY-----",
            Pattern.DOTALL);

    private final Path file;
    private final Path heads;

    LedgerKey(@Value("${holdfast.ledger-key:${holdfast.data}/ledger-key.pem}") Path file) {
        this.file = file.toAbsolutePath();
        this.heads = this.file.resolveSibling("ledger-heads");
        if (!Files.exists(this.file)) {
            make();
        }
    }

    @Override
    public String publicKey() {
        return Base64.getEncoder().encodeToString(read().getPublic().getEncoded());
    }

    @Override
    public String sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(read().getPrivate());
            signature.update(text);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a head was signed with the key it names. */
    static boolean genuine(SignedHead signed) {
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(signed.key())));
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(signed.head().signedText());
            return signature.verify(Base64.getDecoder().decode(signed.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public void keep(SignedHead head) {
        try {
            Files.createDirectories(heads);
            Files.writeString(
                    headsOf(head.head().partnership()),
                    head.printed() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the head could not be kept in " + heads, e);
        }
    }

    @Override
    public List<SignedHead> kept(PartnershipId partnership) {
        Path kept = headsOf(partnership);
        try {
            return Files.exists(kept) ? SignedHead.read(Files.readString(kept)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("the heads in " + kept + " could not be read", e);
        }
    }

    private Path headsOf(PartnershipId partnership) {
        return heads.resolve(partnership.value() + ".txt");
    }

    private void make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Files.createDirectories(file.getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    file,
                    block("PRIVATE KEY", pair.getPrivate().getEncoded())
                            + block("PUBLIC KEY", pair.getPublic().getEncoded()));
        } catch (FileAlreadyExistsException e) {
            LOG.debug("another program made {} at the same moment", file);
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the ledger could not be written to " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String block(String name, byte[] content) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(name, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content), name);
    }

    private KeyPair read() {
        try {
            if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
                LOG.warn(
                        "Everybody on this machine can read {}: heads of the ledger prove little until that ends",
                        file);
            }
            Matcher blocks = BLOCKS.matcher(Files.readString(file));
            if (!blocks.find()) {
                throw new IllegalStateException(file + " holds no key of a ledger");
            }
            KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
            PrivateKey secret = keys.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(blocks.group(1))));
            PublicKey open = keys.generatePublic(
                    new X509EncodedKeySpec(Base64.getMimeDecoder().decode(blocks.group(2))));
            return new KeyPair(open, secret);
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the ledger could not be read from " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of the ledger in " + file + " is none", e);
        }
    }
}
