package org.holdfast.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.documents.PdfCheck;
import org.holdfast.meetings.Capacity;
import org.holdfast.meetings.Restriction;
import org.holdfast.pages.WrittenTexts;
import org.holdfast.partnership.AgencyId;
import org.holdfast.sharing.FieldReaders;
import org.junit.jupiter.api.Test;

/** Who reads what of a pack, and what came after the cut-off. */
class PackReaderTest {

    private static final UUID ALBA = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);
    private static final UUID POLICE = new UUID(0, 3);
    private static final UUID COUNCIL = new UUID(0, 4);
    private static final PackLine OPEN = PackLine.point("Known", "Seen near Example Street", "Testshire Police");
    private static final PackLine RESTRICTED =
            new PackLine(PackLine.Shape.POINT, "Known", "A line under observation", "Testshire Police", POLICE);

    private static PackItem child(UUID item, String name, List<PackLine> returns) {
        return new PackItem(
                item,
                item,
                name,
                "Reasonable grounds",
                List.of(
                        new PackPart(PackSection.VIEWS, List.of()),
                        new PackPart(PackSection.MISSING, List.of(PackLine.warning("No plan"))),
                        new PackPart(PackSection.RETURNS, returns)));
    }

    private static Pack pack(PackItem... items) {
        return new Pack(new UUID(0, 9), "Panel", LocalDate.of(2026, 12, 4), List.of(items));
    }

    private static final Pack WHOLE =
            pack(child(ALBA, "Alba Testchild", List.of(OPEN, RESTRICTED)), child(BEN, "Ben Testchild", List.of()));

    @Test
    void a_reader_finds_the_children_given_to_them_and_no_trace_of_the_others() {
        Pack cut = reader(COUNCIL).of(WHOLE);

        assertThat(cut.items()).extracting(PackItem::child).containsExactly("Alba Testchild");
        assertThat(cut.items().getFirst().lines(PackSection.RETURNS)).containsExactly(OPEN);
    }

    @Test
    void what_an_agency_restricted_is_read_by_those_who_decide_and_by_the_agency_itself() {
        assertThat(returns(reader(COUNCIL, Capacity.VOTING))).contains(RESTRICTED);
        assertThat(returns(reader(POLICE, Capacity.ADVISER))).contains(RESTRICTED);
        assertThat(returns(reader(COUNCIL, Capacity.SOCIAL_WORKER))).doesNotContain(RESTRICTED);
    }

    private static PackReader reader(UUID agency, Capacity... seats) {
        return new PackReader(
                Map.of(ALBA, new Restriction.Reader(new AgencyId(agency), false, false, Set.of(seats))),
                Map.of(),
                Map.of(ALBA, FieldReaders.ofEverything(new AgencyId(agency))),
                Map.of());
    }

    private static List<PackLine> returns(PackReader reader) {
        return reader.of(WHOLE).item(ALBA).orElseThrow().lines(PackSection.RETURNS);
    }

    @Test
    void the_paper_holds_no_restricted_word_for_whoever_may_not_read_it_and_is_accessible() {
        PackPaper paper = new PackPaper(new WrittenTexts().texts());
        Instant now = Instant.parse("2026-12-01T10:00:00Z");
        PackReader guardian = reader(COUNCIL);
        byte[] pdf = PdfCheck.written(
                paper.of(guardian.of(WHOLE), WHOLE.with(List.of()), Optional.empty(), "Gil Guardian", now));

        PdfCheck.assertAccessibleAndLasting(pdf);
        assertThat(PdfCheck.words(pdf))
                .contains("Alba Testchild", "Seen near Example Street", "For Gil Guardian only")
                .doesNotContain("observation", "Ben");
    }

    @Test
    void what_came_after_the_cut_off_is_what_was_not_there_before() {
        Pack before = pack(child(ALBA, "Alba Testchild", List.of(OPEN)));

        Pack after = WHOLE.since(before);

        assertThat(after.item(ALBA).orElseThrow().parts())
                .containsExactly(new PackPart(PackSection.RETURNS, List.of(RESTRICTED)));
        assertThat(after.item(BEN)).as("a child who came on later is all new").isPresent();
        assertThat(WHOLE.since(WHOLE).items()).isEmpty();
    }

    @Test
    void attending_is_not_reading_and_a_conflict_beats_what_was_given() {
        Instant now = Instant.parse("2026-12-01T10:00:00Z");
        UUID guardian = new UUID(0, 7);
        List<PackAccess> given = List.of(new PackAccess(ALBA, guardian, true, "Supports Alba", "Corin", now));

        assertThat(PackAccess.reads(guardian, Capacity.VOTING, ALBA, false, List.of()))
                .isTrue();
        assertThat(PackAccess.reads(guardian, Capacity.GUARDIAN_SERVICE, ALBA, false, List.of()))
                .isFalse();
        assertThat(PackAccess.reads(guardian, Capacity.GUARDIAN_SERVICE, ALBA, false, given))
                .isTrue();
        assertThat(PackAccess.reads(guardian, Capacity.GUARDIAN_SERVICE, BEN, false, given))
                .isFalse();
        assertThat(PackAccess.reads(guardian, Capacity.GUARDIAN_SERVICE, ALBA, true, given))
                .isFalse();
    }
}
