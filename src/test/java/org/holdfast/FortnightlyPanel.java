package org.holdfast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.holdfast.TestPartnership.Person;
import org.holdfast.audit.Role;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.letters.LetterDraft;
import org.holdfast.letters.LetterId;
import org.holdfast.letters.LetterKind;
import org.holdfast.letters.Letters;
import org.holdfast.letters.Translation;
import org.holdfast.letters.Way;
import org.holdfast.meetings.Capacity;
import org.holdfast.pages.Tongue;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyKind;

/** A panel in the Cardiff manner: eight children, six agencies, ten minutes each, on the day before Christmas Eve. */
final class FortnightlyPanel {

    static final LocalDate REFERRED = LocalDate.of(2026, 11, 30);
    static final LocalDate PANEL = LocalDate.of(2026, 12, 23);
    static final LocalDate CHRISTMAS_EVE = LocalDate.of(2026, 12, 24);
    private static final List<String> CHILDREN =
            List.of("Aled", "Bethan", "Carys", "Dewi", "Eleri", "Ffion", "Gwyn", "Haben");

    final Journey first;
    final TestPartnership us;
    final List<Journey> children;
    final Agency school;
    final Agency youthJustice;
    final Person teacher;
    final Person head;
    final Person youthWorker;
    final Person secondCoordinator;
    final Person assurer;

    /** Eight children were referred and accepted; the panel takes all of them, and six agencies are there to be asked. */
    FortnightlyPanel(Journey.Doors doors) {
        first = new Journey(doors, "cardiff", REFERRED.minusDays(10));
        us = first.us;
        school = us.agency("Example Street Academy", AgencyKind.EDUCATION);
        youthJustice = us.agency("Testshire Youth Justice", AgencyKind.YOUTH_JUSTICE);
        Instant joined = first.on(REFERRED).tick();
        Agency authority = doors.partnerships.join(
                us.program, "Example Competent Authority", AgencyKind.COMPETENT_AUTHORITY, joined);
        teacher = us.join(school, "Tam Teacher", Role.AGENCY_CONTACT);
        head = us.join(school, "Hedd Headteacher", Role.AGENCY_CONTACT);
        youthWorker = us.join(youthJustice, "Yaro Youthjustice", Role.AGENCY_CONTACT);
        secondCoordinator = us.join(us.council, "Siw Supportworker", Role.PANEL_COORDINATOR);
        assurer = us.join(authority, "Asa Assurer", Role.ASSURER);
        doors.partnerships.leads(us.program, school.id(), head.member().id(), joined);
        children = new ArrayList<>(List.of(first));
        for (int more = 1; more < CHILDREN.size(); more++) {
            children.add(first.beside());
        }
        for (int at = 0; at < children.size(); at++) {
            children.get(at)
                    .on(REFERRED)
                    .referralArrives(CHILDREN.get(at), LocalDate.of(2010, 1 + at, 4 + at))
                    .safeguarded();
            children.get(at).on(REFERRED.plusDays(1)).accepted().withAPlan();
        }
        first.on(REFERRED.plusDays(3)).panelPlannedFor(PANEL);
        for (Journey child : children.subList(1, children.size())) {
            child.follows(first).heardAt(first.meeting);
        }
        first.on(REFERRED.plusDays(4)).invited(us.guardian, Capacity.GUARDIAN_SERVICE, null);
    }

    /** The child's own letter about the decision, in a language, with the English beside it, checked and released. */
    static LetterId letterIn(Letters letters, Tongue tongue, Journey child, Instant now) {
        LetterId letter = letters.begin(
                        child.coordinator, child.caseId, LetterKind.TO_CHILD, child.decision, tongue, now)
                .orThrow();
        Translation checked = new Translation(Translation.Status.HUMAN, "Tia Translator", UnitedKingdom.day(now));
        letters.write(
                        child.coordinator,
                        letter,
                        new LetterDraft(
                                "Friend",
                                "Sol",
                                "You can ring Sol at the office on any weekday.",
                                "",
                                "",
                                Translation.ORIGINAL,
                                checked,
                                Way.HANDED_OVER),
                        letters.read(child.coordinator, letter, now)
                                .orThrow()
                                .letter()
                                .version(),
                        now)
                .orThrow();
        letters.check(child.coordinator, letter, letters.read(child.coordinator, letter, now).orThrow().letter().version(), Set.of(), true, now).orThrow();
        letters.release(
                        child.coordinator,
                        letter,
                        letters.read(child.coordinator, letter, now).orThrow().letter().version(),
                        true,
                        "Sol Socialworker",
                        UnitedKingdom.day(now),
                        "Ines Interpreter",
                        now)
                .orThrow();
        return letter;
    }
}
