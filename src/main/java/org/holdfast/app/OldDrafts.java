package org.holdfast.app;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.mail.Message;
import org.holdfast.mail.Outbox;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Drafts;
import org.holdfast.pages.Language;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Round;
import org.springframework.stereotype.Component;

/**
 * Throws away what somebody began to write and left alone for longer than the profile keeps it. Nothing goes without its writer having
 * been told {@link #WARNING} before, and a word put to it starts the time anew. Stands here because drafts lie below partnerships.
 */
@Component
class OldDrafts implements Round {

    /** Longer than most people are away. */
    static final Duration WARNING = Duration.ofDays(14);

    private final Drafts drafts;
    private final Partnerships partnerships;
    private final Outbox outbox;
    private final Ledger ledger;

    OldDrafts(Drafts drafts, Partnerships partnerships, Outbox outbox, Ledger ledger) {
        this.drafts = drafts;
        this.partnerships = partnerships;
        this.outbox = outbox;
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "old-drafts";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void make(Actor program, Instant now) {
        ledger.within(program, () -> {
            Duration kept = Duration.ofDays(
                    partnerships.profile(program.partnership()).practice().daysDraftsAreKept());
            Set<MemberId> here = partnerships.members(program).stream()
                    .filter(member -> member.memberOn(UnitedKingdom.day(now)))
                    .map(member -> member.id())
                    .collect(Collectors.toSet());
            List<Drafts.Left> left =
                    drafts.untouchedSince(program, now.minus(kept).plus(WARNING));
            Set<MemberId> told = new HashSet<>();
            for (Drafts.Left draft : left) {
                MemberId writer = new MemberId(draft.member());
                boolean old = !draft.touched().isAfter(now.minus(kept));
                if (!here.contains(writer)) {
                    if (old) {
                        drafts.throwAway(program, draft, now);
                    }
                } else if (draft.warnedBy(now)) {
                    if (old && draft.warnedBy(now.minus(WARNING))) {
                        drafts.throwAway(program, draft, now);
                    }
                } else {
                    drafts.warned(program, draft, now);
                    told.add(writer);
                }
            }
            String from = Dates.date(Language.ENGLISH, UnitedKingdom.day(now.plus(WARNING)));
            outbox.post(
                    program,
                    told.stream()
                            .map(writer -> Message.of(writer, "app.old-draft", "/work", from))
                            .toList(),
                    now);
            return told;
        });
    }
}
