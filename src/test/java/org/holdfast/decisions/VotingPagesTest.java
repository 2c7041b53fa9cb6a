package org.holdfast.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.pages.Drafts;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Voting from one's own sign-in, writing a vote down for somebody, and answering for it, as people meet it (NRM-4, NRM-5). */
@HoldfastTest
class VotingPagesTest {

    private final TestPartnership us;
    private final PanelDay.Maker maker;
    private final Drafts drafts;
    private final TestClock clock;
    private final int port;

    VotingPagesTest(
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
        PanelDay day = maker.panel(us, us.untrainedPoliceVoter);
        clock.set(day.tick());
        return day;
    }

    private Visitor visitor(TestPartnership.Person person) {
        return Visitor.signedIn(port, person);
    }

    private static String draftOf(Visitor.Answer page) {
        return page.body().replaceAll("(?s).*data-draft=\"([^\"]+)\".*", "$1");
    }

    @Test
    void theVotePageAsksOnlyWhileAQuestionIsOpenAndOnlyWhoMayAnswer() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        String page = "/decisions/" + id.value();
        Visitor police = visitor(us.policeVoter);
        assertThat(police.get(page + "/vote").body())
                .contains("This question is not put to the vote now.")
                .contains("href=\"" + page + "\"")
                .doesNotContain("name=\"vote\"");
        day.asks(id, Ground.RG);
        assertThat(police.get(page).body())
                .contains("href=\"" + page + "/vote\"")
                .contains("once you have voted");
        assertThat(police.get(page + "/vote").body())
                .contains("action=\"" + page + "/vote\"")
                .contains("name=\"ground\" value=\"RG\"")
                .contains("name=\"vote\"")
                .doesNotContain("You cannot vote on this now");
        assertThat(visitor(us.untrainedPoliceVoter).get(page + "/vote").body())
                .contains("You cannot vote on this now")
                .contains("Has no current decision-maker training record")
                .doesNotContain("name=\"vote\"");
        assertThat(visitor(us.coordinator).get(page + "/vote"))
                .as("who has no vote is not asked for one")
                .satisfies(seen -> {
                    assertThat(seen.status()).isEqualTo(200);
                    assertThat(seen.body()).doesNotContain("name=\"vote\"");
                });
        assertThat(police.post(page + "/vote", "ground", "RG", "vote", "AGAINST", "reasons", "Not enough")
                        .location())
                .isEqualTo(page);
        assertThat(police.get(page).body())
                .contains("Your vote is given.")
                .as("whoever has voted is not asked again, nor told to vote first")
                .doesNotContain("href=\"" + page + "/vote\"")
                .doesNotContain("once you have voted");
        assertThat(police.get(page + "/vote").body())
                .contains("Your vote, given on")
                .doesNotContain("Confirm this vote")
                .doesNotContain("name=\"vote\"");
    }

    @Test
    void aVoteThatLacksSomethingSaysAllThatItLacksAndKeepsWhatWasTyped() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        String page = "/decisions/" + id.value();
        Visitor police = visitor(us.policeVoter);
        Visitor.Answer empty = police.post(page + "/vote", "ground", "RG");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body()).contains("Choose for or against").contains("Give the reasons for the vote");
        Visitor.Answer half = police.post(page + "/vote", "ground", "RG", "reasons", "The school log");
        assertThat(half.status()).isEqualTo(422);
        assertThat(half.body())
                .contains("Choose for or against")
                .contains("The school log")
                .doesNotContain("Give the reasons for the vote");
        Visitor.Answer aimless = police.post(page + "/vote", "ground", "", "vote", "FOR", "reasons", "The school log");
        assertThat(aimless.status()).isEqualTo(422);
        assertThat(aimless.body())
                .contains("This question is not put to the vote now.")
                .doesNotContain("Choose for or against")
                .doesNotContain("Give the reasons for the vote");
        assertThat(day.votes(id)).isEmpty();
    }

    @Test
    void whatWasTypedOfAVoteWaitsForItsVoterAndGoesWhenTheVoteIsGiven() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        String page = "/decisions/" + id.value();
        Visitor police = visitor(us.policeVoter);
        String draft = draftOf(police.get(page + "/vote"));
        police.post("/drafts/" + draft, "reasons", "Half a thought");
        assertThat(police.get(page + "/vote").body()).contains("Half a thought");
        assertThat(visitor(us.healthVoter).get(page + "/vote").body()).doesNotContain("Half a thought");
        assertThat(police.post(page + "/vote", "ground", "RG", "vote", "FOR", "reasons", "A whole thought")
                        .status())
                .isEqualTo(303);
        assertThat(drafts.of(us.policeVoter.actor(), draft)).isEmpty();
    }

    @Test
    void aVoteIsWrittenDownForWhoeverHasNotVotedAndNotWithoutSayingWhoseItIs() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        String page = "/decisions/" + id.value();
        Visitor coordinator = visitor(us.coordinator);
        Visitor.Answer early = coordinator.get(page + "/record-vote");
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.body()).contains("This question is not put to the vote now.");
        day.asks(id, Ground.RG);
        day.votes(id, Ground.RG, us.councilVoter, Position.FOR);
        Visitor.Answer form = coordinator.get(page + "/record-vote");
        assertThat(form.body())
                .contains("action=\"" + page + "/record-vote\"")
                .contains("href=\"" + page + "\"")
                .contains("name=\"ground\" value=\"RG\"")
                .contains(us.policeVoter.member().name())
                .contains(us.healthVoter.member().name())
                .doesNotContain("value=\"" + us.councilVoter.member().id().value());
        Visitor.Answer empty = coordinator.post(page + "/record-vote", "ground", "RG");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body())
                .contains("Choose whose vote it is")
                .contains("Choose for or against")
                .contains("Give the reasons for the vote");
        String draft = draftOf(form);
        coordinator.post("/drafts/" + draft, "reasons", "As said on the telephone");
        assertThat(coordinator.get(page + "/record-vote").body()).contains("As said on the telephone");
        Visitor.Answer nobody = coordinator.post(
                page + "/record-vote", "ground", "RG", "vote", "FOR", "reasons", "As said on the telephone");
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.body())
                .contains("Choose whose vote it is")
                .contains("As said on the telephone")
                .doesNotContain("Choose for or against");
        Visitor.Answer done = coordinator.post(
                page + "/record-vote",
                "ground",
                "RG",
                "member",
                us.healthVoter.member().id().value().toString(),
                "vote",
                "FOR",
                "reasons",
                "As said on the telephone");
        assertThat(done.location()).isEqualTo(page);
        assertThat(coordinator.get(page).body()).contains("The vote is written down and waits to be confirmed.");
        assertThat(drafts.of(us.coordinator.actor(), draft)).isEmpty();
        Visitor.Answer again = coordinator.post(
                page + "/record-vote",
                "ground",
                "RG",
                "member",
                us.healthVoter.member().id().value().toString(),
                "vote",
                "AGAINST",
                "reasons",
                "Otherwise");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("each agency has one vote").contains("Otherwise");
        for (String notTheirs : new String[] {"/record-vote", "/adjourn", "/account"}) {
            assertThat(visitor(us.policeVoter).get(page + notTheirs).status())
                    .as("a form that a voter could not send: " + notTheirs)
                    .isEqualTo(404);
            assertThat(coordinator.get(page + notTheirs).status()).as(notTheirs).isEqualTo(200);
        }
    }

    @Test
    void whatWasWrittenDownIsAnsweredOnceByWhoseVoteItIs() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        String page = "/decisions/" + id.value();
        String first = written(page, us.healthVoter);
        assertThat(visitor(us.policeVoter).post(first, "answer", "confirm").status())
                .as("somebody else's")
                .isEqualTo(404);
        Visitor health = visitor(us.healthVoter);
        assertThat(health.get(page + "/vote").body())
                .contains("Confirm this vote")
                .doesNotContain("name=\"vote\"");
        Visitor.Answer rejected = health.post(first, "answer", "reject");
        assertThat(rejected.location()).as("to vote oneself").isEqualTo(page + "/vote");
        assertThat(health.get(page + "/vote").body())
                .contains("The vote that was written down is rejected.")
                .contains("name=\"vote\"");
        assertThat(health.post(first, "answer", "confirm").status()).isEqualTo(422);

        String second = written(page, us.policeVoter);
        Visitor police = visitor(us.policeVoter);
        assertThat(police.post(second, "answer", "confirm").location()).isEqualTo(page);
        assertThat(police.get(page).body()).contains("Your vote is confirmed.");
        Visitor.Answer again = police.post(second, "answer", "confirm");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("This vote has been answered already.");
    }

    /** A vote that the co-ordinator writes down for somebody: where it is answered. */
    private String written(String page, TestPartnership.Person person) {
        visitor(us.coordinator)
                .post(
                        page + "/record-vote",
                        "ground",
                        "RG",
                        "member",
                        person.member().id().value().toString(),
                        "vote",
                        "AGAINST",
                        "reasons",
                        "As said");
        return visitor(person)
                .get(page + "/vote")
                .body()
                .replaceAll("(?s).*action=\"(" + page + "/votes/[^\"]+)\".*", "$1");
    }
}
