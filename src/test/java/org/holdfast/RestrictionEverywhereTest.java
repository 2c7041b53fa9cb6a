package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.holdfast.meetings.AgendaItemState;
import org.holdfast.meetings.Capacity;
import org.holdfast.meetings.MinutesPart;
import org.holdfast.meetings.MinutesReader;
import org.holdfast.meetings.MinutesText;
import org.holdfast.meetings.Note;
import org.holdfast.meetings.Place;
import org.holdfast.meetings.Purpose;
import org.holdfast.meetings.Restriction;
import org.holdfast.packs.Pack;
import org.holdfast.packs.PackItem;
import org.holdfast.packs.PackLine;
import org.holdfast.packs.PackPart;
import org.holdfast.packs.PackReader;
import org.holdfast.packs.PackSection;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.requests.AgencyReturn;
import org.holdfast.requests.Heading;
import org.holdfast.requests.QuestionId;
import org.holdfast.requests.Told;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.FieldReaders;

/**
 * Whoever somebody is: pack, returns, notes and minutes open the same restricted words to them, and never more than the handbook says
 * (MTG-4, SHR-4, NRM-22, NRM-23).
 */
class RestrictionEverywhereTest {

    private static final UUID CHILD = new UUID(0, 100);
    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");

    @Property
    void whatAnAgencyRestrictedIsReadByTheSamePeopleInThePackAndAmongTheReturns(
            @ForAll @IntRange(min = 1, max = 3) int own,
            @ForAll @IntRange(min = 1, max = 3) int giver,
            @ForAll boolean coordinates,
            @ForAll boolean excluded,
            @ForAll Set<Capacity> seats) {
        Restriction.Reader reader = new Restriction.Reader(agency(own), coordinates, excluded, seats);
        boolean may = !excluded && (coordinates || own == giver || judges(seats));

        assertThat(pack(giver, reader)).isEqualTo(may);
        assertThat(returned(giver).as(reader).told(Heading.WORRIES).isPresent()).isEqualTo(may);
    }

    @Property
    void whatWasSaidInTheMeetingIsReadByTheSamePeopleAsItIsTypedAndInTheMinutes(
            @ForAll @IntRange(min = 1, max = 3) int own,
            @ForAll boolean coordinates,
            @ForAll boolean excluded,
            @ForAll Set<Capacity> seats) {
        Restriction.Reader reader = new Restriction.Reader(agency(own), coordinates, excluded, seats);
        boolean may = !excluded && (coordinates || judges(seats) || seats.contains(Capacity.NOTE_TAKER));

        assertThat(Restriction.reads(reader, Note.Part.RESTRICTED)).isEqualTo(may);
        assertThat(Restriction.reads(reader, Note.Part.OPEN)).isTrue();
        MinutesText.Item read = new MinutesReader(Map.of(CHILD, Set.of(reader)))
                .of(minutes())
                .items()
                .getFirst();
        assertThat(read.restricted().isEmpty()).isNotEqualTo(may);
        assertThat(read.parts().isEmpty()).isNotEqualTo(may);
        assertThat(read.note()).isEqualTo("Heard");
    }

    @Property
    void whoeverLooksOverAShoulderReadsNoMoreThanEitherAndWhoeverPassesTheScreenNothing(
            @ForAll boolean one, @ForAll boolean other, @ForAll Set<Capacity> seats) {
        Restriction.Reader first = new Restriction.Reader(agency(1), one, false, seats);
        Restriction.Reader second = new Restriction.Reader(agency(2), other, false, Set.of());
        MinutesText both = new MinutesReader(Map.of(CHILD, Set.of(first, second))).of(minutes());

        assertThat(both.items().getFirst().restricted().isEmpty())
                .isNotEqualTo(Restriction.reads(first, Note.Part.RESTRICTED)
                        && Restriction.reads(second, Note.Part.RESTRICTED));
        assertThat(Restriction.reads(Restriction.Reader.PASSING_BY, Note.Part.RESTRICTED))
                .isFalse();
        assertThat(Restriction.reads(Restriction.Reader.PASSING_BY, agency(1))).isFalse();
    }

    private static boolean judges(Set<Capacity> seats) {
        return EnumSet.of(Capacity.CHAIR, Capacity.DEPUTY_CHAIR, Capacity.VOTING, Capacity.DEPUTY).stream()
                .anyMatch(seats::contains);
    }

    private static AgencyId agency(int number) {
        return new AgencyId(new UUID(0, number));
    }

    private static boolean pack(int giver, Restriction.Reader reader) {
        PackLine restricted = new PackLine(
                PackLine.Shape.POINT,
                "Worries",
                "A named adult",
                "Testshire Police",
                agency(giver).value());
        Pack whole = new Pack(
                new UUID(0, 9),
                "Panel",
                LocalDate.of(2026, 12, 4),
                List.of(new PackItem(
                        CHILD,
                        CHILD,
                        "Alba Testchild",
                        "Grounds",
                        List.of(new PackPart(PackSection.RETURNS, List.of(restricted))))));
        return new PackReader(
                        Map.of(CHILD, reader),
                        Map.of(),
                        Map.of(CHILD, FieldReaders.ofEverything(reader.agency())),
                        Map.of())
                .of(whole).items().stream()
                        .flatMap(it -> it.parts().stream())
                        .flatMap(it -> it.lines().stream())
                        .anyMatch(restricted::equals);
    }

    private static AgencyReturn returned(int giver) {
        return new AgencyReturn(
                new UUID(0, 5),
                new CaseId(CHILD),
                agency(giver),
                AgencyKind.POLICE,
                "Testshire Police",
                1,
                new QuestionId(new UUID(0, 6)),
                false,
                List.of(new Told(Heading.WORRIES, "A named adult", true, "Live inquiry")),
                "Records",
                LocalDate.of(2026, 12, 1),
                null,
                "Pola Policevoter",
                NOW,
                null,
                null);
    }

    private static MinutesText minutes() {
        MinutesPart told = new MinutesPart("told", List.of(MinutesPart.Line.restricted("told", "A named adult")));
        return new MinutesText(
                "Panel",
                LocalDate.of(2026, 12, 2),
                LocalTime.NOON,
                new Place("", ""),
                null,
                null,
                List.of(),
                List.of(),
                List.of(new MinutesText.Item(
                        CHILD,
                        CHILD,
                        "Ann Testchild",
                        Purpose.DISCUSSION,
                        AgendaItemState.CONCLUDED,
                        null,
                        "",
                        null,
                        null,
                        List.of(),
                        "Heard",
                        "Live operation",
                        List.of(told),
                        List.of(),
                        List.of())));
    }
}
