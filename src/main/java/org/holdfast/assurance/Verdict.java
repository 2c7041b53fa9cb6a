package org.holdfast.assurance;

/** What the competent authority answered. */
public enum Verdict {
    AGREED,
    RETURNED,
    NOT_CHOSEN;

    AssuranceCommand command() {
        return switch (this) {
            case AGREED -> AssuranceCommand.AGREE;
            case RETURNED -> AssuranceCommand.RETURN;
            case NOT_CHOSEN -> AssuranceCommand.PASS_OVER;
        };
    }
}
