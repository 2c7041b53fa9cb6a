package org.holdfast.decisions;

/** Where a decision stands. */
public enum State {
    /** Elements are assessed and the account is written. */
    DRAFT,
    /** A question has been put to the vote. */
    VOTING,
    /** The panel has decided; the decision is not issued yet. */
    DETERMINED,
    /** As many for as against: no decision; the item went to the next agenda. */
    TIED,
    /** Put off without a decision; the item went to the next agenda. */
    ADJOURNED,
    /** Sealed: it cannot be changed, only superseded. */
    ISSUED,
    /** A later decision has taken its place; it stays on record. */
    SUPERSEDED;

    /** Whether the decision is still to be made or issued. */
    public boolean inTheMaking() {
        return switch (this) {
            case DRAFT, VOTING, DETERMINED -> true;
            case TIED, ADJOURNED, ISSUED, SUPERSEDED -> false;
        };
    }
}
