package org.holdfast.casework;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.springframework.stereotype.Component;

/** The door to what children wish and feel, in their own words (GRD-4). */
@Component
public final class Voices {

    private final CaseDesk desk;
    private final VoiceStore store;
    private final Supplier<UUID> ids;

    Voices(CaseDesk desk, VoiceStore store, Supplier<UUID> ids) {
        this.desk = desk;
        this.store = store;
        this.ids = ids;
    }

    /** What the child said, for somebody who looks at it; the newest first. */
    public Outcome<List<Wishes>> see(Actor actor, CaseId id, Instant now) {
        return desk.see(actor, id, CasePart.VOICE, now, () -> wishes(actor, id));
    }

    /** What the child said, the newest first. The caller has asked for the case. */
    public List<Wishes> wishes(Actor actor, CaseId id) {
        return desk.read(actor, () -> store.wishes(actor.partnership(), id));
    }

    /** Records what the child said. */
    public Outcome<UUID> hear(Actor actor, CaseId id, WishesDraft draft, Instant now) {
        return desk.change(actor, Permission.ADD_TO_CASE, id, now, draft.faults(UnitedKingdom.day(now)), () -> {
            UUID wishes = ids.get();
            store.add(actor, id, wishes, draft, now);
            desk.record(
                    actor,
                    now,
                    new CaseEvent.WishesHeard(
                            id.value(), wishes, requireNonNull(draft.means()), requireNonNull(draft.chosen())));
            return Outcome.done(wishes);
        });
    }

    /** Keeps what a child wrote alone on a link. The caller has made sure that the link is the child's. */
    public UUID writtenOnLink(Actor child, CaseId id, WishesDraft draft, Instant now) {
        return desk.read(child, () -> {
            UUID wishes = ids.get();
            store.add(child, id, wishes, draft, now);
            desk.record(
                    child,
                    now,
                    new CaseEvent.WishesHeard(
                            id.value(), wishes, requireNonNull(draft.means()), requireNonNull(draft.chosen())));
            return wishes;
        });
    }
}
