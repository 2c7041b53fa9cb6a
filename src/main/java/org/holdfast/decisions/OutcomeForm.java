package org.holdfast.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.law.UnitedKingdom;
import org.jspecify.annotations.Nullable;

/**
 * The outcome as the Home Office gets it, and nothing else of the case (NRM-10, SHR-5). What is not a component of this record does not
 * leave: no evidence, no finding, no vote, no name but the child's, nobody's words.
 *
 * @param homeOfficeReference by which the Home Office knows the referral; empty where it is not known here
 * @param child the child's name as known
 * @param decision id of the decision, for questions about it
 * @param supersedes id of the decision whose place this one takes
 * @param reasonableGroundsOn the day of the vote, where this decision answers that question
 * @param conclusiveGroundsOn the day of the vote, where this decision answers that question
 */
public record OutcomeForm(
        String partnership,
        String homeOfficeReference,
        String child,
        @Nullable LocalDate dateOfBirth,
        UUID decision,
        @Nullable UUID supersedes,
        Determination outcome,
        @Nullable LocalDate reasonableGroundsOn,
        @Nullable LocalDate conclusiveGroundsOn,
        List<NegativeReason> negativeReasons,
        List<Exploitation> exploitation,
        boolean countyLines,
        List<Test> tests,
        Instant issuedAt) {

    /** The threshold that was put to the panel on one ground (NRM-8). */
    public record Test(Ground ground, String wording) {}

    /** Whom the form is about, as far as the Home Office needs it to find its own record. */
    public record About(
            String homeOfficeReference,
            String child,
            @Nullable LocalDate dateOfBirth) {}

    public OutcomeForm {
        negativeReasons = List.copyOf(negativeReasons);
        exploitation = List.copyOf(exploitation);
        tests = List.copyOf(tests);
    }

    /**
     * Takes from an issued decision what the form holds.
     *
     * @throws IllegalArgumentException if the decision is not issued
     */
    static OutcomeForm of(Decision decision, About about, String partnership) {
        Decision.Issue issue = decision.issue();
        if (issue == null) {
            throw new IllegalArgumentException("not issued: " + decision.id());
        }
        Determination outcome = issue.determination();
        Decision.Replacement supersedes = decision.supersedes();
        return new OutcomeForm(
                partnership,
                about.homeOfficeReference(),
                about.child(),
                about.dateOfBirth(),
                decision.id().value(),
                supersedes == null ? null : supersedes.decision().value(),
                outcome,
                decidedOn(decision, outcome, Ground.RG),
                decidedOn(decision, outcome, Ground.CG),
                List.copyOf(decision.account().negativeReasons()),
                outcome.positive() ? List.copyOf(decision.account().exploitation()) : List.of(),
                outcome.positive() && decision.account().countyLines(),
                decision.ballots().stream()
                        .filter(ballot -> outcome.answers(ballot.ground()))
                        .map(ballot ->
                                new Test(ballot.ground(), ballot.threshold().text()))
                        .toList(),
                issue.at());
    }

    private static @Nullable LocalDate decidedOn(Decision decision, Determination outcome, Ground ground) {
        return Optional.of(ground)
                .filter(outcome::answers)
                .flatMap(decision::ballot)
                .flatMap(ballot -> Optional.ofNullable(ballot.count()))
                .map(count -> UnitedKingdom.day(count.at()))
                .orElse(null);
    }
}
