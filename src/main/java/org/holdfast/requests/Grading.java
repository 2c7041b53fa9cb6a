package org.holdfast.requests;

/**
 * How police grade what they tell, and how it may be handled: source, information, handling (the national 3x5x2 form). What is handled under
 * conditions is restricted as a whole (SHR-4, MTG-4).
 *
 * @param conditions under which it may be used and passed on; empty where there are none
 */
public record Grading(Source source, Information information, Handling handling, String conditions) {

    /** How far the source is relied on. */
    public enum Source {
        RELIABLE,
        UNTESTED,
        NOT_RELIABLE
    }

    /** How far the information is known to be right. */
    public enum Information {
        KNOWN_DIRECTLY,
        CORROBORATED,
        KNOWN_INDIRECTLY,
        NOT_KNOWN,
        SUSPECTED_FALSE
    }

    /** What may be done with it. */
    public enum Handling {
        PERMITTED,
        CONDITIONS
    }

    /** As police write it: {@code 1AP}. */
    public String code() {
        return "" + (source.ordinal() + 1) + (char) ('A' + information.ordinal())
                + handling.name().charAt(0);
    }

    public boolean conditional() {
        return handling == Handling.CONDITIONS;
    }
}
