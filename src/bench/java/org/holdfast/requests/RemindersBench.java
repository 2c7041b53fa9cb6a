package org.holdfast.requests;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.app.Holdfast;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Role;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.MeetingId;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.Partnership;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.PasswordHash;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.LawfulBasis;
import org.holdfast.sharing.Purpose;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Measures how long reminding takes (MTG-3): so many open requests, each about three children and all due at once, every one of them written
 * to two people and put on the ledger; then the same round again, which must find that everything is done. The first argument is a folder
 * for the database, the second how many requests (10,000).
 */
public final class RemindersBench {
    private static final int CHILDREN = 3;
    private static final int AT_ONCE = 500;

    private RemindersBench() {}

    public static void main(String[] arguments) {
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
        try (ConfigurableApplicationContext program = SpringApplication.run(
                Holdfast.class,
                "--holdfast.data=" + Path.of(arguments[0]).toAbsolutePath(),
                "--holdfast.command=measure",
                "--holdfast.demonstration=false",
                "--holdfast.port=0")) {
            measure(program, count);
        }
        System.exit(0);
    }

    private static void measure(ConfigurableApplicationContext program, int count) {
        Partnerships partnerships = program.getBean(Partnerships.class);
        RequestStore store = program.getBean(RequestStore.class);
        Ledger ledger = program.getBean(Ledger.class);
        Reminders reminders = program.getBean(Reminders.class);
        Supplier<UUID> ids = UUID::randomUUID;
        LocalDate due = LocalDate.of(2026, 3, 11);
        Instant asked = at(LocalDate.of(2026, 3, 2));

        Partnership founded = partnerships.found("Measured partnership", "hull", asked);
        Actor us = Partnerships.program(founded.id());
        PasswordHash nobodysPassword = partnerships.hash(ids.get().toString());
        List<Agency> agencies = new ArrayList<>();
        for (AgencyKind kind : List.of(
                AgencyKind.LOCAL_AUTHORITY,
                AgencyKind.POLICE,
                AgencyKind.HEALTH,
                AgencyKind.EDUCATION,
                AgencyKind.YOUTH_JUSTICE,
                AgencyKind.GUARDIAN_SERVICE)) {
            Agency agency = partnerships.join(us, "Example " + kind, kind, asked);
            agencies.add(agency);
            for (String name : List.of("One", "Two")) {
                Member member = partnerships.join(
                        us,
                        agency,
                        name + " Contact of " + kind,
                        "",
                        EnumSet.of(Role.AGENCY_CONTACT),
                        ids.get().toString(),
                        nobodysPassword,
                        LocalDate.of(2026, 1, 1),
                        asked);
                partnerships.leads(us, agency.id(), member.id(), asked);
            }
        }
        for (int from = 0; from < count; from += AT_ONCE) {
            int first = from;
            ledger.within(us, () -> {
                for (int number = first; number < Math.min(first + AT_ONCE, count); number++) {
                    ask(us, store, agencies.get(number % agencies.size()), due, asked, ids);
                }
                return first;
            });
        }

        for (LocalDate day : List.of(LocalDate.of(2026, 3, 6), due, LocalDate.of(2026, 3, 13))) {
            System.out.printf("%,d open requests on %s: %,d ms", count, day, milliseconds(reminders, us, at(day)));
            System.out.printf(", once more with nothing left to do: %,d ms%n", milliseconds(reminders, us, at(day)));
        }
        long sent = ledger.within(
                us,
                () -> store.open(us.partnership()).stream()
                        .map(Request::id)
                        .collect(java.util.stream.Collectors.collectingAndThen(
                                java.util.stream.Collectors.toList(), open -> store.made(us.partnership(), open)))
                        .size());
        System.out.printf("%,d steps were made, %,d expected%n", sent, 3L * count);
    }

    private static void ask(
            Actor us, RequestStore store, Agency agency, LocalDate due, Instant asked, Supplier<UUID> ids) {
        Request request = new Request(
                new RequestId(ids.get()),
                new MeetingId(ids.get()),
                "panel",
                due.plusDays(7),
                agency.id(),
                agency.name(),
                false,
                Purpose.GROUNDS_DECISION,
                LawfulBasis.PUBLIC_TASK_AND_SAFEGUARDING,
                due,
                us.member(),
                us.name(),
                asked,
                null,
                null,
                null);
        store.add(us, request);
        for (int child = 0; child < CHILDREN; child++) {
            store.add(
                    us.partnership(),
                    new Question(
                            new QuestionId(ids.get()),
                            request.id(),
                            new CaseId(ids.get()),
                            QuestionState.ASKED,
                            false,
                            asked,
                            null));
        }
    }

    private static long milliseconds(Reminders reminders, Actor us, Instant now) {
        long started = System.nanoTime();
        reminders.make(us, now);
        return (System.nanoTime() - started) / 1_000_000;
    }

    private static Instant at(LocalDate day) {
        return day.atTime(9, 0).atZone(UnitedKingdom.ZONE).toInstant();
    }
}
