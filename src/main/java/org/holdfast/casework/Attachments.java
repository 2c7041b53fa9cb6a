package org.holdfast.casework;

import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.FieldReader;
import org.holdfast.sharing.Given;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to the files of a case. */
@Component
public final class Attachments {

    /** A file is smaller than this, in bytes; the same as the Home Office's form. */
    public static final int TOO_LARGE = 25 * 1024 * 1024;

    /** A case holds no more files than this; the same as the Home Office's form. */
    public static final int MOST = 100;

    private final CaseDesk desk;
    private final AttachmentStore store;
    private final Sharing sharing;
    private final Supplier<UUID> ids;

    Attachments(CaseDesk desk, AttachmentStore store, Sharing sharing, Supplier<UUID> ids) {
        this.desk = desk;
        this.store = store;
        this.sharing = sharing;
        this.ids = ids;
    }

    /** A file to hand out. The array is the caller's own. */
    public record Opened(Attachment attachment, byte[] content) {}

    /** The files of a case, for somebody who looks at the list; the newest first. */
    public Outcome<List<Attachment>> see(Actor actor, CaseId id, Instant now) {
        return desk.see(actor, id, CasePart.FILES, now, () -> {
            FieldReader reader = sharing.fields(actor, id, now);
            return store.attachments(actor.partnership(), id).stream()
                    .map(one -> one.as(reader))
                    .toList();
        });
    }

    /** Takes a file in that tells of harm, risk or what protects the child. */
    public Outcome<Attachment> add(Actor actor, CaseId id, String name, byte[] content, String about, Instant now) {
        return add(actor, id, name, content, about, DataClass.SAFEGUARDING, now);
    }

    /**
     * Takes a file in.
     *
     * @param name as the person's machine has it
     * @param about what it is and of what day
     * @param holds what kind of information it tells: those alone open it who may read that
     */
    public Outcome<Attachment> add(
            Actor actor, CaseId id, String name, byte[] content, String about, @Nullable DataClass holds, Instant now) {
        List<Reason> faults = new Faults()
                .of(taken(content))
                .line("about", about, "casework.file.needs-about")
                .given("holds", holds, "casework.file.needs-holds")
                .found();
        return desk.change(actor, Permission.ADD_TO_CASE, id, now, faults, () -> {
            if (store.holds(actor.partnership(), id, sha256(content))) {
                return Outcome.refused(Reason.about("file", "casework.file.already-there"));
            }
            long standing = store.attachments(actor.partnership(), id).stream()
                    .filter(one -> one.withdrawnAt() == null)
                    .count();
            if (standing >= MOST) {
                return Outcome.refused(Reason.about("file", "casework.file.too-many", Integer.toString(MOST)));
            }
            return Outcome.done(keep(actor, id, name, content, about, requireNonNull(holds), now));
        });
    }

    /** What kind of file it is, if it is one that a case takes; found in the content, and never believed from a name. */
    public static Outcome<AttachmentKind> taken(byte[] content) {
        if (content.length == 0) {
            return Outcome.refused(Reason.about("file", "casework.file.needs-file"));
        }
        if (content.length >= TOO_LARGE) {
            return Outcome.refused(Reason.about("file", "casework.file.too-large"));
        }
        return AttachmentContent.kind(content)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Reason.about("file", "casework.file.not-taken")));
    }

    /**
     * Takes in what came with a referral as it is handed in; whoever calls has asked. What the case holds already is not doubled, and no
     * evidence is turned away because the case holds much already.
     */
    public void handedIn(Actor actor, CaseId id, String name, byte[] content, String about, Instant now) {
        desk.read(actor, () -> {
            if (!store.holds(actor.partnership(), id, sha256(content))) {
                keep(actor, id, name, content, about, DataClass.SAFEGUARDING, now);
            }
            return id;
        });
    }

    private Attachment keep(
            Actor actor, CaseId id, String name, byte[] content, String about, DataClass holds, Instant now) {
        byte[] sha256 = sha256(content);
        AttachmentKind kind = taken(content).orThrow();
        Attachment attachment = new Attachment(
                ids.get(),
                AttachmentName.of(name, kind),
                kind,
                content.length,
                about,
                holds,
                now,
                actor.name(),
                actor.agencyName(),
                actor.agency(),
                null,
                null,
                1);
        store.add(actor, id, attachment, sha256, content);
        desk.record(
                actor,
                now,
                new CaseEvent.FileAdded(
                        id.value(),
                        attachment.id(),
                        kind,
                        content.length,
                        HexFormat.of().formatHex(sha256)));
        return attachment;
    }

    /** Hands a file out; that is on the ledger as such. One that was taken back is not handed out. */
    public Outcome<Opened> open(Actor actor, CaseId id, UUID attachment, Instant now) {
        return desk.give(
                actor,
                Permission.SEE_CASE,
                id,
                now,
                purpose -> CaseDesk.found(store.attachment(actor.partnership(), id, attachment)
                                .filter(one -> one.withdrawnAt() == null)
                                .filter(one -> one.readBy(reader(actor, id, one, now))))
                        .map(found -> {
                            byte[] content = store.content(actor.partnership(), attachment);
                            desk.record(
                                    actor,
                                    now,
                                    new CaseEvent.FileOpened(
                                            id.value(),
                                            attachment,
                                            Given.toReader(purpose, Given.fingerprint(content))));
                            return new Opened(found, content);
                        }));
    }

    /** What the actor reads of the fields of the case; a file that says where the child lives is a look at it. */
    private FieldReader reader(Actor actor, CaseId id, Attachment opened, Instant now) {
        return opened.holds() == DataClass.HOME_AND_WHEREABOUTS
                ? sharing.shown(actor, id, now)
                : sharing.fields(actor, id, now);
    }

    /** What stands in a file that was not taken back, for a caller that has asked and says on the ledger to whom it goes. */
    public Optional<byte[]> content(Actor actor, CaseId id, UUID attachment) {
        return desk.read(
                actor,
                () -> store.attachment(actor.partnership(), id, attachment)
                        .filter(one -> one.withdrawnAt() == null)
                        .map(one -> store.content(actor.partnership(), attachment)));
    }

    /** Takes a file back, on behalf of the agency that gave it (SHR-4). It stays on record, and nobody can open it. */
    public Outcome<UUID> withdraw(Actor actor, CaseId id, UUID attachment, String because, int seen, Instant now) {
        List<Reason> faults = new Faults()
                .line("because", because, "casework.file.needs-because")
                .found();
        return desk.change(actor, Permission.ADD_TO_CASE, id, now, faults, () -> {
            Optional<Attachment> found = store.attachment(actor.partnership(), id, attachment);
            if (found.isEmpty()) {
                return Outcome.refused(Sharing.NOT_FOUND);
            }
            if (!found.get().givenBy(actor)) {
                return sharing.leaveToOthers(
                        actor,
                        Permission.ADD_TO_CASE,
                        id,
                        Reason.of(
                                "casework.file.not-yours", "SHR-4", found.get().addedByAgency()),
                        now);
            }
            if (!store.withdraw(actor.partnership(), attachment, now, because, seen)) {
                return Outcome.refused(CaseDesk.CHANGED_MEANWHILE);
            }
            desk.record(actor, now, new CaseEvent.FileWithdrawn(id.value(), attachment));
            return Outcome.done(attachment);
        });
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
