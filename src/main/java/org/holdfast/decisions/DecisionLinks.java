package org.holdfast.decisions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.holdfast.audit.Actor;
import org.holdfast.casework.CaseLink;
import org.holdfast.casework.CaseLinkSource;
import org.holdfast.law.Outcome;
import org.holdfast.meetings.AgendaItem;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.ItemLink;
import org.holdfast.meetings.ItemPanelSource;
import org.holdfast.meetings.ItemVote;
import org.holdfast.meetings.MinutesPart;
import org.holdfast.meetings.MinutesSource;
import org.holdfast.meetings.Panel;
import org.holdfast.meetings.Sessions;
import org.holdfast.pages.Page;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Purpose;
import org.holdfast.sharing.Sharing;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where decisions show elsewhere: on the child's page, beside the item in the meeting, and in the minutes. */
@Component
class DecisionLinks implements CaseLinkSource, ItemPanelSource, ItemVote, MinutesSource {

    private final Sharing sharing;
    private final DecisionStore store;
    private final ObjectProvider<Sessions> sessions;

    DecisionLinks(Sharing sharing, DecisionStore store, ObjectProvider<Sessions> sessions) {
        this.sharing = sharing;
        this.store = store;
        this.sessions = sessions;
    }

    @Override
    public List<CaseLink> linksOf(Actor actor, CaseId id, Instant now) {
        if (!sees(actor, id, now)) {
            return List.of();
        }
        return store.ofCase(actor.partnership(), id).stream()
                .map(one -> new CaseLink(
                        "decisions.link", List.of(), path(one, ""), one.issuedAt(), Page.labelKey(standing(one))))
                .toList();
    }

    @Override
    public List<ItemLink> linksOf(Actor actor, AgendaItemId item, Instant now) {
        Optional<DecisionStore.Brief> found = store.onItem(actor.partnership(), item);
        List<ItemLink> links = new ArrayList<>();
        if (found.isPresent()) {
            DecisionStore.Brief decision = found.get();
            if (sees(actor, decision.caseId(), now)) {
                links.add(link("decisions.link", path(decision, ""), Page.labelKey(standing(decision))));
                if (decision.state() == State.VOTING && sharing.may(actor, Permission.VOTE)) {
                    links.add(link("decisions.to-vote", path(decision, "/vote"), ""));
                }
                if (decision.state() == State.DETERMINED && sharing.may(actor, Permission.ISSUE_DECISION)) {
                    links.add(link("decisions.to-issue", path(decision, "/issue"), ""));
                }
            }
        } else if (sharing.may(actor, Permission.PREPARE_DECISION) && canBeOpened(actor, item, now)) {
            links.add(link("decisions.open.title", "/decisions/new?item=" + item.value(), ""));
        }
        return links;
    }

    @Override
    public boolean open(Actor actor, AgendaItemId item) {
        return store.onItem(actor.partnership(), item)
                .filter(one -> one.state() == State.VOTING)
                .isPresent();
    }

    private boolean canBeOpened(Actor actor, AgendaItemId id, Instant now) {
        if (sessions.getObject().panel(actor, id, now) instanceof Outcome.Done<Panel>(Panel panel)) {
            AgendaItem item = panel.item();
            return item.purpose().decides() && !item.state().settled();
        }
        return false;
    }

    /** What was asked, how it was voted, and what dissent there was; with names of agencies and without anybody's reasons but dissent. */
    @Override
    public Optional<MinutesPart> of(Actor actor, AgendaItem item) {
        return minutes(actor, item.id());
    }

    Optional<MinutesPart> minutes(Actor actor, AgendaItemId item) {
        return store.onItem(actor.partnership(), item)
                .flatMap(brief -> store.find(actor.partnership(), brief.id()))
                .map(DecisionLinks::minutes)
                // opened and put off before anything came of it: there is nothing to read under that heading
                .filter(part -> !part.lines().isEmpty());
    }

    static MinutesPart minutes(Decision decision) {
        List<MinutesPart.Line> lines = new ArrayList<>();
        for (Ballot ballot : decision.ballots()) {
            String ground = ballot.ground().name();
            Ballot.Count count = ballot.count();
            lines.add(MinutesPart.Line.of(
                    "decisions.minutes.asked." + ground, ballot.threshold().text()));
            if (count == null) {
                lines.add(MinutesPart.Line.of("decisions.minutes.not-counted"));
                continue;
            }
            lines.add(MinutesPart.Line.of(
                    "decisions.result." + count.result(),
                    String.valueOf(count.votesFor()),
                    String.valueOf(count.votesAgainst())));
            for (Vote vote : decision.votes(ballot.ground())) {
                if (vote.counts()) {
                    lines.add(MinutesPart.Line.of(
                            "decisions.minutes.vote." + vote.position(), vote.agencyName(), vote.memberName()));
                }
            }
            for (Vote vote : decision.dissent(ballot.ground())) {
                lines.add(MinutesPart.Line.of("decisions.minutes.dissent", vote.agencyName(), vote.reasons()));
            }
        }
        decision.determination().ifPresent(found -> lines.add(MinutesPart.Line.of("decisions.minutes.found." + found)));
        if (decision.adjournment() != null) {
            lines.add(MinutesPart.Line.of(decision.putOffKey()));
        }
        return new MinutesPart("decisions.minutes.heading", lines);
    }

    private boolean sees(Actor actor, CaseId id, Instant now) {
        return !sharing.visible(actor, Permission.SEE_PACK, Set.of(id), Purpose.GROUNDS_DECISION, now)
                .isEmpty();
    }

    private static Enum<?> standing(DecisionStore.Brief decision) {
        Determination determination = decision.determination();
        return decision.state() == State.ISSUED && determination != null ? determination : decision.state();
    }

    private static String path(DecisionStore.Brief decision, String page) {
        return "/decisions/" + decision.id().value() + page;
    }

    private static ItemLink link(String key, String path, String stateKey) {
        return new ItemLink(key, List.of(), path, stateKey, List.of());
    }
}
