package org.holdfast.decisions;

import java.util.List;

/** The two definitions, either of which makes a victim of modern slavery (NRM-7). */
public enum Definition {
    /** Human trafficking. */
    TRAFFICKING(Element.ACTION, Element.MEANS, Element.PURPOSE),
    /** Slavery, servitude, forced or compulsory labour. */
    SLAVERY(Element.MEANS, Element.SERVICE);

    private final List<Element> elements;

    Definition(Element... elements) {
        this.elements = List.of(elements);
    }

    /** Every element of this definition, in the order in which it is assessed. */
    public List<Element> elements() {
        return elements;
    }

    /**
     * The elements that have to be there. A child cannot consent to being exploited, so no means need be shown.
     *
     * @param child whether the person was under 18 when it happened
     */
    public List<Element> required(boolean child) {
        return elements.stream()
                .filter(element -> !(child && element == Element.MEANS))
                .toList();
    }
}
