package org.holdfast.casework.web;

import org.holdfast.casework.Actions;

/**
 * An action as whoever has to do it sees it.
 *
 * @param meanwhile whether somebody else has changed it since the reader saw it
 */
public record OwnedActionView(Actions.Owned owned, boolean meanwhile) {

    public String path() {
        return "/actions/" + owned.action().id();
    }
}
