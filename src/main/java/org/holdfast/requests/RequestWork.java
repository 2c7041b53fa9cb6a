package org.holdfast.requests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.casework.CaseLink;
import org.holdfast.casework.CaseLinkSource;
import org.holdfast.casework.WorkItem;
import org.holdfast.casework.WorkSource;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.ItemLink;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.MeetingLinkSource;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Language;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Profile;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** Where requests show elsewhere: what an agency still has to answer, on the child's page, and on the meeting's. */
@Component
class RequestWork implements WorkSource, CaseLinkSource, MeetingLinkSource {

    private final Sharing sharing;
    private final Partnerships partnerships;
    private final Returns returns;
    private final RequestStore store;
    private final ReturnsReaders readers;

    RequestWork(
            Sharing sharing, Partnerships partnerships, Returns returns, RequestStore store, ReturnsReaders readers) {
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.returns = returns;
        this.store = store;
        this.readers = readers;
    }

    @Override
    public List<WorkItem> waitingFor(Actor actor, Instant now) {
        List<WorkItem> work = new ArrayList<>(toAnswer(actor, now));
        if (sharing.may(actor, Permission.ASK_AGENCIES)) {
            work.addAll(toChase(actor));
        }
        return work;
    }

    /** For the co-ordinator: meetings for which somebody still has to answer, with whether agencies were asked by themselves. */
    private List<WorkItem> toChase(Actor actor) {
        Profile profile = partnerships.profile(actor.partnership());
        List<WorkItem> work = new ArrayList<>();
        store.awaited(actor.partnership()).forEach((meeting, requests) -> {
            Request first = requests.waiting().getFirst();
            profile.meetingKind(first.kind())
                    .ifPresent(kind -> work.add(WorkItem.of(
                                    null,
                                    first.byItself(actor.partnership())
                                            ? "requests.work.board-by-itself"
                                            : "requests.work.board",
                                    "/meetings/" + meeting.value() + "/requests",
                                    UnitedKingdom.endOf(first.dueOn()),
                                    "MTG-3",
                                    kind.name(),
                                    Dates.date(Language.ENGLISH, first.heldOn()),
                                    Dates.number(requests.waiting().size()),
                                    Dates.number(requests.asked()))
                            .waitingFor(requests.waiting().stream()
                                    .map(Request::agencyName)
                                    .collect(Collectors.joining(", ")))));
        });
        return work;
    }

    private List<WorkItem> toAnswer(Actor actor, Instant now) {
        return returns.listed(actor, now).stream()
                .filter(it -> !it.done() && it.request().closedAt() == null)
                .filter(it -> returns.waitsFor(actor, it.request(), now))
                .map(it -> WorkItem.of(
                        null,
                        "requests.work.answer",
                        "/requests/" + it.request().id().value(),
                        UnitedKingdom.endOf(it.request().dueOn()),
                        "MTG-3",
                        it.kind(),
                        Dates.date(Language.ENGLISH, it.request().heldOn()),
                        Dates.number(it.asked() - it.answered()),
                        Dates.number(it.asked())))
                .toList();
    }

    @Override
    public List<WorkItem> waitingOn(Actor actor, CaseId id, Instant now) {
        List<Question> asked = store.about(actor.partnership(), id).stream()
                .filter(it -> it.state() == QuestionState.ASKED)
                .toList();
        if (asked.isEmpty()) {
            return List.of();
        }
        boolean all =
                !sharing.visible(actor, Permission.SEE_PACK, Set.of(id), now).isEmpty();
        AgencyId own = new AgencyId(actor.agency());
        boolean coordinates = sharing.may(actor, Permission.ASK_AGENCIES);
        boolean answers = !sharing.visible(actor, Permission.ANSWER_REQUEST, Set.of(id), now)
                .isEmpty();
        List<WorkItem> work = new ArrayList<>();
        Map<RequestId, Request> requests =
                store
                        .requests(
                                actor.partnership(),
                                asked.stream().map(Question::request).toList())
                        .stream()
                        .collect(Collectors.toMap(Request::id, Function.identity()));
        for (Question question : asked) {
            Request request = requests.get(question.request());
            if (request == null || !all && !request.agency().equals(own)) {
                continue;
            }
            String path = coordinates
                    ? "/meetings/" + request.meeting().value() + "/requests"
                    : answers && request.agency().equals(own)
                            ? "/requests/" + request.id().value()
                            : "/cases/" + id.value() + (all && readers.reads(actor, id, now) ? "/returns" : "");
            work.add(WorkItem.of(
                            id,
                            "requests.work.awaited",
                            path,
                            UnitedKingdom.endOf(request.dueOn()),
                            "MTG-3",
                            request.agencyName())
                    .waitingFor(request.agencyName()));
        }
        return work;
    }

    @Override
    public List<CaseLink> linksOf(Actor actor, CaseId id, Instant now) {
        boolean all =
                !sharing.visible(actor, Permission.SEE_PACK, Set.of(id), now).isEmpty()
                        && readers.reads(actor, id, now);
        boolean own = !sharing.visible(actor, Permission.ANSWER_REQUEST, Set.of(id), now)
                .isEmpty();
        List<AgencyReturn> told = store.latest(actor.partnership(), Set.of(id)).stream()
                .filter(it -> all || own && it.agency().value().equals(actor.agency()))
                .toList();
        Optional<Instant> last = told.stream().map(AgencyReturn::givenAt).max(Instant::compareTo);
        return told.isEmpty()
                ? List.of()
                : List.of(new CaseLink(
                        "requests.link.returns",
                        List.of(Dates.number(told.size())),
                        "/cases/" + id.value() + "/returns",
                        last.orElse(null),
                        ""));
    }

    @Override
    public List<ItemLink> linksOf(Actor actor, MeetingId meeting, Instant now) {
        if (!sharing.may(actor, Permission.ASK_AGENCIES)) {
            return List.of();
        }
        boolean asked = !store.forMeeting(actor.partnership(), meeting).isEmpty();
        return List.of(new ItemLink(
                asked ? "requests.link.board" : "requests.link.ask",
                List.of(),
                "/meetings/" + meeting.value() + "/requests",
                "",
                List.of()));
    }
}
