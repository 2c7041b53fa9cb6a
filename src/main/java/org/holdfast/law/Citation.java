package org.holdfast.law;

/**
 * Where a value is written.
 *
 * @param work the act, guidance or report
 * @param place section, heading or paragraph in it
 * @param source where that work was read or is named: a seed of the handbook, or the handbook itself
 */
public record Citation(String work, String place, String source) {

    public Citation {
        if (work.isBlank() || place.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("a citation names the work, the place in it and the source");
        }
    }

    /** In one line, as it is shown beside a value. */
    public String inWords() {
        return work + ", " + place;
    }
}
