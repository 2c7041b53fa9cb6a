package org.holdfast.referrals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.casework.AttachmentName;
import org.holdfast.casework.Attachments;
import org.holdfast.casework.Cases;
import org.holdfast.law.LawBook;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.DraftFile;
import org.holdfast.pages.Drafts;
import org.holdfast.pages.Form;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Profile;
import org.holdfast.partnership.Route;
import org.holdfast.people.Candidate;
import org.holdfast.people.ChildId;
import org.holdfast.people.People;
import org.holdfast.referrals.ReferralLife.Standing;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to referrals that are written here, by a first responder or the co-ordinator (REF-1 to REF-5, NRM-24): begun, written page by
 * page with nothing lost, checked, compared with children known already, and handed in. A draft is its writer's alone.
 */
@Component
public final class HandwrittenReferrals {

    /** The field of the Home Office form that asks for files, and the one beside it that says what they are. */
    public static final String FILES = "upload-file";

    private static final String WHAT_THEY_ARE = "what-evidence-you-will-submit";
    private static final int LONGEST_ABOUT = 200;
    private static final Reason NOT_YOURS = Sharing.NOT_FOUND;

    private final Ledger ledger;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final People people;
    private final Cases cases;
    private final Drafts drafts;
    private final Attachments attachments;
    private final ScreeningStore store;
    private final Consequences consequences;
    private final Supplier<UUID> ids;

    HandwrittenReferrals(
            Ledger ledger,
            Sharing sharing,
            Partnerships partnerships,
            People people,
            Cases cases,
            Drafts drafts,
            Attachments attachments,
            ScreeningStore store,
            Consequences consequences,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.people = people;
        this.cases = cases;
        this.drafts = drafts;
        this.attachments = attachments;
        this.store = store;
        this.consequences = consequences;
        this.ids = ids;
    }

    /**
     * A referral that its writer has not handed in.
     *
     * @param name of the child as far as it was written; may be empty
     */
    public record Draft(ReferralId id, String reference, String name, Instant begunAt) {}

    /**
     * Where a draft stands before it is handed in.
     *
     * @param command what handing it in means under this profile: submit, or ask to submit
     * @param obstacles what has to be put right first
     * @param findings what is missing or weak, and stops nothing (REF-3)
     * @param scope who is going to decide, as far as can be said today (NRM-20)
     * @param alike children known already who may be the same (REF-4)
     */
    public record Ready(
            HandwrittenForm form,
            ReferralCommand command,
            List<Reason> obstacles,
            List<Finding> findings,
            Scope scope,
            List<Alike> alike) {}

    /** The key under which the pages keep what is typed into a draft. */
    public static String draftKey(ReferralId id) {
        return "referral-" + id.value();
    }

    /** Begins a referral. */
    public Outcome<ReferralId> begin(Actor actor, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.MAKE_REFERRAL, now).map(granted -> {
                    ReferralId id = new ReferralId(ids.get());
                    store.begin(actor, id, ids.get(), now);
                    ledger.record(actor, now, new ScreeningEvent.ReferralBegun(id.value()));
                    return id;
                }));
    }

    /** What this writer has begun and not handed in, the newest first. */
    public Outcome<List<Draft>> drafts(Actor actor, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.MAKE_REFERRAL, now)
                        .map(granted -> begun(actor, store.drafts(actor))));
    }

    /** What drafts of the actor are about, as far as they are written. */
    List<Draft> begun(Actor actor, List<ScreeningStore.Row> written) {
        Map<String, Map<String, List<String>>> typed =
                drafts.of(actor, written.stream().map(row -> draftKey(row.id())).toList());
        return written.stream()
                .map(row -> draft(row, typed.getOrDefault(draftKey(row.id()), Map.of())))
                .toList();
    }

    private static Draft draft(ScreeningStore.Row row, Map<String, List<String>> typed) {
        Map<String, String> answers = HandwrittenForm.of(Form.of(typed)).answers();
        String name = (answers.getOrDefault("pv-name-first-name", "") + " "
                        + answers.getOrDefault("pv-name-last-name", ""))
                .strip();
        return new Draft(row.id(), answers.getOrDefault("reference", ""), name, row.receivedAt());
    }

    /** The draft as far as it is written. */
    public Outcome<HandwrittenForm> read(Actor actor, ReferralId id, Instant now) {
        return ledger.within(
                actor,
                () -> own(actor, id, now).map(row -> {
                    ledger.record(actor, now, new ScreeningEvent.ReferralLooked(null, id.value()));
                    return form(actor, id);
                }));
    }

    /** Keeps the fields of a page exactly as typed, and answers the draft with them. Nothing typed is refused for what it says. */
    public Outcome<HandwrittenForm> write(Actor actor, ReferralId id, Map<String, List<String>> typed, Instant now) {
        return ledger.within(
                actor,
                () -> own(actor, id, now)
                        .then(row -> drafts.saveAll(actor, draftKey(id), typed, "", now, now))
                        .map(saved -> form(actor, id)));
    }

    /** A file of a draft to hand out. The array is the caller's own. */
    public record OpenedFile(DraftFile file, byte[] content) {}

    /** The files of a draft, in the order in which they were added. */
    public Outcome<List<DraftFile>> files(Actor actor, ReferralId id, Instant now) {
        return ledger.within(
                actor,
                () -> own(actor, id, now).map(row -> {
                    ledger.record(actor, now, new ScreeningEvent.ReferralLooked(null, id.value()));
                    return drafts.files(actor, draftKey(id));
                }));
    }

    /**
     * Adds a file to a draft, of the kinds and within the limits of the Home Office's form. It comes into the case when the referral is
     * handed in, and goes when the draft is thrown away.
     *
     * @param name as the writer's machine has it
     */
    public Outcome<DraftFile> addFile(Actor actor, ReferralId id, String name, byte[] content, Instant now) {
        return ledger.within(
                actor,
                () -> own(actor, id, now)
                        .then(row -> Attachments.taken(content))
                        .then(kind -> {
                            if (drafts.files(actor, draftKey(id)).size() >= Attachments.MOST) {
                                return Outcome.refused(Reason.about(
                                        "file", "casework.file.too-many", Integer.toString(Attachments.MOST)));
                            }
                            return drafts.keep(
                                            actor,
                                            draftKey(id),
                                            FILES,
                                            ids.get(),
                                            AttachmentName.of(name, kind),
                                            kind.mediaType(),
                                            content,
                                            now)
                                    .map(Outcome::done)
                                    .orElseGet(
                                            () -> Outcome.refused(Reason.about("file", "casework.file.already-there")));
                        })
                        .map(file -> {
                            ledger.record(
                                    actor,
                                    now,
                                    new ScreeningEvent.ReferralFileAdded(
                                            id.value(), file.id(), file.bytes(), file.sha256()));
                            return file;
                        }));
    }

    /** Hands a file of a draft out to its writer. */
    public Outcome<OpenedFile> openFile(Actor actor, ReferralId id, UUID file, Instant now) {
        return ledger.within(
                actor,
                () -> own(actor, id, now)
                        .then(row -> drafts.files(actor, draftKey(id)).stream()
                                .filter(one -> one.id().equals(file))
                                .findFirst()
                                .map(one -> {
                                    ledger.record(actor, now, new ScreeningEvent.ReferralFileOpened(id.value(), file));
                                    return Outcome.done(new OpenedFile(one, drafts.content(actor, draftKey(id), one)));
                                })
                                .orElseGet(() -> Outcome.refused(NOT_YOURS))));
    }

    /** Takes a file out of a draft. */
    public Outcome<UUID> removeFile(Actor actor, ReferralId id, UUID file, Instant now) {
        return ledger.within(
                actor,
                () -> own(actor, id, now).then(row -> {
                    if (!drafts.remove(actor, draftKey(id), FILES, file, now)) {
                        return Outcome.refused(NOT_YOURS);
                    }
                    ledger.record(actor, now, new ScreeningEvent.ReferralFileRemoved(id.value(), file));
                    return Outcome.done(file);
                }));
    }

    /** Throws a draft away. */
    public Outcome<ReferralId> discard(Actor actor, ReferralId id, Instant now) {
        return ledger.within(
                actor,
                () -> own(actor, id, now)
                        .then(row -> ReferralLife.after(row.state(), ReferralCommand.DISCARD, standing(actor))
                                .map(next -> {
                                    take(actor, row, ReferralCommand.DISCARD, next, now);
                                    drafts.discard(actor, draftKey(id));
                                    return id;
                                })));
    }

    /** What stands in the way, what is weak, who decides, and who may be the same child. */
    public Outcome<Ready> ready(Actor actor, ReferralId id, Instant now) {
        return ledger.within(
                actor,
                () -> own(actor, id, now).map(row -> {
                    ledger.record(actor, now, new ScreeningEvent.ReferralLooked(null, id.value()));
                    HandwrittenForm form = form(actor, id);
                    LocalDate today = UnitedKingdom.day(now);
                    return new Ready(
                            form,
                            handingIn(actor),
                            form.obstacles(today),
                            form.findings(),
                            scope(actor, form, today),
                            alike(actor, form, now));
                }));
    }

    /**
     * Hands a referral in, to be sent to the competent authority or, where the profile screens, to be approved first. Its child is the one
     * said to be the same, or a child not known before; the case is opened with it.
     *
     * @param answers about every child who may be the same and whom the writer may see
     */
    public Outcome<ReferralId> handIn(Actor actor, ReferralId id, Map<ChildId, SameChild> answers, Instant now) {
        return ledger.within(
                actor,
                () -> own(actor, id, now).then(row -> {
                    LocalDate today = UnitedKingdom.day(now);
                    HandwrittenForm form = form(actor, id);
                    List<Reason> obstacles = form.obstacles(today);
                    if (!obstacles.isEmpty()) {
                        return Outcome.refused(obstacles);
                    }
                    List<Alike> alike = alike(actor, form, now);
                    ReferralCommand command = handingIn(actor);
                    return ReferralLife.after(row.state(), command, standing(actor))
                            .then(next -> SameChild.judge(children(alike), heard(alike, answers))
                                    .map(judged ->
                                            handIn(actor, row, form, command, next, children(alike), judged, now)));
                }));
    }

    private static List<ChildId> children(List<Alike> alike) {
        return alike.stream().map(other -> other.candidate().child()).toList();
    }

    /** Of a child whom the writer may not see nobody asks them; whether it is the same the co-ordinator says. */
    private static Map<ChildId, SameChild> heard(List<Alike> alike, Map<ChildId, SameChild> answers) {
        Map<ChildId, SameChild> heard = new HashMap<>(answers);
        alike.stream()
                .filter(other -> !other.shown())
                .forEach(other -> heard.put(other.candidate().child(), SameChild.LEFT_TO_THE_COORDINATOR));
        return heard;
    }

    private ReferralId handIn(
            Actor actor,
            ScreeningStore.Row row,
            HandwrittenForm form,
            ReferralCommand command,
            ReferralState next,
            List<ChildId> alike,
            Map<ChildId, SameChild> answers,
            Instant now) {
        LocalDate today = UnitedKingdom.day(now);
        List<DraftFile> files = drafts.files(actor, draftKey(row.id()));
        HomeOfficePayload payload = form.payload(row.externalId()).withFiles(files);
        ChildId known = SameChild.same(answers);
        ChildId child = known != null
                ? known
                : people.create(actor, ReferredChild.of(payload, today).asNew(), now);
        CaseId caseId = cases.open(actor, child, now);
        sharing.involve(actor, caseId, Involvement.of(new MemberId(actor.member()), Basis.REFERRER, now), now);

        store.about(actor.partnership(), row.id(), child, caseId);
        store.handedIn(actor, row.id(), form.courtDates(), payload, now);
        store.facts(actor.partnership(), row.id(), form.ageDisputed(), form.publicOrderDisqualification());
        store.scope(actor.partnership(), row.id(), scope(actor, form, today));
        alike.forEach(other -> compare(actor, row.id(), child, other, answers.get(other), now));

        take(actor, row, command, next, now);
        record(actor, row.id(), caseId, next, form, today, now);
        consequences.cameIn(actor, caseId, now, now);
        // one at a time: together they can be larger than the memory
        files.forEach(file -> attachments.handedIn(
                actor, caseId, file.name(), drafts.content(actor, draftKey(row.id()), file), about(form, file), now));
        drafts.discard(actor, draftKey(row.id()));
        ledger.record(
                actor,
                now,
                new ScreeningEvent.ReferralHandedIn(
                        caseId.value(),
                        row.id().value(),
                        child.value(),
                        known != null,
                        form.findings().stream().map(Finding::code).toList()));
        return row.id();
    }

    /** What a file is, as the form asks it for all of them together; the whole of it stands in the referral. */
    private static String about(HandwrittenForm form, DraftFile file) {
        String said = form.answers().getOrDefault(WHAT_THEY_ARE, file.name()).replaceAll("\\s+", " ");
        return said.codePointCount(0, said.length()) <= LONGEST_ABOUT
                ? said
                : said.substring(0, said.offsetByCodePoints(0, LONGEST_ABOUT - 1)) + "…";
    }

    private void compare(
            Actor actor, ReferralId id, ChildId child, ChildId other, @Nullable SameChild answer, Instant now) {
        if (answer == null || child.equals(other)) {
            return;
        }
        switch (answer.verdict()) {
            case SAME -> {}
            case NOT_THE_SAME -> {
                people.notTheSame(actor, child, other, answer.reason(), now).orThrow();
                store.compared(actor, id, other, false, answer.reason(), now);
            }
            case CANNOT_TELL -> store.alike(actor.partnership(), id, other, now);
        }
    }

    /** The answers at the gate become steps of the referral, so that they can be added to later. */
    private void record(
            Actor actor,
            ReferralId id,
            CaseId caseId,
            ReferralState state,
            HandwrittenForm form,
            LocalDate today,
            Instant now) {
        Safeguarding safe = form.safeguarding(today).orThrow();
        ChildTold told = form.childTold().orThrow();
        List.of(
                        StepTaken.now(actor, ReferralCommand.RECORD_SAFEGUARDING, state, state, now)
                                .on(safe.on())
                                .choosing(safe.answer().code(), safe.account()),
                        StepTaken.now(actor, ReferralCommand.RECORD_CHILD_TOLD, state, state, now)
                                .choosing(told.answer().code(), told.account()))
                .forEach(step -> {
                    store.add(actor, id, step);
                    ledger.record(actor, now, ScreeningEvent.ReferralStepTaken.of(caseId, id, step));
                });
    }

    private void take(Actor actor, ScreeningStore.Row row, ReferralCommand command, ReferralState next, Instant now) {
        store.move(actor.partnership(), row, next);
        StepTaken step = StepTaken.now(actor, command, row.state(), next, now);
        store.add(actor, row.id(), step);
        ledger.record(actor, now, ScreeningEvent.ReferralStepTaken.of(null, row.id(), step));
    }

    /** The draft, held for this transaction, if it is the actor's own. */
    private Outcome<ScreeningStore.Row> own(Actor actor, ReferralId id, Instant now) {
        return sharing.ask(actor, Permission.MAKE_REFERRAL, now)
                .then(granted -> store.lock(actor.partnership(), id)
                        .filter(row -> row.writer().equals(actor.member()))
                        .map(row -> row.state() == ReferralState.DRAFT
                                ? Outcome.done(row)
                                : Outcome.<ScreeningStore.Row>refused(Reason.of(
                                        "referrals.life.not-while."
                                                + row.state().code(),
                                        "REF-5")))
                        .orElseGet(() -> sharing.refuse(actor, Permission.MAKE_REFERRAL, null, now)));
    }

    private HandwrittenForm form(Actor actor, ReferralId id) {
        return HandwrittenForm.of(Form.of(drafts.of(actor, draftKey(id))));
    }

    private List<Alike> alike(Actor actor, HandwrittenForm form, Instant now) {
        HomeOfficePayload payload = form.payload(new UUID(0, 0));
        List<Candidate> candidates = people.candidates(
                actor, ReferredChild.of(payload, UnitedKingdom.day(now)).description(), now);
        Map<ChildId, CaseId> theirCases =
                cases.casesOf(actor, candidates.stream().map(Candidate::child).toList());
        var visible = sharing.visible(actor, Permission.SEE_CASE, theirCases.values(), now);
        return candidates.stream()
                .map(candidate -> new Alike(
                        candidate,
                        Optional.ofNullable(theirCases.get(candidate.child()))
                                .filter(visible::contains)
                                .isPresent()))
                .toList();
    }

    private Scope scope(Actor actor, HandwrittenForm form, LocalDate today) {
        String birth = form.answer("pv-dob");
        return Scope.of(
                new Scope.Facts(
                        saidToBe(form),
                        birth == null ? Scope.Birth.UNKNOWN : Scope.Birth.on(LocalDate.parse(birth)),
                        today,
                        form.ageDisputed(),
                        form.publicOrderDisqualification(),
                        profile(actor).route() == Route.LOCAL),
                LawBook.LOCAL_SCOPE.on(today));
    }

    private static Scope.SaidToBe saidToBe(HandwrittenForm form) {
        return switch (form.answers().getOrDefault("pv-under-age", "")) {
            case "no" ->
                "yes".equals(form.answer("pv-under-age-at-time-of-exploitation"))
                        ? Scope.SaidToBe.ADULT_EXPLOITED_AS_CHILD
                        : Scope.SaidToBe.ADULT;
            case "yes" -> Scope.SaidToBe.CHILD;
            default -> Scope.SaidToBe.NOT_SURE;
        };
    }

    private ReferralCommand handingIn(Actor actor) {
        return profile(actor).screens() ? ReferralCommand.ASK_TO_SUBMIT : ReferralCommand.SUBMIT;
    }

    private Standing standing(Actor actor) {
        return new Standing(
                true,
                sharing.may(actor, Permission.HANDLE_REFERRAL),
                profile(actor).screens());
    }

    private Profile profile(Actor actor) {
        return partnerships.profile(actor.partnership());
    }
}
