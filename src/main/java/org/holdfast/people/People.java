package org.holdfast.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Readings;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to children as they are known. Which case a child has is known further up: whoever calls has asked {@code sharing} whether the
 * actor may; here every look and change goes on the ledger.
 */
@Component
public final class People {
    /** How many children that share keys are compared in full. */
    private static final int COMPARED = 400;

    private static final int SHOWN = 50;

    private final Ledger ledger;
    private final PeopleStore store;
    private final Supplier<UUID> ids;

    People(Ledger ledger, PeopleStore store, Supplier<UUID> ids) {
        this.ledger = ledger;
        this.store = store;
        this.ids = ids;
    }

    /** Records a child not known before. {@link #candidates} was asked first (REF-4). */
    public ChildId create(Actor actor, NewChild child, Instant now) {
        ChildId id = new ChildId(ids.get());
        return ledger.within(actor, () -> {
            store.add(actor.partnership(), id, now);
            store.add(actor, id, 1, child.facts(), child.source(), now);
            List<String> aliases = child.aliases().stream()
                    .filter(it -> !it.isBlank())
                    .map(String::strip)
                    .distinct()
                    .toList();
            aliases.forEach(
                    name -> store.add(actor, id, new Alias(ids.get(), name, AliasKind.NICKNAME, actor.name(), now)));
            List<Identifier> identifiers =
                    child.identifiers().stream().map(People::read).toList();
            identifiers.forEach(it -> store.add(actor, ids.get(), id, it, now));
            keepKeys(actor, id, ChildDescription.of(child.facts(), aliases, identifiers));
            ledger.record(actor, now, new PeopleEvent.ChildRecorded(id.value()));
            return id;
        });
    }

    /**
     * The child as known now.
     *
     * @throws NoSuchElementException where there is no such child; ids come from other records, so that is a bug
     */
    public Child child(Actor actor, ChildId id, Instant now) {
        return ledger.within(actor, () -> {
            Child child = load(actor, Set.of(id)).get(id);
            if (child == null) {
                throw new NoSuchElementException("no child " + id.value());
            }
            ledger.record(actor, now, new PeopleEvent.ChildSeen(id.value()));
            return child;
        });
    }

    /** Children for a list, in the order asked for; the ledger has one line for the list. */
    public Map<ChildId, Child> children(Actor actor, Collection<ChildId> children, Instant now) {
        if (children.isEmpty()) {
            return Map.of();
        }
        return ledger.within(actor, () -> {
            Map<ChildId, Child> loaded = load(actor, children);
            ledger.record(
                    actor,
                    now,
                    new PeopleEvent.ChildrenListed(
                            loaded.keySet().stream().map(ChildId::value).toList()));
            return loaded;
        });
    }

    /** What children are called, for a list that says nothing more of them; the ledger has one line for the list. */
    public Map<ChildId, String> names(Actor actor, Collection<ChildId> children, Instant now) {
        if (children.isEmpty()) {
            return Map.of();
        }
        return ledger.within(actor, () -> {
            Map<ChildId, String> names = store.names(actor.partnership(), children);
            ledger.record(
                    actor,
                    now,
                    new PeopleEvent.ChildrenListed(
                            names.keySet().stream().map(ChildId::value).toList()));
            return names;
        });
    }

    /** What was known of the child at each time, the newest first. */
    public List<FactsVersion> history(Actor actor, ChildId id, Instant now) {
        return ledger.within(actor, () -> {
            ledger.record(actor, now, new PeopleEvent.ChildHistorySeen(id.value()));
            return store.history(actor.partnership(), id);
        });
    }

    /**
     * Corrects what is known. The earlier facts stay in the history, and an earlier name is kept as an alias.
     *
     * @param seen the version that the person saw; another one meanwhile is a refusal, so that nobody overwrites unseen
     * @param because why, or who said so
     * @return the new version
     */
    public Outcome<Integer> correct(Actor actor, ChildId id, int seen, ChildFacts facts, String because, Instant now) {
        return ledger.within(actor, () -> {
            PeopleStore.Known before = known(actor, id);
            List<Reason> reasons = new ArrayList<>();
            if (because.isBlank()) {
                reasons.add(Reason.about("because", "people.because-missing"));
            }
            LocalDate today = UnitedKingdom.day(now);
            if (facts.birthDate().earliest().filter(today::isBefore).isPresent()) {
                reasons.add(Reason.about("birthDate", "people.birth-date-in-future"));
            }
            List<String> fields = before.facts().differingFrom(facts);
            if (reasons.isEmpty() && fields.isEmpty()) {
                return Outcome.done(before.version());
            }
            if (reasons.isEmpty() && !store.advance(actor.partnership(), id, seen)) {
                reasons.add(Reason.of("people.changed-meanwhile", ""));
            }
            if (!reasons.isEmpty()) {
                return Outcome.refused(reasons);
            }
            store.add(actor, id, seen + 1, facts, because.strip(), now);
            String earlier = before.facts().name().asKnown();
            boolean renamed =
                    !Words.whole(earlier).equals(Words.whole(facts.name().asKnown()));
            if (renamed && before.aliases().stream().noneMatch(it -> it.name().equals(earlier))) {
                store.add(actor, id, new Alias(ids.get(), earlier, AliasKind.EARLIER, actor.name(), now));
            }
            keepKeys(actor, id);
            ledger.record(actor, now, new PeopleEvent.ChildCorrected(id.value(), seen + 1, fields));
            return Outcome.done(seen + 1);
        });
    }

    /** Adds another name. */
    public Outcome<Alias> addAlias(Actor actor, ChildId id, String name, AliasKind kind, Instant now) {
        if (name.isBlank()) {
            return Outcome.refused(Reason.about("name", "people.alias-missing"));
        }
        Alias alias = new Alias(ids.get(), name.strip(), kind, actor.name(), now);
        return ledger.within(actor, () -> {
            store.add(actor, id, alias);
            keepKeys(actor, id);
            ledger.record(actor, now, new PeopleEvent.AliasAdded(id.value(), alias.id(), kind));
            return Outcome.done(alias);
        });
    }

    /** Takes back a name that was never the child's; it is kept, but shown and compared no longer. */
    public Outcome<UUID> withdrawAlias(Actor actor, ChildId id, UUID alias, Instant now) {
        return ledger.within(actor, () -> {
            if (!store.withdrawAlias(actor, id, alias, now)) {
                return Outcome.refused(Reason.of("people.changed-meanwhile", ""));
            }
            ledger.record(actor, now, new PeopleEvent.AliasWithdrawn(id.value(), alias));
            return Outcome.done(alias);
        });
    }

    /**
     * Adds a number or reference, checked by its check character where it has one.
     *
     * @param typed as it was typed
     * @param from since when it holds, if that is known
     */
    public Outcome<Identifier> addIdentifier(
            Actor actor,
            ChildId id,
            IdentifierSystem system,
            String typed,
            @Nullable LocalDate from,
            String source,
            Instant now) {
        return ledger.within(actor, () -> {
            String value = system.read(typed).orElse(null);
            if (value == null) {
                String name = system.name().toLowerCase(Locale.ROOT).replace('_', '-');
                return Outcome.refused(Reason.about("value", "people.identifier-wrong." + name));
            }
            Identifier identifier = new Identifier(system, value, from, source);
            if (known(actor, id).identifiers().stream().noneMatch(identifier::same)) {
                store.add(actor, ids.get(), id, identifier, now);
                keepKeys(actor, id);
                ledger.record(actor, now, new PeopleEvent.IdentifierAdded(id.value(), system));
            }
            return Outcome.done(identifier);
        });
    }

    /** Takes back a number that is not the child's. */
    public Outcome<Identifier> withdrawIdentifier(Actor actor, ChildId id, Identifier identifier, Instant now) {
        return ledger.within(actor, () -> {
            if (!store.withdraw(actor, id, identifier, now)) {
                return Outcome.refused(Reason.of("people.changed-meanwhile", ""));
            }
            ledger.record(actor, now, new PeopleEvent.IdentifierWithdrawn(id.value(), identifier.system()));
            return Outcome.done(identifier);
        });
    }

    /** Raises a warning, to be looked at again by a day after today. */
    public Outcome<Warning> warn(
            Actor actor, ChildId id, WarningKind kind, String text, LocalDate reviewOn, Instant now) {
        List<Reason> reasons = new ArrayList<>();
        if (text.isBlank()) {
            reasons.add(Reason.about("text", "people.warning-text-missing"));
        }
        if (!reviewOn.isAfter(UnitedKingdom.day(now))) {
            reasons.add(Reason.about("reviewOn", "people.warning-review-past"));
        }
        if (!reasons.isEmpty()) {
            return Outcome.refused(reasons);
        }
        Warning warning = new Warning(ids.get(), kind, text.strip(), reviewOn, actor.name(), now);
        return ledger.within(actor, () -> {
            store.add(actor, id, warning);
            ledger.record(actor, now, new PeopleEvent.WarningRaised(id.value(), warning.id(), kind, reviewOn));
            return Outcome.done(warning);
        });
    }

    /** Keeps a warning in force after a review, until the next. */
    public Outcome<UUID> reviewWarning(Actor actor, ChildId id, UUID warning, LocalDate reviewOn, Instant now) {
        if (!reviewOn.isAfter(UnitedKingdom.day(now))) {
            return Outcome.refused(Reason.about("reviewOn", "people.warning-review-past"));
        }
        return ledger.within(actor, () -> {
            if (!store.review(actor.partnership(), id, warning, reviewOn)) {
                return Outcome.refused(Reason.of("people.changed-meanwhile", ""));
            }
            ledger.record(actor, now, new PeopleEvent.WarningReviewed(id.value(), warning, reviewOn));
            return Outcome.done(warning);
        });
    }

    /** Ends a warning, with the reason why it is no longer needed. */
    public Outcome<UUID> endWarning(Actor actor, ChildId id, UUID warning, String because, Instant now) {
        if (because.isBlank()) {
            return Outcome.refused(Reason.about("because", "people.because-missing"));
        }
        return ledger.within(actor, () -> {
            if (!store.end(actor, id, warning, because.strip(), now)) {
                return Outcome.refused(Reason.of("people.changed-meanwhile", ""));
            }
            ledger.record(actor, now, new PeopleEvent.WarningEnded(id.value(), warning));
            return Outcome.done(warning);
        });
    }

    /** Children who may be the one described, the likeliest first (REF-4). */
    public List<Candidate> candidates(Actor actor, ChildDescription description, Instant now) {
        return ledger.within(actor, () -> candidates(actor, description, Set.of(), now));
    }

    /** Other records that may be of this child and that nobody has judged yet (REF-4). */
    public List<Candidate> duplicatesOf(Actor actor, ChildId id, Instant now) {
        return ledger.within(actor, () -> {
            Set<ChildId> settled = new HashSet<>(Set.of(id));
            for (PeopleStore.Judged judged : store.judgements(actor.partnership(), Set.of(id))) {
                settled.add(judged.one());
                settled.add(judged.other());
            }
            settled.addAll(store.linked(actor.partnership(), Set.of(id)).getOrDefault(id, Set.of()));
            return candidates(actor, known(actor, id).description(), settled, now);
        });
    }

    private List<Candidate> candidates(Actor actor, ChildDescription description, Set<ChildId> without, Instant now) {
        List<ChildId> sharing = store.sharing(actor.partnership(), SearchKeys.linking(description), Set.of(), COMPARED);
        Linkage linkage = Linkage.of(description);
        List<Candidate> candidates = store.known(actor.partnership(), sharing).values().stream()
                .filter(known -> !without.contains(known.id()))
                .map(known -> new Candidate(
                        known.id(),
                        known.facts().name().asKnown(),
                        known.facts().birthDate(),
                        linkage.with(known.description())))
                .filter(candidate -> candidate.likeness().verdict() != Likeness.Verdict.UNLIKELY)
                .sorted(Comparator.comparingInt((Candidate it) -> it.likeness().percent())
                        .reversed())
                .limit(SHOWN)
                .toList();
        ledger.record(
                actor,
                now,
                new PeopleEvent.CandidatesSought(
                        candidates.stream().map(it -> it.child().value()).toList()));
        return candidates;
    }

    /** Records that two records are of one child: they are linked, and both stay (REF-4). */
    public Outcome<ChildId> same(Actor actor, ChildId one, ChildId other, String reason, Instant now) {
        return judge(actor, one, other, true, reason, now);
    }

    /** Records that two records are of two children; they are not offered to each other again (REF-4). */
    public Outcome<ChildId> notTheSame(Actor actor, ChildId one, ChildId other, String reason, Instant now) {
        return judge(actor, one, other, false, reason, now);
    }

    private Outcome<ChildId> judge(Actor actor, ChildId one, ChildId other, boolean same, String reason, Instant now) {
        List<Reason> reasons = new ArrayList<>();
        if (one.equals(other)) {
            reasons.add(Reason.of("people.judgement-of-one", "REF-4"));
        }
        if (reason.isBlank()) {
            reasons.add(Reason.about("reason", "people.because-missing"));
        }
        if (!reasons.isEmpty()) {
            return Outcome.refused(reasons);
        }
        return ledger.within(actor, () -> {
            store.judge(actor, ids.get(), one, other, same, reason.strip(), now);
            ledger.record(
                    actor,
                    now,
                    same
                            ? new PeopleEvent.JudgedTheSame(one.value(), other.value())
                            : new PeopleEvent.JudgedNotTheSame(one.value(), other.value()));
            return Outcome.done(one);
        });
    }

    /**
     * Children who fit what somebody typed: names in any order and spelling, aliases, identifiers, a date of birth; the best first, at most 50.
     * The caller decides with {@code sharing} what the person is shown of each.
     */
    public List<Found> search(Actor actor, String typed, Instant now) {
        SearchText text = SearchText.read(typed, UnitedKingdom.day(now));
        if (text.empty()) {
            return List.of();
        }
        Set<String> beginnings = text.words().stream()
                .filter(word -> word.length() >= 2)
                .map(word -> "w:" + word)
                .collect(Collectors.toSet());
        record Scored(PeopleStore.Known known, SearchText.Fit fit) {}
        return ledger.within(actor, () -> {
            List<ChildId> sharing =
                    store.sharing(actor.partnership(), SearchKeys.searching(text), beginnings, COMPARED);
            List<Found> found = store.known(actor.partnership(), sharing).values().stream()
                    .flatMap(known -> text.fit(known.description()).map(fit -> new Scored(known, fit)).stream())
                    .sorted(Comparator.comparingDouble((Scored it) -> it.fit().score())
                            .reversed()
                            .thenComparing(it -> it.known().facts().name().asKnown()))
                    .limit(SHOWN)
                    .map(it -> new Found(
                            it.known().id(),
                            it.known().facts().name().asKnown(),
                            it.known().facts().birthDate(),
                            it.fit().by()))
                    .toList();
            ledger.record(
                    actor,
                    now,
                    new PeopleEvent.ChildrenSearched(
                            found.stream().map(it -> it.child().value()).toList()));
            return found;
        });
    }

    private Map<ChildId, Child> load(Actor actor, Collection<ChildId> children) {
        return Readings.each("people.child", actor.partnership(), children, unread -> read(actor, unread));
    }

    private Map<ChildId, Child> read(Actor actor, Collection<ChildId> children) {
        Map<ChildId, PeopleStore.Known> known = store.known(actor.partnership(), children);
        Map<ChildId, List<Warning>> warnings = store.warnings(actor.partnership(), children);
        Map<ChildId, Set<ChildId>> linked = store.linked(actor.partnership(), children);
        Map<ChildId, Child> loaded = new LinkedHashMap<>();
        known.forEach((id, it) -> loaded.put(
                id,
                new Child(
                        id,
                        it.version(),
                        it.facts(),
                        it.aliases(),
                        it.identifiers(),
                        warnings.getOrDefault(id, List.of()),
                        linked.getOrDefault(id, Set.of()).stream()
                                .filter(other -> !other.equals(id))
                                .sorted(Comparator.comparing(ChildId::value))
                                .toList())));
        return loaded;
    }

    private PeopleStore.Known known(Actor actor, ChildId id) {
        return Objects.requireNonNull(
                store.known(actor.partnership(), Set.of(id)).get(id), () -> "no child " + id.value());
    }

    private static Identifier read(Identifier given) {
        String value = given.system().read(given.value()).orElse(given.value().strip());
        return new Identifier(given.system(), value, given.from(), given.source());
    }

    private void keepKeys(Actor actor, ChildId id) {
        keepKeys(actor, id, known(actor, id).description());
    }

    private void keepKeys(Actor actor, ChildId id, ChildDescription description) {
        store.addKeys(actor.partnership(), id, SearchKeys.kept(description));
    }
}
