package org.holdfast.packs.web;

import org.holdfast.meetings.MeetingId;
import org.holdfast.packs.Packs;

/** A version of the pack as it was locked, as far as its reader reads it. */
public record PackVersionView(Packs.Version version) {

    public String back() {
        return Paths.pack(new MeetingId(version.pack().meeting()));
    }
}
