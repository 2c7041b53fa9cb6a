package org.holdfast.partnership;

/**
 * How long a partnership keeps what it holds about a child, by class (SHR-8). No law gives these numbers: each agency has its own schedule,
 * and the partnership agrees one.
 *
 * @param decided where a decision on grounds was made
 * @param notDecided where a case ended without one
 * @param transferred where the case went to another partnership, which keeps it from then on
 */
public record Retention(Keep decided, Keep notDecided, Keep transferred) {

    /** The longest that a schedule can name, in years. */
    public static final int LONGEST = 100;

    /**
     * Where a profile says nothing: until the twenty-fifth birthday, as children's records are widely kept, and long enough after the end that
     * a complaint or claim can still be answered. To be confirmed by whoever governs information.
     */
    public static final Retention USUAL = new Retention(new Keep(25, 10), new Keep(25, 6), new Keep(0, 6));

    /**
     * How long: until whichever comes later.
     *
     * @param untilAge until the birthday on which the child reaches this age; 0 for no birthday
     * @param years after the case came to its end
     */
    public record Keep(int untilAge, int years) {}
}
