package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.Reasons.keys;
import static org.holdfast.decisions.Position.AGAINST;
import static org.holdfast.decisions.Position.FOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.casework.Capacity;
import org.holdfast.casework.Chronologies;
import org.holdfast.casework.Circles;
import org.holdfast.casework.PartyDraft;
import org.holdfast.decisions.Determination;
import org.holdfast.decisions.Ground;
import org.holdfast.law.Outcome;
import org.holdfast.letters.CarerAnswers;
import org.holdfast.letters.Explanation;
import org.holdfast.letters.Letter;
import org.holdfast.letters.LetterDraft;
import org.holdfast.letters.LetterId;
import org.holdfast.letters.LetterKind;
import org.holdfast.letters.LetterState;
import org.holdfast.letters.Letters;
import org.holdfast.letters.Sheet;
import org.holdfast.letters.Translation;
import org.holdfast.letters.Way;
import org.holdfast.pages.Tongue;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.Test;

/** After the decision: the child and the social worker are told, in words and in a language that reach them (NRM-12). */
@HoldfastTest
class LettersOutTest {

    /** A Monday. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final Journey.Doors doors;
    private final Letters letters;
    private final Chronologies chronologies;
    private final Circles circles;

    LettersOutTest(Journey.Doors doors, Letters letters, Chronologies chronologies, Circles circles) {
        this.circles = circles;
        this.doors = doors;
        this.letters = letters;
        this.chronologies = chronologies;
    }

    private Journey decided(String profile) {
        Journey child = new Journey(doors, profile, MONDAY.minusDays(10));
        child.on(MONDAY).referralArrives("Alba", LocalDate.of(2011, 6, 1)).safeguarded();
        child.on(MONDAY.plusDays(2)).accepted().withAPlan();
        child.on(MONDAY.plusDays(8)).panelPlannedFor(MONDAY.plusDays(15));
        child.everybodyMeets().prepared();
        child.vote(Ground.RG, FOR, AGAINST, FOR);
        assertThat(child.issued()).isEqualTo(Determination.POSITIVE_RG);
        return child;
    }

    @Test
    void theChildsLetterGoesOutInTigrinyaWithEnglishBesideItAndIsExplainedUntilItIsUnderstood() {
        Journey child = decided("hull");
        Actor coordinator = child.coordinator;
        assertThat(child.waitsFor(child.us.coordinator)).contains("letters.work.write");

        // the language is asked, recorded and used
        Letters.OfCase before =
                letters.of(coordinator, child.caseId, child.tick()).orThrow();
        assertThat(before.suggested().known()).isFalse();
        letters.wants(
                        coordinator,
                        child.caseId,
                        Tongue.TIGRINYA,
                        "Asked with an interpreter today",
                        before.factsVersion(),
                        child.tick())
                .orThrow();
        Tongue tongue = letters.of(coordinator, child.caseId, child.tick())
                .orThrow()
                .suggested()
                .tongue();
        assertThat(tongue).isEqualTo(Tongue.TIGRINYA);

        LetterId id = letters.begin(
                        coordinator, child.caseId, LetterKind.TO_CHILD, child.decision, tongue, child.tick())
                .orThrow();
        assertThat(child.waitsFor(child.us.coordinator)).doesNotContain("letters.work.write");
        assertThat(letters.begin(coordinator, child.caseId, LetterKind.TO_CHILD, child.decision, tongue, child.tick())
                        .orThrow())
                .as("pressed twice, begun once")
                .isEqualTo(id);
        write(
                child,
                id,
                "Alba",
                "You told us about Bram. You were putting yourself at risk.",
                Translation.Status.MACHINE,
                Way.POST);

        // a name of another, a word that blames, a translation that is missing, and no safe way: all are said at once
        assertThat(keys(letters.check(coordinator, id, seen(child, id), Set.of(), true, child.tick())))
                .contains(
                        "letters.fault.blaming",
                        "letters.fault.name",
                        "letters.fault.translation",
                        "letters.safe.not-known");
        assertThat(keys(letters.release(
                        coordinator, id, seen(child, id), true, "Sol", MONDAY.plusDays(20), "Ina", child.tick())))
                .contains("letters.refused.drafted");

        write(child, id, "Alba", "", Translation.Status.MACHINE, Way.HANDED_OVER);
        letters.check(coordinator, id, seen(child, id), Set.of(), false, child.tick())
                .orThrow();
        Letters.Reading reading = letters.read(coordinator, id, child.tick()).orThrow();
        assertThat(reading.sheets()).extracting(Sheet::tongue).containsExactly(Tongue.TIGRINYA, Tongue.ENGLISH);
        assertThat(reading.sheets().getFirst().title()).isEqualTo("ምናልባት ምዝመዛ ኣጋጢሙካ/ኣጋጢሙኪ ይኸውን ንብል");
        assertThat(reading.sheets().getFirst().parts().get(1).text()).contains("ማሽን");

        // words a machine made are never sent alone: somebody, a day and an interpreter are named first
        int stale = seen(child, id) - 1;
        assertThat(keys(letters.release(coordinator, id, stale, true, "Sol", MONDAY.plusDays(20), "Ina", child.tick())))
                .as("nobody lets go what they did not see")
                .containsExactly("letters.changed-meanwhile");
        assertThat(keys(letters.check(coordinator, id, stale, Set.of(), false, child.tick())))
                .containsExactly("letters.changed-meanwhile");
        assertThat(keys(letters.release(coordinator, id, seen(child, id), false, "", null, "", child.tick())))
                .containsExactlyInAnyOrder(
                        "letters.fault.looked",
                        "letters.fault.explainer",
                        "letters.fault.explain-on",
                        "letters.fault.interpreter");
        letters.release(
                        coordinator,
                        id,
                        seen(child, id),
                        true,
                        "Sol Socialworker",
                        MONDAY.plusDays(20),
                        "Ina Interpreter",
                        child.tick())
                .orThrow();
        Letter.Released released =
                letters.read(coordinator, id, child.tick()).orThrow().letter().released();
        assertThat(released.whole()).isTrue();
        assertThat(keys(letters.write(coordinator, id, reading.letter().draft(), 3, child.tick())))
                .containsExactly("letters.refused.released");
        assertThat(child.waitsFor(child.us.coordinator)).contains("letters.work.explain.child");

        // explained, understood in part: it still waits; explained again and understood: it does not
        child.on(MONDAY.plusDays(20));
        assertThat(keys(letters.explain(
                        coordinator, id, explained(child, "", Explanation.Understood.YES), child.tick())))
                .containsExactly("letters.fault.interpreter");
        letters.explain(
                        coordinator,
                        id,
                        explained(child, "Ina Interpreter", Explanation.Understood.PARTLY),
                        child.tick())
                .orThrow();
        assertThat(child.waitsFor(child.us.coordinator)).contains("letters.work.explain.child");
        child.on(MONDAY.plusDays(22));
        letters.explain(coordinator, id, explained(child, "Ina Interpreter", Explanation.Understood.YES), child.tick())
                .orThrow();
        assertThat(child.waitsFor(child.us.coordinator)).doesNotContain("letters.work.explain.child");
        Letter told = letters.read(coordinator, id, child.tick()).orThrow().letter();
        assertThat(told.state()).isEqualTo(LetterState.EXPLAINED);
        assertThat(told.explanations())
                .extracting(Explanation::understood)
                .containsExactly(Explanation.Understood.PARTLY, Explanation.Understood.YES);
        assertThat(told.released().seal()).isEqualTo(released.seal());

        // it stands in the chronology, and on a whole ledger
        assertThat(chronologies.lines(coordinator, child.caseId).toString())
                .contains("letter about the decision was released")
                .contains("who understood it.");
        assertThat(doors.ledger.linesAbout(coordinator, child.caseId.value(), 200))
                .extracting(line -> line.event())
                .contains("letter-released", "letter-explained", "letter-language-recorded");
        assertThat(doors.ledger.check(coordinator).whole()).isTrue();
    }

    @Test
    void theFormalLetterGoesToTheSocialWorkerInWelshAndEnglishTogether() {
        Journey child = decided("hull");
        Actor coordinator = child.coordinator;
        LetterId id = letters.begin(
                        coordinator,
                        child.caseId,
                        LetterKind.TO_SOCIAL_WORKER,
                        child.decision,
                        Tongue.WELSH,
                        child.tick())
                .orThrow();
        assertThat(keys(letters.begin(
                        coordinator,
                        child.caseId,
                        LetterKind.TO_SOCIAL_WORKER,
                        child.decision,
                        Tongue.TIGRINYA,
                        child.tick())))
                .containsExactly("letters.fault.tongue");
        write(child, id, "Sol Socialworker", "", Translation.Status.HUMAN, Way.SECURE_MAIL);
        letters.check(coordinator, id, seen(child, id), Set.of(), false, child.tick())
                .orThrow();
        letters.release(coordinator, id, seen(child, id), true, "", null, "", child.tick())
                .orThrow();
        Letters.Reading reading = letters.read(coordinator, id, child.tick()).orThrow();
        List<Sheet> sheets = reading.sheets();
        assertThat(sheets).extracting(Sheet::tongue).containsExactly(Tongue.WELSH, Tongue.ENGLISH);
        assertThat(sheets.getFirst().title()).isEqualTo("Penderfyniad cadarnhaol ar sail resymol");
        assertThat(sheets.getFirst().words()).contains("17 Mawrth 2026").contains(reading.reference());
        assertThat(sheets.getLast().title()).isEqualTo("Positive reasonable grounds decision");
        assertThat(child.waitsFor(child.us.coordinator))
                .as("a formal letter is not explained, and the child is still to be told")
                .doesNotContain("letters.work.explain.child")
                .contains("letters.work.write");
    }

    /** GRD-5: parents and carers can protect a child; and a letter can set off somebody who took part. */
    @Test
    void aCarerIsWrittenToOnlyWhereNobodyIsSuspectedAndTheChildAgrees() {
        Journey child = decided("hull");
        Actor coordinator = child.coordinator;
        UUID party = circles.join(
                        coordinator,
                        child.caseId,
                        new PartyDraft(Capacity.CARER, "Cara Madeupcarer", null, null, "", "", MONDAY),
                        child.tick())
                .orThrow();
        LetterId id = letters.begin(
                        coordinator,
                        child.caseId,
                        LetterKind.TO_PARENT_OR_CARER,
                        child.decision,
                        Tongue.WELSH,
                        child.tick())
                .orThrow();
        assertThat(letters.read(coordinator, id, child.tick())
                        .orThrow()
                        .letter()
                        .draft()
                        .recipient())
                .isEqualTo("Cara Madeupcarer");
        assertThat(child.waitsFor(child.us.coordinator))
                .as("the child is still to be told")
                .contains("letters.work.write");

        // nothing is answered: all is said at once; a suspicion and a child who does not want it are never weighed
        write(child, id, "Bram Neighbour", "", Translation.Status.HUMAN, Way.POST);
        assertThat(keys(letters.check(
                        coordinator, id, seen(child, id), Set.of(), false, CarerAnswers.NONE, child.tick())))
                .containsExactlyInAnyOrder(
                        "letters.safe.ask",
                        "letters.carer.not-at-side",
                        "letters.carer.needs-suspected",
                        "letters.carer.needs-wish",
                        "letters.carer.needs-said-by");
        write(child, id, "cara madeupcarer ", "", Translation.Status.HUMAN, Way.POST);
        for (CarerAnswers.Suspected suspected : List.of(CarerAnswers.Suspected.YES, CarerAnswers.Suspected.NOT_KNOWN)) {
            assertThat(keys(letters.check(
                            coordinator,
                            id,
                            seen(child, id),
                            Set.of(),
                            true,
                            new CarerAnswers(suspected, CarerAnswers.Wish.AGREES, "Sol Socialworker"),
                            child.tick())))
                    .singleElement()
                    .asString()
                    .startsWith("letters.carer.suspected");
        }
        for (CarerAnswers.Wish wish : List.of(CarerAnswers.Wish.DOES_NOT_WANT_IT, CarerAnswers.Wish.NOT_ASKED)) {
            assertThat(keys(letters.check(
                            coordinator,
                            id,
                            seen(child, id),
                            Set.of(),
                            true,
                            new CarerAnswers(CarerAnswers.Suspected.NO, wish, "Sol Socialworker"),
                            child.tick())))
                    .hasSize(1);
        }
        CarerAnswers safe = new CarerAnswers(
                CarerAnswers.Suspected.NO, CarerAnswers.Wish.AGREES, "Sol Socialworker, who asked Testshire Police");
        letters.check(coordinator, id, seen(child, id), Set.of(), true, safe, child.tick())
                .orThrow();
        assertThat(letters.read(coordinator, id, child.tick())
                        .orThrow()
                        .letter()
                        .checked()
                        .carer())
                .isEqualTo(safe);

        // between the check and the release they are no longer at the child's side
        circles.leave(coordinator, child.caseId, party, 1, child.tick()).orThrow();
        assertThat(keys(letters.release(
                        coordinator,
                        id,
                        seen(child, id),
                        true,
                        "Sol Socialworker",
                        MONDAY.plusDays(20),
                        "Cari Cyfieithydd",
                        child.tick())))
                .containsExactly("letters.carer.not-at-side");
        circles.join(
                        coordinator,
                        child.caseId,
                        new PartyDraft(Capacity.PARENT, "Cara Madeupcarer", null, null, "", "", child.today()),
                        child.tick())
                .orThrow();
        letters.release(
                        coordinator,
                        id,
                        seen(child, id),
                        true,
                        "Sol Socialworker",
                        MONDAY.plusDays(20),
                        "Cari Cyfieithydd",
                        child.tick())
                .orThrow();
        List<Sheet> sheets =
                letters.read(coordinator, id, child.tick()).orThrow().sheets();
        assertThat(sheets).extracting(Sheet::tongue).containsExactly(Tongue.WELSH, Tongue.ENGLISH);
        assertThat(sheets.getLast().words())
                .contains("Alba", "This is not the fault of")
                .doesNotContain("Wants to stay at school");
        assertThat(child.waitsFor(child.us.coordinator)).contains("letters.work.explain.carer");
        child.on(MONDAY.plusDays(20));
        letters.explain(coordinator, id, explained(child, "Ina Interpreter", Explanation.Understood.YES), child.tick())
                .orThrow();
        assertThat(child.waitsFor(child.us.coordinator))
                .doesNotContain("letters.work.explain.carer")
                .as("and the child is still to be told")
                .contains("letters.work.write");
        assertThat(chronologies.lines(coordinator, child.caseId).toString())
                .contains("A letter about the decision went to a parent or carer");
    }

    @Test
    void nobodyElseReadsALetter() {
        Journey child = decided("hull");
        LetterId id = letters.begin(
                        child.coordinator,
                        child.caseId,
                        LetterKind.TO_CHILD,
                        child.decision,
                        Tongue.ENGLISH,
                        child.tick())
                .orThrow();
        TestPartnership strangers = doors.founder.found(child.tick());
        for (Actor closedTo : List.of(
                strangers.coordinator.actor(),
                child.us.administrator.actor(),
                child.us.guardian.actor(),
                child.us.socialWorker.actor())) {
            assertThat(letters.read(closedTo, id, child.tick()))
                    .as(closedTo.name())
                    .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        }
    }

    private void write(Journey child, LetterId id, String recipient, String about, Translation.Status status, Way way) {
        Letter letter =
                letters.read(child.coordinator, id, child.tick()).orThrow().letter();
        Translation translation = status == Translation.Status.MACHINE
                ? new Translation(status, "", null)
                : new Translation(status, "Cari Cyfieithydd", MONDAY);
        letters.write(
                        child.coordinator,
                        id,
                        new LetterDraft(
                                recipient,
                                "Sol Socialworker",
                                "You can call on 01632 960001.",
                                about,
                                "",
                                translation,
                                translation,
                                way),
                        letter.version(),
                        child.tick())
                .orThrow();
    }

    private Explanation.Draft explained(Journey child, String interpreter, Explanation.Understood understood) {
        return new Explanation.Draft(
                child.today(),
                "Sol Socialworker",
                Tongue.TIGRINYA,
                interpreter,
                understood,
                "When is the next meeting?");
    }

    private int seen(Journey child, LetterId id) {
        return letters.read(child.coordinator, id, child.tick())
                .orThrow()
                .letter()
                .version();
    }
}
