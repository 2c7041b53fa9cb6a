package org.holdfast.meetings;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.holdfast.law.Span;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.law.WorkingCalendar;
import org.holdfast.partnership.ClosedDay;
import org.holdfast.partnership.Profile;

/** Finds what does not fit in the diary of a partnership: days, people in two places, people away. */
final class Clashes {
    private final Profile profile;
    private final WorkingCalendar calendar;
    private final Optional<String> onlyCoordinator;

    /**
     * @param onlyCoordinator name of the co-ordinator where the partnership has one only; empty where one can stand in for another
     */
    Clashes(Profile profile, WorkingCalendar calendar, Optional<String> onlyCoordinator) {
        this.profile = profile;
        this.calendar = calendar;
        this.onlyCoordinator = onlyCoordinator;
    }

    /** Everything in a diary that does not fit, by day; each pair of meetings is told once. */
    List<Clash> in(List<DiaryEntry> diary) {
        List<Clash> clashes = new ArrayList<>();
        for (int i = 0; i < diary.size(); i++) {
            DiaryEntry entry = diary.get(i);
            clashes.addAll(ofTheDay(entry));
            clashes.addAll(away(entry));
            for (DiaryEntry later : diary.subList(i + 1, diary.size())) {
                clashes.addAll(between(entry, later));
            }
        }
        return clashes;
    }

    /** What does not fit about a meeting that is being planned, beside the diary as it stands. */
    List<Clash> planning(DiaryEntry planned, List<DiaryEntry> diary, Instant now) {
        List<Clash> clashes = new ArrayList<>(ofTheDay(planned));
        diary.forEach(other -> clashes.addAll(between(planned, other)));
        Span notice = planned.kind().notice();
        if (notice != null && !planned.urgent() && earliest(notice, now).isAfter(planned.on())) {
            clashes.add(new Clash(
                    Clash.Sort.SHORT_NOTICE,
                    planned.on(),
                    List.of(planned.kind().name(), notice.inWords()),
                    planned.meeting()));
        }
        return clashes;
    }

    private LocalDate earliest(Span notice, Instant now) {
        return UnitedKingdom.day(notice.due(now, calendar));
    }

    private List<Clash> ofTheDay(DiaryEntry entry) {
        List<Clash> clashes = new ArrayList<>();
        LocalDate day = entry.on();
        profile.closedDays().stream()
                .filter(it -> it.day().equals(day))
                .map(ClosedDay::reason)
                .forEach(why -> clashes.add(clash(Clash.Sort.CLOSED_DAY, entry, why)));
        calendar.bankHoliday(day).ifPresent(it -> clashes.add(clash(Clash.Sort.BANK_HOLIDAY, entry, it)));
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            clashes.add(clash(Clash.Sort.WEEKEND, entry));
        }
        return clashes;
    }

    private List<Clash> between(DiaryEntry one, DiaryEntry other) {
        List<Clash> clashes = new ArrayList<>();
        if (!one.on().equals(other.on())) {
            return clashes;
        }
        if (one.kind().id().equals(other.kind().id())) {
            clashes.add(clash(Clash.Sort.SAME_KIND, one));
        }
        if (one.overlaps(other)) {
            one.people().stream()
                    .filter(Invited::needed)
                    .filter(it -> other.people().stream()
                            .anyMatch(there -> there.needed() && there.member().equals(it.member())))
                    .forEach(it -> clashes.add(clash(
                            Clash.Sort.IN_TWO_PLACES,
                            one,
                            it.name(),
                            other.kind().name())));
            onlyCoordinator.ifPresent(it -> clashes.add(
                    clash(Clash.Sort.ONE_COORDINATOR, one, it, other.kind().name())));
        }
        return clashes;
    }

    private static List<Clash> away(DiaryEntry entry) {
        return entry.people().stream()
                .filter(it -> it.away() && (it.capacity() == Capacity.CHAIR || it.capacity() == Capacity.VOTING))
                .map(it -> entry.people().stream()
                        .filter(other -> other.standsInFor(it))
                        .findFirst()
                        .map(deputy -> clash(Clash.Sort.AWAY_WITH_DEPUTY, entry, it.name(), deputy.name()))
                        .orElseGet(() -> clash(Clash.Sort.AWAY, entry, it.name())))
                .toList();
    }

    private static Clash clash(Clash.Sort sort, DiaryEntry entry, String... names) {
        List<String> all = new ArrayList<>(List.of(entry.kind().name()));
        all.addAll(List.of(names));
        return new Clash(sort, entry.on(), all, entry.meeting());
    }
}
