package org.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.pages.Drafts;
import org.junit.jupiter.api.Test;

/** What was begun and left is thrown away after the profile's 90 days, never without a warning, and a word put to it keeps it. */
@HoldfastTest
class OldDraftsTest {
    private static final Instant MORNING = Instant.parse("2026-01-05T09:00:00Z");

    private final OldDrafts round;
    private final Drafts drafts;
    private final TestPartnership.Founder founder;

    OldDraftsTest(OldDrafts round, Drafts drafts, TestPartnership.Founder founder) {
        this.round = round;
        this.drafts = drafts;
        this.founder = founder;
    }

    @Test
    void a_draft_is_thrown_away_after_its_writer_was_warned_and_not_before() {
        TestPartnership us = founder.found(MORNING);
        begin(us, "left-alone", MORNING);
        begin(us, "taken-up", MORNING);
        Instant due = MORNING.plus(Duration.ofDays(90));

        round.make(us.program, due.minus(Duration.ofDays(15)));
        assertThat(drafts.untouchedSince(us.program, due)).allMatch(left -> left.warned() == null);

        round.make(us.program, due.minus(OldDrafts.WARNING));
        assertThat(drafts.untouchedSince(us.program, due)).hasSize(2).allMatch(left -> left.warned() != null);

        begin(us, "taken-up", due.minus(Duration.ofDays(3)));
        round.make(us.program, due.minusSeconds(1));
        assertThat(kept(us, "left-alone")).isTrue();

        round.make(us.program, due);
        assertThat(kept(us, "left-alone")).isFalse();
        assertThat(kept(us, "taken-up")).isTrue();
    }

    @Test
    void after_a_long_stop_of_the_program_the_warning_still_comes_first() {
        TestPartnership us = founder.found(MORNING);
        begin(us, "left-alone", MORNING);
        Instant late = MORNING.plus(Duration.ofDays(400));

        round.make(us.program, late);
        round.make(us.program, late.plus(OldDrafts.WARNING).minusSeconds(1));
        assertThat(kept(us, "left-alone")).isTrue();

        round.make(us.program, late.plus(OldDrafts.WARNING));
        assertThat(kept(us, "left-alone")).isFalse();
    }

    private void begin(TestPartnership us, String form, Instant now) {
        drafts.save(us.socialWorker.actor(), form, "story", "half a sentence " + now, now);
    }

    private boolean kept(TestPartnership us, String form) {
        return !drafts.of(us.socialWorker.actor(), form).equals(Map.of());
    }
}
