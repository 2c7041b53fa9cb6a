package org.holdfast.pages;

import org.holdfast.audit.PartnershipId;

/** How a partnership shows itself at the top of a page. */
public interface House {

    /** The style of a partnership. A bean; where there is none, pages are plain Holdfast. */
    Style of(PartnershipId partnership);

    /**
     * @param name the partnership's own name
     * @param colour its colour behind white letters, as {@code #1d70b8}
     */
    record Style(String name, String colour) {
        static final Style PLAIN = new Style("Holdfast", "#1d3c34");

        public Style {
            if (!colour.matches("#[0-9a-f]{6}")) {
                throw new IllegalArgumentException("a colour is written #1d70b8, not " + colour);
            }
        }
    }
}
