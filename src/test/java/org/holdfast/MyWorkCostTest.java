package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.decisions.Position.FOR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.TestPartnership.Person;
import org.holdfast.casework.ActionDraft;
import org.holdfast.casework.Circles;
import org.holdfast.decisions.Ground;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/**
 * My work asks the database as often for twelve children as for three: no source of work asks anew for each case, referral, decision, draft
 * or action ({@link org.holdfast.casework.WorkSource}).
 */
@HoldfastTest
class MyWorkCostTest {

    private static final LocalDate REFERRED = LocalDate.of(2026, 11, 30);
    private static final LocalDate PANEL = LocalDate.of(2026, 12, 16);
    private static final LocalDate NEXT = LocalDate.of(2027, 1, 13);

    private final Journey.Doors doors;
    private final Circles circles;
    private final Statements statements;

    MyWorkCostTest(Journey.Doors doors, Circles circles, DSLContext db) {
        this.doors = doors;
        this.circles = circles;
        this.statements = new Statements(db);
    }

    @Test
    void moreChildrenAreMoreRowsAndNoMoreStatements() {
        Journey three = partnership(1);
        Journey twelve = partnership(4);
        assertThat(cost(twelve)).isEqualTo(cost(three));
        rows(three)
                .forEach((who, rows) -> assertThat(rows(twelve).get(who))
                        .as("what waits for " + who)
                        .isGreaterThan(rows));
    }

    @Test
    void whatTheCoordinatorSeesIsGatheredInFewStatements() {
        Journey three = partnership(1);
        assertThat(cost(three).get("the co-ordinator")).isLessThanOrEqualTo(30);
    }

    private Map<String, Integer> cost(Journey there) {
        Map<String, Integer> cost = new LinkedHashMap<>();
        people(there)
                .forEach((who, person) ->
                        cost.put(who, statements.during(() -> there.doors.work.of(person.actor(), there.tick()))));
        return cost;
    }

    private static Map<String, Integer> rows(Journey there) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        people(there)
                .forEach((who, person) -> rows.put(
                        who, there.doors.work.of(person.actor(), there.tick()).size()));
        return rows;
    }

    private static Map<String, Person> people(Journey there) {
        return Map.of(
                "the co-ordinator", there.us.coordinator,
                "the social worker", there.us.socialWorker,
                "the first responder", there.us.firstResponder,
                "the police's voter", there.us.policeVoter);
    }

    /**
     * A partnership on the morning before a panel, with so many children of each kind: just referred; accepted, in court soon and listed for the
     * coming panel, with an action that is late; decided on at the panel before, and nobody told yet.
     */
    private Journey partnership(int each) {
        Journey first = new Journey(doors, "cardiff", REFERRED.minusDays(10));
        List<Journey> decided = new ArrayList<>();
        List<Journey> listed = new ArrayList<>();
        for (int child = 0; child < each; child++) {
            decided.add(accepted(child == 0 ? first : first.beside(), "Dana", child));
            listed.add(accepted(first.beside(), "Lio", child));
            first.beside().on(REFERRED.plusDays(20)).referralArrives("Nika", LocalDate.of(2012, 1 + child, 3));
            begunByHand(first.beside().on(REFERRED.plusDays(20)));
        }
        first.on(REFERRED.plusDays(3)).panelPlannedFor(PANEL);
        decided.subList(1, each).forEach(child -> child.follows(first).heardAt(first.meeting));
        first.everybodyMeets();
        Journey before = first;
        for (Journey child : decided) {
            child.follows(before);
            if (child != first) {
                child.called();
            }
            child.prepared().vote(Ground.RG, FOR, FOR, FOR);
            child.issued();
            before = child;
        }
        before.meetingFinished();
        Journey next = listed.getFirst();
        next.on(PANEL.plusDays(1)).panelPlannedFor(NEXT);
        listed.subList(1, each).forEach(child -> child.follows(next).heardAt(next.meeting));
        return first.on(NEXT.minusDays(1));
    }

    private Journey accepted(Journey child, String name, int number) {
        child.on(REFERRED)
                .referralArrives(name, LocalDate.of(2011, 1 + number, 4 + number))
                .safeguarded();
        child.on(REFERRED.plusDays(1)).accepted().withAPlan().dueInCourt(NEXT.plusDays(9));
        int version = circles.circle(child.coordinator, child.caseId).version();
        circles.lead(
                        child.coordinator,
                        child.caseId,
                        child.us.socialWorker.member().id(),
                        version,
                        child.tick())
                .orThrow();
        for (Person owner : List.of(child.us.socialWorker, child.us.policeVoter)) {
            doors.plans
                    .agree(
                            child.coordinator,
                            child.caseId,
                            new ActionDraft(
                                    "Ring the school",
                                    "So that the school knows",
                                    owner.member().id(),
                                    owner.member().name(),
                                    owner.member().agency().id(),
                                    owner.member().agency().name(),
                                    REFERRED.plusDays(5)),
                            child.tick())
                    .orThrow();
        }
        return child;
    }

    private void begunByHand(Journey writer) {
        doors.handwritten
                .write(
                        writer.us.firstResponder.actor(),
                        doors.handwritten
                                .begin(writer.us.firstResponder.actor(), writer.tick())
                                .orThrow(),
                        Map.of("pv-name-first-name", List.of("Remi")),
                        writer.tick())
                .orThrow();
    }
}
