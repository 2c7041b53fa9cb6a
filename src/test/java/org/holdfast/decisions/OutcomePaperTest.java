package org.holdfast.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.HoldfastTest;
import org.holdfast.documents.Document;
import org.holdfast.documents.Document.Block;
import org.holdfast.documents.Document.Fact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The paper that goes to the Home Office says what the outcome form says: each fact that there is, and none that there is not (SHR-5). */
@HoldfastTest
class OutcomePaperTest {

    private static final UUID DECISION = new UUID(1, 1);
    private static final UUID EARLIER = new UUID(1, 2);

    private final OutcomePaper papers;

    OutcomePaperTest(OutcomePaper papers) {
        this.papers = papers;
    }

    private static OutcomeForm form(String reference, @Nullable LocalDate day, @Nullable UUID supersedes) {
        return new OutcomeForm(
                "Testshire",
                reference,
                "Testa Testchild",
                day == null ? null : LocalDate.of(2011, 6, 1),
                DECISION,
                supersedes,
                Determination.POSITIVE_RG,
                day,
                day == null ? null : day.plusDays(40),
                List.of(),
                List.of(Exploitation.values()[0]),
                true,
                List.of(new OutcomeForm.Test(Ground.RG, "The words of the day")),
                Instant.parse("2026-03-17T15:00:00Z"));
    }

    private static List<Fact> facts(Document paper) {
        return paper.blocks().stream()
                .filter(Block.Facts.class::isInstance)
                .map(Block.Facts.class::cast)
                .flatMap(block -> block.facts().stream())
                .toList();
    }

    @Test
    void eachFactOfTheFormStandsOnIt() {
        Document paper = papers.of(form("NRM000123", LocalDate.of(2026, 3, 16), EARLIER));
        assertThat(facts(paper))
                .extracting(Fact::value)
                .contains(
                        "Testshire",
                        "NRM000123",
                        "Testa Testchild",
                        "1 June 2011",
                        DECISION.toString(),
                        "16 March 2026",
                        "25 April 2026",
                        EARLIER.toString(),
                        "17 March 2026");
        assertThat(facts(paper)).hasSize(11);
        assertThat(paper.toString()).contains("ounty lines").contains("The words of the day");
    }

    @Test
    void whatIsNotKnownIsLeftOutAndNotLeftEmpty() {
        Document paper = papers.of(form("", null, null));
        assertThat(facts(paper)).hasSize(6).extracting(Fact::value).doesNotContain("", EARLIER.toString());
        assertThat(paper.toString()).as("known by the decision then").contains(DECISION.toString());
    }
}
