package org.holdfast.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.pages.Drafts;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Findings, evidence and account as people write them: what is typed is kept until it is sent, and no longer (NRM-7, NRM-9). */
@HoldfastTest
class AssessmentPagesTest {

    private final TestPartnership us;
    private final PanelDay.Maker maker;
    private final Drafts drafts;
    private final TestClock clock;
    private final int port;

    AssessmentPagesTest(
            TestPartnership.Founder founder,
            PanelDay.Maker maker,
            Drafts drafts,
            TestClock clock,
            @LocalServerPort int port) {
        this.us = founder.found(Instant.parse("2026-09-01T09:00:00Z"));
        this.maker = maker;
        this.drafts = drafts;
        this.clock = clock;
        this.port = port;
    }

    private PanelDay panel() {
        PanelDay day = maker.panel(us);
        clock.set(day.tick());
        return day;
    }

    private String left(Visitor visitor, String key, String field) {
        visitor.post("/drafts/" + key, field, "Half typed");
        assertThat(drafts.of(us.coordinator.actor(), key)).isNotEmpty();
        return key;
    }

    @Test
    void whatWasHalfTypedGoesOnceItIsSent() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        String page = "/decisions/" + id.value();
        String draft = "decision-" + id.value() + "-";
        String element = page + "/elements/trafficking/action";
        Visitor coordinator = Visitor.signedIn(port, us.coordinator);

        String finding = left(coordinator, draft + "trafficking-action", "reasoning");
        assertThat(coordinator.get(element).body())
                .contains("data-draft=\"" + finding + "\"")
                .contains("Half typed");
        assertThat(coordinator
                        .post(element, "finding", "MET", "reasoning", "Sent", "missing", "", "version", "1")
                        .location())
                .isEqualTo(page);
        assertThat(drafts.of(us.coordinator.actor(), finding)).isEmpty();
        assertThat(coordinator.get(page).body()).contains("The finding is saved.");

        String evidence = left(coordinator, draft + "trafficking-action-evidence", "what");
        assertThat(coordinator.get(element).body())
                .contains("data-draft=\"" + evidence + "\"")
                .contains("Half typed");
        assertThat(coordinator
                        .post(
                                element + "/evidence",
                                "side",
                                "AGAINST",
                                "what",
                                "Went of their own accord",
                                "source",
                                "Example School",
                                "weight",
                                "LITTLE")
                        .location())
                .isEqualTo(element);
        assertThat(drafts.of(us.coordinator.actor(), evidence)).isEmpty();
        assertThat(coordinator.get(element).body())
                .contains("The evidence is added.")
                .contains("Went of their own accord");

        String account = left(coordinator, draft + "account", "reasoning");
        assertThat(coordinator.get(page + "/account").body())
                .contains("data-draft=\"" + account + "\"")
                .contains("Half typed");
        assertThat(coordinator
                        .post(
                                page + "/account",
                                "childsView",
                                "v",
                                "credibility",
                                "c",
                                "bestInterests",
                                "b",
                                "reasoning",
                                "r",
                                "plan",
                                "yes",
                                "version",
                                "1")
                        .location())
                .isEqualTo(page);
        assertThat(drafts.of(us.coordinator.actor(), account)).isEmpty();
    }

    @Test
    void evidenceThatLacksSomethingSaysAllThatItLacksAndKeepsWhatWasTyped() {
        DecisionId id = panel().prepared();
        String element = "/decisions/" + id.value() + "/elements/trafficking/action";
        Visitor coordinator = Visitor.signedIn(port, us.coordinator);
        Visitor.Answer empty = coordinator.post(element + "/evidence", "what", " ");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body())
                .contains("Say whether it speaks for or against")
                .contains("Say what was seen, heard or found")
                .contains("Name the source")
                .contains("Say what it is worth");
        Visitor.Answer half = coordinator.post(
                element + "/evidence", "side", "FOR", "what", "Two telephones", "source", "", "weight", "STRONG");
        assertThat(half.status()).isEqualTo(422);
        assertThat(half.body())
                .contains("Two telephones")
                .contains("Name the source")
                .doesNotContain("Say what it is worth");
    }

    @Test
    void evidenceIsTakenBackWhereItStandsAndNowhereElse() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        String element = "/decisions/" + id.value() + "/elements/trafficking/action";
        Evidence evidence = day.decision(id)
                .assessments()
                .of(Definition.TRAFFICKING, Element.ACTION)
                .evidence()
                .getFirst();
        Visitor coordinator = Visitor.signedIn(port, us.coordinator);
        assertThat(coordinator
                        .post("/decisions/" + id.value() + "/elements/trafficking/service/evidence/" + evidence.id()
                                + "/take-back")
                        .status())
                .as("trafficking has no such element")
                .isEqualTo(404);
        assertThat(coordinator.get(element).body()).contains("EVIDENCE-MARK");
        assertThat(coordinator
                        .post(element + "/evidence/" + evidence.id() + "/take-back")
                        .location())
                .isEqualTo(element);
        assertThat(coordinator.get(element).body())
                .contains("The evidence is taken back.")
                .doesNotContain("EVIDENCE-MARK");
        coordinator.post(
                element + "/evidence", "side", "FOR", "what", "Again", "source", "Example School", "weight", "STRONG");
        Evidence voted = day.decision(id)
                .assessments()
                .of(Definition.TRAFFICKING, Element.ACTION)
                .evidence()
                .getFirst();
        day.asks(id, Ground.RG);
        day.votes(id, Ground.RG, us.councilVoter, Position.FOR);
        assertThat(coordinator
                        .post(element + "/evidence/" + voted.id() + "/take-back")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void theAccountComesUpAsItStandsAndIsTiedToThePlanOrNot() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        String account = "/decisions/" + id.value() + "/account";
        Visitor coordinator = Visitor.signedIn(port, us.coordinator);
        assertThat(coordinator.get(account).body())
                .contains("VIEW-MARK", "CREDIBILITY-MARK", "BEST-MARK", "REASON-MARK", "Safe at home")
                .containsPattern("name=\"plan\"[^>]*checked")
                .containsPattern("value=\"CRIMINAL\"[^>]*checked")
                .containsPattern("name=\"countyLines\"[^>]*checked");
        day.write(id, new Account("v", "c", "b", "r", Set.of(), false, Set.of(), null, 1));
        Visitor.Answer sent = coordinator.post(
                account,
                "childsView",
                "v",
                "credibility",
                "c",
                "bestInterests",
                "b",
                "reasoning",
                "r",
                "version",
                String.valueOf(day.decision(id).account().version()));
        assertThat(sent.status()).isEqualTo(303);
        assertThat(day.decision(id).account().plan()).as("not tied to it").isNull();
        assertThat(coordinator.get(account).body()).doesNotContainPattern("name=\"plan\"[^>]*checked");
    }
}
