package org.holdfast.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.law.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@HoldfastTest
class DraftsTest {
    private static final Instant MORNING = Instant.parse("2026-11-21T09:00:00Z");
    private static final String FORM = "referral-new";

    private final Drafts drafts;
    private final TestPartnership.Founder founder;
    private TestPartnership there;

    DraftsTest(Drafts drafts, TestPartnership.Founder founder) {
        this.drafts = drafts;
        this.founder = founder;
    }

    @BeforeEach
    void aPartnership() {
        there = founder.found(MORNING);
    }

    @Test
    void what_was_typed_is_there_again_unchecked_and_as_typed() {
        save(
                "window",
                Map.of("born-day", List.of("31x"), "story", List.of("  half a sen"), "needs", List.of("A", "B")),
                MORNING);
        assertThat(drafts.of(there.socialWorker.actor(), FORM))
                .isEqualTo(Map.of(
                        "born-day", List.of("31x"), "story", List.of("  half a sen"), "needs", List.of("A", "B")));
    }

    @Test
    void a_field_that_is_not_sent_keeps_its_value_and_an_emptied_one_is_empty() {
        save("window", Map.of("name", List.of("Testchild"), "needs", List.of("A")), MORNING);
        save("window", Map.of("needs", List.of()), MORNING.plusSeconds(1));
        assertThat(drafts.of(there.socialWorker.actor(), FORM))
                .isEqualTo(Map.of("name", List.of("Testchild"), "needs", List.of()));
    }

    @Test
    void another_window_is_noticed_and_the_last_word_in_each_field_stands() {
        save("first", Map.of("name", List.of("one")), MORNING.plusSeconds(1));
        Drafts.Saved second = save("second", Map.of("story", List.of("two")), MORNING.plusSeconds(2));
        assertThat(second.elsewhere()).containsExactly("name");

        Drafts.Saved again = saveSince("second", Map.of("name", List.of("three")), second.at(), MORNING.plusSeconds(3));
        assertThat(again.elsewhere()).isEmpty();
        assertThat(drafts.of(there.socialWorker.actor(), FORM))
                .isEqualTo(Map.of("name", List.of("three"), "story", List.of("two")));
    }

    @Test
    void a_draft_belongs_to_the_one_who_typed_it() {
        save("window", Map.of("name", List.of("Testchild")), MORNING);
        assertThat(drafts.of(there.coordinator.actor(), FORM)).isEmpty();
        assertThat(drafts.of(founder.found(MORNING).socialWorker.actor(), FORM)).isEmpty();
        assertThat(drafts.of(there.socialWorker.actor(), "referral-other")).isEmpty();
    }

    @Test
    void a_draft_that_was_sent_is_gone_and_only_that_one() {
        save("window", Map.of("name", List.of("Testchild")), MORNING);
        drafts.save(there.coordinator.actor(), FORM, "name", "other", MORNING).orThrow();
        drafts.discard(there.socialWorker.actor(), FORM);
        assertThat(drafts.of(there.socialWorker.actor(), FORM)).isEmpty();
        assertThat(drafts.of(there.coordinator.actor(), FORM)).isEqualTo(Map.of("name", List.of("other")));
    }

    @Test
    void what_no_form_holds_is_refused() {
        assertThat(drafts.save(there.socialWorker.actor(), "../x", "name", "a", MORNING))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(drafts.save(there.socialWorker.actor(), FORM, "name", "a".repeat(Drafts.LONGEST_VALUE + 1), MORNING))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(drafts.of(there.socialWorker.actor(), FORM)).isEmpty();
    }

    @Test
    void a_box_that_was_there_and_is_not_ticked_is_sent_as_empty() {
        assertThat(Drafts.fieldsOf(
                        Map.of(
                                "_csrf", List.of("token"),
                                "draft-window", List.of("w"),
                                "_needs", List.of("on"),
                                "_tags", List.of("on"),
                                "tags", List.of("A")),
                        Set.of("_csrf")))
                .isEqualTo(Map.of("needs", List.of(), "tags", List.of("A")));
    }

    private Drafts.Saved save(String window, Map<String, List<String>> fields, Instant now) {
        return saveSince(window, fields, MORNING, now);
    }

    private Drafts.Saved saveSince(String window, Map<String, List<String>> fields, Instant since, Instant now) {
        return drafts.saveAll(there.socialWorker.actor(), FORM, fields, window, since, now)
                .orThrow();
    }
}
