package org.holdfast.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Role;
import org.holdfast.casework.Cases;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.law.WorkingCalendar;
import org.holdfast.mail.Message;
import org.holdfast.mail.Outbox;
import org.holdfast.meetings.AgendaFollower;
import org.holdfast.meetings.Attendee;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.MeetingState;
import org.holdfast.meetings.Meetings;
import org.holdfast.meetings.Roll;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Language;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MeetingKind;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Profile;
import org.holdfast.partnership.ReturnRules;
import org.holdfast.partnership.Teams;
import org.holdfast.sharing.Agreements;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.LawfulBasis;
import org.holdfast.sharing.Purpose;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/**
 * Keeps what agencies are asked in step with the agenda: a child listed later is added to the standing request, one taken off is withdrawn,
 * and need to know follows. Called inside a transaction by whoever may ask, and whenever an agenda changes.
 */
@Component
class Asking implements AgendaFollower {

    private final Ledger ledger;
    private final Sharing sharing;
    private final Agreements agreements;
    private final Partnerships partnerships;
    private final Teams teams;
    private final Cases cases;
    private final Meetings meetings;
    private final Outbox outbox;
    private final RequestStore store;
    private final Supplier<UUID> ids;

    Asking(
            Ledger ledger,
            Sharing sharing,
            Agreements agreements,
            Partnerships partnerships,
            Teams teams,
            Cases cases,
            Meetings meetings,
            Outbox outbox,
            RequestStore store,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.agreements = agreements;
        this.partnerships = partnerships;
        this.teams = teams;
        this.cases = cases;
        this.meetings = meetings;
        this.outbox = outbox;
        this.store = store;
        this.ids = ids;
    }

    /** The agenda changed: standing requests follow it. Where nobody has been asked yet, nobody is. */
    @Override
    public void changed(Actor by, CaseId caseId, Instant now) {
        for (MeetingId meeting : meetings.meetingsOf(by, caseId)) {
            List<Request> standing = store.lockForMeeting(by.partnership(), meeting);
            if (!standing.isEmpty() && standing.stream().allMatch(it -> it.closedAt() == null)) {
                meetings.roll(by, meeting).ifPresent(roll -> {
                    if (roll.kind().returns().isPresent()) {
                        follow(by, roll, standing, Set.of(caseId), Set.of(), now);
                    }
                });
            }
        }
    }

    /**
     * Asks about everything on the agenda that was not asked about yet.
     *
     * @param chosen agencies that the co-ordinator asks beside those who come and those who work with the children
     * @return how many agencies are asked for the first time
     */
    int ask(Actor by, Roll roll, Set<AgencyId> chosen, Instant now) {
        List<Request> standing =
                store.lockForMeeting(by.partnership(), roll.meeting().id());
        Set<CaseId> all = roll.entries().stream().map(it -> it.item().caseId()).collect(Collectors.toSet());
        return follow(by, roll, standing, all, chosen, now);
    }

    private int follow(
            Actor by, Roll roll, List<Request> before, Set<CaseId> concerned, Set<AgencyId> chosen, Instant now) {
        Map<AgencyId, Request> standing = new HashMap<>();
        Set<AgencyId> byHand = new HashSet<>(chosen);
        for (Request request : before) {
            standing.put(request.agency(), request);
            if (request.byHand()) {
                byHand.add(request.agency());
            }
        }
        replan(by, roll, standing, now);
        Map<CaseId, Map<AgencyId, Question>> questions = questions(by, standing.values());
        Set<RequestId> added = new HashSet<>();
        // one that has ended is asked nothing more, and what it answered stays
        Set<AgencyId> ended = partnerships.agencies(by).stream()
                .filter(Agency::ended)
                .map(Agency::id)
                .collect(Collectors.toSet());
        Set<AgencyId> signed = agreements.inForce(by, Purpose.of(roll.kind()), UnitedKingdom.day(now));
        int first = 0;
        for (CaseId caseId : concerned) {
            Map<AgencyId, Question> asked = questions.getOrDefault(caseId, Map.of());
            Set<AgencyId> wanted = wanted(by, roll, caseId, byHand);
            for (AgencyId agency : wanted) {
                Question question = asked.get(agency);
                if (!signed.contains(agency) || ended.contains(agency)) {
                    continue;
                }
                if (question == null) {
                    Request request = standing.get(agency);
                    if (request == null) {
                        request = request(by, roll, agency, chosen.contains(agency), now);
                        standing.put(agency, request);
                        first++;
                    } else {
                        request = timeFor(by, roll, request, questions.values(), now);
                        standing.put(agency, request);
                    }
                    askAbout(by, request, caseId, now);
                    added.add(request.id());
                } else if (question.state() == QuestionState.WITHDRAWN && !question.leftOut()) {
                    again(by, question, agency, now);
                    added.add(question.request());
                }
            }
            asked.forEach((agency, question) -> {
                if (!wanted.contains(agency) && question.state() != QuestionState.WITHDRAWN) {
                    withdraw(by, question, agency, now);
                }
            });
            settleNeedToKnow(by, caseId, now);
        }
        tell(by, roll, standing.values(), added, now);
        return first;
    }

    /** Which agencies are to be asked about the case as the agenda stands; none where it is not on it or was heard already. */
    private Set<AgencyId> wanted(Actor by, Roll roll, CaseId caseId, Set<AgencyId> byHand) {
        Optional<Roll.Entry> entry = roll.entries().stream()
                .filter(it -> it.item().caseId().equals(caseId))
                .findFirst();
        if (entry.isEmpty() || roll.meeting().state() == MeetingState.CANCELLED) {
            return Set.of();
        }
        return AskedAgencies.about(entry.get(), involved(by, caseId), byHand);
    }

    /**
     * Agencies that would be asked and have no agreement in force for what is asked, with what is missing (SHR-1).
     *
     * @param chosen agencies that the co-ordinator would ask besides
     */
    List<Reason> unsigned(Actor by, Roll roll, Set<AgencyId> chosen, Instant now) {
        Purpose purpose = Purpose.of(roll.kind());
        Set<AgencyId> signed = agreements.inForce(by, purpose, UnitedKingdom.day(now));
        List<Agency> without = partnerships.agencies(by).stream()
                .filter(it -> !signed.contains(it.id()) && !it.ended())
                .toList();
        if (without.isEmpty()) {
            return List.of();
        }
        Set<AgencyId> wanted = roll.entries().stream()
                .flatMap(it -> wanted(by, roll, it.item().caseId(), chosen).stream())
                .collect(Collectors.toSet());
        return without.stream()
                .filter(it -> wanted.contains(it.id()))
                .map(it -> Agreements.missing(it.name(), purpose))
                .toList();
    }

    private Set<AgencyId> involved(Actor by, CaseId caseId) {
        return sharing.involvements(by, caseId).stream()
                .filter(it -> it.basis() == Basis.AGENCY && it.until() == null)
                .flatMap(it -> Optional.ofNullable(it.agency()).stream())
                .collect(Collectors.toSet());
    }

    private Map<CaseId, Map<AgencyId, Question>> questions(Actor by, Collection<Request> requests) {
        Map<RequestId, AgencyId> agencies = requests.stream().collect(Collectors.toMap(Request::id, Request::agency));
        Map<CaseId, Map<AgencyId, Question>> questions = new HashMap<>();
        for (Question question : store.questions(by.partnership(), agencies.keySet())) {
            AgencyId agency = agencies.get(question.request());
            if (agency != null) {
                questions
                        .computeIfAbsent(question.caseId(), _ -> new HashMap<>())
                        .put(agency, question);
            }
        }
        return questions;
    }

    private Request request(Actor by, Roll roll, AgencyId agency, boolean byHand, Instant now) {
        LocalDate heldOn = roll.meeting().on();
        Request request = new Request(
                new RequestId(ids.get()),
                roll.meeting().id(),
                roll.kind().id(),
                heldOn,
                agency,
                name(by, agency),
                byHand,
                Purpose.of(roll.kind()),
                LawfulBasis.PUBLIC_TASK_AND_SAFEGUARDING,
                rules(roll.kind()).dueOn(heldOn, UnitedKingdom.day(now), calendar(by)),
                by.member(),
                by.name(),
                now,
                null,
                teams.answering(by, agency, now).orElse(null),
                null);
        store.add(by, request);
        ledger.record(
                by,
                now,
                new RequestEvent.AgencyAsked(
                        request.id().value(), request.meeting().value(), agency.value(), request.dueOn()));
        return request;
    }

    private String name(Actor by, AgencyId agency) {
        return partnerships.agencies(by).stream()
                .filter(it -> it.id().equals(agency))
                .map(Agency::name)
                .findFirst()
                .orElseThrow();
    }

    private void askAbout(Actor by, Request request, CaseId caseId, Instant now) {
        store.add(
                by.partnership(),
                new Question(new QuestionId(ids.get()), request.id(), caseId, QuestionState.ASKED, false, now, null));
        ledger.record(
                by,
                now,
                new RequestEvent.ChildAskedAbout(
                        request.id().value(), caseId.value(), request.agency().value()));
    }

    void again(Actor by, Question question, AgencyId agency, Instant now) {
        store.save(
                by.partnership(),
                question.in(
                        QuestionLife.after(question.state(), QuestionCommand.ASK_AGAIN)
                                .orThrow(),
                        now));
        ledger.record(
                by,
                now,
                new RequestEvent.ChildAskedAbout(
                        question.request().value(), question.caseId().value(), agency.value()));
    }

    void withdraw(Actor by, Question question, AgencyId agency, Instant now) {
        store.save(
                by.partnership(),
                question.in(
                        QuestionLife.after(question.state(), QuestionCommand.WITHDRAW)
                                .orThrow(),
                        now));
        ledger.record(
                by,
                now,
                new RequestEvent.ChildWithdrawn(
                        question.request().value(), question.caseId().value(), agency.value(), false));
    }

    /** The meeting was moved to another day: the answers are due anew. */
    private void replan(Actor by, Roll roll, Map<AgencyId, Request> standing, Instant now) {
        LocalDate heldOn = roll.meeting().on();
        standing.replaceAll((_, request) -> {
            if (request.heldOn().equals(heldOn)) {
                return request;
            }
            return due(
                    by, request, heldOn, rules(roll.kind()).dueOn(heldOn, UnitedKingdom.day(now), calendar(by)), now);
        });
    }

    /**
     * Gives an agency that owes nothing else the time from today for a child who comes on the agenda late: nobody is late the moment they are
     * asked (MTG-3). Who still owes an answer keeps the day it was due.
     */
    private Request timeFor(
            Actor by, Roll roll, Request request, Collection<Map<AgencyId, Question>> questions, Instant now) {
        LocalDate dueOn = rules(roll.kind()).dueOn(request.heldOn(), UnitedKingdom.day(now), calendar(by));
        boolean owes = questions.stream()
                .map(asked -> asked.get(request.agency()))
                .anyMatch(question -> question != null
                        && question.request().equals(request.id())
                        && question.state() == QuestionState.ASKED);
        return owes || !dueOn.isAfter(request.dueOn()) ? request : due(by, request, request.heldOn(), dueOn, now);
    }

    private Request due(Actor by, Request request, LocalDate heldOn, LocalDate dueOn, Instant now) {
        store.moved(by.partnership(), request.id(), heldOn, dueOn);
        ledger.record(by, now, new RequestEvent.DueDayMoved(request.id().value(), dueOn));
        return request.due(heldOn, dueOn);
    }

    /** Writes to whoever is asked for the first time, and once a day to whoever is asked about a further child. */
    private void tell(Actor by, Roll roll, Collection<Request> standing, Set<RequestId> added, Instant now) {
        for (Request request : standing) {
            if (!added.contains(request.id())) {
                continue;
            }
            boolean first = UnitedKingdom.day(request.askedAt()).equals(UnitedKingdom.day(now));
            List<Member> told = contacts(by, request, roll, now);
            String names = told.stream().map(Member::name).collect(Collectors.joining(", "));
            if (store.make(
                    by.partnership(),
                    new RequestStore.Made(
                            request.id(), first ? "asked" : "further", UnitedKingdom.day(now), now, names))) {
                String key = first ? "requests.mail.asked" : "requests.mail.further";
                told.forEach(member -> outbox.post(by, message(request, roll.kind(), member.id(), key), now));
                if (told.isEmpty()) {
                    nobodyToTell(by, request, roll, now);
                }
            }
        }
    }

    /** Who is written to about a request; nobody who is kept out of every case of which something is asked (NRM-22). */
    List<Member> contacts(Actor by, Request request, Roll roll, Instant now) {
        Set<MemberId> invited = roll.entries().stream()
                .flatMap(it -> it.invited().stream())
                .map(Attendee::member)
                .collect(Collectors.toSet());
        Set<CaseId> about = store.questions(by.partnership(), List.of(request.id())).stream()
                .filter(it -> it.state() != QuestionState.WITHDRAWN)
                .map(Question::caseId)
                .collect(Collectors.toSet());
        LocalDate today = UnitedKingdom.day(now);
        Set<MemberId> out = keptOut(by, about);
        return Contacts.of(
                partnerships.members(by),
                member -> member.agency().id().equals(request.agency()) && !out.contains(member.id()),
                request.waitsFor(teams.roll(by, now)),
                invited,
                Set.copyOf(cases.leads(by, about).values()),
                partnerships.lead(by, request.agency(), today).filter(it -> !out.contains(it.id())),
                today);
    }

    /** Tells those of a team that something their agency is asked was given to them; whoever gave it knows. */
    void givenToTeam(Actor by, Request request, Instant now) {
        Optional<Roll> roll = meetings.roll(by, request.meeting());
        Set<MemberId> waits = request.waitsFor(teams.roll(by, now));
        roll.ifPresent(it -> contacts(by, request, it, now).stream()
                .filter(member ->
                        waits.contains(member.id()) && !member.id().value().equals(by.member()))
                .forEach(member ->
                        outbox.post(by, message(request, it.kind(), member.id(), "requests.mail.team"), now)));
    }

    /** Who is kept out of all of these cases. */
    Set<MemberId> keptOut(Actor by, Collection<CaseId> about) {
        return about.stream()
                .map(it -> sharing.excluded(by, it))
                .reduce((one, other) -> {
                    Set<MemberId> both = new HashSet<>(one);
                    both.retainAll(other);
                    return both;
                })
                .orElse(Set.of());
    }

    /** Tells the co-ordinators that an agency can be written to at nobody, since whoever would answer is kept out of the case. */
    private void nobodyToTell(Actor by, Request request, Roll roll, Instant now) {
        partnerships.members(by).stream()
                .filter(it -> it.memberOn(UnitedKingdom.day(now)) && it.is(Role.PANEL_COORDINATOR))
                .filter(it -> !it.id().value().equals(by.member()))
                .forEach(it ->
                        outbox.post(by, boardMessage(request, roll.kind(), it.id(), "requests.mail.nobody"), now));
    }

    /** A message about a request: that something is asked, for which meeting, until when; and a link. */
    static Message message(Request request, MeetingKind kind, MemberId to, String key) {
        return Message.of(
                to,
                key,
                "/requests/" + request.id().value(),
                kind.name(),
                Dates.date(Language.ENGLISH, request.heldOn()),
                Dates.date(Language.ENGLISH, request.dueOn()));
    }

    /** A message that leads to the board of who has answered. */
    static Message boardMessage(Request request, MeetingKind kind, MemberId to, String key) {
        Message asked = message(request, kind, to, key);
        return new Message(
                to, key, asked.values(), "/meetings/" + request.meeting().value() + "/requests", null);
    }

    ReturnRules rules(MeetingKind kind) {
        return kind.returns().orElse(ReturnRules.USUAL);
    }

    WorkingCalendar calendar(Actor by) {
        return WorkingCalendar.of(profile(by).nation());
    }

    Profile profile(Actor by) {
        return partnerships.profile(by.partnership());
    }

    /** Gives and ends the need to know of the agencies asked about a case, by what stands now. */
    void settleNeedToKnow(Actor by, CaseId caseId, Instant now) {
        Map<AgencyId, Map<Purpose, Instant>> wanted = wantedUntil(by, caseId, now);
        Map<AgencyId, Map<Purpose, Instant>> given = new HashMap<>();
        for (Involvement involvement : sharing.involvements(by, caseId)) {
            AgencyId agency = involvement.agency();
            Instant until = involvement.until();
            if (agency != null && involvement.basis() == Basis.REQUEST && (until == null || until.isAfter(now))) {
                given.computeIfAbsent(agency, _ -> new EnumMap<>(Purpose.class))
                        .put(involvement.purpose(), until == null ? Instant.MAX : until);
            }
        }
        Set<AgencyId> agencies = new HashSet<>(wanted.keySet());
        agencies.addAll(given.keySet());
        for (AgencyId agency : agencies) {
            Map<Purpose, Instant> until = wanted.getOrDefault(agency, Map.of());
            if (until.equals(given.get(agency))) {
                continue;
            }
            if (given.containsKey(agency)) {
                sharing.release(by, caseId, null, agency, Basis.REQUEST, now);
            }
            until.forEach((purpose, end) ->
                    sharing.involve(by, caseId, new Involvement(null, agency, Basis.REQUEST, now, end, purpose), now));
        }
    }

    /** By agency, for the purpose of each request, until when (SHR-1). */
    private Map<AgencyId, Map<Purpose, Instant>> wantedUntil(Actor by, CaseId caseId, Instant now) {
        List<Question> standing = store.about(by.partnership(), caseId).stream()
                .filter(it -> it.state() != QuestionState.WITHDRAWN)
                .toList();
        Map<RequestId, Request> requests = new ArrayList<>(store.requests(
                        by.partnership(),
                        standing.stream().map(Question::request).toList()))
                .stream().collect(Collectors.toMap(Request::id, Function.identity()));
        Profile profile = profile(by);
        Map<AgencyId, Map<Purpose, Instant>> wanted = new HashMap<>();
        for (Request request : requests.values()) {
            int open = profile.meetingKind(request.kind())
                    .flatMap(MeetingKind::returns)
                    .orElse(ReturnRules.USUAL)
                    .openDaysAfter();
            Instant until = UnitedKingdom.startOf(request.heldOn().plusDays(open + 1L));
            if (until.isAfter(now)) {
                wanted.computeIfAbsent(request.agency(), _ -> new EnumMap<>(Purpose.class))
                        .merge(request.purpose(), until, (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return wanted;
    }
}
