package org.holdfast.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.decisions.Position.AGAINST;
import static org.holdfast.decisions.Position.FOR;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.audit.Ledger;
import org.holdfast.law.Outcome;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.Test;

/** The Home Office gets the outcome as a paper, and nothing else of the case (NRM-10, SHR-5). */
@HoldfastTest
class OutcomePaperTest {

    private final TestPartnership us;
    private final PanelDay.Maker maker;
    private final Decisions decisions;
    private final Ledger ledger;

    OutcomePaperTest(TestPartnership.Founder founder, PanelDay.Maker maker, Decisions decisions, Ledger ledger) {
        this.us = founder.found(Instant.parse("2026-09-01T09:00:00Z"));
        this.maker = maker;
        this.decisions = decisions;
        this.ledger = ledger;
    }

    @Test
    void thePaperHoldsTheFormAndNothingElse() throws IOException {
        PanelDay day = maker.child(us, Instant.parse("2026-10-26T09:00:00Z"))
                .planned(LocalDate.of(2026, 11, 20), us.councilVoter, us.policeVoter, us.healthVoter)
                .meets(us.councilVoter, us.policeVoter, us.healthVoter);
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        day.vote(id, Ground.RG, FOR, FOR, AGAINST);
        day.counted(id);
        day.issued(id);

        byte[] paper =
                decisions.outcomePaper(us.coordinator.actor(), id, day.tick()).orThrow();
        String text;
        try (PDDocument document = Loader.loadPDF(paper)) {
            text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
        assertThat(text)
                .contains(
                        us.partnership.name(),
                        PanelDay.CHILD,
                        "Positive reasonable grounds decision",
                        id.value().toString(),
                        "20 November 2026",
                        "Criminal exploitation, County lines");
        assertThat(text).doesNotContain("MARK").doesNotContain("Example School");
        for (var person :
                List.of(us.coordinator, us.chair, us.councilVoter, us.policeVoter, us.healthVoter, us.socialWorker)) {
            assertThat(text).doesNotContain(person.member().name());
        }
        assertThat(ledger.linesAbout(us.coordinator.actor(), day.caseId.value(), 1))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.event()).isEqualTo("outcome-paper-taken");
                    assertThat(line.detail()).contains(Seal.sha256(paper));
                });

        assertThat(decisions.outcomePaper(us.policeVoter.actor(), id, day.tick()))
                .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
    }
}
