package org.holdfast.mail;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where somebody is written to: one plain address, and whether it lies in a domain of secure mail. */
final class EmailAddress {

    /** One address and nothing around it: no name, no list, no line break with which a header could be forged. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.)+[A-Za-z]{2,63}");

    private EmailAddress() {}

    static boolean usable(String address) {
        return address.length() <= 254 && PLAIN.matcher(address).matches();
    }

    /**
     * Whether the address lies in one of the domains.
     *
     * @param domains such as {@code nhs.net}, which is that domain alone, or {@code *.gov.uk}, which is every domain below it
     */
    static boolean within(String address, List<String> domains) {
        if (!usable(address)) {
            return false;
        }
        String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return domains.stream()
                .anyMatch(secure ->
                        secure.startsWith("*.") ? domain.endsWith(secure.substring(1)) : domain.equals(secure));
    }
}
