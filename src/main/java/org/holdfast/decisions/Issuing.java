package org.holdfast.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.holdfast.casework.Milestone;
import org.holdfast.casework.Route;
import org.holdfast.casework.Stage;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;

/** What has to be there before a decision is sealed (NRM-7 to NRM-9). */
public final class Issuing {
    private Issuing() {}

    /**
     * Everything that stands in the way of issuing the decision; empty when nothing does.
     *
     * @param earlier what was already decided about the child, without the decision this one supersedes
     * @param stage where the case stands
     * @param eighteenWithoutConsent whether the vote came after the eighteenth birthday, and nobody was asked whether to go on (NRM-20)
     */
    public static List<Reason> faults(Decision decision, Earlier earlier, Stage stage, boolean eighteenWithoutConsent) {
        List<Reason> faults = new ArrayList<>();
        if (Life.ask(decision.state(), Command.ISSUE) instanceof Outcome.Refused<?>(List<Reason> why)) {
            faults.addAll(why);
        }
        Optional<Determination> determination = decision.determination();
        if (determination.isEmpty()) {
            faults.add(Reason.of("decisions.issue.not-determined", "NRM-4"));
        }
        decision.ballots().forEach(ballot -> ballot(decision, ballot, faults));
        determination.ifPresent(found -> {
            if (found.answers(Ground.CG)
                    && !found.answers(Ground.RG)
                    && (earlier.reasonable() == null || !earlier.reasonable().positive())) {
                faults.add(Reason.of("decisions.ballot.reasonable-first", "NRM-3"));
            }
        });
        if (eighteenWithoutConsent
                || stage.after(Milestone.CONSENTED_AT_EIGHTEEN).isPresent()) {
            faults.add(Reason.of("decisions.issue.consent-at-eighteen", "NRM-20"));
        } else {
            stage(determination, stage, faults);
        }
        faults.addAll(decision.assessments().faults());
        account(decision.account(), determination, faults);
        return List.copyOf(faults);
    }

    /**
     * Whether what the panel decided can only be left: the case was withdrawn or is decided elsewhere, or the young person was not asked
     * or did not agree to go on (NRM-20). Everything else that is missing can be brought.
     */
    public static boolean canOnlyBeLeft(List<Reason> faults) {
        return faults.stream()
                .map(Reason::key)
                .anyMatch(Set.of("decisions.issue.stage", "decisions.issue.consent-at-eighteen")::contains);
    }

    /** The case has to be where this decision can be made. */
    private static void stage(Optional<Determination> determination, Stage stage, List<Reason> faults) {
        Optional<Stage> reached = Optional.of(stage);
        for (Milestone milestone : determination.map(Determination::milestones).orElse(List.of())) {
            reached = reached.flatMap(here -> here.after(milestone));
        }
        if (reached.isEmpty() || stage.route() != Route.LOCAL) {
            faults.add(Reason.of("decisions.issue.stage", "NRM-20"));
        }
    }

    private static void ballot(Decision decision, Ballot ballot, List<Reason> faults) {
        String ground = ballot.ground().name().toLowerCase(Locale.ROOT);
        if (ballot.threshold().text().isBlank()) {
            faults.add(Reason.of("decisions.issue.threshold-missing." + ground, "NRM-8"));
        }
        Ballot.Count count = ballot.count();
        if (count == null) {
            faults.add(Reason.of("decisions.issue.not-counted." + ground, "NRM-4"));
        } else if (count.result() == Ballot.Result.NO_QUORUM && ballot.ground() == Ground.RG) {
            faults.add(Reason.of("decisions.issue.no-quorum", "NRM-6"));
        }
        decision.votes(ballot.ground()).stream()
                .filter(vote ->
                        !vote.counts() && (count == null || count.result().counted()))
                .forEach(vote -> faults.add(
                        Reason.of("decisions.issue.unconfirmed-vote", "NRM-4", vote.memberName(), vote.agencyName())));
        decision.votes(ballot.ground()).stream()
                .filter(vote -> vote.reasons().isBlank())
                .forEach(vote -> faults.add(Reason.of("decisions.vote.reasons", "NRM-9", vote.agencyName())));
    }

    private static void account(Account account, Optional<Determination> determination, List<Reason> faults) {
        require(account.childsView(), "childsView", "decisions.issue.childs-view", faults);
        require(account.credibility(), "credibility", "decisions.issue.credibility", faults);
        require(account.bestInterests(), "bestInterests", "decisions.issue.best-interests", faults);
        require(account.reasoning(), "reasoning", "decisions.issue.reasoning", faults);
        if (account.plan() == null) {
            faults.add(new Reason("decisions.issue.plan", "NRM-9", "plan", List.of()));
        }
        determination.ifPresent(found -> {
            if (found.positive() && account.exploitation().isEmpty()) {
                faults.add(new Reason("decisions.issue.exploitation", "NRM-9", "exploitation", List.of()));
            }
            if (!found.positive() && account.negativeReasons().isEmpty()) {
                faults.add(new Reason("decisions.issue.negative-reasons", "NRM-9", "negativeReasons", List.of()));
            }
            if (found.positive() && !account.negativeReasons().isEmpty()) {
                faults.add(
                        new Reason("decisions.issue.negative-reasons-positive", "NRM-9", "negativeReasons", List.of()));
            }
        });
        if (account.countyLines() && !account.exploitation().contains(Exploitation.CRIMINAL)) {
            faults.add(new Reason("decisions.issue.county-lines", "NRM-9", "countyLines", List.of()));
        }
    }

    private static void require(String text, String field, String key, List<Reason> faults) {
        if (text.isBlank()) {
            faults.add(new Reason(key, "NRM-9", field, List.of()));
        }
    }
}
