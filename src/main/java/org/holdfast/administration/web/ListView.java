package org.holdfast.administration.web;

import org.holdfast.administration.StaffList;
import org.jspecify.annotations.Nullable;

/**
 * Bringing in a list of people.
 *
 * @param read what the list says; null before one was given
 */
public record ListView(@Nullable StaffList read) {

    /** The headings as the first line of the file. */
    public String headings() {
        return String.join(",", StaffList.HEADINGS);
    }
}
