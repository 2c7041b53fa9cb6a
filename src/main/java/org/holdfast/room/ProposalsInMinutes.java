package org.holdfast.room;

import java.util.List;
import java.util.Optional;
import org.holdfast.audit.Actor;
import org.holdfast.meetings.AgendaItem;
import org.holdfast.meetings.MinutesPart;
import org.holdfast.meetings.MinutesSource;
import org.springframework.stereotype.Component;

/** What was proposed at an item and not agreed, in the minutes. What was agreed stands there as an action. */
@Component
class ProposalsInMinutes implements MinutesSource {

    private final ProposalStore store;

    ProposalsInMinutes(ProposalStore store) {
        this.store = store;
    }

    @Override
    public Optional<MinutesPart> of(Actor actor, AgendaItem item) {
        List<MinutesPart.Line> lines = store.of(actor.partnership(), item.id()).stream()
                .filter(it -> it.state() != Proposal.State.AGREED)
                .map(it -> it.state() == Proposal.State.NOT_AGREED
                        ? MinutesPart.Line.of("room.minutes.not-agreed", it.proposerAgency(), it.what(), it.because())
                        : MinutesPart.Line.of("room.minutes.left-open", it.proposerAgency(), it.what()))
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new MinutesPart("room.minutes.heading", lines));
    }
}
