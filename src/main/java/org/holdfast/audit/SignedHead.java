package org.holdfast.audit;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A head with the signature of this installation, in the form in which it is printed, sent away and read back.
 *
 * @param key the public key it was signed with, Ed25519, as Base64 of its X.509 form
 * @param signature as Base64
 */
public record SignedHead(Head head, String key, String signature) {

    private static final Pattern PRINTED = Pattern.compile(
            "Holdfast ledger head\\R+partnership: *(\\S+)\\R+day: *(\\S+)\\R+line: *(\\d{1,18})\\R+hash: *([0-9a-f]{64})\\R+"
                    + "key: *(\\S+)\\R+signature: *(\\S+)");

    /** As it is kept on paper or in a file; several stand below one another. */
    public String printed() {
        return new String(head.signedText(), StandardCharsets.UTF_8) + "key: " + key + "\nsignature: " + signature
                + "\n";
    }

    /**
     * The heads in a file that was kept, in the order in which they stand there. Empty where it holds none.
     *
     * @throws IllegalArgumentException where a head stands there that no program printed
     */
    public static List<SignedHead> read(String file) {
        List<SignedHead> heads = new ArrayList<>();
        Matcher printed = PRINTED.matcher(file);
        while (printed.find()) {
            heads.add(new SignedHead(
                    new Head(
                            new PartnershipId(UUID.fromString(printed.group(1))),
                            LocalDate.parse(printed.group(2)),
                            Long.parseLong(printed.group(3)),
                            printed.group(4)),
                    printed.group(5),
                    printed.group(6)));
        }
        return List.copyOf(heads);
    }
}
