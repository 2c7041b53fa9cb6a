package org.holdfast.casework;

import static java.util.Map.entry;
import static org.holdfast.casework.Milestone.ACCEPTED_FOR_LOCAL_DECISION;
import static org.holdfast.casework.Milestone.ADJOURNED;
import static org.holdfast.casework.Milestone.ASSURANCE_AGREED;
import static org.holdfast.casework.Milestone.ASSURANCE_RETURNED;
import static org.holdfast.casework.Milestone.CONCLUSIVE_NEGATIVE;
import static org.holdfast.casework.Milestone.CONCLUSIVE_POSITIVE;
import static org.holdfast.casework.Milestone.CONSENTED_AT_EIGHTEEN;
import static org.holdfast.casework.Milestone.MOVED_TO_CENTRAL_ROUTE;
import static org.holdfast.casework.Milestone.OUTCOME_SENT;
import static org.holdfast.casework.Milestone.PANEL_PLANNED;
import static org.holdfast.casework.Milestone.REASONABLE_GROUNDS_NEGATIVE;
import static org.holdfast.casework.Milestone.REASONABLE_GROUNDS_POSITIVE;
import static org.holdfast.casework.Milestone.RECONSIDERATION_ASKED;
import static org.holdfast.casework.Milestone.RECONSIDERATION_STANDS;
import static org.holdfast.casework.Milestone.REFERRED;
import static org.holdfast.casework.Milestone.SCREENED_OUT;
import static org.holdfast.casework.Milestone.SENT_TO_COMPETENT_AUTHORITY;
import static org.holdfast.casework.Milestone.TAKEN_OFF_PANEL;
import static org.holdfast.casework.Milestone.TURNED_EIGHTEEN_UNDECIDED;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a case stands. Never typed in: worked out from the milestones in the order in which they were recorded, by one table of which
 * milestone leads from which stage to which. What the table does not list cannot happen at that stage.
 */
public enum Stage {
    /** Opened, and nothing has happened yet. */
    OPENED(Route.NOT_SETTLED),
    /** A referral is in and is being checked and screened. */
    REFERRED_IN(Route.NOT_SETTLED),
    /** It was decided not to submit; there is a day to look again. */
    NOT_SUBMITTED(Route.NOT_SETTLED),
    /** With the competent authority, which has yet to return it. */
    AWAITING_RETURN(Route.NOT_SETTLED),
    /** Not for the partnership to decide; to be passed to the competent authority. */
    OUT_OF_LOCAL_SCOPE(Route.CENTRAL),
    /** Reasonable grounds to be decided here; no panel planned. */
    AWAITING_REASONABLE_GROUNDS(Route.LOCAL),
    /** On the agenda of a panel for reasonable grounds. */
    REASONABLE_GROUNDS_PANEL(Route.LOCAL),
    /** Conclusive grounds to be decided here; no panel planned. */
    AWAITING_CONCLUSIVE_GROUNDS(Route.LOCAL),
    /** On the agenda of a panel for conclusive grounds. */
    CONCLUSIVE_GROUNDS_PANEL(Route.LOCAL),
    /** Turned eighteen before reasonable grounds were decided: agreement needed to go on. */
    EIGHTEEN_BEFORE_REASONABLE_GROUNDS(Route.LOCAL),
    /** Turned eighteen between the two decisions: agreement needed to go on. */
    EIGHTEEN_BEFORE_CONCLUSIVE_GROUNDS(Route.LOCAL),
    /** Decided that the child is a victim; the Home Office is to be told. */
    POSITIVE_TO_REPORT(Route.LOCAL),
    /** Decided that the child is not a victim; the Home Office is to be told. */
    NEGATIVE_TO_REPORT(Route.LOCAL),
    /** Found to be a victim; the support plan goes on. */
    CONCLUDED_POSITIVE(Route.LOCAL),
    /** Not found to be a victim; safeguarding goes on. */
    CONCLUDED_NEGATIVE(Route.LOCAL),
    /** The competent authority is to decide reasonable grounds. */
    CENTRAL_REASONABLE_GROUNDS(Route.CENTRAL),
    /** The competent authority is to decide conclusive grounds. */
    CENTRAL_CONCLUSIVE_GROUNDS(Route.CENTRAL),
    /** The competent authority found the child to be a victim. */
    CENTRAL_POSITIVE(Route.CENTRAL),
    /** The competent authority did not find the child to be a victim. */
    CENTRAL_NEGATIVE(Route.CENTRAL),
    /** Withdrawn before a decision. */
    WITHDRAWN(Route.NOT_SETTLED),
    /** Another partnership accepted it and keeps it (SHR-6). */
    TRANSFERRED(Route.NOT_SETTLED);

    private final Route route;

    Stage(Route route) {
        this.route = route;
    }

    /** Who decides a case that stands here. */
    public Route route() {
        return route;
    }

    /** Whether a decision is still to be made here or by the competent authority. */
    public boolean undecided() {
        return switch (this) {
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
                    CENTRAL_REASONABLE_GROUNDS,
                    CENTRAL_CONCLUSIVE_GROUNDS -> true;
            case NOT_SUBMITTED,
                    POSITIVE_TO_REPORT,
                    NEGATIVE_TO_REPORT,
                    CONCLUDED_POSITIVE,
                    CONCLUDED_NEGATIVE,
                    CENTRAL_POSITIVE,
                    CENTRAL_NEGATIVE,
                    WITHDRAWN,
                    TRANSFERRED -> false;
        };
    }

    /** Whether a panel of this partnership is to hear the case. */
    public boolean awaitsPanel() {
        return switch (this) {
            case AWAITING_REASONABLE_GROUNDS,
                    REASONABLE_GROUNDS_PANEL,
                    AWAITING_CONCLUSIVE_GROUNDS,
                    CONCLUSIVE_GROUNDS_PANEL -> true;
            case OPENED,
                    REFERRED_IN,
                    NOT_SUBMITTED,
                    AWAITING_RETURN,
                    OUT_OF_LOCAL_SCOPE,
                    EIGHTEEN_BEFORE_REASONABLE_GROUNDS,
                    EIGHTEEN_BEFORE_CONCLUSIVE_GROUNDS,
                    POSITIVE_TO_REPORT,
                    NEGATIVE_TO_REPORT,
                    CONCLUDED_POSITIVE,
                    CONCLUDED_NEGATIVE,
                    CENTRAL_REASONABLE_GROUNDS,
                    CENTRAL_CONCLUSIVE_GROUNDS,
                    CENTRAL_POSITIVE,
                    CENTRAL_NEGATIVE,
                    WITHDRAWN,
                    TRANSFERRED -> false;
        };
    }

    /** Where the case stands once this has happened; empty when it cannot happen at this stage. */
    public Optional<Stage> after(Milestone milestone) {
        return Optional.ofNullable(LIFE.getOrDefault(this, Map.of()).get(milestone));
    }

    /**
     * The stage of a case to which all this has happened, oldest first.
     *
     * @throws IllegalStateException if the table does not allow the sequence
     */
    public static Stage of(Collection<Milestone> milestones) {
        Stage stage = OPENED;
        for (Milestone milestone : milestones) {
            Stage before = stage;
            stage = stage.after(milestone)
                    .orElseThrow(() -> new IllegalStateException(milestone + " cannot happen to a case at " + before));
        }
        return stage;
    }

    /** The whole life of a case: at this stage, these milestones can happen, and each leads there. */
    private static final Map<Stage, Map<Milestone, Stage>> LIFE = new EnumMap<>(Map.ofEntries(
            entry(OPENED, Map.of(REFERRED, REFERRED_IN, Milestone.WITHDRAWN, WITHDRAWN)),
            entry(
                    REFERRED_IN,
                    Map.of(
                            REFERRED,
                            REFERRED_IN,
                            SCREENED_OUT,
                            NOT_SUBMITTED,
                            SENT_TO_COMPETENT_AUTHORITY,
                            AWAITING_RETURN,
                            ACCEPTED_FOR_LOCAL_DECISION,
                            AWAITING_REASONABLE_GROUNDS,
                            Milestone.OUT_OF_SCOPE,
                            OUT_OF_LOCAL_SCOPE,
                            MOVED_TO_CENTRAL_ROUTE,
                            CENTRAL_REASONABLE_GROUNDS,
                            Milestone.WITHDRAWN,
                            WITHDRAWN)),
            entry(
                    NOT_SUBMITTED,
                    Map.of(
                            REFERRED,
                            REFERRED_IN,
                            SCREENED_OUT,
                            NOT_SUBMITTED,
                            SENT_TO_COMPETENT_AUTHORITY,
                            AWAITING_RETURN,
                            Milestone.WITHDRAWN,
                            WITHDRAWN)),
            entry(
                    AWAITING_RETURN,
                    Map.of(
                            REFERRED,
                            AWAITING_RETURN,
                            ACCEPTED_FOR_LOCAL_DECISION,
                            AWAITING_REASONABLE_GROUNDS,
                            Milestone.OUT_OF_SCOPE,
                            OUT_OF_LOCAL_SCOPE,
                            MOVED_TO_CENTRAL_ROUTE,
                            CENTRAL_REASONABLE_GROUNDS,
                            Milestone.WITHDRAWN,
                            WITHDRAWN)),
            entry(
                    OUT_OF_LOCAL_SCOPE,
                    Map.of(
                            REFERRED,
                            OUT_OF_LOCAL_SCOPE,
                            SENT_TO_COMPETENT_AUTHORITY,
                            CENTRAL_REASONABLE_GROUNDS,
                            ACCEPTED_FOR_LOCAL_DECISION,
                            AWAITING_REASONABLE_GROUNDS,
                            MOVED_TO_CENTRAL_ROUTE,
                            CENTRAL_REASONABLE_GROUNDS,
                            Milestone.WITHDRAWN,
                            WITHDRAWN)),
            entry(
                    AWAITING_REASONABLE_GROUNDS,
                    Map.of(
                            REFERRED,
                            AWAITING_REASONABLE_GROUNDS,
                            PANEL_PLANNED,
                            REASONABLE_GROUNDS_PANEL,
                            Milestone.OUT_OF_SCOPE,
                            OUT_OF_LOCAL_SCOPE,
                            MOVED_TO_CENTRAL_ROUTE,
                            CENTRAL_REASONABLE_GROUNDS,
                            TURNED_EIGHTEEN_UNDECIDED,
                            EIGHTEEN_BEFORE_REASONABLE_GROUNDS,
                            Milestone.WITHDRAWN,
                            WITHDRAWN)),
            entry(
                    REASONABLE_GROUNDS_PANEL,
                    Map.ofEntries(
                            entry(REFERRED, REASONABLE_GROUNDS_PANEL),
                            entry(PANEL_PLANNED, REASONABLE_GROUNDS_PANEL),
                            entry(TAKEN_OFF_PANEL, AWAITING_REASONABLE_GROUNDS),
                            entry(ADJOURNED, AWAITING_REASONABLE_GROUNDS),
                            entry(REASONABLE_GROUNDS_POSITIVE, AWAITING_CONCLUSIVE_GROUNDS),
                            entry(REASONABLE_GROUNDS_NEGATIVE, NEGATIVE_TO_REPORT),
                            entry(Milestone.OUT_OF_SCOPE, OUT_OF_LOCAL_SCOPE),
                            entry(MOVED_TO_CENTRAL_ROUTE, CENTRAL_REASONABLE_GROUNDS),
                            entry(TURNED_EIGHTEEN_UNDECIDED, EIGHTEEN_BEFORE_REASONABLE_GROUNDS),
                            entry(Milestone.WITHDRAWN, WITHDRAWN))),
            entry(
                    AWAITING_CONCLUSIVE_GROUNDS,
                    Map.ofEntries(
                            entry(REFERRED, AWAITING_CONCLUSIVE_GROUNDS),
                            entry(PANEL_PLANNED, CONCLUSIVE_GROUNDS_PANEL),
                            entry(OUTCOME_SENT, AWAITING_CONCLUSIVE_GROUNDS),
                            // at the meeting that found reasonable grounds (NRM-2), or put off at that same meeting
                            entry(CONCLUSIVE_POSITIVE, POSITIVE_TO_REPORT),
                            entry(CONCLUSIVE_NEGATIVE, NEGATIVE_TO_REPORT),
                            entry(ADJOURNED, AWAITING_CONCLUSIVE_GROUNDS),
                            // superseded before conclusive grounds were reached (NRM-9)
                            entry(REASONABLE_GROUNDS_POSITIVE, AWAITING_CONCLUSIVE_GROUNDS),
                            entry(REASONABLE_GROUNDS_NEGATIVE, NEGATIVE_TO_REPORT),
                            entry(MOVED_TO_CENTRAL_ROUTE, CENTRAL_CONCLUSIVE_GROUNDS),
                            entry(TURNED_EIGHTEEN_UNDECIDED, EIGHTEEN_BEFORE_CONCLUSIVE_GROUNDS),
                            entry(Milestone.WITHDRAWN, WITHDRAWN))),
            entry(
                    CONCLUSIVE_GROUNDS_PANEL,
                    Map.ofEntries(
                            entry(REFERRED, CONCLUSIVE_GROUNDS_PANEL),
                            entry(PANEL_PLANNED, CONCLUSIVE_GROUNDS_PANEL),
                            entry(TAKEN_OFF_PANEL, AWAITING_CONCLUSIVE_GROUNDS),
                            entry(ADJOURNED, AWAITING_CONCLUSIVE_GROUNDS),
                            entry(OUTCOME_SENT, CONCLUSIVE_GROUNDS_PANEL),
                            entry(CONCLUSIVE_POSITIVE, POSITIVE_TO_REPORT),
                            entry(CONCLUSIVE_NEGATIVE, NEGATIVE_TO_REPORT),
                            entry(REASONABLE_GROUNDS_POSITIVE, CONCLUSIVE_GROUNDS_PANEL),
                            entry(REASONABLE_GROUNDS_NEGATIVE, NEGATIVE_TO_REPORT),
                            entry(MOVED_TO_CENTRAL_ROUTE, CENTRAL_CONCLUSIVE_GROUNDS),
                            entry(TURNED_EIGHTEEN_UNDECIDED, EIGHTEEN_BEFORE_CONCLUSIVE_GROUNDS),
                            entry(Milestone.WITHDRAWN, WITHDRAWN))),
            entry(
                    EIGHTEEN_BEFORE_REASONABLE_GROUNDS,
                    Map.of(
                            REFERRED,
                            EIGHTEEN_BEFORE_REASONABLE_GROUNDS,
                            TAKEN_OFF_PANEL,
                            EIGHTEEN_BEFORE_REASONABLE_GROUNDS,
                            ADJOURNED,
                            EIGHTEEN_BEFORE_REASONABLE_GROUNDS,
                            CONSENTED_AT_EIGHTEEN,
                            AWAITING_REASONABLE_GROUNDS,
                            MOVED_TO_CENTRAL_ROUTE,
                            CENTRAL_REASONABLE_GROUNDS,
                            Milestone.WITHDRAWN,
                            WITHDRAWN)),
            entry(
                    EIGHTEEN_BEFORE_CONCLUSIVE_GROUNDS,
                    Map.of(
                            REFERRED,
                            EIGHTEEN_BEFORE_CONCLUSIVE_GROUNDS,
                            TAKEN_OFF_PANEL,
                            EIGHTEEN_BEFORE_CONCLUSIVE_GROUNDS,
                            ADJOURNED,
                            EIGHTEEN_BEFORE_CONCLUSIVE_GROUNDS,
                            OUTCOME_SENT,
                            EIGHTEEN_BEFORE_CONCLUSIVE_GROUNDS,
                            CONSENTED_AT_EIGHTEEN,
                            AWAITING_CONCLUSIVE_GROUNDS,
                            MOVED_TO_CENTRAL_ROUTE,
                            CENTRAL_CONCLUSIVE_GROUNDS,
                            Milestone.WITHDRAWN,
                            WITHDRAWN)),
            entry(POSITIVE_TO_REPORT, decided(POSITIVE_TO_REPORT, CONCLUDED_POSITIVE)),
            entry(NEGATIVE_TO_REPORT, decided(NEGATIVE_TO_REPORT, CONCLUDED_NEGATIVE)),
            entry(CONCLUDED_POSITIVE, concluded(CONCLUDED_POSITIVE)),
            entry(CONCLUDED_NEGATIVE, concluded(CONCLUDED_NEGATIVE)),
            entry(
                    CENTRAL_REASONABLE_GROUNDS,
                    Map.of(
                            REFERRED,
                            CENTRAL_REASONABLE_GROUNDS,
                            SENT_TO_COMPETENT_AUTHORITY,
                            CENTRAL_REASONABLE_GROUNDS,
                            ACCEPTED_FOR_LOCAL_DECISION,
                            AWAITING_REASONABLE_GROUNDS,
                            REASONABLE_GROUNDS_POSITIVE,
                            CENTRAL_CONCLUSIVE_GROUNDS,
                            REASONABLE_GROUNDS_NEGATIVE,
                            CENTRAL_NEGATIVE,
                            Milestone.WITHDRAWN,
                            WITHDRAWN)),
            entry(
                    CENTRAL_CONCLUSIVE_GROUNDS,
                    Map.of(
                            REFERRED,
                            CENTRAL_CONCLUSIVE_GROUNDS,
                            SENT_TO_COMPETENT_AUTHORITY,
                            CENTRAL_CONCLUSIVE_GROUNDS,
                            ACCEPTED_FOR_LOCAL_DECISION,
                            AWAITING_CONCLUSIVE_GROUNDS,
                            OUTCOME_SENT,
                            CENTRAL_CONCLUSIVE_GROUNDS,
                            CONCLUSIVE_POSITIVE,
                            CENTRAL_POSITIVE,
                            CONCLUSIVE_NEGATIVE,
                            CENTRAL_NEGATIVE,
                            Milestone.WITHDRAWN,
                            WITHDRAWN)),
            entry(CENTRAL_POSITIVE, Map.of(REFERRED, REFERRED_IN)),
            entry(
                    CENTRAL_NEGATIVE,
                    Map.of(
                            REFERRED, REFERRED_IN,
                            // the competent authority considered again and changed its decision (NRM-14)
                            REASONABLE_GROUNDS_POSITIVE, CENTRAL_CONCLUSIVE_GROUNDS,
                            CONCLUSIVE_POSITIVE, CENTRAL_POSITIVE)),
            entry(WITHDRAWN, Map.of(REFERRED, REFERRED_IN, TAKEN_OFF_PANEL, WITHDRAWN)),
            entry(TRANSFERRED, Map.of(REFERRED, REFERRED_IN))));

    static {
        // assurance and reconsideration go on beside the life of the case: until it is decided anew, it stands where it
        // stood
        for (Stage stage : List.of(
                AWAITING_CONCLUSIVE_GROUNDS,
                CONCLUSIVE_GROUNDS_PANEL,
                EIGHTEEN_BEFORE_CONCLUSIVE_GROUNDS,
                POSITIVE_TO_REPORT,
                NEGATIVE_TO_REPORT,
                CONCLUDED_POSITIVE,
                CONCLUDED_NEGATIVE)) {
            Map<Milestone, Stage> steps = new EnumMap<>(LIFE.getOrDefault(stage, Map.of()));
            steps.put(ASSURANCE_AGREED, stage);
            steps.put(ASSURANCE_RETURNED, stage);
            if (stage == NEGATIVE_TO_REPORT || stage == CONCLUDED_NEGATIVE) {
                steps.put(RECONSIDERATION_ASKED, stage);
                steps.put(RECONSIDERATION_STANDS, stage);
            }
            LIFE.put(stage, steps);
        }
        // whoever received it keeps it, wherever it stood; from where it may be offered is asked before
        for (Stage stage : values()) {
            if (stage != OPENED && stage != TRANSFERRED) {
                Map<Milestone, Stage> steps = new EnumMap<>(LIFE.getOrDefault(stage, Map.of()));
                steps.put(Milestone.TRANSFERRED, TRANSFERRED);
                LIFE.put(stage, steps);
            }
        }
    }

    /** Decided but not yet reported: the report moves it on; until then a further decision supersedes the first (NRM-9). */
    private static Map<Milestone, Stage> decided(Stage here, Stage reported) {
        Map<Milestone, Stage> steps = superseded(here);
        steps.put(REFERRED, here);
        steps.put(OUTCOME_SENT, reported);
        return steps;
    }

    /** Reported: a new referral starts afresh; a decision superseded later is reported again (NRM-9, NRM-14). */
    private static Map<Milestone, Stage> concluded(Stage here) {
        Map<Milestone, Stage> steps = superseded(here);
        steps.put(REFERRED, REFERRED_IN);
        steps.put(OUTCOME_SENT, here);
        return steps;
    }

    private static Map<Milestone, Stage> superseded(Stage here) {
        Map<Milestone, Stage> steps = new EnumMap<>(Milestone.class);
        steps.put(PANEL_PLANNED, here);
        steps.put(TAKEN_OFF_PANEL, here);
        steps.put(ADJOURNED, here);
        steps.put(REASONABLE_GROUNDS_POSITIVE, AWAITING_CONCLUSIVE_GROUNDS);
        steps.put(REASONABLE_GROUNDS_NEGATIVE, NEGATIVE_TO_REPORT);
        steps.put(CONCLUSIVE_POSITIVE, POSITIVE_TO_REPORT);
        steps.put(CONCLUSIVE_NEGATIVE, NEGATIVE_TO_REPORT);
        return steps;
    }
}
