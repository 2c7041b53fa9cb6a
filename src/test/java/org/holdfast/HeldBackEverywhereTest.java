package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.sharing.DataClass.EDUCATION;
import static org.holdfast.sharing.DataClass.HEALTH;
import static org.holdfast.sharing.DataClass.HOME_AND_WHEREABOUTS;
import static org.holdfast.sharing.DataClass.IDENTITY_AND_CONTACT;
import static org.holdfast.sharing.DataClass.IMMIGRATION;
import static org.holdfast.sharing.DataClass.OFFENCES;
import static org.holdfast.sharing.DataClass.POLICE_INTELLIGENCE;
import static org.holdfast.sharing.DataClass.POLICE_RECORDS;
import static org.holdfast.sharing.DataClass.SAFEGUARDING;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.TestPartnership.Person;
import org.holdfast.audit.Role;
import org.holdfast.casework.Attachments;
import org.holdfast.casework.Capacity;
import org.holdfast.casework.CaseUpdate;
import org.holdfast.casework.Chronologies;
import org.holdfast.casework.Circles;
import org.holdfast.casework.Courts;
import org.holdfast.casework.Custody;
import org.holdfast.casework.CustodyDraft;
import org.holdfast.casework.Defence;
import org.holdfast.casework.DefenceDraft;
import org.holdfast.casework.EntryDraft;
import org.holdfast.casework.Lane;
import org.holdfast.casework.Offence;
import org.holdfast.casework.OffenceDraft;
import org.holdfast.casework.Particulars;
import org.holdfast.casework.PartyDraft;
import org.holdfast.casework.UncertainDay;
import org.holdfast.casework.UpdateDraft;
import org.holdfast.documents.Documents;
import org.holdfast.documents.PdfCheck;
import org.holdfast.law.Outcome;
import org.holdfast.meetings.AttendeeId;
import org.holdfast.meetings.MinuteBook;
import org.holdfast.meetings.MinutesPaper;
import org.holdfast.meetings.OdtWords;
import org.holdfast.packs.Packs;
import org.holdfast.pages.Texts;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.people.ChildFacts;
import org.holdfast.people.SafeContact;
import org.holdfast.people.WarningKind;
import org.holdfast.referrals.Manner;
import org.holdfast.requests.Grading;
import org.holdfast.requests.Heading;
import org.holdfast.requests.Requests;
import org.holdfast.requests.ReturnDraft;
import org.holdfast.requests.Returns;
import org.holdfast.requests.Told;
import org.holdfast.sharing.AgreementDraft;
import org.holdfast.sharing.Agreements;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.LawfulBasis;
import org.holdfast.sharing.Purpose;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/**
 * A word that tells where a child lives, of the child's health, or what police gathered is found by nobody who may not read it, in whatever form it
 * would leave, and is found by whoever may (SHR-1, SHR-3, SHR-4).
 */
@HoldfastTest
class HeldBackEverywhereTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Set<DataClass> ALL = EnumSet.allOf(DataClass.class);

    private final Journey.Doors doors;
    private final Particulars particulars;
    private final Circles circles;
    private final Courts courts;
    private final Chronologies chronologies;
    private final Attachments attachments;
    private final Packs packs;
    private final MinuteBook minutes;
    private final Documents documents;
    private final Texts texts;
    private final Requests requests;
    private final Returns returns;
    private final Sharing sharing;
    private final Agreements agreements;
    private final TestClock clock;
    private final int port;

    /** Every word that tells something, and what it tells. */
    private final Map<String, DataClass> words = new LinkedHashMap<>();

    private String anyForm = "";

    HeldBackEverywhereTest(
            Journey.Doors doors,
            Particulars particulars,
            Circles circles,
            Courts courts,
            Chronologies chronologies,
            Attachments attachments,
            Packs packs,
            MinuteBook minutes,
            Documents documents,
            Texts texts,
            Requests requests,
            Returns returns,
            Sharing sharing,
            Agreements agreements,
            TestClock clock,
            @LocalServerPort int port) {
        this.doors = doors;
        this.particulars = particulars;
        this.circles = circles;
        this.courts = courts;
        this.chronologies = chronologies;
        this.attachments = attachments;
        this.packs = packs;
        this.minutes = minutes;
        this.documents = documents;
        this.texts = texts;
        this.requests = requests;
        this.returns = returns;
        this.sharing = sharing;
        this.agreements = agreements;
        this.clock = clock;
        this.port = port;
    }

    @AfterEach
    void realTimeAgain() {
        clock.reset();
    }

    @Test
    void aWordIsFoundByWhoeverMayReadItAndByNobodyElseInAnyForm() {
        Journey panel = new Journey(doors, "hull", MONDAY.minusDays(10));
        panel.on(MONDAY).referralArrives("Alba", LocalDate.of(2011, 6, 1)).safeguarded();
        panel.on(MONDAY.plusDays(1)).accepted().withAPlan();
        TestPartnership us = panel.us;
        circles.lead(panel.coordinator, panel.caseId, us.socialWorker.member().id(), 1, panel.tick())
                .orThrow();
        Agency housing = us.agency("Example Housing", AgencyKind.HOUSING);
        Agency school = school(panel);
        Person tenancy = us.join(housing, "Tia Tenancy", Role.AGENCY_CONTACT);
        Person teacher = us.join(school, "Tam Teacher", Role.AGENCY_CONTACT);
        for (Agency agency : List.of(housing, school)) {
            sharing.involve(
                    panel.coordinator,
                    panel.caseId,
                    Involvement.of(agency.id(), Basis.AGENCY, panel.tick()),
                    panel.tick());
        }
        sharing.involve(
                panel.coordinator,
                panel.caseId,
                new Involvement(
                        us.manager.member().id(),
                        null,
                        Basis.EMERGENCY,
                        panel.tick(),
                        panel.tick().plusSeconds(900_000)),
                panel.tick());
        told(panel);
        panel.on(MONDAY.plusDays(3)).panelPlannedFor(MONDAY.plusDays(21));
        AttendeeId worker = doors.meetings
                .invite(
                        panel.coordinator,
                        panel.meeting,
                        us.socialWorker.member().id(),
                        org.holdfast.meetings.Capacity.SOCIAL_WORKER,
                        null,
                        panel.tick())
                .orThrow();
        doors.meetings
                .inviteTo(panel.coordinator, panel.item, Set.of(worker), panel.tick())
                .orThrow();
        if (panel.agenda().attendance().of(us.guardian.member().id()).isEmpty()) {
            panel.invited(us.guardian, org.holdfast.meetings.Capacity.GUARDIAN_SERVICE, null);
        }
        packs.decide(
                        panel.coordinator,
                        panel.meeting,
                        panel.item.value(),
                        us.guardian.member().id(),
                        true,
                        "Works with Alba",
                        panel.tick())
                .orThrow();
        answered(panel);
        packs.lock(panel.coordinator, panel.meeting, panel.tick()).orThrow();

        Set<DataClass> adviser = EnumSet.of(IDENTITY_AND_CONTACT, SAFEGUARDING, POLICE_RECORDS, EDUCATION, IMMIGRATION);
        Set<DataClass> tenant = with(with(adviser, HOME_AND_WHEREABOUTS), OFFENCES);
        Map<Person, Set<DataClass>> readers = new LinkedHashMap<>();
        readers.put(us.coordinator, ALL);
        readers.put(us.socialWorker, ALL);
        readers.put(us.chair, ALL);
        readers.put(us.healthVoter, ALL);
        readers.put(us.guardian, adviser);
        readers.put(tenancy, tenant);
        readers.put(teacher, EnumSet.of(IDENTITY_AND_CONTACT, SAFEGUARDING, EDUCATION));
        readers.put(us.manager, without(ALL, POLICE_INTELLIGENCE));
        readers.forEach((reader, reads) -> found(panel, reader, reads));

        // from now on the address is for those at the child's side who need it
        Visitor lead = Visitor.signedIn(port, us.socialWorker);
        String child = "/cases/" + panel.caseId.value();
        assertThat(lead.get(child + "/particulars").body()).doesNotContain("Address protected");
        assertThat(lead.post(child + "/particulars/address/protect", "because", " ")
                        .body())
                .contains("Say why");
        assertThat(lead.post(child + "/particulars/address/protect", "because", "Zqreason: a relative looks for her")
                        .status())
                .isEqualTo(303);
        words.put("Zqreason", HOME_AND_WHEREABOUTS);
        readers.replaceAll((reader, reads) ->
                reader == us.coordinator || reader == us.socialWorker ? reads : without(reads, HOME_AND_WHEREABOUTS));
        readers.forEach((reader, reads) -> found(panel, reader, reads));
        assertThat(lead.get(child).body())
                .contains("Address protected")
                .as("not where nobody has come for it")
                .doesNotContain("Zqhome");
        assertThat(doors.ledger.linesAbout(panel.coordinator, panel.caseId.value(), 2000))
                .anyMatch(line -> line.event().equals("protected-address-seen")
                        && line.actorName().equals("Sol Socialworker"))
                .noneMatch(line -> line.event().equals("protected-address-seen")
                        && line.actorName().equals("Tia Tenancy"))
                .anyMatch(line -> line.event().equals("fields-refused")
                        && line.actorName().equals("Hale Healthvoter"))
                .noneMatch(line -> line.toString().contains("Zq"));

        // an agency that needs it is named; that takes a mark of its own
        assertThat(lead.post(child + "/particulars/address/lift", "version", "1", "because", "Housing needs it too")
                        .status())
                .isEqualTo(303);
        assertThat(lead.post(
                                child + "/particulars/address/protect",
                                "because",
                                "Zqreason: a relative looks for her",
                                "named",
                                housing.id().value().toString())
                        .status())
                .isEqualTo(303);
        readers.put(tenancy, tenant);
        readers.forEach((reader, reads) -> found(panel, reader, reads));
        assertThat(lead.post(child + "/particulars/address/lift", "version", "1", "because", "An old page")
                        .status())
                .as("the mark that was shown is lifted, and no other")
                .isEqualTo(422);

        // the panel meets; its minutes, in every form, are cut the same way
        panel.panelMeets(us.councilVoter, us.policeVoter, us.healthVoter).meetingFinished();
        anyForm = "";
        for (Person reader : List.of(us.coordinator, us.chair, us.healthVoter, us.guardian)) {
            minutesOf(panel, reader, readers.getOrDefault(reader, Set.of()));
        }
        assertThat(anyForm).contains("Zqhealth4", "Zqintelligence1", "Zqhome7");
    }

    @Test
    void whatAnOldVersionOfALineSaidIsNotHadThroughAFormThatIsWrong() {
        Journey here = new Journey(doors, "hull", MONDAY.minusDays(10));
        here.on(MONDAY).referralArrives("Alba", LocalDate.of(2011, 6, 1)).safeguarded();
        TestPartnership us = here.us;
        Agency school = school(here);
        Person teacher = us.join(school, "Tam Teacher", Role.AGENCY_CONTACT);
        sharing.involve(
                here.coordinator, here.caseId, Involvement.of(school.id(), Basis.AGENCY, here.tick()), here.tick());
        UUID line = chronologies
                .write(here.coordinator, here.caseId, line(here, Lane.HEALTH, "Zqhealth, first told"), here.tick())
                .orThrow();
        chronologies
                .rewrite(
                        here.coordinator,
                        here.caseId,
                        line,
                        line(here, Lane.HEALTH, "Zqhealth, told again"),
                        1,
                        here.tick())
                .orThrow();
        clock.set(here.tick());
        Visitor visitor = Visitor.signedIn(port, teacher);
        String path = "/cases/" + here.caseId.value() + "/chronology/" + line;
        assertThat(visitor.get(path).status()).isEqualTo(404);
        assertThat(visitor.post(path, "version", "2", "what", "").body()).doesNotContain("Zqhealth");
    }

    private static Set<DataClass> with(Set<DataClass> some, DataClass more) {
        EnumSet<DataClass> all = EnumSet.copyOf(some);
        all.add(more);
        return all;
    }

    private static Set<DataClass> without(Set<DataClass> some, DataClass less) {
        EnumSet<DataClass> left = EnumSet.copyOf(some);
        left.remove(less);
        return left;
    }

    /** A school whose agreement names neither police, health nor where the child lives. */
    private Agency school(Journey panel) {
        Agency school =
                doors.partnerships.join(panel.us.program, "Example Street Academy", AgencyKind.EDUCATION, panel.tick());
        agreements
                .sign(
                        panel.coordinator,
                        new AgreementDraft(
                                "Council and schools",
                                Set.of(panel.us.council.id(), school.id()),
                                Set.copyOf(Purpose.ofAgreements()),
                                EnumSet.of(IDENTITY_AND_CONTACT, SAFEGUARDING, EDUCATION),
                                LawfulBasis.PUBLIC_TASK_AND_SAFEGUARDING,
                                panel.today().minusYears(1),
                                null,
                                panel.today().plusYears(3),
                                "Example Street archive",
                                ""),
                        panel.tick())
                .orThrow();
        return school;
    }

    private String word(String word, DataClass tells) {
        words.put(word, tells);
        return word;
    }

    private EntryDraft line(Journey panel, Lane lane, String what) {
        return new EntryDraft(lane, UncertainDay.on(panel.today()), what, "Testshire Council", "a note", true);
    }

    /** Words in every place where fields of such kinds stand. */
    private void told(Journey panel) {
        ChildFacts facts = particulars
                .see(panel.coordinator, panel.caseId, panel.tick())
                .orThrow()
                .child()
                .facts();
        particulars
                .correct(
                        panel.coordinator,
                        panel.caseId,
                        1,
                        facts.withLivesAt(word("Zqhome1", HOME_AND_WHEREABOUTS) + " Example Street, Testtown")
                                .with(new SafeContact(
                                        SafeContact.Way.THROUGH_SOMEBODY, word("Zqhome2", HOME_AND_WHEREABOUTS))),
                        "The aunt said so",
                        panel.tick())
                .orThrow();
        circles.join(
                        panel.coordinator,
                        panel.caseId,
                        new PartyDraft(
                                Capacity.CARER,
                                "Ann Example",
                                null,
                                null,
                                "",
                                word("Zqhome3", HOME_AND_WHEREABOUTS),
                                panel.today()),
                        panel.tick())
                .orThrow();
        courts.record(
                        panel.coordinator,
                        panel.caseId,
                        new CustodyDraft(
                                Custody.Kind.SECURE_ACCOMMODATION,
                                word("Zqhome4", HOME_AND_WHEREABOUTS),
                                panel.today(),
                                null),
                        panel.tick())
                .orThrow();
        UUID offence = courts.record(
                        panel.coordinator,
                        panel.caseId,
                        new OffenceDraft(
                                word("Zqoffence1", OFFENCES),
                                UncertainDay.on(panel.today()),
                                Offence.Proceedings.SUSPECTED,
                                null,
                                Offence.ScheduleCheck.NOT_YET_ASKED),
                        panel.tick())
                .orThrow();
        courts.move(
                        panel.coordinator,
                        panel.caseId,
                        offence,
                        new DefenceDraft(
                                Defence.Step.CONSIDER, panel.today(), "A solicitor", word("Zqoffence2", OFFENCES)),
                        1,
                        panel.tick())
                .orThrow();
        circles.warn(
                        panel.coordinator,
                        panel.caseId,
                        WarningKind.HEALTH,
                        word("Zqhealth1", HEALTH),
                        panel.today().plusMonths(2),
                        panel.tick())
                .orThrow();
        Map<Lane, String> lines = Map.of(
                Lane.HOME, word("Zqhome5", HOME_AND_WHEREABOUTS),
                Lane.HEALTH, word("Zqhealth2", HEALTH),
                Lane.POLICE, word("Zqpolice1", POLICE_RECORDS),
                Lane.EDUCATION, word("Zqeducation1", EDUCATION),
                Lane.FAMILY, word("Zqplain1", SAFEGUARDING));
        lines.forEach((lane, what) -> chronologies
                .write(panel.coordinator, panel.caseId, line(panel, lane, what), panel.tick())
                .orThrow());
        // what tells something that fewer may read, as whoever wrote it said
        chronologies
                .write(
                        panel.coordinator,
                        panel.caseId,
                        new EntryDraft(
                                Lane.CONTACT,
                                UncertainDay.on(panel.today()),
                                word("Zqhealth5", HEALTH),
                                "Testshire Council",
                                word("Zqhealth6", HEALTH),
                                true,
                                HEALTH),
                        panel.tick())
                .orThrow();
        Map.of(
                        word("Zqhomelog", HOME_AND_WHEREABOUTS), HOME_AND_WHEREABOUTS,
                        word("Zqoffence3", OFFENCES), OFFENCES)
                .forEach((what, tells) -> chronologies
                        .log(
                                panel.coordinator,
                                panel.caseId,
                                new UpdateDraft(
                                        panel.tick(), CaseUpdate.Kind.NEW_FACT, what, "A neighbour", true, null, tells),
                                panel.tick())
                        .orThrow());
        for (DataClass tells : List.of(HEALTH, HOME_AND_WHEREABOUTS)) {
            String about = word(tells == HEALTH ? "Zqhealth3" : "Zqhome6", tells);
            attachments
                    .add(
                            panel.coordinator,
                            panel.caseId,
                            about + ".pdf",
                            ("%PDF-1.4\n" + about + "\n%%EOF").getBytes(StandardCharsets.US_ASCII),
                            about,
                            tells,
                            panel.tick())
                    .orThrow();
        }
        Map<String, String> form = new LinkedHashMap<>(doors.referrals
                .referral(panel.coordinator, panel.referral, panel.tick())
                .orThrow()
                .first()
                .payload()
                .values());
        form.put("PVCurrentCityTown", word("Zqhome8", HOME_AND_WHEREABOUTS));
        form.put("ExploiterDetails", word("Zqpolice2", POLICE_RECORDS));
        form.put("PVEducation", word("Zqeducation2", EDUCATION));
        form.put("HowExploitationStarted", word("Zqplain2", SAFEGUARDING));
        form.put("CIDReference", word("Zqimmigration1", IMMIGRATION));
        form.put("Something.Else", word("Zqhome9", HOME_AND_WHEREABOUTS));
        doors.referrals
                .receive(
                        panel.us.gateway,
                        Manner.INTERFACE,
                        JsonMapper.builder().build().writeValueAsBytes(form),
                        panel.tick())
                .orThrow();
    }

    /** Health and police answer what they were asked; police grade what they tell. */
    private void answered(Journey panel) {
        requests.ask(panel.coordinator, panel.meeting, panel.tick()).orThrow();
        handIn(
                panel,
                panel.us.healthVoter,
                null,
                new Told(Heading.KNOWN, word("Zqhealth4", HEALTH), false, ""),
                new Told(Heading.WORRIES, word("Zqhome7", HOME_AND_WHEREABOUTS), false, "", true));
        handIn(
                panel,
                panel.us.policeVoter,
                new ReturnDraft.GradingDraft(
                        Grading.Source.RELIABLE, Grading.Information.CORROBORATED, Grading.Handling.PERMITTED, ""),
                new Told(Heading.KNOWN, word("Zqintelligence1", POLICE_INTELLIGENCE), false, ""));
    }

    private void handIn(
            Journey panel,
            Person by,
            ReturnDraft.@org.jspecify.annotations.Nullable GradingDraft grading,
            Told... told) {
        var request = returns.waiting(by.actor(), panel.tick())
                .orThrow()
                .getFirst()
                .request()
                .id();
        var question = returns.open(by.actor(), request, panel.tick())
                .orThrow()
                .lines()
                .getFirst()
                .question()
                .id();
        returns.handIn(
                        by.actor(),
                        question,
                        new ReturnDraft(List.of(told), "Records", panel.today(), grading),
                        0,
                        panel.tick())
                .orThrow();
    }

    /** In every form that somebody gets stands no word that they may not read, and each that they may in one or another that they get. */
    private void found(Journey panel, Person reader, Set<DataClass> reads) {
        Map<String, String> forms = forms(panel, reader);
        assertThat(forms).as(reader.member().name()).isNotEmpty();
        String all = String.join("\n", forms.values());
        forms.forEach((form, text) -> words.forEach((word, tells) -> {
            if (!reads.contains(tells)) {
                assertThat(text.contains(word))
                        .as("%s finds %s in %s", reader.member().name(), word, form)
                        .isFalse();
            }
        }));
        boolean wholeCase = reader.actor().roles().stream().noneMatch(Role.ADVISER::equals);
        words.forEach((word, tells) -> {
            boolean somewhere = reads.contains(tells)
                    // what the form does not ask is for whoever reads everything; returns are for whoever reads the
                    // pack
                    && !(word.equals("Zqhome9") && !reads.equals(ALL))
                    && (wholeCase
                            && !word.equals("Zqreason")
                            && !(List.of("Zqhealth4", "Zqhome7", "Zqintelligence1")
                                            .contains(word)
                                    && !forms.containsKey("pack"))
                            && !(List.of(
                                                    "Zqhome8",
                                                    "Zqpolice2",
                                                    "Zqeducation2",
                                                    "Zqplain2",
                                                    "Zqimmigration1",
                                                    "Zqhome9")
                                            .contains(word)
                                    && !forms.containsKey("referral")));
            if (somewhere) {
                assertThat(all).as("%s reads %s", reader.member().name(), word).contains(word);
            }
        });
        if (forms.containsKey("particulars") && !reads.contains(HOME_AND_WHEREABOUTS)) {
            assertThat(forms.get("particulars")).contains("Home and whereabouts held back: ask");
        }
        if (forms.containsKey("court") && !reads.contains(OFFENCES)) {
            assertThat(forms.get("court"))
                    .contains("Offences held back: ask")
                    .as("nor whether there is any")
                    .doesNotContain("No offence is recorded");
        }
        if (forms.containsKey("updates") && !reads.contains(HOME_AND_WHEREABOUTS)) {
            assertThat(forms.get("updates")).contains("Home and whereabouts held back: ask");
        }
        for (String form : List.of("chronology", "pack", "pack as locked", "pack on paper")) {
            if (forms.containsKey(form) && reads.contains(HEALTH)) {
                assertThat(forms.get(form).replaceAll("<[^>]+>", ""))
                        .as("that fewer may read a line, on %s", form)
                        .contains("Fewer may read this line. It tells of: Health");
            }
        }
        if (forms.containsKey("chronology") && !reads.contains(HEALTH)) {
            assertThat(forms.get("chronology")).contains("Health held back: ask");
        }
    }

    private Map<String, String> forms(Journey panel, Person reader) {
        clock.set(panel.tick());
        Visitor visitor = Visitor.signedIn(port, reader);
        String child = "/cases/" + panel.caseId.value();
        String referral = "/referrals/" + panel.referral.value();
        String pack = "/meetings/" + panel.meeting.value() + "/pack";
        Map<String, String> paths = new LinkedHashMap<>();
        for (String part : List.of(
                "",
                "particulars",
                "chronology",
                "chronology.csv",
                "court",
                "people",
                "plan",
                "updates",
                "voice",
                "files",
                "returns",
                "clocks",
                "particulars/change")) {
            paths.put(part.isEmpty() ? "overview" : part, child + (part.isEmpty() ? "" : "/" + part));
        }
        paths.put("referral", referral);
        paths.put("as it came", referral + "/home-office?sending=2");
        paths.put("pack", pack + "/" + panel.item.value());
        paths.put("pack as locked", pack + "/versions/1");
        paths.put("work", "/work");
        Map<String, String> forms = new LinkedHashMap<>();
        paths.forEach((name, path) -> {
            Visitor.Answer answer = visitor.get(path);
            if (answer.status() == 200) {
                forms.put(name, answer.body().replace("&#39;", "'"));
            } else {
                assertThat(words.keySet()).noneMatch(answer.body()::contains);
            }
        });
        forms.put("search", visitor.search("Alba Testchild").body());
        attachments.see(reader.actor(), panel.caseId, panel.tick()).map(files -> {
            files.forEach(file -> {
                Visitor.Answer opened = visitor.get(child + "/files/" + file.id());
                if (opened.status() == 200) {
                    forms.put("file " + file.id(), opened.body());
                }
            });
            return files;
        });
        if (packs.paper(reader.actor(), panel.meeting, panel.tick()) instanceof Outcome.Done<Packs.Paper>(var paper)) {
            forms.put("pack on paper", PdfCheck.words(paper.pdf()));
        }
        return forms;
    }

    private void minutesOf(Journey panel, Person reader, Set<DataClass> reads) {
        clock.set(panel.tick());
        Visitor visitor = Visitor.signedIn(port, reader);
        String page = "/meetings/" + panel.meeting.value() + "/minutes";
        List<String> forms = new ArrayList<>(List.of(visitor.get(page).body()));
        minutes.take(reader.actor(), panel.meeting, "application/pdf", panel.tick())
                .map(taken -> {
                    var paper = MinutesPaper.of(taken, texts);
                    forms.add(PdfCheck.words(documents.pdf(paper)));
                    forms.add(OdtWords.of(documents.odt(paper)));
                    return taken;
                })
                .orThrow();
        if (reader == panel.us.coordinator) {
            forms.add(new Visitor(port)
                    .api("GET", "/api/v1" + page, panel.us.apiToken)
                    .body());
            forms.add(
                    visitor.get(page + "/as/" + panel.us.guardian.member().id().value())
                            .body());
        }
        for (String form : forms) {
            words.forEach((word, tells) -> {
                if (!reads.contains(tells)) {
                    assertThat(form.contains(word))
                            .as("%s finds %s in the minutes", reader.member().name(), word)
                            .isFalse();
                }
            });
            anyForm += form;
        }
        if (reader == panel.us.chair) {
            assertThat(forms.getFirst()).contains("Zqhealth4", "Home and whereabouts held back: ask");
        }
    }

    /** The interface gives what the page gives, and says what it holds back. */
    @Test
    void aProgramReadsOfTheReferralWhatItsAgencyMayRead() {
        Journey panel = new Journey(doors, "hull", MONDAY.minusDays(10));
        panel.on(MONDAY).referralArrives("Alba", LocalDate.of(2011, 6, 1)).safeguarded();
        told(panel);
        Agency school = school(panel);
        sharing.involve(
                panel.coordinator, panel.caseId, Involvement.of(school.id(), Basis.AGENCY, panel.tick()), panel.tick());
        String token = doors.partnerships.admit(
                panel.us.program, school, "School records", Set.of(Role.PANEL_MEMBER), panel.tick());
        clock.set(panel.tick());
        Visitor program = new Visitor(port);
        String path = "/api/v1/referrals/" + panel.referral.value();

        Visitor.Answer read = program.api("GET", path, token);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body()).contains("Zqplain2", "Zqeducation2", "HELD_BACK", "Police records held back: ask");
        words.forEach((word, tells) -> assertThat(read.body().contains(word)
                        && !Set.of(SAFEGUARDING, EDUCATION).contains(tells))
                .as("a school's program finds " + word)
                .isFalse());
        assertThat(program.api("GET", path + "/home-office?sending=2", token).status())
                .isEqualTo(404);
        assertThat(program.api("GET", path + "/home-office?sending=2", panel.us.apiToken)
                        .body())
                .contains("Zqhome8");

        particulars
                .protectAddress(panel.coordinator, panel.caseId, Set.<AgencyId>of(), "Somebody looks", panel.tick())
                .orThrow();
        Visitor.Answer child = program.api("GET", "/api/v1/cases/" + panel.caseId.value(), token);
        assertThat(child.body()).contains("\"addressProtected\":true").doesNotContain("Zq");
    }
}
