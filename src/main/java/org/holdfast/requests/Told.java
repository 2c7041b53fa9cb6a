package org.holdfast.requests;

import org.holdfast.sharing.DataClass;
import org.jspecify.annotations.Nullable;

/**
 * What an agency told under one heading.
 *
 * @param text empty where it is held back from the reader
 * @param restricted whether only co-ordinator, chair, voters without a conflict and the agency itself read it
 * @param because why it is restricted; empty where it is not
 * @param whereabouts whether it says where the child lives or is
 * @param heldBack what kind of information it is, where it is held back from the reader; null where it is read
 */
public record Told(
        Heading heading,
        String text,
        boolean restricted,
        String because,
        boolean whereabouts,
        @Nullable DataClass heldBack) {

    public Told(Heading heading, String text, boolean restricted, String because, boolean whereabouts) {
        this(heading, text, restricted, because, whereabouts, null);
    }

    /** What does not say where the child lives or is. */
    public Told(Heading heading, String text, boolean restricted, String because) {
        this(heading, text, restricted, because, false, null);
    }

    Told heldBackAs(DataClass kind) {
        return new Told(heading, "", restricted, because, whereabouts, kind);
    }
}
