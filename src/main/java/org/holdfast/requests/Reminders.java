package org.holdfast.requests;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Role;
import org.holdfast.casework.Cases;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.law.WorkingCalendar;
import org.holdfast.mail.Message;
import org.holdfast.mail.Outbox;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.Meetings;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.Ladder;
import org.holdfast.partnership.MeetingKind;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Profile;
import org.holdfast.partnership.ReturnRules;
import org.holdfast.partnership.Round;
import org.holdfast.partnership.TeamRoll;
import org.holdfast.partnership.Teams;
import org.holdfast.sharing.CaseId;
import org.springframework.stereotype.Component;

/**
 * Chases answers: reminds agencies before, on and after the day their answers are due, and then tells the agency's lead (MTG-3). Each step
 * is made once for a due day however often the round is made, on working days between eight and six, and many at a time.
 */
@Component
class Reminders implements Round {

    /** How many requests are chased in one transaction. */
    private static final int AT_ONCE = 250;

    private static final LocalTime FROM = LocalTime.of(8, 0);
    private static final LocalTime UNTIL = LocalTime.of(18, 0);

    private final Ledger ledger;
    private final Partnerships partnerships;
    private final Teams teams;
    private final Cases cases;
    private final Meetings meetings;
    private final Outbox outbox;
    private final Asking asking;
    private final RequestStore store;

    Reminders(
            Ledger ledger,
            Partnerships partnerships,
            Teams teams,
            Cases cases,
            Meetings meetings,
            Outbox outbox,
            Asking asking,
            RequestStore store) {
        this.ledger = ledger;
        this.partnerships = partnerships;
        this.teams = teams;
        this.cases = cases;
        this.meetings = meetings;
        this.outbox = outbox;
        this.asking = asking;
        this.store = store;
    }

    @Override
    public String name() {
        return "reminders";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    /** A step to make for one request. */
    private record Due(Request request, MeetingKind kind, Ladder.Step step) {}

    @Override
    public void make(Actor program, Instant now) {
        closeWhatIsOver(program, now);
        if (!atWork(now)) {
            return;
        }
        List<Due> due = ledger.within(program, () -> due(program, UnitedKingdom.day(now)));
        if (due.isEmpty()) {
            return;
        }
        People people = ledger.within(program, () -> people(program, due, now));
        for (int from = 0; from < due.size(); from += AT_ONCE) {
            List<Due> some = due.subList(from, Math.min(from + AT_ONCE, due.size()));
            ledger.within(program, () -> {
                chase(program, some, people, now);
                return some;
            });
        }
    }

    /** Whether it is an hour at which agencies are written to. */
    static boolean atWork(Instant now) {
        LocalTime time = now.atZone(UnitedKingdom.ZONE).toLocalTime();
        return !time.isBefore(FROM) && time.isBefore(UNTIL);
    }

    private void closeWhatIsOver(Actor program, Instant now) {
        LocalDate today = UnitedKingdom.day(now);
        ledger.within(program, () -> {
            List<RequestId> over = store.open(program.partnership()).stream()
                    .filter(it -> it.heldOn().isBefore(today))
                    .map(Request::id)
                    .toList();
            if (!over.isEmpty()) {
                Map<RequestId, Integer> unanswered = store.close(program.partnership(), over, now);
                over.forEach(id -> ledger.record(
                        program, now, new RequestEvent.RequestClosed(id.value(), unanswered.getOrDefault(id, 0))));
            }
            return over;
        });
    }

    private List<Due> due(Actor program, LocalDate today) {
        Profile profile = partnerships.profile(program.partnership());
        WorkingCalendar calendar = WorkingCalendar.of(profile.nation());
        Map<String, MeetingKind> kinds =
                profile.meetingKinds().stream().collect(Collectors.toMap(MeetingKind::id, kind -> kind));
        List<Request> open = store.waiting(program.partnership());
        Map<RequestId, LocalDate> told =
                open.stream().collect(Collectors.toMap(Request::id, request -> UnitedKingdom.day(request.askedAt())));
        Map<RequestId, LocalDate> dueOn = open.stream().collect(Collectors.toMap(Request::id, Request::dueOn));
        for (RequestStore.Made made : store.made(program.partnership(), dueOn.keySet())) {
            if (made.forDay().equals(dueOn.get(made.request()))) {
                LocalDate on = UnitedKingdom.day(made.at());
                told.merge(made.request(), on, (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        List<Due> due = new ArrayList<>();
        for (Request request : open) {
            MeetingKind kind = kinds.get(request.kind());
            if (kind != null) {
                ReturnRules rules = kind.returns().orElse(ReturnRules.USUAL);
                rules.ladder()
                        .today(request.dueOn(), told.get(request.id()), today, calendar)
                        .ifPresent(step -> due.add(new Due(request, kind, step)));
            }
        }
        return due;
    }

    /** Whoever may be written to, looked up once for all requests. */
    private record People(
            Map<AgencyId, List<Member>> members,
            Map<MeetingId, Set<MemberId>> invited,
            Map<RequestId, Set<CaseId>> about,
            Map<CaseId, MemberId> leading,
            Map<AgencyId, Optional<Member>> leads,
            Map<MemberId, Member> byId,
            Map<RequestId, Set<MemberId>> keptOut,
            TeamRoll teams) {

        List<Member> contacts(Request request, LocalDate today) {
            Set<MemberId> leading = about.getOrDefault(request.id(), Set.of()).stream()
                    .flatMap(it -> Optional.ofNullable(this.leading.get(it)).stream())
                    .collect(Collectors.toSet());
            return Contacts.of(
                    members.getOrDefault(request.agency(), List.of()),
                    member -> !out(request).contains(member.id()),
                    request.waitsFor(teams),
                    invited.getOrDefault(request.meeting(), Set.of()),
                    leading,
                    lead(request),
                    today);
        }

        Optional<Member> lead(Request request) {
            return leads.getOrDefault(request.agency(), Optional.empty())
                    .filter(it -> !out(request).contains(it.id()));
        }

        private Set<MemberId> out(Request request) {
            return keptOut.getOrDefault(request.id(), Set.of());
        }
    }

    private People people(Actor program, Collection<Due> due, Instant now) {
        LocalDate today = UnitedKingdom.day(now);
        List<Member> members = partnerships.members(program);
        Map<RequestId, Set<CaseId>> about =
                store
                        .asked(
                                program.partnership(),
                                due.stream().map(it -> it.request().id()).toList())
                        .stream()
                        .collect(Collectors.groupingBy(
                                Question::request, Collectors.mapping(Question::caseId, Collectors.toSet())));
        Map<AgencyId, Optional<Member>> leads = new HashMap<>();
        due.forEach(it ->
                leads.computeIfAbsent(it.request().agency(), agency -> partnerships.lead(program, agency, today)));
        return new People(
                members.stream().collect(Collectors.groupingBy(it -> it.agency().id())),
                meetings.invitedTo(
                        program, due.stream().map(it -> it.request().meeting()).collect(Collectors.toSet())),
                about,
                cases.leads(
                        program, about.values().stream().flatMap(Set::stream).collect(Collectors.toSet())),
                leads,
                members.stream().collect(Collectors.toMap(Member::id, member -> member)),
                about.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, it -> asking.keptOut(program, it.getValue()))),
                teams.roll(program, now));
    }

    private void chase(Actor program, List<Due> some, People people, Instant now) {
        LocalDate today = UnitedKingdom.day(now);
        Map<RequestId, List<Member>> contacts = new HashMap<>();
        List<RequestStore.Made> steps = new ArrayList<>();
        for (Due due : some) {
            List<Member> told = people.contacts(due.request(), today);
            contacts.put(due.request().id(), told);
            List<Member> named = new ArrayList<>(told);
            if (due.step().toLead()) {
                people.lead(due.request()).filter(it -> !told.contains(it)).ifPresent(named::add);
            }
            steps.add(new RequestStore.Made(
                    due.request().id(), due.step().key(), due.request().dueOn(), now, Requests.names(named)));
        }
        Set<RequestId> fresh = store.make(program.partnership(), steps);
        List<Message> messages = new ArrayList<>();
        for (Due due : some) {
            if (fresh.contains(due.request().id())) {
                List<Message> own =
                        messages(due, contacts.getOrDefault(due.request().id(), List.of()), people, today);
                messages.addAll(own);
                record(program, due, own.size(), now);
            }
        }
        if (!messages.isEmpty()) {
            outbox.post(program, messages, now);
        }
    }

    /**
     * Who is written to for one step: those who answer, and where the lead is told also the lead, or where there is none whoever asked; the
     * co-ordinators, where agencies were asked by themselves.
     */
    private static List<Message> messages(Due due, List<Member> contacts, People people, LocalDate today) {
        Request request = due.request();
        String key = today.isAfter(request.dueOn()) ? "requests.mail.late" : "requests.mail.remind";
        Optional<Member> lead = due.step().toLead() ? people.lead(request) : Optional.empty();
        List<Message> messages = new ArrayList<>();
        for (Member member : contacts) {
            if (lead.filter(member::equals).isEmpty()) {
                messages.add(Asking.message(request, due.kind(), member.id(), key));
            }
        }
        if (lead.isPresent()) {
            messages.add(Asking.message(request, due.kind(), lead.get().id(), "requests.mail.lead"));
        } else if (due.step().toLead()) {
            Member asker = people.byId().get(new MemberId(request.askedById()));
            List<Member> told = asker != null
                    ? List.of(asker)
                    : people.byId().values().stream()
                            .filter(it -> it.memberOn(today) && it.is(Role.PANEL_COORDINATOR))
                            .toList();
            told.forEach(
                    it -> messages.add(Asking.boardMessage(request, due.kind(), it.id(), "requests.mail.no-lead")));
        }
        return messages;
    }

    private void record(Actor program, Due due, int messages, Instant now) {
        Request request = due.request();
        ledger.record(
                program,
                now,
                due.step().toLead()
                        ? new RequestEvent.LeadTold(request.id().value(), request.dueOn(), messages)
                        : new RequestEvent.AgencyReminded(
                                request.id().value(), due.step().key(), request.dueOn(), messages));
    }
}
