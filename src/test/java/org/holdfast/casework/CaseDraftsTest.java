package org.holdfast.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.holdfast.law.Reason;
import org.holdfast.sharing.DataClass;
import org.junit.jupiter.api.Test;

/** What keeps something from being recorded: every fault at once, each with its field. */
class CaseDraftsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void anActionIsSmart() {
        assertThat(fields(new ActionDraft("", " ", null, "", null, "", null).faults(TODAY)))
                .containsExactly("what", "why", "ownerName", "ownerAgencyName", "dueOn");
        ActionDraft smart = new ActionDraft(
                "Visit the school",
                "To agree who meets him at the gate",
                null,
                "Tia Teacher",
                null,
                "Example School",
                TODAY);
        assertThat(smart.faults(TODAY)).isEmpty();
        assertThat(fields(smart.faults(TODAY.plusDays(1)))).containsExactly("dueOn");
    }

    @Test
    void aPlanIsReviewedAfterItWasAgreed() {
        assertThat(fields(new PlanDraft(Plan.Kind.SAFETY, "Safe at home", "here", TODAY, TODAY).faults(TODAY)))
                .containsExactly("reviewOn");
        assertThat(new PlanDraft(Plan.Kind.SAFETY, "Safe at home", "here", TODAY, TODAY.plusWeeks(6)).faults(TODAY))
                .isEmpty();
    }

    @Test
    void aHearingToComeHasNoOutcomeAndOneThatWasHeardWasNotCancelled() {
        assertThat(fields(new CourtDateDraft(TODAY.plusDays(1), "Example Court", "Trial", "convicted", null)
                        .faults(TODAY)))
                .containsExactly("outcome");
        assertThat(fields(new CourtDateDraft(TODAY, "Example Court", "Trial", "convicted", "judge ill").faults(TODAY)))
                .containsExactly("cancelledBecause");
    }

    @Test
    void whoeverRepresentsTheChildHasAName() {
        assertThat(fields(wishes(Wishes.Chosen.BY_THE_CHILD, "").faults(TODAY))).containsExactly("representative");
        assertThat(wishes(Wishes.Chosen.BY_THE_CHILD, "Gil Guardian").faults(TODAY))
                .isEmpty();
        assertThat(wishes(Wishes.Chosen.NOBODY_REPRESENTS, "").faults(TODAY)).isEmpty();
    }

    @Test
    void custodyDoesNotEndBeforeItBegins() {
        assertThat(fields(new CustodyDraft(Custody.Kind.POLICE_CUSTODY, "Example Station", TODAY, TODAY.minusDays(1))
                        .faults(TODAY)))
                .containsExactly("custodyUntil");
    }

    @Test
    void whatHappenedDoesNotLieInTheFutureAndItsWordsMayBeLong() {
        EntryDraft draft =
                new EntryDraft(Lane.HOME, UncertainDay.on(TODAY), "x".repeat(15_000), "Testshire Council", "", false);
        assertThat(draft.faults(TODAY)).isEmpty();
        assertThat(fields(draft.faults(TODAY.minusDays(1)))).containsExactly("when");
    }

    @Test
    void aLineOfALaneThatIsAKindOfItsOwnTellsNothingElse() {
        assertThat(fields(line(Lane.HEALTH, DataClass.HOME_AND_WHEREABOUTS).faults(TODAY)))
                .containsExactly("tells");
        assertThat(line(Lane.CONTACT, DataClass.HOME_AND_WHEREABOUTS).faults(TODAY))
                .isEmpty();
        assertThat(line(Lane.POLICE, DataClass.POLICE_INTELLIGENCE).faults(TODAY))
                .isEmpty();
        assertThat(fields(line(Lane.CONTACT, DataClass.IDENTITY_AND_CONTACT).faults(TODAY)))
                .as("what more people read than any story")
                .containsExactly("tells");
    }

    private static EntryDraft line(Lane lane, DataClass tells) {
        return new EntryDraft(lane, UncertainDay.on(TODAY), "A made-up line", "Testshire Council", "", false, tells);
    }

    private static WishesDraft wishes(Wishes.Chosen chosen, String representative) {
        return new WishesDraft(
                TODAY,
                Wishes.Means.FACE_TO_FACE,
                "I want to go to school",
                "English",
                "",
                "Sol Socialworker",
                representative,
                chosen,
                "");
    }

    private static List<String> fields(List<Reason> faults) {
        return faults.stream().map(reason -> String.valueOf(reason.field())).toList();
    }
}
