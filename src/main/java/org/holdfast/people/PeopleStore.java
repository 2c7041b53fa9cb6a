package org.holdfast.people;

import static org.holdfast.people.db.Tables.ALIAS;
import static org.holdfast.people.db.Tables.CHILD;
import static org.holdfast.people.db.Tables.FACTS;
import static org.holdfast.people.db.Tables.IDENTIFIER;
import static org.holdfast.people.db.Tables.JUDGEMENT;
import static org.holdfast.people.db.Tables.SEARCH_KEY;
import static org.holdfast.people.db.Tables.WARNING;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.people.db.tables.records.FactsRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** The tables of children. */
@Component
class PeopleStore {

    /** A child without warnings and links: enough to compare and to find. */
    record Known(ChildId id, int version, ChildFacts facts, List<Alias> aliases, List<Identifier> identifiers) {
        ChildDescription description() {
            return ChildDescription.of(facts, aliases.stream().map(Alias::name).toList(), identifiers);
        }
    }

    /** Two records that somebody judged. */
    record Judged(ChildId one, ChildId other, boolean same) {}

    private final DSLContext db;

    PeopleStore(DSLContext db) {
        this.db = db;
    }

    // facts

    void add(PartnershipId partnership, ChildId child, Instant now) {
        db.insertInto(CHILD)
                .set(CHILD.PARTNERSHIP_ID, partnership.value())
                .set(CHILD.CHILD_ID, child.value())
                .set(CHILD.KNOWN_SINCE, utc(now))
                .execute();
    }

    /** Moves the child on to the next version; whether the version seen was still the one that counts. */
    boolean advance(PartnershipId partnership, ChildId child, int seen) {
        return db.update(CHILD)
                        .set(CHILD.VERSION, seen + 1)
                        .where(
                                CHILD.PARTNERSHIP_ID.eq(partnership.value()),
                                CHILD.CHILD_ID.eq(child.value()),
                                CHILD.VERSION.eq(seen))
                        .execute()
                == 1;
    }

    void add(Actor by, ChildId child, int version, ChildFacts facts, String because, Instant now) {
        ChildName name = facts.name();
        Communication communication = facts.communication();
        db.insertInto(FACTS)
                .set(FACTS.PARTNERSHIP_ID, by.partnership().value())
                .set(FACTS.CHILD_ID, child.value())
                .set(FACTS.VERSION, version)
                .set(FACTS.NAME_AS_KNOWN, name.asKnown())
                .set(FACTS.GIVEN_NAMES, name.given())
                .set(FACTS.FAMILY_NAME, name.family())
                .set(FACTS.NATIVE_SCRIPT, name.nativeScript())
                .set(FACTS.PRONUNCIATION, name.pronunciation())
                .set(FACTS.BIRTH_DATE, facts.birthDate().written())
                .set(FACTS.SEX, facts.sex().name())
                .set(FACTS.NATIONALITIES, facts.nationalities().toArray(String[]::new))
                .set(
                        FACTS.ETHNICITY,
                        facts.ethnicity() == null ? null : facts.ethnicity().name())
                .set(FACTS.LANGUAGES, communication.languages().toArray(String[]::new))
                .set(FACTS.INTERPRETER, communication.interpreter())
                .set(FACTS.COMMUNICATION_HELP, communication.help())
                .set(FACTS.LETTER_LANGUAGE, communication.letterLanguage())
                .set(FACTS.CONTACT_WAY, facts.safeContact().way().name())
                .set(FACTS.CONTACT_HOW, facts.safeContact().how())
                .set(FACTS.LIVES_AT, facts.livesAt())
                .set(FACTS.BECAUSE, because)
                .set(FACTS.BY_ID, by.member())
                .set(FACTS.BY_NAME, by.name())
                .set(FACTS.AT, utc(now))
                .execute();
    }

    List<FactsVersion> history(PartnershipId partnership, ChildId child) {
        return db.selectFrom(FACTS)
                .where(FACTS.PARTNERSHIP_ID.eq(partnership.value()), FACTS.CHILD_ID.eq(child.value()))
                .orderBy(FACTS.VERSION.desc())
                .fetch(row -> new FactsVersion(
                        row.getVersion(),
                        facts(row),
                        row.getBecause(),
                        row.getByName(),
                        row.getAt().toInstant()));
    }

    /** The children with these ids, in the order of the ids; who does not exist is left out. */
    Map<ChildId, Known> known(PartnershipId partnership, Collection<ChildId> ids) {
        UUID[] wanted = ids.stream().map(ChildId::value).toArray(UUID[]::new);
        Map<ChildId, List<Alias>> aliases = new HashMap<>();
        db.selectFrom(ALIAS)
                .where(
                        ALIAS.PARTNERSHIP_ID.eq(partnership.value()),
                        ALIAS.CHILD_ID.eq(DSL.any(wanted)),
                        ALIAS.WITHDRAWN_AT.isNull())
                .orderBy(ALIAS.AT, ALIAS.ALIAS_ID)
                .forEach(row -> put(
                        aliases,
                        row.getChildId(),
                        new Alias(
                                row.getAliasId(),
                                row.getName(),
                                AliasKind.valueOf(row.getKind()),
                                row.getByName(),
                                row.getAt().toInstant())));
        Map<ChildId, List<Identifier>> identifiers = new HashMap<>();
        db.selectFrom(IDENTIFIER)
                .where(
                        IDENTIFIER.PARTNERSHIP_ID.eq(partnership.value()),
                        IDENTIFIER.CHILD_ID.eq(DSL.any(wanted)),
                        IDENTIFIER.WITHDRAWN_AT.isNull())
                .orderBy(IDENTIFIER.AT, IDENTIFIER.IDENTIFIER_ID)
                .forEach(row -> put(
                        identifiers,
                        row.getChildId(),
                        new Identifier(
                                IdentifierSystem.valueOf(row.getSystem()),
                                row.getValue(),
                                row.getFromDay(),
                                row.getSource())));
        Map<ChildId, Known> found = new HashMap<>();
        db.select(FACTS.fields())
                .from(CHILD)
                .join(FACTS)
                .on(
                        FACTS.PARTNERSHIP_ID.eq(CHILD.PARTNERSHIP_ID),
                        FACTS.CHILD_ID.eq(CHILD.CHILD_ID),
                        FACTS.VERSION.eq(CHILD.VERSION))
                .where(CHILD.PARTNERSHIP_ID.eq(partnership.value()), CHILD.CHILD_ID.eq(DSL.any(wanted)))
                .fetchInto(FACTS)
                .forEach(row -> {
                    ChildId id = new ChildId(row.getChildId());
                    found.put(
                            id,
                            new Known(
                                    id,
                                    row.getVersion(),
                                    facts(row),
                                    aliases.getOrDefault(id, List.of()),
                                    identifiers.getOrDefault(id, List.of())));
                });
        Map<ChildId, Known> inOrder = new LinkedHashMap<>();
        for (ChildId id : ids) {
            Known known = found.get(id);
            if (known != null) {
                inOrder.put(id, known);
            }
        }
        return inOrder;
    }

    /** What children are called now. */
    Map<ChildId, String> names(PartnershipId partnership, Collection<ChildId> children) {
        return db.select(FACTS.CHILD_ID, FACTS.NAME_AS_KNOWN)
                .from(CHILD)
                .join(FACTS)
                .on(
                        FACTS.PARTNERSHIP_ID.eq(CHILD.PARTNERSHIP_ID),
                        FACTS.CHILD_ID.eq(CHILD.CHILD_ID),
                        FACTS.VERSION.eq(CHILD.VERSION))
                .where(
                        CHILD.PARTNERSHIP_ID.eq(partnership.value()),
                        CHILD.CHILD_ID.eq(
                                DSL.any(children.stream().map(ChildId::value).toArray(UUID[]::new))))
                .fetchMap(row -> new ChildId(row.value1()), row -> row.value2());
    }

    private static ChildFacts facts(FactsRecord row) {
        return new ChildFacts(
                new ChildName(
                        row.getNameAsKnown(),
                        row.getGivenNames(),
                        row.getFamilyName(),
                        row.getNativeScript(),
                        row.getPronunciation()),
                BirthDate.read(row.getBirthDate()),
                Sex.valueOf(row.getSex()),
                List.of(row.getNationalities()),
                row.getEthnicity() == null ? null : Ethnicity.valueOf(row.getEthnicity()),
                new Communication(
                        List.of(row.getLanguages()),
                        row.getInterpreter(),
                        row.getCommunicationHelp(),
                        row.getLetterLanguage()),
                new SafeContact(SafeContact.Way.valueOf(row.getContactWay()), row.getContactHow()),
                row.getLivesAt());
    }

    // aliases, identifiers, warnings

    void add(Actor by, ChildId child, Alias alias) {
        db.insertInto(ALIAS)
                .set(ALIAS.PARTNERSHIP_ID, by.partnership().value())
                .set(ALIAS.ALIAS_ID, alias.id())
                .set(ALIAS.CHILD_ID, child.value())
                .set(ALIAS.NAME, alias.name())
                .set(ALIAS.KIND, alias.kind().name())
                .set(ALIAS.BY_NAME, alias.addedBy())
                .set(ALIAS.AT, utc(alias.addedAt()))
                .execute();
    }

    boolean withdrawAlias(Actor by, ChildId child, UUID alias, Instant now) {
        return db.update(ALIAS)
                        .set(ALIAS.WITHDRAWN_AT, utc(now))
                        .set(ALIAS.WITHDRAWN_BY, by.name())
                        .where(
                                ALIAS.PARTNERSHIP_ID.eq(by.partnership().value()),
                                ALIAS.ALIAS_ID.eq(alias),
                                ALIAS.CHILD_ID.eq(child.value()),
                                ALIAS.WITHDRAWN_AT.isNull())
                        .execute()
                == 1;
    }

    void add(Actor by, UUID id, ChildId child, Identifier identifier, Instant now) {
        db.insertInto(IDENTIFIER)
                .set(IDENTIFIER.PARTNERSHIP_ID, by.partnership().value())
                .set(IDENTIFIER.IDENTIFIER_ID, id)
                .set(IDENTIFIER.CHILD_ID, child.value())
                .set(IDENTIFIER.SYSTEM, identifier.system().name())
                .set(IDENTIFIER.VALUE, identifier.value())
                .set(IDENTIFIER.FROM_DAY, identifier.from())
                .set(IDENTIFIER.SOURCE, identifier.source())
                .set(IDENTIFIER.BY_NAME, by.name())
                .set(IDENTIFIER.AT, utc(now))
                .execute();
    }

    boolean withdraw(Actor by, ChildId child, Identifier identifier, Instant now) {
        return db.update(IDENTIFIER)
                        .set(IDENTIFIER.WITHDRAWN_AT, utc(now))
                        .set(IDENTIFIER.WITHDRAWN_BY, by.name())
                        .where(
                                IDENTIFIER.PARTNERSHIP_ID.eq(by.partnership().value()),
                                IDENTIFIER.CHILD_ID.eq(child.value()),
                                IDENTIFIER.SYSTEM.eq(identifier.system().name()),
                                IDENTIFIER.VALUE.eq(identifier.value()),
                                IDENTIFIER.WITHDRAWN_AT.isNull())
                        .execute()
                > 0;
    }

    void add(Actor by, ChildId child, Warning warning) {
        db.insertInto(WARNING)
                .set(WARNING.PARTNERSHIP_ID, by.partnership().value())
                .set(WARNING.WARNING_ID, warning.id())
                .set(WARNING.CHILD_ID, child.value())
                .set(WARNING.KIND, warning.kind().name())
                .set(WARNING.TEXT, warning.text())
                .set(WARNING.REVIEW_ON, warning.reviewOn())
                .set(WARNING.BY_NAME, warning.raisedBy())
                .set(WARNING.AT, utc(warning.raisedAt()))
                .execute();
    }

    boolean review(PartnershipId partnership, ChildId child, UUID warning, LocalDate reviewOn) {
        return db.update(WARNING)
                        .set(WARNING.REVIEW_ON, reviewOn)
                        .where(inForce(partnership, child, warning))
                        .execute()
                == 1;
    }

    boolean end(Actor by, ChildId child, UUID warning, String because, Instant now) {
        return db.update(WARNING)
                        .set(WARNING.ENDED_AT, utc(now))
                        .set(WARNING.ENDED_BY, by.name())
                        .set(WARNING.ENDED_BECAUSE, because)
                        .where(inForce(by.partnership(), child, warning))
                        .execute()
                == 1;
    }

    private static Condition inForce(PartnershipId partnership, ChildId child, UUID warning) {
        return WARNING.PARTNERSHIP_ID
                .eq(partnership.value())
                .and(WARNING.WARNING_ID.eq(warning))
                .and(WARNING.CHILD_ID.eq(child.value()))
                .and(WARNING.ENDED_AT.isNull());
    }

    Map<ChildId, List<Warning>> warnings(PartnershipId partnership, Collection<ChildId> children) {
        Map<ChildId, List<Warning>> warnings = new HashMap<>();
        db.selectFrom(WARNING)
                .where(
                        WARNING.PARTNERSHIP_ID.eq(partnership.value()),
                        WARNING.CHILD_ID.eq(
                                DSL.any(children.stream().map(ChildId::value).toArray(UUID[]::new))),
                        WARNING.ENDED_AT.isNull())
                .orderBy(WARNING.REVIEW_ON, WARNING.WARNING_ID)
                .forEach(row -> put(
                        warnings,
                        row.getChildId(),
                        new Warning(
                                row.getWarningId(),
                                WarningKind.valueOf(row.getKind()),
                                row.getText(),
                                row.getReviewOn(),
                                row.getByName(),
                                row.getAt().toInstant())));
        return warnings;
    }

    // the same child

    void judge(Actor by, UUID id, ChildId one, ChildId other, boolean same, String reason, Instant now) {
        boolean inOrder = one.value().toString().compareTo(other.value().toString()) < 0;
        db.insertInto(JUDGEMENT)
                .set(JUDGEMENT.PARTNERSHIP_ID, by.partnership().value())
                .set(JUDGEMENT.JUDGEMENT_ID, id)
                .set(JUDGEMENT.ONE_CHILD, inOrder ? one.value() : other.value())
                .set(JUDGEMENT.OTHER_CHILD, inOrder ? other.value() : one.value())
                .set(JUDGEMENT.SAME, same)
                .set(JUDGEMENT.REASON, reason)
                .set(JUDGEMENT.BY_ID, by.member())
                .set(JUDGEMENT.BY_NAME, by.name())
                .set(JUDGEMENT.AT, utc(now))
                .execute();
    }

    /** The judgements that count and name one of these children. */
    List<Judged> judgements(PartnershipId partnership, Collection<ChildId> children) {
        UUID[] wanted = children.stream().map(ChildId::value).toArray(UUID[]::new);
        return db.select(JUDGEMENT.ONE_CHILD, JUDGEMENT.OTHER_CHILD, JUDGEMENT.SAME)
                .distinctOn(JUDGEMENT.ONE_CHILD, JUDGEMENT.OTHER_CHILD)
                .from(JUDGEMENT)
                .where(
                        JUDGEMENT.PARTNERSHIP_ID.eq(partnership.value()),
                        JUDGEMENT.ONE_CHILD.eq(DSL.any(wanted)).or(JUDGEMENT.OTHER_CHILD.eq(DSL.any(wanted))))
                .orderBy(JUDGEMENT.ONE_CHILD, JUDGEMENT.OTHER_CHILD, JUDGEMENT.AT.desc(), JUDGEMENT.JUDGEMENT_ID.desc())
                .fetch(row -> new Judged(new ChildId(row.value1()), new ChildId(row.value2()), row.value3()));
    }

    // finding

    void addKeys(PartnershipId partnership, ChildId child, Set<String> keys) {
        db.insertInto(SEARCH_KEY, SEARCH_KEY.PARTNERSHIP_ID, SEARCH_KEY.KEY, SEARCH_KEY.CHILD_ID)
                .select(DSL.select(
                                DSL.val(partnership.value()),
                                DSL.field("key", SQLDataType.CLOB),
                                DSL.val(child.value()))
                        .from(DSL.unnest(keys.toArray(String[]::new)).as("keys", "key")))
                .onConflictDoNothing()
                .execute();
    }

    /**
     * The children who share most keys, best first.
     *
     * @param beginnings of keys; a key that begins so counts once more
     */
    List<ChildId> sharing(PartnershipId partnership, Set<String> keys, Set<String> beginnings, int limit) {
        Condition shared = SEARCH_KEY.KEY.eq(DSL.any(keys.toArray(String[]::new)));
        for (String beginning : beginnings) {
            shared = shared.or(SEARCH_KEY.KEY.ge(beginning).and(SEARCH_KEY.KEY.lt(beginning + '\uffff')));
        }
        return db.select(SEARCH_KEY.CHILD_ID)
                .from(SEARCH_KEY)
                .where(SEARCH_KEY.PARTNERSHIP_ID.eq(partnership.value()), shared)
                .groupBy(SEARCH_KEY.CHILD_ID)
                .orderBy(DSL.count().desc(), SEARCH_KEY.CHILD_ID)
                .limit(limit)
                .fetch(row -> new ChildId(row.value1()));
    }

    /** Every child joined to one of these by judgements that they are the same, these included, each with all of its own. */
    Map<ChildId, Set<ChildId>> linked(PartnershipId partnership, Collection<ChildId> children) {
        Map<ChildId, Set<ChildId>> groups = new HashMap<>();
        children.forEach(child -> groups.put(child, new HashSet<>(Set.of(child))));
        Set<ChildId> asked = new HashSet<>();
        Set<ChildId> next = new HashSet<>(children);
        while (!next.isEmpty()) {
            asked.addAll(next);
            Set<ChildId> reached = new HashSet<>();
            for (Judged judged : judgements(partnership, next)) {
                if (judged.same()) {
                    join(groups, judged.one(), judged.other());
                    reached.add(judged.one());
                    reached.add(judged.other());
                }
            }
            reached.removeAll(asked);
            next = reached;
        }
        return groups;
    }

    private static void join(Map<ChildId, Set<ChildId>> groups, ChildId one, ChildId other) {
        Set<ChildId> group = groups.computeIfAbsent(one, it -> new HashSet<>(Set.of(it)));
        Set<ChildId> joining = groups.computeIfAbsent(other, it -> new HashSet<>(Set.of(it)));
        if (group != joining) {
            group.addAll(joining);
            group.forEach(member -> groups.put(member, group));
        }
    }

    private static <T> void put(Map<ChildId, List<T>> map, UUID child, T value) {
        map.computeIfAbsent(new ChildId(child), it -> new ArrayList<>()).add(value);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
