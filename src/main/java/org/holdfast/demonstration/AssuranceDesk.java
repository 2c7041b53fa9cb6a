package org.holdfast.demonstration;

import java.time.Instant;
import java.util.List;
import org.holdfast.assurance.AnswerDraft;
import org.holdfast.assurance.Asker;
import org.holdfast.assurance.Assurance;
import org.holdfast.assurance.Assurances;
import org.holdfast.assurance.Grounds;
import org.holdfast.assurance.PointDraft;
import org.holdfast.assurance.PointKind;
import org.holdfast.assurance.ReconsiderationDraft;
import org.holdfast.assurance.Reconsiderations;
import org.holdfast.assurance.Verdict;
import org.holdfast.decisions.Decisions;
import org.holdfast.decisions.Issued;
import org.holdfast.law.UnitedKingdom;

/** Where the competent authority answers, and where what it answers is seen to. */
final class AssuranceDesk {

    private final Cast cast;
    private final Assurances assurances;
    private final Reconsiderations reconsiderations;
    private final Decisions decisions;

    AssuranceDesk(Cast cast, Assurances assurances, Reconsiderations reconsiderations, Decisions decisions) {
        this.cast = cast;
        this.assurances = assurances;
        this.reconsiderations = reconsiderations;
        this.decisions = decisions;
    }

    void agrees(MadeUpChild child, Instant at) {
        assurances
                .answer(
                        cast.assurer.actor(),
                        of(child).id(),
                        AnswerDraft.own(Verdict.AGREED, "Clear and complete.", List.of(), false),
                        at)
                .orThrow();
    }

    /** Returned with two points; the co-ordinator gives the first to the social worker. */
    void returns(MadeUpChild child, Instant at) {
        Assurance sent = of(child);
        assurances
                .answer(
                        cast.assurer.actor(),
                        sent.id(),
                        AnswerDraft.own(
                                Verdict.RETURNED,
                                "",
                                List.of(
                                        new PointDraft(
                                                PointKind.REASONS,
                                                "Outcome",
                                                "Say which element of the definition carries the conclusive decision."),
                                        new PointDraft(
                                                PointKind.FORM,
                                                "Type of exploitation",
                                                "Is labour exploitation left out on purpose?")),
                                false),
                        at)
                .orThrow();
        assurances
                .shareOut(
                        cast.coordinator.actor(),
                        sent.id(),
                        of(child).points().getFirst().id(),
                        cast.socialWorker.member().id(),
                        null,
                        UnitedKingdom.day(at).plusDays(7),
                        at.plusSeconds(600))
                .orThrow();
    }

    void reconsiderationIsAsked(MadeUpChild child, Instant at) {
        Issued negative =
                decisions.issued(cast.coordinator.actor(), child.caseId()).getFirst();
        reconsiderations
                .ask(
                        cast.coordinator.actor(),
                        negative.id(),
                        new ReconsiderationDraft(
                                Asker.CHILDS_REPRESENTATIVE,
                                "Gil Guardian, Example Guardians",
                                Grounds.NEW_EVIDENCE,
                                "The school has found a diary with places and dates that the panel did not have.",
                                UnitedKingdom.day(at)),
                        at)
                .orThrow();
    }

    private Assurance of(MadeUpChild child) {
        return assurances
                .of(
                        cast.coordinator.actor(),
                        decisions
                                .issued(cast.coordinator.actor(), child.caseId())
                                .getFirst()
                                .id())
                .orElseThrow();
    }
}
