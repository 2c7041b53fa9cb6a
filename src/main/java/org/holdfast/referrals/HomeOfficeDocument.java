package org.holdfast.referrals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file that the referrer attached, as the payload names it. The file itself does not come along, and the address soon stops working.
 *
 * @param number its place among the files, from 1
 * @param name file name as the referrer had it; empty when none was sent
 * @param mimeType type as the sender saw it, not as we checked it; empty when none was sent
 * @param address where the Home Office keeps it, without the key that opened it; empty when none was sent
 */
public record HomeOfficeDocument(int number, String name, String mimeType, String address) {

    private static final Pattern KEY =
            Pattern.compile("Document([1-9][0-9]{0,3})\\.(URL|Name|MimeType|URLLoadContent)");

    /** Whether a payload key belongs to a file. */
    static boolean owns(String key) {
        return KEY.matcher(key).matches();
    }

    /** What may be shown of a value: an address loses the key that opens it. */
    static String shown(String key, String value) {
        return owns(key) && key.endsWith(".URL") ? withoutSecret(value) : value;
    }

    /** Names a file in a payload; without an address, as it lies here and not at the Home Office. */
    static void write(Map<String, String> payload, int number, String name, String mimeType) {
        payload.put("Document" + number + ".Name", name);
        payload.put("Document" + number + ".MimeType", mimeType);
    }

    static List<HomeOfficeDocument> in(Map<String, String> payload) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String key : payload.keySet()) {
            Matcher matcher = KEY.matcher(key);
            if (matcher.matches()) {
                numbers.add(Integer.valueOf(matcher.group(1)));
            }
        }
        List<HomeOfficeDocument> documents = new ArrayList<>();
        for (int number : numbers) {
            String prefix = "Document" + number + ".";
            documents.add(new HomeOfficeDocument(
                    number,
                    text(payload.get(prefix + "Name")),
                    text(payload.get(prefix + "MimeType")),
                    withoutSecret(text(payload.get(prefix + "URL")))));
        }
        return List.copyOf(documents);
    }

    private static String withoutSecret(String address) {
        for (int at = 0; at < address.length(); at++) {
            char character = address.charAt(at);
            if (character == '?' || character == '&' || character == '#' || character == ';') {
                return address.substring(0, at);
            }
        }
        return address;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
