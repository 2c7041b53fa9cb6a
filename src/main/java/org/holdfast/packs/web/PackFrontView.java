package org.holdfast.packs.web;

import org.holdfast.packs.Packs;

/** The pack of a meeting at one look. */
public record PackFrontView(Packs.Front front) {

    public String meeting() {
        return Paths.meeting(front.meeting());
    }

    public String path(String page) {
        return Paths.pack(front.meeting(), page);
    }

    /** Whether the reader reads the pack of any child. */
    public boolean reads() {
        return front.items().stream().anyMatch(Packs.Listed::reads);
    }
}
