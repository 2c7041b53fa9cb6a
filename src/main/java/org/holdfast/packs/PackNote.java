package org.holdfast.packs;

/**
 * What a member noted for themselves at an item. Nobody else is shown it, the co-ordinator neither, and the ledger does not know of it.
 *
 * @param version 0 where nothing was noted yet
 */
public record PackNote(String words, int version) {
    static final PackNote NONE = new PackNote("", 0);
}
