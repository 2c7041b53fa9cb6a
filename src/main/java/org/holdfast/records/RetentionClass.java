package org.holdfast.records;

import java.util.Optional;
import org.holdfast.casework.Stage;
import org.holdfast.partnership.Retention;

/** What kind of record a case is once it has come to its end: each is kept for a time of its own (SHR-8). */
public enum RetentionClass {
    /** A decision on grounds was made, here or by the competent authority. */
    DECIDED,
    /** It ended without a decision: not submitted, or withdrawn. */
    NOT_DECIDED,
    /** It went to another partnership, which keeps it (SHR-6). */
    TRANSFERRED;

    /** The class of a case that stands here; none while it has not come to its end. */
    public static Optional<RetentionClass> of(Stage stage) {
        return switch (stage) {
            case CONCLUDED_POSITIVE, CONCLUDED_NEGATIVE, CENTRAL_POSITIVE, CENTRAL_NEGATIVE -> Optional.of(DECIDED);
            case NOT_SUBMITTED, WITHDRAWN -> Optional.of(NOT_DECIDED);
            case TRANSFERRED -> Optional.of(TRANSFERRED);
            case OPENED,
                    REFERRED_IN,
                    AWAITING_RETURN,
                    OUT_OF_LOCAL_SCOPE,
                    AWAITING_REASONABLE_GROUNDS,
                    REASONABLE_GROUNDS_PANEL,
                    AWAITING_CONCLUSIVE_GROUNDS,
                    CONCLUSIVE_GROUNDS_PANEL,
                    EIGHTEEN_BEFORE_REASONABLE_GROUNDS,
                    EIGHTEEN_BEFORE_CONCLUSIVE_GROUNDS,
                    POSITIVE_TO_REPORT,
                    NEGATIVE_TO_REPORT,
                    CENTRAL_REASONABLE_GROUNDS,
                    CENTRAL_CONCLUSIVE_GROUNDS -> Optional.empty();
        };
    }

    /** How long the partnership keeps it. */
    public Retention.Keep keep(Retention retention) {
        return switch (this) {
            case DECIDED -> retention.decided();
            case NOT_DECIDED -> retention.notDecided();
            case TRANSFERRED -> retention.transferred();
        };
    }
}
