package org.holdfast.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.decisions.PanelDay.PANEL;
import static org.holdfast.decisions.Position.AGAINST;
import static org.holdfast.decisions.Position.FOR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.TestPartnership.Person;
import org.holdfast.audit.Actor;
import org.holdfast.casework.Cases;
import org.holdfast.casework.Milestone;
import org.holdfast.casework.Voices;
import org.holdfast.casework.Wishes;
import org.holdfast.casework.WishesDraft;
import org.holdfast.law.Reason;
import org.holdfast.people.IdentifierSystem;
import org.holdfast.people.People;
import org.junit.jupiter.api.Test;

/** What a reader of a decision is told of the child, of what stands in the way, and of what comes next (NRM-3, NRM-6, NRM-7, NRM-9, NRM-20, GRD-4). */
@HoldfastTest
class DecisionReadingTest {
    private static final LocalDate REFERRED_ON = LocalDate.of(2026, 10, 26);

    private final TestPartnership us;
    private final PanelDay.Maker maker;
    private final Decisions decisions;
    private final Cases cases;
    private final Voices voices;
    private final People people;
    private final Actor coordinator;

    DecisionReadingTest(
            TestPartnership.Founder founder,
            PanelDay.Maker maker,
            Decisions decisions,
            Cases cases,
            Voices voices,
            People people) {
        us = founder.found(Instant.parse("2026-09-01T09:00:00Z"));
        this.maker = maker;
        this.decisions = decisions;
        this.cases = cases;
        this.voices = voices;
        this.people = people;
        coordinator = us.coordinator.actor();
    }

    private PanelDay panel(LocalDate born) {
        return maker.panel(us, PANEL, born);
    }

    private PanelDay panel() {
        return panel(LocalDate.of(2011, 3, 2));
    }

    private Reading read(Person person, PanelDay day, DecisionId id) {
        return decisions.read(person.actor(), id, day.tick()).orThrow();
    }

    @Test
    void eachQuestionIsOfferedWhenItComesAndWithWhatStandsInItsWay() {
        PanelDay day = panel();
        DecisionId id = decisions.open(coordinator, day.item, "", day.tick()).orThrow();
        Reading empty = read(us.coordinator, day, id);
        assertThat(empty.next()).contains(Ground.RG);
        assertThat(empty.mayNotAsk()).extracting(Reason::key).contains("decisions.finding-missing.trafficking.action");
        assertThat(empty.mayNotIssue()).extracting(Reason::key).contains("decisions.issue.childs-view");

        day.assess(id, Element.ACTION);
        day.assess(id, Element.PURPOSE);
        day.write(id, new Account("v", "c", "b", "r", Set.of(Exploitation.LABOUR), false, Set.of(), null, 0));
        assertThat(read(us.coordinator, day, id).mayNotAsk()).isEmpty();
        day.asks(id, Ground.RG);
        day.vote(id, Ground.RG, FOR, FOR, AGAINST);
        day.counted(id);
        Reading found = read(us.coordinator, day, id);
        assertThat(found.next())
                .as("conclusive grounds may follow at the same meeting")
                .contains(Ground.CG);
        assertThat(found.nextThreshold()).isEqualTo(Wording.of(Ground.CG, PANEL));
        assertThat(found.mayNotIssue()).isEmpty();
        day.issued(id);
        Reading issued = read(us.coordinator, day, id);
        assertThat(issued.next()).isEmpty();
        assertThat(issued.mayNotIssue()).as("nothing is left to be issued").isEmpty();
        assertThat(issued.quorumMissing()).isEmpty();
        assertThat(issued.available()).containsExactly(Command.SEND_OUTCOME, Command.SUPERSEDE);
    }

    @Test
    void whoHasToDoWithTheVoteIsToldWhatTheQuorumLacks() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        assertThat(read(us.coordinator, day, id).quorumMissing()).isEmpty();
        day.leaves(us.policeVoter);
        assertThat(read(us.coordinator, day, id).quorumMissing())
                .extracting(Reason::key)
                .allSatisfy(key -> assertThat(key).startsWith("meetings.quorum"))
                .isNotEmpty();
        assertThat(read(us.councilVoter, day, id).quorumMissing()).isNotEmpty();
    }

    @Test
    void theLastThreeThingsTheChildSaidStandBesideIt() {
        PanelDay day = panel();
        for (int said = 1; said <= 4; said++) {
            voices.hear(
                            coordinator,
                            day.caseId,
                            new WishesDraft(
                                    REFERRED_ON.plusDays(said),
                                    Wishes.Means.values()[0],
                                    "Said on day " + said,
                                    "English",
                                    "",
                                    "Sage Socialworker",
                                    "",
                                    Wishes.Chosen.NOBODY_REPRESENTS,
                                    ""),
                            day.tick())
                    .orThrow();
        }
        DecisionId id = day.prepared();
        assertThat(read(us.councilVoter, day, id).wishes())
                .extracting(Wishes::words)
                .containsExactly("Said on day 4", "Said on day 3", "Said on day 2");
    }

    @Test
    void meansAreAskedForOnlyWhereSomebodyWasGrownUpWhenReferred() {
        PanelDay child = panel(REFERRED_ON.minusYears(18).plusDays(1));
        DecisionId last = child.prepared();
        assertThat(child.decision(last).assessments().child()).isTrue();
        PanelDay adult = panel(REFERRED_ON.minusYears(18));
        DecisionId id =
                decisions.open(coordinator, adult.item, "", adult.tick()).orThrow();
        assertThat(adult.decision(id).assessments().child())
                .as("eighteen on the day of the referral")
                .isFalse();
    }

    @Test
    void eighteenIsReachedOnTheDayItselfAndAsksForConsentOnce() {
        PanelDay day = panel(PANEL.minusYears(18));
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        day.vote(id, Ground.RG, FOR, FOR, FOR);
        day.counted(id);
        assertThat(read(us.coordinator, day, id).eighteen()).isEqualTo(new Reading.Eighteen(PANEL, true, false));
        for (Milestone milestone : List.of(Milestone.TURNED_EIGHTEEN_UNDECIDED, Milestone.CONSENTED_AT_EIGHTEEN)) {
            cases.happened(coordinator, day.caseId, milestone, day.now, day.tick());
        }
        assertThat(read(us.coordinator, day, id).eighteen()).isEqualTo(new Reading.Eighteen(PANEL, true, true));
        assertThat(read(us.coordinator, day, id).mayNotIssue())
                .extracting(Reason::key)
                .doesNotContain("decisions.issue.consent-at-eighteen");
        PanelDay before = panel(PANEL.minusYears(18).plusDays(1));
        assertThat(read(us.coordinator, before, before.prepared()).eighteen())
                .isEqualTo(new Reading.Eighteen(PANEL.plusDays(1), false, false));
    }

    @Test
    void theOutcomeIsKnownToTheHomeOfficeByItsOwnReferenceTheNrmsBeforeAnyOther() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        day.vote(id, Ground.RG, FOR, FOR, FOR);
        day.counted(id);
        day.issued(id);
        assertThat(outcome(day, id).homeOfficeReference()).isEmpty();
        var child = cases.childOf(coordinator, day.caseId);
        people.addIdentifier(
                        coordinator, child, IdentifierSystem.SOCIAL_CARE_ID, "SC0001", null, "Example form", day.tick())
                .orThrow();
        assertThat(outcome(day, id).homeOfficeReference())
                .as("that is the council's")
                .isEmpty();
        people.addIdentifier(
                        coordinator,
                        child,
                        IdentifierSystem.HOME_OFFICE_REFERENCE,
                        "HO0002",
                        null,
                        "Example form",
                        day.tick())
                .orThrow();
        assertThat(outcome(day, id).homeOfficeReference()).isEqualTo("HO0002");
        people.addIdentifier(
                        coordinator, child, IdentifierSystem.NRM_REFERENCE, "NRM0003", null, "Example form", day.tick())
                .orThrow();
        assertThat(outcome(day, id).homeOfficeReference()).isEqualTo("NRM0003");
    }

    private OutcomeForm outcome(PanelDay day, DecisionId id) {
        return decisions.outcome(coordinator, id, day.tick()).orThrow();
    }
}
