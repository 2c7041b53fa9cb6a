package org.holdfast.letters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.casework.Capacity;
import org.holdfast.casework.Cases;
import org.holdfast.casework.Chronologies;
import org.holdfast.casework.Circles;
import org.holdfast.casework.EntryDraft;
import org.holdfast.casework.Lane;
import org.holdfast.casework.Party;
import org.holdfast.casework.UncertainDay;
import org.holdfast.casework.Voices;
import org.holdfast.decisions.DecisionId;
import org.holdfast.decisions.IssuedDecisions;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.Language;
import org.holdfast.pages.Texts;
import org.holdfast.pages.Tongue;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.Partnerships;
import org.holdfast.people.Child;
import org.holdfast.people.ChildId;
import org.holdfast.people.ChildName;
import org.holdfast.people.Communication;
import org.holdfast.people.Identifier;
import org.holdfast.people.IdentifierSystem;
import org.holdfast.people.People;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Given;
import org.holdfast.sharing.LawfulBasis;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Purpose;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to letters: begin, write, check, release, explain (NRM-12, GRD-4). */
@Component
public final class Letters {

    private final Ledger ledger;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final People people;
    private final Cases cases;
    private final Circles circles;
    private final Voices voices;
    private final Chronologies chronologies;
    private final IssuedDecisions decisions;
    private final Frames frames;
    private final Texts texts;
    private final LetterStore store;
    private final Supplier<UUID> ids;

    Letters(
            Ledger ledger,
            Sharing sharing,
            Partnerships partnerships,
            People people,
            Cases cases,
            Circles circles,
            Voices voices,
            Chronologies chronologies,
            IssuedDecisions decisions,
            Frames frames,
            Texts texts,
            LetterStore store,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.people = people;
        this.cases = cases;
        this.circles = circles;
        this.voices = voices;
        this.chronologies = chronologies;
        this.decisions = decisions;
        this.frames = frames;
        this.texts = texts;
        this.store = store;
        this.ids = ids;
    }

    /**
     * The letters about one child.
     *
     * @param suggested the language to begin one in
     * @param factsVersion of what is known of the child, for recording the language
     */
    public record OfCase(
            CaseId caseId,
            String child,
            List<Letter> letters,
            List<IssuedDecisions.Issued> decisions,
            LetterLanguage suggested,
            Communication communication,
            int factsVersion,
            boolean mayWrite) {
        public OfCase {
            letters = List.copyOf(letters);
            decisions = List.copyOf(decisions);
        }
    }

    /**
     * A letter as it stands, with everything that has to be looked at before it goes.
     *
     * @param reference to give when asking about it
     * @param contactRule how the child can be reached safely, in words; empty where nobody said
     * @param sheets as they read now; once released, as they went
     * @param reading of the English sheet
     * @param aim the age at which the partnership wants letters to children to be read easily
     * @param ownReading of what was written for this person only
     * @param names of other people in what was written
     * @param sendable what keeps it from going in the way chosen, as far as the child's safety is concerned
     */
    public record Reading(
            Letter letter,
            String child,
            String reference,
            String contactRule,
            List<Sheet> sheets,
            ReadingAge reading,
            int aim,
            ReadingAge ownReading,
            List<OtherPeople.Found> names,
            List<Reason> sendable,
            Set<LetterCommand> available,
            boolean whole) {
        public Reading {
            sheets = List.copyOf(sheets);
            names = List.copyOf(names);
            sendable = List.copyOf(sendable);
            available = Set.copyOf(available);
        }
    }

    /** The letters of a case, and what one could be begun about. */
    public Outcome<OfCase> of(Actor actor, CaseId id, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.SEE_LETTERS, id, now).map(_ -> {
                    ledger.record(actor, now, new LetterEvent.LettersSeen(id.value()));
                    Child child = child(actor, id, now);
                    Communication talk = child.facts().communication();
                    return new OfCase(
                            id,
                            child.displayName(),
                            store.ofCase(actor.partnership(), id),
                            decisions.of(actor, id),
                            LetterLanguage.of(talk, profileLanguages(actor)),
                            talk,
                            child.version(),
                            sharing.may(actor, Permission.WRITE_LETTER));
                }));
    }

    /** Records in which language the child wants letters: asked, recorded, used from then on. */
    public Outcome<CaseId> wants(
            Actor actor, CaseId id, @Nullable Tongue tongue, String because, int seen, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.WRITE_LETTER, id, now).then(_ -> {
                    if (tongue == null) {
                        return Outcome.refused(Reason.about("tongue", "letters.fault.tongue"));
                    }
                    ChildId childId = cases.childOf(actor, id);
                    Child child = people.child(actor, childId, now);
                    Communication talk = child.facts().communication();
                    Communication asked = new Communication(
                            talk.languages().isEmpty() ? List.of(tongue.code()) : talk.languages(),
                            talk.interpreter(),
                            talk.help(),
                            tongue.code());
                    return people.correct(actor, childId, seen, child.facts().with(asked), because, now)
                            .map(_ -> {
                                ledger.record(
                                        actor, now, new LetterEvent.LetterLanguageRecorded(id.value(), tongue.code()));
                                return id;
                            });
                }));
    }

    /**
     * Begins a letter.
     *
     * @param decision what it tells of; null for a letter that says that nothing is decided yet
     */
    public Outcome<LetterId> begin(
            Actor actor,
            CaseId id,
            @Nullable LetterKind kind,
            @Nullable DecisionId decision,
            @Nullable Tongue tongue,
            Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.WRITE_LETTER, id, now).then(_ -> {
                    List<Reason> faults = new ArrayList<>();
                    Optional<IssuedDecisions.Issued> told = decisions.of(actor, id).stream()
                            .filter(one -> one.id().equals(decision))
                            .findFirst();
                    if (kind == null) {
                        faults.add(Reason.about("kind", "letters.fault.kind"));
                    }
                    if (decision != null && told.isEmpty()) {
                        faults.add(Reason.about("decision", "letters.fault.decision"));
                    }
                    if (tongue == null || (kind != null && !frames.tongues(kind).contains(tongue))) {
                        faults.add(Reason.about("tongue", "letters.fault.tongue"));
                    }
                    if (!faults.isEmpty() || kind == null || tongue == null) {
                        return Outcome.refused(faults);
                    }
                    cases.hold(actor, id);
                    Optional<Letter> begun = store.ofCase(actor.partnership(), id).stream()
                            .filter(it -> it.state() == LetterState.DRAFTED
                                    && it.version() == 1
                                    && it.kind() == kind
                                    && it.tongue() == tongue
                                    && Objects.equals(it.decision(), decision)
                                    && it.startedBy().equals(actor.member()))
                            .findFirst();
                    if (begun.isPresent()) {
                        // the button was pressed twice: nobody needs two letters in which nothing is written
                        return Outcome.done(begun.get().id());
                    }
                    Letter letter = new Letter(
                            new LetterId(ids.get()),
                            id,
                            decision,
                            told.map(IssuedDecisions.Issued::on).orElse(UnitedKingdom.day(now)),
                            kind,
                            told.map(IssuedDecisions.Issued::determination)
                                    .map(Frame::of)
                                    .orElse(Frame.STILL_DECIDING),
                            tongue,
                            LetterState.DRAFTED,
                            first(actor, id, kind, tongue, now),
                            null,
                            null,
                            List.of(),
                            now,
                            actor.member(),
                            actor.name(),
                            1);
                    store.add(actor.partnership(), letter);
                    ledger.record(
                            actor,
                            now,
                            new LetterEvent.LetterStarted(
                                    id.value(), letter.id().value(), kind, letter.frame(), tongue.tag()));
                    return Outcome.done(letter.id());
                }));
    }

    /** What is known already stands in the draft. */
    private LetterDraft first(Actor actor, CaseId id, LetterKind kind, Tongue tongue, Instant now) {
        Circles.Circle circle = circles.circle(actor, id);
        ChildName name = child(actor, id, now).facts().name();
        String given = name.given();
        Member lead = circle.lead();
        String recipient = switch (kind) {
            case TO_CHILD -> given == null ? name.asKnown() : given;
            case TO_PARENT_OR_CARER -> carers(actor, id).stream().findFirst().orElse("");
            case TO_SOCIAL_WORKER -> lead == null ? "" : lead.name();
            case TO_LEGAL_REPRESENTATIVE ->
                circle.parties().stream()
                        .filter(party -> party.capacity() == Capacity.LEGAL_REPRESENTATIVE && party.until() == null)
                        .map(Party::name)
                        .findFirst()
                        .orElse("");
        };
        String helper = kind.explained() && lead != null ? lead.name() : actor.name();
        return new LetterDraft(
                recipient,
                helper,
                "",
                "",
                "",
                tongue == Tongue.ENGLISH ? Translation.ORIGINAL : new Translation(Translation.Status.HUMAN, "", null),
                frames.translation(kind, tongue),
                kind.explained() ? Way.HANDED_OVER : Way.SECURE_MAIL);
    }

    /** A letter, for somebody who looks at it. */
    public Outcome<Reading> read(Actor actor, LetterId id, Instant now) {
        return ask(actor, Permission.SEE_LETTERS, id, now, letter -> {
            ledger.record(actor, now, new LetterEvent.LetterSeen(letter.caseId().value(), id.value()));
            return Outcome.done(reading(actor, letter, letter.draft(), now));
        });
    }

    /** A letter as it would read with other words, none of which are kept: for looking at the reading age while writing. */
    public Outcome<Reading> tried(Actor actor, LetterId id, LetterDraft draft, Instant now) {
        return ask(actor, Permission.WRITE_LETTER, id, now, letter -> Outcome.done(reading(actor, letter, draft, now)));
    }

    /** A sealed letter to be taken out of the program as a file; goes on the ledger as taken. */
    public Outcome<Reading> take(Actor actor, LetterId id, String form, Instant now) {
        return ask(actor, Permission.SEE_LETTERS, id, now, letter -> {
            Letter.Released released = letter.released();
            ledger.record(
                    actor,
                    now,
                    new LetterEvent.LetterTaken(
                            letter.caseId().value(),
                            id.value(),
                            form,
                            Given.toReader(Purpose.TELLING_THE_CHILD, released == null ? null : released.seal())));
            return Outcome.done(reading(actor, letter, letter.draft(), now));
        });
    }

    /** Writes a letter. */
    public Outcome<LetterId> write(Actor actor, LetterId id, LetterDraft draft, int seen, Instant now) {
        return command(actor, id, LetterCommand.WRITE, now, letter -> {
            List<Reason> faults = draft.tooLong();
            if (!faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            LetterDraft kept = letter.tongue() == Tongue.ENGLISH
                    ? new LetterDraft(
                            draft.recipient(),
                            draft.helper(),
                            draft.contact(),
                            draft.about(),
                            "",
                            Translation.ORIGINAL,
                            Translation.ORIGINAL,
                            draft.way())
                    : draft;
            if (!store.write(actor.partnership(), id, kept, seen)) {
                return Outcome.refused(Reason.of("letters.changed-meanwhile", ""));
            }
            ledger.record(
                    actor, now, new LetterEvent.LetterWritten(letter.caseId().value(), id.value()));
            return Outcome.done(id);
        });
    }

    /**
     * Checks a letter: nothing missing, no word that blames, every other person's name meant, and safe to send.
     *
     * @param seen the version that was shown: nobody answers for words that they did not see
     * @param meant names of other people that are to stand in it
     * @param asked whether somebody asked again that it is safe to send it so
     * @param carer what was answered before a parent or carer is written to; nothing for any other letter
     */
    public Outcome<LetterId> check(
            Actor actor, LetterId id, int seen, Set<String> meant, boolean asked, CarerAnswers carer, Instant now) {
        return command(actor, id, LetterCommand.CHECK, seen, now, letter -> {
            Reading reading = reading(actor, letter, letter.draft(), now);
            List<Reason> faults = new ArrayList<>(letter.draft().missing(letter.tongue()));
            outOfDate(actor, letter).ifPresent(faults::add);
            tellsHome(actor, letter, now).ifPresent(faults::add);
            for (OtherPeople.Found name : reading.names()) {
                if (!meant.contains(name.name())) {
                    faults.add(Reason.about("names", "letters.fault.name", name.name()));
                }
            }
            SafeToSend.faults(
                            letter.kind(),
                            child(actor, letter.caseId(), now).facts().safeContact(),
                            letter.draft().way(),
                            letter.draft().translation(),
                            asked)
                    .stream()
                    .filter(fault -> faults.stream().noneMatch(fault::equals))
                    .forEach(faults::add);
            if (letter.kind().carers()) {
                faults.addAll(carer.faults(letter.draft().recipient(), carers(actor, letter.caseId())));
            }
            if (!faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            List<String> names =
                    reading.names().stream().map(OtherPeople.Found::name).toList();
            store.check(
                    actor.partnership(),
                    id,
                    new Letter.Checked(
                            now,
                            actor.name(),
                            names,
                            reading.reading().age(),
                            letter.kind().carers() ? carer : CarerAnswers.NONE));
            ledger.record(
                    actor,
                    now,
                    new LetterEvent.LetterChecked(
                            letter.caseId().value(),
                            id.value(),
                            names.size(),
                            reading.reading().age()));
            return Outcome.done(id);
        });
    }

    /** Checks a letter that goes to no parent or carer. */
    public Outcome<LetterId> check(Actor actor, LetterId id, int seen, Set<String> meant, boolean asked, Instant now) {
        return check(actor, id, seen, meant, asked, CarerAnswers.NONE, now);
    }

    /**
     * Releases a checked letter: it is sealed, the disclosure recorded, and from now on nothing of it changes.
     *
     * @param seen the version that was shown
     * @param looked whether whoever releases it has looked at the sheets and the checks
     * @param explainer who explains it to the child, on which day, with which interpreter; for a child's letter in another language than
     *     English all three are needed
     */
    public Outcome<LetterId> release(
            Actor actor,
            LetterId id,
            int seen,
            boolean looked,
            String explainer,
            @Nullable LocalDate explainOn,
            String interpreter,
            Instant now) {
        return command(actor, id, LetterCommand.RELEASE, seen, now, letter -> {
            List<Reason> faults = new ArrayList<>();
            outOfDate(actor, letter).ifPresent(faults::add);
            // what may have been said when it was checked may not be so now
            tellsHome(actor, letter, now).ifPresent(faults::add);
            if (!looked) {
                faults.add(Reason.about("looked", "letters.fault.looked"));
            }
            if (letter.kind().explained()) {
                if (explainer.isBlank()) {
                    faults.add(Reason.about("explainer", "letters.fault.explainer"));
                }
                if (explainOn == null) {
                    faults.add(Reason.about("explainOn", "letters.fault.explain-on"));
                }
                if (letter.tongue() != Tongue.ENGLISH && interpreter.isBlank()) {
                    faults.add(Reason.about("interpreter", "letters.fault.interpreter"));
                }
            }
            // what was safe when it was checked may not be so now
            SafeToSend.faults(
                            letter.kind(),
                            child(actor, letter.caseId(), now).facts().safeContact(),
                            letter.draft().way(),
                            letter.draft().translation(),
                            true)
                    .forEach(faults::add);
            if (letter.kind().carers()) {
                Letter.Checked checked = letter.checked();
                CarerAnswers answers = checked == null ? CarerAnswers.NONE : checked.carer();
                faults.addAll(answers.faults(letter.draft().recipient(), carers(actor, letter.caseId())));
            }
            if (!faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            String written =
                    Sheet.written(reading(actor, letter, letter.draft(), now).sheets());
            Letter.Released released = new Letter.Released(
                    now, actor.name(), written, Sheet.seal(written), explainer, explainOn, interpreter);
            store.release(actor.partnership(), id, released);
            disclosed(actor, letter, released, now);
            note(
                    actor,
                    letter,
                    Lane.DECISION,
                    UnitedKingdom.day(now),
                    "letters.chronology.released." + letter.kind().name(),
                    now);
            return Outcome.done(id);
        });
    }

    /** Whether the panel has decided something else since the letter was begun: nobody is told what no longer holds. */
    private Optional<Reason> outOfDate(Actor actor, Letter letter) {
        List<IssuedDecisions.Issued> inForce = decisions.of(actor, letter.caseId());
        DecisionId told = letter.decision();
        boolean holds = told == null
                ? inForce.stream().noneMatch(one -> one.at().isAfter(letter.startedAt()))
                : inForce.stream().anyMatch(one -> one.id().equals(told));
        return holds ? Optional.empty() : Optional.of(Reason.of("letters.fault.out-of-date", "NRM-12"));
    }

    /** The parents and carers at the child's side today, by name. */
    private List<String> carers(Actor actor, CaseId id) {
        return circles.circle(actor, id).parties().stream()
                .filter(party -> party.capacity() == Capacity.PARENT || party.capacity() == Capacity.CARER)
                .filter(party -> party.until() == null)
                .map(Party::name)
                .toList();
    }

    private void disclosed(Actor actor, Letter letter, Letter.Released released, Instant now) {
        String purpose = "letters.purpose." + letter.kind().name();
        String basis = "letters.basis." + letter.kind().name();
        Way way = Objects.requireNonNull(letter.draft().way());
        store.disclose(actor, ids.get(), letter, purpose, basis, way, released.seal(), now);
        ledger.record(
                actor,
                now,
                new LetterEvent.LetterReleased(
                        letter.caseId().value(),
                        letter.id().value(),
                        letter.kind(),
                        letter.tongue().tag(),
                        way,
                        new Given(
                                switch (letter.kind()) {
                                    case TO_CHILD -> Given.Recipient.CHILD;
                                    case TO_PARENT_OR_CARER -> Given.Recipient.PARENT_OR_CARER;
                                    case TO_SOCIAL_WORKER -> Given.Recipient.SOCIAL_WORKER;
                                    case TO_LEGAL_REPRESENTATIVE -> Given.Recipient.LEGAL_REPRESENTATIVE;
                                },
                                null,
                                Purpose.TELLING_THE_CHILD,
                                LawfulBasis.PUBLIC_TASK_AND_SAFEGUARDING,
                                released.seal())));
    }

    /** Records that a released letter was explained; understood in part or not at all, it is still to be explained. */
    public Outcome<LetterId> explain(Actor actor, LetterId id, Explanation.Draft draft, Instant now) {
        return command(actor, id, LetterCommand.EXPLAIN, now, letter -> {
            List<Reason> faults = new ArrayList<>(draft.faults(UnitedKingdom.day(now)));
            LocalDate on = draft.on();
            Letter.Released released = letter.released();
            if (on != null && released != null && on.isBefore(UnitedKingdom.day(released.at()))) {
                faults.add(Reason.about("on", "letters.fault.explained-before"));
            }
            Tongue tongue = draft.tongue();
            Explanation.Understood understood = draft.understood();
            if (!faults.isEmpty() || on == null || tongue == null || understood == null) {
                return Outcome.refused(faults);
            }
            if (letter.explanations().stream().anyMatch(draft::same)) {
                return Outcome.done(id);
            }
            store.add(
                    actor.partnership(),
                    id,
                    new Explanation(
                            ids.get(),
                            on,
                            draft.by(),
                            tongue,
                            draft.interpreter(),
                            understood,
                            draft.words(),
                            now,
                            actor.name()));
            if (understood == Explanation.Understood.YES && letter.state() != LetterState.EXPLAINED) {
                store.state(actor.partnership(), id, LetterState.EXPLAINED);
            }
            ledger.record(
                    actor, now, new LetterEvent.LetterExplained(letter.caseId().value(), id.value(), understood));
            note(
                    actor,
                    letter,
                    Lane.VOICE,
                    on,
                    "letters.chronology.explained." + letter.kind().speaks() + "." + understood.name(),
                    now);
            return Outcome.done(id);
        });
    }

    /** Throws a letter away that was never sent; it stays on record. */
    public Outcome<CaseId> discard(Actor actor, LetterId id, Instant now) {
        return command(actor, id, LetterCommand.DISCARD, now, letter -> {
            store.state(actor.partnership(), id, LetterState.DISCARDED);
            ledger.record(
                    actor, now, new LetterEvent.LetterDiscarded(letter.caseId().value(), id.value()));
            return Outcome.done(letter.caseId());
        });
    }

    /** The letters about a child that were released, as they were sealed. The caller has asked {@code sharing} and records what went. */
    public List<Letter> released(Actor actor, CaseId caseId) {
        return ledger.within(
                actor,
                () -> store.ofCase(actor.partnership(), caseId).stream()
                        .filter(letter -> letter.released() != null)
                        .toList());
    }

    private void note(Actor actor, Letter letter, Lane lane, LocalDate on, String key, Instant now) {
        chronologies
                .write(
                        actor,
                        letter.caseId(),
                        new EntryDraft(
                                lane,
                                UncertainDay.on(on),
                                texts.text(Language.ENGLISH, key),
                                actor.agencyName(),
                                actor.name(),
                                false),
                        now)
                .orThrow();
    }

    private Reading reading(Actor actor, Letter letter, LetterDraft draft, Instant now) {
        Child child = child(actor, letter.caseId(), now);
        Letter.Released released = letter.released();
        List<Sheet> sheets = released != null
                ? Sheet.read(released.written())
                : frames.sheets(with(letter, draft), setting(actor, letter, child));
        ReadingAge reading = sheets.stream()
                .filter(sheet -> sheet.tongue() == Tongue.ENGLISH)
                .findFirst()
                .map(Sheet::words)
                .map(ReadingAge::of)
                .orElseThrow();
        return new Reading(
                letter,
                child.displayName(),
                setting(actor, letter, child).reference(),
                Objects.requireNonNullElse(
                        child.as(sharing.fields(actor, letter.caseId(), now))
                                .facts()
                                .safeContact()
                                .how(),
                        ""),
                sheets,
                reading,
                partnerships.profile(actor.partnership()).practice().readingAge(),
                ReadingAge.of(draft.about()),
                released != null ? List.of() : names(actor, letter, draft, child),
                released != null
                        ? List.of()
                        : SafeToSend.faults(
                                letter.kind(), child.facts().safeContact(), draft.way(), draft.translation(), false),
                LetterLife.available(letter.state()),
                released == null || released.whole());
    }

    private List<OtherPeople.Found> names(Actor actor, Letter letter, LetterDraft draft, Child child) {
        Set<String> around = new TreeSet<>();
        circles.circle(actor, letter.caseId()).parties().forEach(party -> around.add(party.name()));
        voices.wishes(actor, letter.caseId()).forEach(wishes -> {
            around.add(wishes.heardBy());
            around.add(wishes.representative());
            around.add(wishes.interpreter());
        });
        partnerships.members(actor).forEach(member -> around.add(member.name()));
        Set<String> meant = new HashSet<>(List.of(
                child.displayName(),
                draft.recipient(),
                draft.helper(),
                draft.contact(),
                partnerships.partnership(actor).name()));
        child.aliases().forEach(alias -> meant.add(alias.name()));
        List<OtherPeople.Found> found = new ArrayList<>(OtherPeople.in(draft.about(), around, meant));
        OtherPeople.in(draft.aboutTranslated(), around, meant).stream()
                .filter(OtherPeople.Found::known)
                .filter(name -> found.stream().noneMatch(one -> one.name().equals(name.name())))
                .forEach(found::add);
        return found;
    }

    private Frames.Setting setting(Actor actor, Letter letter, Child child) {
        String reference = reference(child, IdentifierSystem.NRM_REFERENCE)
                .or(() -> reference(child, IdentifierSystem.HOME_OFFICE_REFERENCE))
                .orElseGet(() -> letter.id().value().toString().substring(24).toUpperCase(Locale.ROOT));
        return new Frames.Setting(
                child.displayName(), reference, partnerships.partnership(actor).name());
    }

    private static Optional<String> reference(Child child, IdentifierSystem system) {
        return child.identifiers().stream()
                .filter(one -> one.system() == system)
                .map(Identifier::value)
                .findFirst();
    }

    private static Letter with(Letter letter, LetterDraft draft) {
        return new Letter(
                letter.id(),
                letter.caseId(),
                letter.decision(),
                letter.decidedOn(),
                letter.kind(),
                letter.frame(),
                letter.tongue(),
                letter.state(),
                draft,
                letter.checked(),
                letter.released(),
                letter.explanations(),
                letter.startedAt(),
                letter.startedBy(),
                letter.startedByName(),
                letter.version());
    }

    /** That a letter says where the child lives: to nobody where the address is protected, and else to no parent or carer. */
    private Optional<Reason> tellsHome(Actor actor, Letter letter, Instant now) {
        if (!letter.kind().carers()
                && !sharing.fields(actor, letter.caseId(), now).addressProtected()) {
            return Optional.empty();
        }
        LetterDraft draft = letter.draft();
        return HomeInWords.in(
                        String.join("\n", draft.about(), draft.aboutTranslated(), draft.contact(), draft.helper()),
                        child(actor, letter.caseId(), now).facts().livesAt())
                .map(piece -> Reason.about("about", "letters.fault.home", piece));
    }

    private Child child(Actor actor, CaseId id, Instant now) {
        return people.child(actor, cases.childOf(actor, id), now);
    }

    private List<String> profileLanguages(Actor actor) {
        return partnerships.profile(actor.partnership()).languages();
    }

    private <T> Outcome<T> ask(
            Actor actor, Permission permission, LetterId id, Instant now, Function<Letter, Outcome<T>> work) {
        return ledger.within(
                actor,
                () -> store.find(actor.partnership(), id)
                        .map(letter -> sharing.ask(actor, permission, letter.caseId(), now)
                                .then(_ -> work.apply(letter)))
                        .orElseGet(() -> nothing(actor, permission, now)));
    }

    /** As {@link #command(Actor, LetterId, LetterCommand, Instant, Function)}, refused where the letter is not as it was shown. */
    private <T> Outcome<T> command(
            Actor actor, LetterId id, LetterCommand command, int seen, Instant now, Function<Letter, Outcome<T>> work) {
        return command(
                actor,
                id,
                command,
                now,
                letter -> letter.version() == seen
                        ? work.apply(letter)
                        : Outcome.refused(Reason.of("letters.changed-meanwhile", "")));
    }

    private <T> Outcome<T> command(
            Actor actor, LetterId id, LetterCommand command, Instant now, Function<Letter, Outcome<T>> work) {
        Permission permission = command == LetterCommand.RELEASE ? Permission.RELEASE_LETTER : Permission.WRITE_LETTER;
        return ledger.within(
                actor,
                () -> store.lock(actor.partnership(), id)
                        .map(letter -> sharing.ask(actor, permission, letter.caseId(), now)
                                .then(_ -> LetterLife.ask(letter.state(), command))
                                .then(_ -> work.apply(letter)))
                        .orElseGet(() -> nothing(actor, permission, now)));
    }

    /** There is no such letter: whoever may not read letters at all is on the ledger with it. */
    private <T> Outcome<T> nothing(Actor actor, Permission permission, Instant now) {
        return sharing.ask(actor, permission, now).then(_ -> Outcome.refused(Sharing.NOT_FOUND));
    }
}
