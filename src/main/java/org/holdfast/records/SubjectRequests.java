package org.holdfast.records;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.casework.Attachments;
import org.holdfast.casework.Cases;
import org.holdfast.documents.Documents;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.law.WorkingCalendar;
import org.holdfast.pages.Texts;
import org.holdfast.partnership.Partnerships;
import org.holdfast.people.People;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Given;
import org.holdfast.sharing.LawfulBasis;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Purpose;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door to requests of people for what is held about a child, and that it be put right: received, proved, gathered, gone through by a
 * person, released or refused with the reason, in the time that the law gives (SHR-8; UK GDPR articles 12, 15 and 16).
 */
@Component
public final class SubjectRequests {

    private final Ledger ledger;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final Cases cases;
    private final People people;
    private final Attachments attachments;
    private final RequestStore store;
    private final DisposalStore disposals;
    private final Gathering gathering;
    private final Documents documents;
    private final AccessPaper paper;
    private final JsonMapper json;
    private final Supplier<UUID> ids;

    SubjectRequests(
            Ledger ledger,
            Sharing sharing,
            Partnerships partnerships,
            Cases cases,
            People people,
            Attachments attachments,
            RequestStore store,
            DisposalStore disposals,
            Gathering gathering,
            Documents documents,
            Texts texts,
            JsonMapper json,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.cases = cases;
        this.people = people;
        this.attachments = attachments;
        this.store = store;
        this.disposals = disposals;
        this.gathering = gathering;
        this.documents = documents;
        this.paper = new AccessPaper(texts);
        this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
        this.ids = ids;
    }

    /**
     * A request as somebody reads it.
     *
     * @param due the last moment in time
     * @param parts what is held, once it is gathered
     */
    public record Seen(
            SubjectRequest request, String child, Instant due, List<Part> parts, Set<RequestCommand> available) {
        public Seen {
            parts = List.copyOf(parts);
            available = Set.copyOf(available);
        }

        /** Those that no person has looked at yet. */
        public long unchecked() {
            return parts.stream().filter(part -> part.verdict() == null).count();
        }
    }

    /** A request with the moment by which it is to be answered. */
    public record Line(SubjectRequest request, Instant due) {}

    /** A file to take along. */
    public record Taken(String name, String mediaType, byte[] content) {}

    /** Takes a request in. */
    public Outcome<UUID> receive(Actor actor, CaseId caseId, RequestDraft draft, Instant now) {
        return ledger.within(actor, () -> {
            disposals.alone(caseId);
            return sharing.ask(actor, Permission.KEEP_RECORDS, caseId, now).then(_ -> {
                List<Reason> faults = draft.faults(UnitedKingdom.day(now));
                RequestKind kind = draft.kind();
                LocalDate received = draft.receivedOn();
                AskerCapacity capacity = draft.capacity();
                if (!faults.isEmpty() || kind == null || received == null || capacity == null) {
                    return Outcome.refused(faults);
                }
                UUID id = ids.get();
                store.add(
                        actor,
                        new SubjectRequest(
                                id,
                                caseId,
                                kind,
                                RequestState.RECEIVED,
                                received,
                                draft.asker().strip(),
                                capacity,
                                draft.askedFor().strip(),
                                "",
                                null,
                                null,
                                "",
                                null,
                                0,
                                null,
                                null,
                                null,
                                "",
                                null,
                                1),
                        now);
                ledger.record(actor, now, new RecordsEvent.SubjectRequestReceived(caseId.value(), id, kind, received));
                return Outcome.done(id);
            });
        });
    }

    /** The requests that are still to be answered, the soonest due first; without cases from which the actor is kept out. */
    public Outcome<List<Line>> open(Actor actor, Instant now) {
        return ledger.within(
                actor, () -> sharing.ask(actor, Permission.KEEP_RECORDS, now).map(_ -> lines(actor, now)));
    }

    List<Line> lines(Actor actor, Instant now) {
        if (!sharing.may(actor, Permission.KEEP_RECORDS)) {
            return List.of();
        }
        return ledger.within(actor, () -> {
            List<SubjectRequest> all = store.open(actor.partnership());
            Set<CaseId> visible = sharing.visible(
                    actor,
                    Permission.KEEP_RECORDS,
                    all.stream().map(SubjectRequest::caseId).toList(),
                    now);
            return all.stream()
                    .filter(it -> visible.contains(it.caseId()))
                    .map(it -> new Line(it, it.due(calendar(actor))))
                    .sorted(java.util.Comparator.comparing(Line::due))
                    .toList();
        });
    }

    /** The requests about a case, the newest first. The caller has asked for the case. */
    public Outcome<List<Line>> of(Actor actor, CaseId caseId, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.KEEP_RECORDS, caseId, now)
                        .map(_ -> store.of(actor.partnership(), caseId).stream()
                                .map(it -> new Line(it, it.due(calendar(actor))))
                                .toList()));
    }

    /** A request with everything that was gathered for it; the look goes on the ledger. */
    public Outcome<Seen> see(Actor actor, UUID request, Instant now) {
        return with(actor, request, now, found -> {
            ledger.record(
                    actor,
                    now,
                    new RecordsEvent.SubjectRequestSeen(found.caseId().value(), request));
            return Outcome.done(seen(actor, found, now));
        });
    }

    /** Records how it was proved who asks, and by what right. */
    public Outcome<UUID> prove(Actor actor, UUID request, String proof, @Nullable LocalDate on, int seen, Instant now) {
        return after(actor, request, RequestCommand.PROVE, now, (found, _) -> {
            List<Reason> faults = new ArrayList<>();
            Disposals.fault("proof", proof)
                    .ifPresent(_ -> faults.add(Reason.about("proof", "records.request.needs-proof")));
            if (on == null || on.isAfter(UnitedKingdom.day(now)) || on.isBefore(found.receivedOn())) {
                faults.add(Reason.about("proved", "records.request.needs-proved"));
            }
            return faults.isEmpty() && on != null
                    ? done(store.proved(actor, request, proof.strip(), on, seen), request)
                    : Outcome.refused(faults);
        });
    }

    /** Takes the further time that the law allows. Only within the first month, as whoever asked has to be told in it. */
    public Outcome<UUID> extend(Actor actor, UUID request, String because, int seen, Instant now) {
        return after(actor, request, RequestCommand.EXTEND, now, (found, _) -> {
            Optional<Reason> fault = Disposals.fault("because", because);
            if (fault.isPresent()) {
                return Outcome.refused(fault.get());
            }
            if (found.extendedOn() != null) {
                return Outcome.refused(Reason.of("records.request.extended-already", "SHR-8"));
            }
            if (now.isAfter(found.firstDue(calendar(actor)))) {
                return Outcome.refused(Reason.of("records.request.too-late-to-extend", "SHR-8"));
            }
            return done(store.extended(actor, request, because.strip(), UnitedKingdom.day(now), seen), request);
        });
    }

    /** Gathers everything that is held. What was gathered before is left aside, with what was settled about it. */
    public Outcome<UUID> gather(Actor actor, UUID request, int seen, Instant now) {
        return after(
                actor,
                request,
                RequestCommand.GATHER,
                now,
                (found, _) -> done(
                        store.gathered(
                                actor,
                                request,
                                found.gathering() + 1,
                                gathering.of(actor, found.caseId(), now),
                                seen,
                                now),
                        request));
    }

    /** Settles about parts: given, cut or withheld, each with its ground. Those without a choice stay as they are. */
    public Outcome<UUID> check(Actor actor, UUID request, int gathered, List<Part.Settled> settled, Instant now) {
        return after(actor, request, RequestCommand.CHECK, now, (found, _) -> {
            if (found.gathering() != gathered) {
                return Outcome.refused(Reason.of("records.changed-meanwhile", ""));
            }
            List<Reason> faults = settled.stream()
                    .filter(it -> !it.stands())
                    .map(it -> Reason.about("verdict-" + it.seq(), "records.part.needs-ground"))
                    .toList();
            if (!faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            store.settle(
                    actor,
                    request,
                    gathered,
                    settled.stream().filter(it -> it.verdict() != null).toList(),
                    now);
            return Outcome.done(request);
        });
    }

    /** Releases what may be given, once a person has settled about every part. */
    public Outcome<UUID> release(Actor actor, UUID request, int seen, Instant now) {
        return after(actor, request, RequestCommand.RELEASE, now, (found, to) -> {
            List<Part> parts = store.parts(actor.partnership(), request, found.gathering());
            long unchecked =
                    parts.stream().filter(part -> part.verdict() == null).count();
            if (unchecked > 0) {
                return Outcome.refused(Reason.of("records.request.unchecked", "SHR-8", Long.toString(unchecked)));
            }
            String sha256 = Given.fingerprint(pdf(actor, found, parts, now));
            if (!store.settled(actor, request, to, null, "", sha256, seen, now)) {
                return Outcome.refused(Reason.of("records.changed-meanwhile", ""));
            }
            ledger.record(
                    actor,
                    now,
                    new RecordsEvent.SubjectAccessReleased(
                            found.caseId().value(),
                            request,
                            parts.size(),
                            (int) parts.stream()
                                    .filter(it -> it.verdict() != Verdict.GIVEN)
                                    .count(),
                            given(found, sha256)));
            return Outcome.done(request);
        });
    }

    /** Answers a request that something be put right: what was corrected and where. What was said stays beside it. */
    public Outcome<UUID> answer(Actor actor, UUID request, String answer, int seen, Instant now) {
        return settle(actor, request, RequestCommand.ANSWER, null, answer, seen, now);
    }

    /** Refuses a request, with what is said to whoever asked. */
    public Outcome<UUID> refuse(
            Actor actor, UUID request, @Nullable RefusalReason why, String answer, int seen, Instant now) {
        return why == null
                ? after(
                        actor,
                        request,
                        RequestCommand.REFUSE,
                        now,
                        (_, _) -> Outcome.refused(Reason.about("refusal", "records.request.needs-refusal")))
                : settle(actor, request, RequestCommand.REFUSE, why, answer, seen, now);
    }

    /** Whoever asked no longer does. */
    public Outcome<UUID> withdraw(Actor actor, UUID request, String because, int seen, Instant now) {
        return settle(actor, request, RequestCommand.WITHDRAW, null, because, seen, now);
    }

    private Outcome<UUID> settle(
            Actor actor,
            UUID request,
            RequestCommand command,
            @Nullable RefusalReason why,
            String answer,
            int seen,
            Instant now) {
        return after(actor, request, command, now, (_, to) -> {
            Optional<Reason> fault = Disposals.fault("answer", answer);
            return fault.isPresent()
                    ? Outcome.refused(fault.get())
                    : done(store.settled(actor, request, to, why, answer.strip(), null, seen, now), request);
        });
    }

    /** What was released as a paper. */
    public Outcome<Taken> paper(Actor actor, UUID request, Instant now) {
        return take(
                actor,
                request,
                now,
                (found, parts) ->
                        new Taken("records.pdf", "application/pdf", pdf(actor, found, parts, released(found))));
    }

    /** What was released as a folder: the paper, the same in machine-readable form, and the files that may be given. */
    public Outcome<Taken> folder(Actor actor, UUID request, Instant now) {
        return take(
                actor,
                request,
                now,
                (found, parts) -> new Taken("records.zip", "application/zip", zip(actor, found, parts)));
    }

    private Outcome<Taken> take(
            Actor actor,
            UUID request,
            Instant now,
            java.util.function.BiFunction<SubjectRequest, List<Part>, Taken> form) {
        return with(actor, request, now, found -> {
            ledger.record(
                    actor,
                    now,
                    new RecordsEvent.SubjectRequestSeen(found.caseId().value(), request));
            if (found.state() != RequestState.RELEASED) {
                return Outcome.refused(Reason.of("records.request.not-released", "SHR-8"));
            }
            Taken taken = form.apply(found, store.parts(actor.partnership(), request, found.gathering()));
            ledger.record(
                    actor,
                    now,
                    new RecordsEvent.SubjectAccessTaken(
                            found.caseId().value(),
                            request,
                            taken.name(),
                            given(found, Given.fingerprint(taken.content()))));
            return Outcome.done(taken);
        });
    }

    private static Instant released(SubjectRequest request) {
        Instant at = request.settledAt();
        if (at == null) {
            throw new IllegalStateException("not released");
        }
        return at;
    }

    private static Given given(SubjectRequest request, String sha256) {
        return new Given(
                request.capacity().recipient(), null, Purpose.SUBJECT_ACCESS, LawfulBasis.LEGAL_OBLIGATION, sha256);
    }

    private byte[] pdf(Actor actor, SubjectRequest request, List<Part> parts, Instant at) {
        return documents.pdf(paper.of(
                request,
                name(actor, request.caseId(), at),
                partnerships.partnership(actor).name(),
                parts,
                UnitedKingdom.day(at)));
    }

    private byte[] zip(Actor actor, SubjectRequest request, List<Part> parts) {
        Instant at = released(request);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, "records.pdf", pdf(actor, request, parts, at), at);
            entry(zip, "records.json", machineReadable(request, parts).getBytes(StandardCharsets.UTF_8), at);
            for (Part part : parts) {
                String file = part.facts().get("file");
                if (file != null && part.holding().equals("casework.attachment") && part.verdict() == Verdict.GIVEN) {
                    Optional<byte[]> content = attachments.content(actor, request.caseId(), UUID.fromString(file));
                    if (content.isPresent()) {
                        entry(
                                zip,
                                "files/" + (part.seq() + 1) + " "
                                        + part.facts()
                                                .getOrDefault("name", "file")
                                                .replaceAll("[^\\p{L}\\p{N} ._-]", "_"),
                                content.get(),
                                at);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content, Instant at) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // the same folder always has the same bytes
        entry.setTimeLocal(LocalDateTime.ofInstant(at, UnitedKingdom.ZONE));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private String machineReadable(SubjectRequest request, List<Part> parts) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("received", request.receivedOn().toString());
        whole.put("released", UnitedKingdom.day(released(request)).toString());
        List<Map<String, Object>> told = new ArrayList<>();
        for (Part part : parts) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("held", part.holding());
            if (part.verdict() == Verdict.WITHHELD || part.verdict() == Verdict.CUT) {
                one.put(part.verdict() == Verdict.CUT ? "cut" : "withheld", String.valueOf(part.reason()));
            }
            one.put("facts", part.given());
            told.add(one);
        }
        whole.put("parts", told);
        return json.writeValueAsString(whole);
    }

    private Seen seen(Actor actor, SubjectRequest request, Instant now) {
        return new Seen(
                request,
                name(actor, request.caseId(), now),
                request.due(calendar(actor)),
                store.parts(actor.partnership(), request.id(), request.gathering()),
                RequestLife.available(request.kind(), request.state()));
    }

    private String name(Actor actor, CaseId caseId, Instant now) {
        return people.child(actor, cases.childOf(actor, caseId), now).displayName();
    }

    private WorkingCalendar calendar(Actor actor) {
        return WorkingCalendar.of(partnerships.profile(actor.partnership()).nation());
    }

    private static Outcome<UUID> done(boolean written, UUID request) {
        return written ? Outcome.done(request) : Outcome.refused(Reason.of("records.changed-meanwhile", ""));
    }

    /** Does something about a request where its life allows it, and says so on the ledger. */
    private Outcome<UUID> after(
            Actor actor,
            UUID request,
            RequestCommand command,
            Instant now,
            java.util.function.BiFunction<SubjectRequest, RequestState, Outcome<UUID>> work) {
        return with(
                actor,
                request,
                now,
                found -> RequestLife.ask(found.kind(), found.state(), command)
                        .then(to -> work.apply(found, to).map(id -> {
                            ledger.record(
                                    actor,
                                    now,
                                    new RecordsEvent.SubjectRequestMoved(
                                            found.caseId().value(), request, command, to));
                            return id;
                        })));
    }

    private <T> Outcome<T> with(Actor actor, UUID request, Instant now, Function<SubjectRequest, Outcome<T>> work) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.KEEP_RECORDS, now)
                        .then(_ -> store.request(actor.partnership(), request)
                                .<Outcome<T>>map(
                                        found -> sharing.ask(actor, Permission.KEEP_RECORDS, found.caseId(), now)
                                                .then(_ -> work.apply(found)))
                                .orElseGet(() -> Outcome.refused(Sharing.NOT_FOUND))));
    }
}
