package org.holdfast.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a message is not sent as things are. Worked out each time, so that a better address or profile lets it go by itself. */
public enum Hold {
    /** Nobody said where the person is written to, or it is no address. */
    NO_ADDRESS,
    /** The address lies outside the domains of secure mail of the profile, and the co-ordinator has not let the message go there. */
    OTHER_DOMAIN;

    /**
     * @param address of the reader
     * @param releasedTo the address to which the co-ordinator let it go; null for none
     * @return null where nothing holds it
     */
    static @Nullable Hold of(String address, List<String> secureDomains, @Nullable String releasedTo) {
        if (!EmailAddress.usable(address)) {
            return NO_ADDRESS;
        }
        return EmailAddress.within(address, secureDomains) || address.equals(releasedTo) ? null : OTHER_DOMAIN;
    }
}
