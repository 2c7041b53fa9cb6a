package org.holdfast.transfers;

import java.util.List;

/**
 * Children known here who may be the child of an offer (REF-4).
 *
 * @param names of those whose cases the reader may see
 * @param others how many there are besides, of whom somebody else knows
 */
public record Alike(List<String> names, int others) {

    static final Alike NOBODY = new Alike(List.of(), 0);

    public Alike {
        names = List.copyOf(names);
    }
}
