package org.holdfast.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.holdfast.meetings.PanelExample.PANEL;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.holdfast.law.Nation;
import org.holdfast.law.Span;
import org.holdfast.law.WorkingCalendar;
import org.holdfast.partnership.Assuring;
import org.holdfast.partnership.Cadence;
import org.holdfast.partnership.CaseLoad;
import org.holdfast.partnership.ChairRule;
import org.holdfast.partnership.ChildsAdvocate;
import org.holdfast.partnership.ClosedDay;
import org.holdfast.partnership.Ladder;
import org.holdfast.partnership.MeetingKind;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Practice;
import org.holdfast.partnership.Profile;
import org.holdfast.partnership.Reconsidering;
import org.holdfast.partnership.Route;
import org.holdfast.partnership.TieRule;
import org.holdfast.partnership.Urgency;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The diary of a partnership: its rhythm, what clashes in it, what a quarter can take, what cannot wait for it. */
class DiaryRulesTest {
    private static final WorkingCalendar ENGLAND = WorkingCalendar.of(Nation.ENGLAND);
    private static final Cadence FORTNIGHTLY = new Cadence.Every(2, Cadence.Unit.WEEKS);
    private static final Cadence MONTHLY = new Cadence.Every(1, Cadence.Unit.MONTHS);

    /** A Tuesday; Easter Monday of the year is the 6th of April, the early May bank holiday the 4th of May. */
    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 10);

    private static final MeetingKind FORTNIGHT = kind("panel", FORTNIGHTLY, true, new CaseLoad(5, 10, 1, 4, 40), null);
    private static final MeetingKind MACE = kind("mace", MONTHLY, false, new CaseLoad(15, 15, 1, 6, 90), null);
    private static final Profile PROFILE = profile(FORTNIGHT, MACE);
    private static final Invited POLICE = invited("Pola Policevoter", Capacity.VOTING, false);
    private static final Invited CHAIR = invited("Chara Chair", Capacity.CHAIR, false);

    // Rhythm

    @Test
    void aFortnightlyPanelFallsEveryFourteenDaysAndMovesOffABankHoliday() {
        assertThat(Rhythm.days(FORTNIGHTLY, LocalDate.of(2026, 3, 9), LocalDate.of(2026, 5, 10), PROFILE, ENGLAND))
                .containsExactly(
                        LocalDate.of(2026, 3, 9),
                        LocalDate.of(2026, 3, 23),
                        LocalDate.of(2026, 4, 7),
                        LocalDate.of(2026, 4, 20),
                        LocalDate.of(2026, 5, 5));
    }

    @Test
    void aMonthlyPanelKeepsItsWeekdayOfTheMonth() {
        assertThat(Rhythm.days(MONTHLY, TUESDAY, LocalDate.of(2026, 6, 30), PROFILE, ENGLAND))
                .containsExactly(
                        TUESDAY, LocalDate.of(2026, 4, 14), LocalDate.of(2026, 5, 12), LocalDate.of(2026, 6, 9));
        assertThat(Rhythm.days(MONTHLY, LocalDate.of(2026, 3, 31), LocalDate.of(2026, 6, 1), PROFILE, ENGLAND))
                .as("the fifth Tuesday is the last one of a month with four")
                .containsExactly(LocalDate.of(2026, 3, 31), LocalDate.of(2026, 4, 28), LocalDate.of(2026, 5, 26));
    }

    @Test
    void aDayOnWhichThePartnershipIsClosedIsNotMetOn() {
        assertThat(Rhythm.days(FORTNIGHTLY, LocalDate.of(2026, 12, 24), LocalDate.of(2027, 1, 1), PROFILE, ENGLAND))
                .as("closed on the 24th, then Christmas, a weekend and the day for Boxing Day")
                .containsExactly(LocalDate.of(2026, 12, 29));
    }

    @Property
    void everyDayOfARhythmIsAWorkingDayWithinWhatWasAskedAndNoneIsTwice(
            @ForAll @IntRange(min = 0, max = 400) int from, @ForAll @IntRange(min = 1, max = 8) int weeks) {
        LocalDate first = TUESDAY.plusDays(from);
        List<LocalDate> days =
                Rhythm.days(new Cadence.Every(weeks, Cadence.Unit.WEEKS), first, first.plusWeeks(13), PROFILE, ENGLAND);
        assertThat(days).doesNotHaveDuplicates().isSorted().allSatisfy(day -> {
            assertThat(ENGLAND.isWorkingDay(day) && PROFILE.open(day)).isTrue();
            assertThat(day).isBetween(first, first.plusWeeks(13));
        });
    }

    @Test
    void whatIsPlannedNearADayTakesItsPlace() {
        List<LocalDate> days = List.of(TUESDAY, TUESDAY.plusWeeks(2), TUESDAY.plusWeeks(4));
        assertThat(Rhythm.free(days, FORTNIGHTLY, List.of(TUESDAY.plusWeeks(2).plusDays(1))))
                .containsExactly(TUESDAY, TUESDAY.plusWeeks(4));
    }

    @Test
    void aHoleInTheRhythmIsFoundAndAMeetingMovedByDaysIsNone() {
        LocalDate until = TUESDAY.plusWeeks(9);
        List<LocalDate> held = List.of(TUESDAY.minusDays(7), TUESDAY.plusDays(8), TUESDAY.plusWeeks(5));
        assertThat(Rhythm.gaps(FORTNIGHT, held, TUESDAY, until, PROFILE, ENGLAND))
                .extracting(Quarter.Gap::expected)
                .containsExactly(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 28));
        assertThat(Rhythm.gaps(MACE, List.of(), TUESDAY, until, PROFILE, ENGLAND))
                .hasSize(3);
        MeetingKind onDemand = kind("actions", new Cadence.OnDemand(), false, new CaseLoad(30, 30, 1, 4, 120), null);
        assertThat(Rhythm.gaps(onDemand, List.of(), TUESDAY, until, PROFILE, ENGLAND))
                .isEmpty();
    }

    // Clashes

    @Test
    void whoLeadsOrVotesIsNotInTwoMeetingsAtOnce() {
        DiaryEntry panel = entry(FORTNIGHT, TUESDAY, 10, 0, CHAIR, POLICE);
        assertThat(clashes(panel, entry(MACE, TUESDAY, 10, 30, POLICE)))
                .containsExactly(new Clash(
                        Clash.Sort.IN_TWO_PLACES, TUESDAY, List.of("panel", "Pola Policevoter", "mace"), null));
        assertThat(clashes(panel, entry(MACE, TUESDAY, 10, 40, POLICE)))
                .as("the panel of four cases at ten minutes is over by then")
                .isEmpty();
        assertThat(clashes(panel, entry(MACE, TUESDAY.plusDays(1), 10, 30, POLICE)))
                .isEmpty();
        assertThat(clashes(panel, entry(MACE, TUESDAY, 10, 30, invited("Pola Policevoter", Capacity.OBSERVER, false))))
                .as("an observer can leave")
                .isEmpty();
    }

    @Test
    void aPersonWhoSentApologiesIsAwayAndInNoOtherPlace() {
        DiaryEntry panel = entry(FORTNIGHT, TUESDAY, 10, 0, CHAIR, invited("Pola Policevoter", Capacity.VOTING, true));
        assertThat(clashes(panel, entry(MACE, TUESDAY, 10, 30, POLICE)))
                .extracting(Clash::sort)
                .containsExactly(Clash.Sort.AWAY);
    }

    @Test
    void whoIsAwayAndHasADeputyLeavesNoGap() {
        Invited away = invited("Pola Policevoter", Capacity.VOTING, true);
        Invited chairAway = invited("Chara Chair", Capacity.CHAIR, true);
        Invited deputy =
                new Invited(new MemberId(new UUID(0, 9)), "Dani Deputy", Capacity.DEPUTY, away.member(), false);
        Invited deputyChair = invited("Cleo Deputychair", Capacity.DEPUTY_CHAIR, false);
        assertThat(clashes(entry(FORTNIGHT, TUESDAY, 10, 0, chairAway, away, deputy, deputyChair)))
                .extracting(Clash::sort, Clash::names)
                .containsExactly(
                        tuple(Clash.Sort.AWAY_WITH_DEPUTY, List.of("panel", "Chara Chair", "Cleo Deputychair")),
                        tuple(Clash.Sort.AWAY_WITH_DEPUTY, List.of("panel", "Pola Policevoter", "Dani Deputy")));
        Invited deputyAway =
                new Invited(new MemberId(new UUID(0, 9)), "Dani Deputy", Capacity.DEPUTY, away.member(), true);
        assertThat(clashes(entry(FORTNIGHT, TUESDAY, 10, 0, CHAIR, away, deputyAway)))
                .extracting(Clash::sort)
                .containsExactly(Clash.Sort.AWAY);
        assertThat(clashes(entry(
                        FORTNIGHT,
                        TUESDAY,
                        10,
                        0,
                        CHAIR,
                        away,
                        new Invited(
                                deputy.member(), "Dani Deputy", Capacity.DEPUTY, new MemberId(new UUID(0, 8)), false))))
                .as("a deputy of somebody else")
                .extracting(Clash::sort)
                .containsExactly(Clash.Sort.AWAY);
    }

    @Test
    void theOnlyCoordinatorCannotRunTwoMeetingsAtOnce() {
        assertThat(new Clashes(PROFILE, ENGLAND, Optional.of("Corin Coordinator"))
                        .in(List.of(entry(FORTNIGHT, TUESDAY, 10, 0, CHAIR), entry(MACE, TUESDAY, 10, 30, POLICE))))
                .extracting(Clash::sort)
                .containsExactly(Clash.Sort.ONE_COORDINATOR);
    }

    @Test
    void bankHolidaysWeekendsClosedDaysAndASecondMeetingOfAKindAreTold() {
        assertThat(clashes(
                        entry(FORTNIGHT, LocalDate.of(2026, 4, 6), 10, 0, CHAIR),
                        entry(FORTNIGHT, LocalDate.of(2026, 4, 11), 10, 0, CHAIR),
                        entry(FORTNIGHT, LocalDate.of(2026, 12, 24), 10, 0, CHAIR),
                        entry(FORTNIGHT, TUESDAY, 9, 0, CHAIR),
                        entry(FORTNIGHT, TUESDAY, 14, 0, POLICE)))
                .extracting(Clash::sort)
                .containsExactly(
                        Clash.Sort.BANK_HOLIDAY, Clash.Sort.WEEKEND, Clash.Sort.CLOSED_DAY, Clash.Sort.SAME_KIND);
    }

    @Test
    void whatIsPlannedSoonerThanTheNoticeAgreedIsToldUnlessItIsUrgent() {
        MeetingKind noticed = kind("panel", FORTNIGHTLY, true, new CaseLoad(5, 10, 1, 4, 40), new Span.WorkingDays(5));
        Instant monday = Instant.parse("2026-03-09T09:00:00Z");
        Clashes clashes = new Clashes(PROFILE, ENGLAND, Optional.empty());
        assertThat(clashes.planning(entry(noticed, LocalDate.of(2026, 3, 13), 10, 0, CHAIR), List.of(), monday))
                .extracting(Clash::sort)
                .containsExactly(Clash.Sort.SHORT_NOTICE);
        assertThat(clashes.planning(entry(noticed, LocalDate.of(2026, 3, 16), 10, 0, CHAIR), List.of(), monday))
                .as("five working days on")
                .isEmpty();
        DiaryEntry urgent =
                new DiaryEntry(null, noticed, LocalDate.of(2026, 3, 10), LocalTime.of(10, 0), 0, true, List.of(CHAIR));
        assertThat(clashes.planning(urgent, List.of(), monday)).isEmpty();
    }

    // The quarter

    @Test
    void theQuarterCountsWhatIsDueWhatIsListedAndWhatFindsNoPlace() {
        List<DueCase> due = List.of(
                due(1, TUESDAY.minusDays(3), null),
                due(2, TUESDAY.plusDays(2), null),
                due(3, TUESDAY.plusDays(30), TUESDAY.plusDays(3)),
                due(4, TUESDAY.plusDays(8), null),
                due(5, TUESDAY.plusDays(9), null),
                due(6, TUESDAY.plusDays(10), null));
        DiaryEntry panel = entry(FORTNIGHT, TUESDAY.plusDays(1), 10, 0, CHAIR);
        Quarter quarter = quarter(due, List.of(panel), Map.of(id(2), TUESDAY.plusDays(1), id(4), TUESDAY.plusDays(30)));

        assertThat(quarter.weeks()).hasSize(13);
        Quarter.Week first = quarter.weeks().getFirst();
        assertThat(first.monday()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(first.due()).as("one overdue, one due, one in court").isEqualTo(3);
        assertThat(first.listed()).isEqualTo(1);
        assertThat(first.waiting()).isEqualTo(2);
        assertThat(first.capacity()).isEqualTo(4);
        assertThat(first.shortBy()).isZero();
        Quarter.Week second = quarter.weeks().get(1);
        assertThat(second.due()).isEqualTo(3);
        assertThat(second.listed()).as("heard only after it was due").isZero();
        assertThat(second.late()).isEqualTo(1);
        assertThat(second.waiting()).isEqualTo(2);
        assertThat(second.shortBy()).as("six due by then, and room for four").isEqualTo(2);
        assertThat(quarter.weeks().get(4).free()).extracting(Quarter.Free::day).contains(LocalDate.of(2026, 4, 6));
        assertThat(quarter.gaps()).extracting(it -> it.kind().id()).contains("panel", "mace");
    }

    @Property
    void noCaseOfTheQuarterIsLostOrCountedTwice(
            @ForAll List<@IntRange(min = -40, max = 80) Integer> days,
            @ForAll List<@IntRange(min = 0, max = 90) Integer> panels) {
        List<DueCase> due = new java.util.ArrayList<>();
        Map<CaseId, LocalDate> heardOn = new java.util.HashMap<>();
        for (int day : days) {
            int number = due.size();
            due.add(due(number, TUESDAY.plusDays(day), null));
            if (number < panels.size()) {
                heardOn.put(id(number), TUESDAY.plusDays(panels.get(number)));
            }
        }
        Quarter quarter = quarter(due, List.of(), heardOn);
        assertThat(quarter.weeks().stream().mapToInt(Quarter.Week::due).sum()).isEqualTo(due.size());
        assertThat(quarter.weeks())
                .as("every case that is due is heard in time, heard too late, or on no agenda")
                .allSatisfy(week ->
                        assertThat(week.listed() + week.late() + week.waiting()).isEqualTo(week.due()));
        assertThat(quarter.weeks().stream().mapToInt(Quarter.Week::waiting).sum())
                .isEqualTo(due.size() - heardOn.size());
        assertThat(quarter.weeks().stream().mapToInt(Quarter.Week::listed).sum())
                .isEqualTo((int) due.stream()
                        .filter(it -> !it.due().isBefore(TUESDAY))
                        .filter(it -> heardOn.containsKey(it.caseId()))
                        .filter(it -> !heardOn.get(it.caseId()).isAfter(it.due()))
                        .count());
        assertThat(quarter.weeks().getLast().shortBy()).isEqualTo(due.size());
    }

    @Test
    void thePictureStacksWhatIsListedAndWhatWaitsAndKeepsToItsFrame() {
        QuarterPicture picture = QuarterPicture.of(quarter(
                List.of(due(1, TUESDAY, null), due(2, TUESDAY, null)),
                List.of(entry(FORTNIGHT, TUESDAY, 10, 0, CHAIR)),
                Map.of(id(1), TUESDAY)));
        QuarterPicture.Bar bar = picture.bars().getFirst();
        assertThat(bar.waitingY() + bar.waitingHeight()).isEqualTo(bar.listedY());
        assertThat(bar.listedY() + bar.listedHeight()).isEqualTo(picture.base());
        assertThat(bar.roomY()).isLessThan(bar.waitingY());
        assertThat(picture.top()).isEqualTo(4);
        assertThat(picture.bars())
                .allSatisfy(it -> assertThat(it.x() + it.width()).isLessThan(picture.width()));
    }

    // Urgent

    @Test
    void aCourtDateBeforeAnyPanelIsUrgentAndAPanelBeforeItIsEnough() {
        LocalDate court = TUESDAY.plusDays(5);
        DueCase inCourt = due(1, TUESDAY.plusDays(30), court);
        Optional<LocalDate> turn = FORTNIGHTLY.after(TUESDAY);
        assertThat(Urgent.why(inCourt, Optional.empty(), Optional.of(TUESDAY.plusDays(9)), turn))
                .contains(Urgent.Why.COURT_BEFORE_ANY_PANEL);
        assertThat(Urgent.why(inCourt, Optional.of(TUESDAY.plusDays(9)), Optional.of(TUESDAY.plusDays(9)), turn))
                .as("heard, but only after court")
                .contains(Urgent.Why.COURT_BEFORE_ANY_PANEL);
        assertThat(Urgent.why(inCourt, Optional.empty(), Optional.of(court.minusDays(1)), turn))
                .as("put it on that agenda")
                .isEmpty();
        assertThat(Urgent.why(due(1, court.minusDays(1), court), Optional.empty(), Optional.empty(), turn))
                .as("due before court anyway")
                .isEmpty();
    }

    @Test
    void aChildInCustodyWhomNoPanelHearsSoonIsUrgent() {
        DueCase held = new DueCase(id(1), Purpose.REASONABLE_GROUNDS, TUESDAY.plusDays(30), null, null, true, null);
        Optional<LocalDate> turn = FORTNIGHTLY.after(TUESDAY);
        assertThat(Urgent.why(held, Optional.empty(), Optional.empty(), turn)).contains(Urgent.Why.IN_CUSTODY_UNHEARD);
        assertThat(Urgent.why(held, Optional.empty(), Optional.of(TUESDAY.plusDays(15)), turn))
                .contains(Urgent.Why.IN_CUSTODY_UNHEARD);
        assertThat(Urgent.why(held, Optional.empty(), Optional.of(TUESDAY.plusDays(14)), turn))
                .isEmpty();
        assertThat(Urgent.why(held, Optional.of(TUESDAY.plusDays(20)), Optional.empty(), turn))
                .isEmpty();
    }

    // The made-up diary

    private static List<Clash> clashes(DiaryEntry... diary) {
        return new Clashes(PROFILE, ENGLAND, Optional.empty()).in(List.of(diary));
    }

    private static Quarter quarter(List<DueCase> due, List<DiaryEntry> diary, Map<CaseId, LocalDate> heardOn) {
        return Quarter.of(TUESDAY, PROFILE, ENGLAND, diary, Map.of(), due, heardOn, List.of());
    }

    private static CaseId id(int number) {
        return new CaseId(new UUID(0, number));
    }

    private static DueCase due(int number, LocalDate due, @Nullable LocalDate court) {
        return new DueCase(id(number), Purpose.REASONABLE_GROUNDS, due, court, null, false, null);
    }

    private static Invited invited(String name, Capacity capacity, boolean away) {
        return new Invited(
                new MemberId(UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                name,
                capacity,
                null,
                away);
    }

    private static DiaryEntry entry(MeetingKind kind, LocalDate on, int hour, int minute, Invited... people) {
        return new DiaryEntry(null, kind, on, LocalTime.of(hour, minute), 0, false, List.of(people));
    }

    private static MeetingKind kind(String id, Cadence cadence, boolean decides, CaseLoad load, @Nullable Span notice) {
        return new MeetingKind(
                id,
                id,
                "Made up",
                cadence,
                List.of(),
                new ChairRule(Set.of(), false),
                PANEL.coreAgencies(),
                Set.of(),
                List.of(),
                Set.of(),
                new org.holdfast.law.Quorum(1, true),
                Set.of(),
                load,
                Set.of(),
                Set.of(),
                TieRule.ADJOURN,
                decides,
                notice,
                new Urgency(new Span.Hours(48)),
                null,
                3,
                Optional.empty());
    }

    private static Profile profile(MeetingKind... kinds) {
        return new Profile(
                "exampleshire",
                "Exampleshire",
                Nation.ENGLAND,
                List.of(),
                "Single Competent Authority",
                Route.LOCAL,
                ChildsAdvocate.GUARDIAN_SERVICE,
                List.of(kinds),
                Set.of(),
                List.of(),
                Map.of(),
                List.of("eng"),
                Map.of(),
                Set.of(),
                List.of(new ClosedDay(LocalDate.of(2026, 12, 24), "council closed")),
                Practice.USUAL,
                List.of(),
                Ladder.USUAL,
                Assuring.NOTHING_AGREED,
                Reconsidering.LOCALLY);
    }
}
