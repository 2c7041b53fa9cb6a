package org.holdfast.meetings;

import java.util.List;

/**
 * One thing to open beside an item.
 *
 * @param key message key of what it is or what is to be done ("Record your vote")
 * @param details values for the numbered places of the message, fit to be read
 * @param path its page, beginning with a slash
 * @param stateKey message key of where it stands; empty when there is nothing to say
 * @param stateDetails values for the numbered places of the state
 */
public record ItemLink(String key, List<String> details, String path, String stateKey, List<String> stateDetails) {
    public ItemLink {
        details = List.copyOf(details);
        stateDetails = List.copyOf(stateDetails);
    }
}
