package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.Reasons.keys;
import static org.holdfast.decisions.Position.AGAINST;
import static org.holdfast.decisions.Position.FOR;

import java.time.LocalDate;
import java.util.Set;
import org.holdfast.assurance.Asker;
import org.holdfast.assurance.Assurance;
import org.holdfast.assurance.AssuranceCommand;
import org.holdfast.assurance.AssuranceState;
import org.holdfast.assurance.Assurances;
import org.holdfast.assurance.Grounds;
import org.holdfast.assurance.ReconsiderationCommand;
import org.holdfast.assurance.ReconsiderationDraft;
import org.holdfast.assurance.ReconsiderationId;
import org.holdfast.assurance.ReconsiderationState;
import org.holdfast.assurance.Reconsiderations;
import org.holdfast.audit.Role;
import org.holdfast.casework.Stage;
import org.holdfast.decisions.Account;
import org.holdfast.decisions.Determination;
import org.holdfast.decisions.Ground;
import org.holdfast.decisions.NegativeReason;
import org.holdfast.decisions.Position;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyKind;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What some partnerships have agreed with the competent authority: it looks at a sample, its own program answers, it may require that the
 * panel decides again, and it reconsiders itself (NRM-11, NRM-14, SHR-5).
 */
@HoldfastTest
class CompetentAuthorityTest {

    private static final LocalDate PANEL = LocalDate.of(2026, 4, 1);

    private final Journey.Doors doors;
    private final Assurances assurances;
    private final Reconsiderations reconsiderations;
    private final int port;

    CompetentAuthorityTest(
            Journey.Doors doors, Assurances assurances, Reconsiderations reconsiderations, @LocalServerPort int port) {
        this.doors = doors;
        this.assurances = assurances;
        this.reconsiderations = reconsiderations;
        this.port = port;
    }

    @Test
    void itsProgramReadsWhatWaitsAndRequiresThatThePanelDecidesAgain() {
        Journey child = decided("sampled", FOR);
        String token = program(child);
        Visitor program = new Visitor(port);
        Assurance waiting = of(child);

        String list = program.api("GET", "/api/v1/assurance", token).body();
        assertThat(list)
                .contains(waiting.id().value().toString(), waiting.sha256(), "\"dueOn\"", "Alba")
                .doesNotContain("Told late", "Wants to stay at school", "On the evidence");
        String answer = "/api/v1/assurance/" + waiting.id().value() + "/answer";
        assertThat(new Visitor(port).api("POST", answer, "").status()).isEqualTo(401);
        assertThat(program.apiPost(answer, child.us.apiToken, "{\"verdict\":\"AGREED\"}")
                        .status())
                .as("the gateway handles referrals and is no assurer")
                .isEqualTo(404);
        Journey elsewhere = new Journey(doors, "hull", PANEL);
        assertThat(program.apiPost(answer, program(elsewhere), "{\"verdict\":\"AGREED\"}")
                        .status())
                .as("another partnership's assurer")
                .isEqualTo(404);
        assertThat(program.apiPost(answer, token, "[not json").status()).isEqualTo(400);
        refused(program.apiPost(answer, token, "{}"), "assurance.answer.verdict");
        refused(
                program.apiPost(answer, token, "{\"verdict\":\"RETURNED\",\"points\":[null]}"),
                "assurance.answer.points");
        refused(
                program.apiPost(
                        answer, token, "{\"verdict\":\"RETURNED\",\"points\":[{\"kind\":\"NO_SUCH\",\"text\":\"x\"}]}"),
                "assurance.answer.point-kind");
        refused(
                program.apiPost(answer, token, "{\"verdict\":\"AGREED\",\"mustDecideAgain\":true}"),
                "assurance.answer.again-only-returned");
        assertThat(of(child).state()).as("nothing came of any of these").isEqualTo(AssuranceState.WAITING);

        Visitor.Answer returned = program.apiPost(
                answer,
                token,
                "{\"verdict\":\"RETURNED\",\"words\":\"See below\",\"mustDecideAgain\":true,"
                        + "\"points\":[{\"kind\":\"REASONS\",\"section\":\"Outcome\",\"text\":\"Which element?\"}]}");
        assertThat(returned.status()).isEqualTo(200);
        Assurance required = of(child);
        assertThat(required.state()).isEqualTo(AssuranceState.DECIDING_AGAIN);
        assertThat(required.required()).isTrue();
        assertThat(required.againBecause()).isEqualTo("Which element?");
        assertThat(required.points())
                .singleElement()
                .satisfies(point -> assertThat(point.text()).isEqualTo("Which element?"));
        assertThat(required.answers())
                .singleElement()
                .satisfies(one -> assertThat(one.by()).contains("Example Competent Authority"));
        assertThat(assurances
                        .see(child.coordinator, required.id(), child.tick())
                        .orThrow()
                        .available())
                .as("what is required cannot be let stand")
                .contains(AssuranceCommand.DECIDE_AGAIN)
                .doesNotContain(AssuranceCommand.LET_STAND);
        assertThat(keys(assurances.letStand(child.coordinator, required.id(), "We think it right", child.tick())))
                .containsExactly("assurance.again.required");
        refused(program.apiPost(answer, token, "{\"verdict\":\"AGREED\"}"), "assurance.refused.deciding-again");
        assertThat(program.api("GET", "/api/v1/assurance", token).body()).isEqualTo("[]");
    }

    @Test
    void whatItDoesNotLookAtIsDoneWhereASampleIsAgreedAndOnlyThere() {
        Journey child = decided("sampled", FOR);
        Visitor program = new Visitor(port);
        String answer = "/api/v1/assurance/" + of(child).id().value() + "/answer";
        String notChosen = "{\"verdict\":\"NOT_CHOSEN\"}";
        assertThat(program.apiPost(answer, program(child), notChosen).status()).isEqualTo(200);
        assertThat(of(child).state()).isEqualTo(AssuranceState.NOT_CHOSEN);
        assertThat(child.waitsFor(child.us.coordinator))
                .as("nobody waits for an answer that does not come")
                .noneMatch(key -> key.startsWith("assurance.work"));

        Journey all = decided("hull", FOR);
        refused(
                program.apiPost("/api/v1/assurance/" + of(all).id().value() + "/answer", program(all), notChosen),
                "assurance.answer.no-sample");
    }

    @Test
    void itReconsidersItselfWhereThatIsAgreed() {
        Journey child = decided("sampled", AGAINST);
        ReconsiderationId request = asked(child);
        assertThat(keys(reconsiderations.list(child.coordinator, request, null, "New evidence", child.tick())))
                .as("no local panel hears it")
                .isNotEmpty();
        assertThat(available(child, request))
                .contains(ReconsiderationCommand.SEND_ON)
                .doesNotContain(ReconsiderationCommand.LIST);
        assertThat(keys(reconsiderations.recordAnswer(child.coordinator, request, true, "Stands", child.tick())))
                .as("not before it was sent")
                .isNotEmpty();
        reconsiderations.sendOn(child.coordinator, request, child.tick()).orThrow();
        assertThat(state(child, request)).isEqualTo(ReconsiderationState.SENT_ON);
        assertThat(keys(reconsiderations.recordAnswer(child.coordinator, request, null, "", child.tick())))
                .containsExactly("assurance.reconsideration.answer.stands");
        assertThat(keys(reconsiderations.recordAnswer(child.coordinator, request, true, " ", child.tick())))
                .containsExactly("assurance.reconsideration.settled-because");
        reconsiderations
                .recordAnswer(child.coordinator, request, true, "The records were weighed", child.tick())
                .orThrow();
        assertThat(state(child, request)).isEqualTo(ReconsiderationState.STANDS);
        assertThat(child.stage()).isEqualTo(Stage.CONCLUDED_NEGATIVE);

        ReconsiderationId again = asked(child);
        reconsiderations.sendOn(child.coordinator, again, child.tick()).orThrow();
        reconsiderations
                .recordAnswer(child.coordinator, again, false, "Positive reasonable grounds", child.tick())
                .orThrow();
        assertThat(state(child, again)).isEqualTo(ReconsiderationState.REPLACED);

        Journey here = decided("hull", AGAINST);
        assertThat(keys(reconsiderations.sendOn(here.coordinator, asked(here), here.tick())))
                .containsExactly("assurance.reconsideration.here");
    }

    /** A child whose panel has voted so, and whose outcome was sent. */
    private Journey decided(String profile, Position position) {
        Journey child = new Journey(doors, profile, PANEL.minusDays(40));
        child.on(PANEL.minusDays(30))
                .referralArrives("Alba", LocalDate.of(2011, 6, 1))
                .safeguarded();
        child.on(PANEL.minusDays(28)).accepted().withAPlan();
        child.on(PANEL.minusDays(9)).panelPlannedFor(PANEL);
        child.everybodyMeets().prepared();
        child.vote(Ground.RG, position, position, FOR);
        if (position == FOR) {
            child.vote(Ground.CG, FOR, FOR, AGAINST);
            assertThat(child.issued()).isEqualTo(Determination.POSITIVE_RG_AND_CG);
        } else {
            doors.decisions
                    .write(
                            child.coordinator,
                            child.decision,
                            new Account(
                                    "Wants to stay at school",
                                    "Told late, as is usual after fear",
                                    "Support without leaving home",
                                    "As the votes say",
                                    Set.of(),
                                    false,
                                    Set.of(NegativeReason.INSUFFICIENT_INFORMATION),
                                    null,
                                    doors.decisions
                                            .read(child.coordinator, child.decision, child.tick())
                                            .orThrow()
                                            .decision()
                                            .account()
                                            .version()),
                            true,
                            child.tick())
                    .orThrow();
            assertThat(child.issued()).isEqualTo(Determination.NEGATIVE_RG);
        }
        child.meetingFinished();
        child.outcomeSent();
        return child;
    }

    /** The competent authority's program, by its token. */
    private String program(Journey child) {
        Agency authority = doors.partnerships.join(
                child.us.program, "Example Competent Authority", AgencyKind.COMPETENT_AUTHORITY, child.tick());
        return doors.partnerships.admit(
                child.us.program, authority, "Assurance system", Set.of(Role.ASSURER), child.tick());
    }

    private ReconsiderationId asked(Journey child) {
        return reconsiderations
                .ask(
                        child.coordinator,
                        child.decision,
                        new ReconsiderationDraft(
                                Asker.CHILDS_REPRESENTATIVE,
                                "Example Solicitors",
                                Grounds.NEW_EVIDENCE,
                                "Telephone records have come",
                                child.today()),
                        child.tick())
                .orThrow();
    }

    private Assurance of(Journey child) {
        return assurances.of(child.coordinator, child.decision).orElseThrow();
    }

    private Set<ReconsiderationCommand> available(Journey child, ReconsiderationId id) {
        return reconsiderations
                .see(child.coordinator, id, child.tick())
                .orThrow()
                .available();
    }

    private ReconsiderationState state(Journey child, ReconsiderationId id) {
        return reconsiderations
                .see(child.coordinator, id, child.tick())
                .orThrow()
                .asked()
                .state();
    }

    private static void refused(Visitor.Answer answer, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("\"" + code + "\"");
    }
}
