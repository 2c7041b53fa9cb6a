package org.holdfast.partnership;

import static org.holdfast.partnership.db.Tables.WEBHOOK;
import static org.holdfast.partnership.db.Tables.WEBHOOK_DELIVERY;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.audit.PartnershipId;
import org.holdfast.partnership.db.tables.records.WebhookDeliveryRecord;
import org.holdfast.partnership.db.tables.records.WebhookRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where programs are told that something happened, and what has reached them. */
@Component
class WebhookStore {

    private final DSLContext db;

    WebhookStore(DSLContext db) {
        this.db = db;
    }

    List<Webhook> standing(PartnershipId partnership) {
        return db.selectFrom(WEBHOOK)
                .where(WEBHOOK.PARTNERSHIP_ID.eq(partnership.value()), WEBHOOK.ENDED_AT.isNull())
                .orderBy(WEBHOOK.CLIENT_ID)
                .fetch(WebhookStore::webhook);
    }

    Optional<Webhook> standing(PartnershipId partnership, UUID client) {
        return db.selectFrom(WEBHOOK).where(standingOf(partnership, client)).fetchOptional(WebhookStore::webhook);
    }

    /** The same, kept from being followed or changed by others until the transaction ends. */
    Optional<Webhook> lock(PartnershipId partnership, UUID client) {
        return db.selectFrom(WEBHOOK)
                .where(standingOf(partnership, client))
                .forUpdate()
                .fetchOptional(WebhookStore::webhook);
    }

    /**
     * The secrets of one telling, enciphered for their ids.
     *
     * @param before that of which the newest is the successor; null where there is none
     */
    record Secrets(UUID id, byte[] secret, @Nullable UUID beforeId, byte @Nullable [] before) {}

    Secrets secret(PartnershipId partnership, UUID client) {
        return db.selectFrom(WEBHOOK)
                .where(standingOf(partnership, client))
                .fetchSingle(
                        row -> new Secrets(row.getId(), row.getSecret(), row.getBeforeId(), row.getBeforeSecret()));
    }

    /** The secrets of all tellings of a partnership, enciphered, by their ids. */
    Map<UUID, byte[]> secrets(PartnershipId partnership) {
        Map<UUID, byte[]> secrets = new HashMap<>();
        db.selectFrom(WEBHOOK)
                .where(WEBHOOK.PARTNERSHIP_ID.eq(partnership.value()))
                .forEach(row -> {
                    secrets.put(row.getId(), row.getSecret());
                    if (row.getBeforeId() != null) {
                        secrets.put(row.getBeforeId(), row.getBeforeSecret());
                    }
                });
        return secrets;
    }

    /** Puts a secret that was enciphered anew in the place of what it was, unless it was changed meanwhile. */
    void enciphered(PartnershipId partnership, UUID webhook, byte[] before, byte[] anew) {
        db.update(WEBHOOK)
                .set(WEBHOOK.SECRET, anew)
                .where(
                        WEBHOOK.PARTNERSHIP_ID.eq(partnership.value()),
                        WEBHOOK.ID.eq(webhook),
                        WEBHOOK.SECRET.eq(before))
                .execute();
        db.update(WEBHOOK)
                .set(WEBHOOK.BEFORE_SECRET, anew)
                .where(
                        WEBHOOK.PARTNERSHIP_ID.eq(partnership.value()),
                        WEBHOOK.BEFORE_ID.eq(webhook),
                        WEBHOOK.BEFORE_SECRET.eq(before))
                .execute();
    }

    /** Puts a successor beside a secret, which signs until that day. */
    void renew(PartnershipId partnership, Webhook before, LocalDate until, UUID id, byte[] secret, LocalDate lastDay) {
        db.update(WEBHOOK)
                .set(WEBHOOK.BEFORE_ID, WEBHOOK.ID)
                .set(WEBHOOK.BEFORE_SECRET, WEBHOOK.SECRET)
                .set(WEBHOOK.BEFORE_LAST_DAY, until)
                .set(WEBHOOK.ID, id)
                .set(WEBHOOK.SECRET, secret)
                .set(WEBHOOK.LAST_DAY, lastDay)
                .setNull(WEBHOOK.NOTICED_DAYS)
                .where(standingOf(partnership, before.client()), WEBHOOK.ID.eq(before.id()))
                .execute();
    }

    /** Notes that administrators were told of an end; false where they were told so already. */
    boolean noticed(PartnershipId partnership, UUID client, int days) {
        return db.update(WEBHOOK)
                        .set(WEBHOOK.NOTICED_DAYS, days)
                        .where(standingOf(partnership, client))
                        .and(WEBHOOK.NOTICED_DAYS.isNull().or(WEBHOOK.NOTICED_DAYS.gt(days)))
                        .execute()
                == 1;
    }

    /** Puts it where none stands; false where one does. */
    boolean add(PartnershipId partnership, Webhook webhook, byte[] secret) {
        return db.insertInto(WEBHOOK)
                        .set(WEBHOOK.PARTNERSHIP_ID, partnership.value())
                        .set(WEBHOOK.CLIENT_ID, webhook.client())
                        .set(WEBHOOK.ID, webhook.id())
                        .set(WEBHOOK.ADDRESS, webhook.address().toString())
                        .set(WEBHOOK.KINDS, kinds(webhook))
                        .set(WEBHOOK.SECRET, secret)
                        .set(WEBHOOK.FOLLOWED, webhook.followed())
                        .set(WEBHOOK.SET_AT, at(webhook.setAt()))
                        .set(WEBHOOK.LAST_DAY, webhook.lastDay())
                        .onConflict(WEBHOOK.PARTNERSHIP_ID, WEBHOOK.CLIENT_ID)
                        .doUpdate()
                        .set(WEBHOOK.ID, webhook.id())
                        .set(WEBHOOK.ADDRESS, webhook.address().toString())
                        .set(WEBHOOK.KINDS, kinds(webhook))
                        .set(WEBHOOK.SECRET, secret)
                        .set(WEBHOOK.FOLLOWED, webhook.followed())
                        .set(WEBHOOK.SET_AT, at(webhook.setAt()))
                        .set(WEBHOOK.LAST_DAY, webhook.lastDay())
                        .setNull(WEBHOOK.NOTICED_DAYS)
                        .setNull(WEBHOOK.BEFORE_ID)
                        .setNull(WEBHOOK.BEFORE_SECRET)
                        .setNull(WEBHOOK.BEFORE_LAST_DAY)
                        .setNull(WEBHOOK.ENDED_AT)
                        .where(WEBHOOK.ENDED_AT.isNotNull())
                        .execute()
                == 1;
    }

    /** Tells it at another address or of other things; its secret is enciphered for its id, which is another with each change. */
    void change(PartnershipId partnership, Webhook webhook, byte[] secret) {
        db.update(WEBHOOK)
                .set(WEBHOOK.ID, webhook.id())
                .set(WEBHOOK.ADDRESS, webhook.address().toString())
                .set(WEBHOOK.KINDS, kinds(webhook))
                .set(WEBHOOK.SECRET, secret)
                .set(WEBHOOK.SET_AT, at(webhook.setAt()))
                .where(standingOf(partnership, webhook.client()))
                .execute();
    }

    private static String[] kinds(Webhook webhook) {
        return webhook.kinds().stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    /** Ends the telling, and stops what still waits or could be sent again. */
    boolean end(PartnershipId partnership, UUID client, Instant now) {
        boolean ended = db.update(WEBHOOK)
                        .set(WEBHOOK.ENDED_AT, at(now))
                        .where(standingOf(partnership, client))
                        .execute()
                == 1;
        db.update(WEBHOOK_DELIVERY)
                .set(WEBHOOK_DELIVERY.STATE, WebhookState.STOPPED.name())
                .where(
                        deliveriesOf(partnership, client),
                        WEBHOOK_DELIVERY.STATE.in(WebhookState.WAITING.name(), WebhookState.GIVEN_UP.name()))
                .execute();
        return ended;
    }

    /** Goes on to a line; not where somebody else has done so, or it was ended. */
    boolean follow(PartnershipId partnership, Webhook webhook, long until) {
        return db.update(WEBHOOK)
                        .set(WEBHOOK.FOLLOWED, until)
                        .where(
                                standingOf(partnership, webhook.client()),
                                WEBHOOK.ID.eq(webhook.id()),
                                WEBHOOK.FOLLOWED.eq(webhook.followed()))
                        .execute()
                == 1;
    }

    void add(PartnershipId partnership, WebhookDelivery delivery) {
        db.insertInto(WEBHOOK_DELIVERY)
                .set(WEBHOOK_DELIVERY.PARTNERSHIP_ID, partnership.value())
                .set(WEBHOOK_DELIVERY.ID, delivery.id())
                .set(WEBHOOK_DELIVERY.CLIENT_ID, delivery.client())
                .set(WEBHOOK_DELIVERY.LINE, delivery.line())
                .set(WEBHOOK_DELIVERY.EVENT, delivery.event())
                .set(WEBHOOK_DELIVERY.HAPPENED_AT, at(delivery.happenedAt()))
                .set(WEBHOOK_DELIVERY.STATE, delivery.state().name())
                .set(WEBHOOK_DELIVERY.WAITS_SINCE, at(delivery.waitsSince()))
                .set(WEBHOOK_DELIVERY.NEXT_ATTEMPT_AT, at(delivery.nextAttemptAt()))
                .execute();
    }

    /** What is to be sent next, in the order in which it happened. */
    Optional<WebhookDelivery> due(PartnershipId partnership, UUID client, Instant now) {
        return db.selectFrom(WEBHOOK_DELIVERY)
                .where(
                        deliveriesOf(partnership, client),
                        WEBHOOK_DELIVERY.STATE.eq(WebhookState.WAITING.name()),
                        WEBHOOK_DELIVERY.NEXT_ATTEMPT_AT.le(at(now)))
                .orderBy(WEBHOOK_DELIVERY.LINE)
                .limit(1)
                .fetchOptional(WebhookStore::delivery);
    }

    /** Keeps what came of an attempt. What was stopped meanwhile stays so, unless it was taken. */
    void tried(
            PartnershipId partnership,
            UUID delivery,
            WebhookState state,
            WebhookAnswer answer,
            Instant next,
            Instant now) {
        db.update(WEBHOOK_DELIVERY)
                .set(
                        WEBHOOK_DELIVERY.STATE,
                        answer.taken()
                                ? DSL.val(state.name())
                                : DSL.when(WEBHOOK_DELIVERY.STATE.eq(WebhookState.WAITING.name()), state.name())
                                        .otherwise(WEBHOOK_DELIVERY.STATE))
                .set(WEBHOOK_DELIVERY.ATTEMPTS, WEBHOOK_DELIVERY.ATTEMPTS.plus(1))
                .set(WEBHOOK_DELIVERY.NEXT_ATTEMPT_AT, at(next))
                .set(WEBHOOK_DELIVERY.TRIED_AT, at(now))
                .set(WEBHOOK_DELIVERY.STATUS, answer.status())
                .set(
                        WEBHOOK_DELIVERY.FAULT,
                        answer.fault() == null ? null : answer.fault().name())
                .where(WEBHOOK_DELIVERY.PARTNERSHIP_ID.eq(partnership.value()), WEBHOOK_DELIVERY.ID.eq(delivery))
                .execute();
    }

    void stop(PartnershipId partnership, UUID delivery) {
        db.update(WEBHOOK_DELIVERY)
                .set(WEBHOOK_DELIVERY.STATE, WebhookState.STOPPED.name())
                .where(
                        WEBHOOK_DELIVERY.PARTNERSHIP_ID.eq(partnership.value()),
                        WEBHOOK_DELIVERY.ID.eq(delivery),
                        WEBHOOK_DELIVERY.STATE.eq(WebhookState.WAITING.name()))
                .execute();
    }

    /** Has what was given up tried anew, and answers how many there are. */
    int again(PartnershipId partnership, UUID client, Instant now) {
        return db.update(WEBHOOK_DELIVERY)
                .set(WEBHOOK_DELIVERY.STATE, WebhookState.WAITING.name())
                .set(WEBHOOK_DELIVERY.ATTEMPTS, 0)
                .set(WEBHOOK_DELIVERY.WAITS_SINCE, at(now))
                .set(WEBHOOK_DELIVERY.NEXT_ATTEMPT_AT, at(now))
                .where(deliveriesOf(partnership, client), WEBHOOK_DELIVERY.STATE.eq(WebhookState.GIVEN_UP.name()))
                .execute();
    }

    List<WebhookDelivery> latest(PartnershipId partnership, UUID client, int most) {
        return db.selectFrom(WEBHOOK_DELIVERY)
                .where(deliveriesOf(partnership, client))
                .orderBy(WEBHOOK_DELIVERY.LINE.desc())
                .limit(most)
                .fetch(WebhookStore::delivery);
    }

    Map<UUID, Integer> givenUp(PartnershipId partnership) {
        return db.select(WEBHOOK_DELIVERY.CLIENT_ID, DSL.count())
                .from(WEBHOOK_DELIVERY)
                .where(
                        WEBHOOK_DELIVERY.PARTNERSHIP_ID.eq(partnership.value()),
                        WEBHOOK_DELIVERY.STATE.eq(WebhookState.GIVEN_UP.name()))
                .groupBy(WEBHOOK_DELIVERY.CLIENT_ID)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    private static Condition standingOf(PartnershipId partnership, UUID client) {
        return WEBHOOK.PARTNERSHIP_ID
                .eq(partnership.value())
                .and(WEBHOOK.CLIENT_ID.eq(client))
                .and(WEBHOOK.ENDED_AT.isNull());
    }

    private static Condition deliveriesOf(PartnershipId partnership, UUID client) {
        return WEBHOOK_DELIVERY.PARTNERSHIP_ID.eq(partnership.value()).and(WEBHOOK_DELIVERY.CLIENT_ID.eq(client));
    }

    private static Webhook webhook(WebhookRecord row) {
        return new Webhook(
                row.getClientId(),
                row.getId(),
                URI.create(row.getAddress()),
                Arrays.stream(row.getKinds()).map(WebhookKind::valueOf).collect(Collectors.toSet()),
                row.getFollowed(),
                row.getSetAt().toInstant(),
                row.getLastDay(),
                row.getBeforeLastDay());
    }

    private static WebhookDelivery delivery(WebhookDeliveryRecord row) {
        OffsetDateTime tried = row.getTriedAt();
        String fault = row.getFault();
        return new WebhookDelivery(
                row.getId(),
                row.getClientId(),
                row.getLine(),
                row.getEvent(),
                row.getHappenedAt().toInstant(),
                WebhookState.valueOf(row.getState()),
                row.getWaitsSince().toInstant(),
                row.getAttempts(),
                row.getNextAttemptAt().toInstant(),
                tried == null ? null : tried.toInstant(),
                tried == null
                        ? null
                        : new WebhookAnswer(row.getStatus(), fault == null ? null : WebhookFault.valueOf(fault)));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
