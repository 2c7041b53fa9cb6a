package org.holdfast.administration;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Role;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.ApiClient;
import org.holdfast.partnership.ApiClients;
import org.holdfast.partnership.ClientScope;
import org.holdfast.partnership.Limit;
import org.holdfast.partnership.Limits;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Webhook;
import org.holdfast.partnership.WebhookDelivery;
import org.holdfast.partnership.WebhookKind;
import org.holdfast.partnership.Webhooks;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door for administrators to the programs that call the interface: what each may reach, and its secret, shown once. */
@Component
public final class Clients {

    /** So many deliveries to a program are shown. */
    public static final int DELIVERIES = 50;

    private final Ledger ledger;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final ApiClients clients;
    private final Webhooks webhooks;
    private final Limits limits;
    private final Caller caller;

    Clients(
            Ledger ledger,
            Sharing sharing,
            Partnerships partnerships,
            ApiClients clients,
            Webhooks webhooks,
            Limits limits,
            Caller caller) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.clients = clients;
        this.webhooks = webhooks;
        this.limits = limits;
        this.caller = caller;
    }

    /**
     * A program to be admitted.
     *
     * @param roles in which it acts, as a person would
     * @param aMinute how many requests it may make in a minute
     * @param lastDay of its secret
     */
    public record Admitting(
            @Nullable AgencyId agency,
            String name,
            Set<Role> roles,
            Set<ClientScope> scopes,
            @Nullable Integer aMinute,
            @Nullable LocalDate lastDay) {}

    /** How a new secret comes beside, or in the place of, the one before. */
    public enum Successor {
        /** The one before still opens for some days, so that the program can change without a gap. */
        OVERLAPS,
        /** The one before opens nothing from now on, as others may have seen it. */
        AT_ONCE
    }

    /**
     * A program and what it is told.
     *
     * @param webhook null where it is told nothing
     * @param deliveries the newest first
     * @param givenUp how many deliveries were given up, those not shown among them
     */
    public record Opened(ApiClient client, @Nullable Webhook webhook, List<WebhookDelivery> deliveries, int givenUp) {
        public Opened {
            deliveries = List.copyOf(deliveries);
        }
    }

    /** What a program is to be told, and where. */
    public record Listening(String address, Set<WebhookKind> kinds) {}

    /** Every program of the partnership, those that were ended among them. */
    public Outcome<List<ApiClient>> all(Actor actor, Instant now) {
        return asAdministrator(actor, now, () -> Outcome.done(clients.all(actor)));
    }

    /** The agencies for which a program may act. */
    public Outcome<List<Agency>> agencies(Actor actor, Instant now) {
        return asAdministrator(actor, now, () -> Outcome.done(partnerships.agencies(actor)));
    }

    /** To how many deliveries nobody answered in a day, by program; who has none is left out. */
    public Outcome<Map<UUID, Integer>> givenUp(Actor actor, Instant now) {
        return asAdministrator(actor, now, () -> Outcome.done(webhooks.givenUp(actor)));
    }

    /** One program, with what it is told. */
    public Outcome<Opened> open(Actor actor, UUID client, Instant now) {
        return asAdministrator(
                actor,
                now,
                () -> found(clients.client(actor, client))
                        .map(it -> new Opened(
                                it,
                                webhooks.standing(actor, client).orElse(null),
                                webhooks.deliveries(actor, client, DELIVERIES),
                                webhooks.givenUp(actor).getOrDefault(client, 0))));
    }

    /** Has a program told of what happens, and answers the secret by which it knows what it is sent. */
    public Outcome<String> tell(Actor actor, UUID client, Listening listening, Instant now) {
        return telling(
                actor,
                client,
                listening,
                now,
                address -> webhooks.tell(actor, client, address, listening.kinds(), now));
    }

    /**
     * Tells a program at another address, or of other things; it goes on knowing what it is sent by the secret that it has.
     *
     * @param seen the id of the webhook that it had before
     */
    public Outcome<UUID> tellOtherwise(Actor actor, UUID client, Listening listening, UUID seen, Instant now) {
        return telling(
                actor,
                client,
                listening,
                now,
                address -> webhooks.tellOtherwise(actor, client, address, listening.kinds(), seen, now)
                        ? Optional.of(client)
                        : Optional.empty());
    }

    private <T> Outcome<T> telling(
            Actor actor, UUID client, Listening listening, Instant now, Function<URI, Optional<T>> tell) {
        return asAdministrator(
                actor,
                now,
                () -> found(clients.client(actor, client).filter(it -> it.endedAt() == null))
                        .then(it -> {
                            List<Reason> faults = new ArrayList<>(StaffRules.told(listening.kinds(), it.scopes()));
                            Outcome<URI> address = caller.address(listening.address());
                            if (address instanceof Outcome.Refused<URI>(List<Reason> reasons)) {
                                faults.addAll(0, reasons);
                            }
                            if (!faults.isEmpty()) {
                                return Outcome.refused(faults);
                            }
                            return tell.apply(address.orThrow())
                                    .<Outcome<T>>map(Outcome::done)
                                    .orElseGet(() ->
                                            Outcome.refused(Reason.about("address", "administration.webhook.changed")));
                        }));
    }

    /** Tells a program nothing any more, at once. */
    public Outcome<UUID> endTelling(Actor actor, UUID client, Instant now) {
        return asAdministrator(
                actor,
                now,
                () -> clients.client(actor, client).isPresent() && webhooks.end(actor, client, now)
                        ? Outcome.done(client)
                        : Outcome.refused(Sharing.NOT_FOUND));
    }

    /** Has what was given up tried for another day. */
    public Outcome<UUID> sendAgain(Actor actor, UUID client, Instant now) {
        return asAdministrator(
                actor,
                now,
                () -> webhooks.standing(actor, client).isPresent() && webhooks.again(actor, client, now) > 0
                        ? Outcome.done(client)
                        : Outcome.refused(Sharing.NOT_FOUND));
    }

    /** Admits a program, and answers its secret. */
    public Outcome<ApiClient.Secret> admit(Actor actor, Admitting admitting, Instant now) {
        return asAdministrator(actor, now, () -> {
            Agency agency = partnerships.agencies(actor).stream()
                    .filter(each -> each.id().equals(admitting.agency()))
                    .findFirst()
                    .orElse(null);
            List<Reason> faults = new ArrayList<>(StaffRules.particulars(
                    admitting.name(), "", admitting.roles(), agency == null ? null : agency.kind()));
            faults.addAll(StaffRules.client(admitting.roles(), admitting.scopes()));
            Integer aMinute = admitting.aMinute();
            int most = limits.of(Limit.MOST_REQUESTS_A_MINUTE);
            if (aMinute == null || aMinute < 1 || aMinute > most) {
                faults.add(Reason.about("a-minute", "administration.client.a-minute.wrong", "" + most));
            }
            LocalDate lastDay = admitting.lastDay();
            faults.addAll(lastDay(lastDay, now));
            if (!faults.isEmpty() || agency == null || aMinute == null || lastDay == null) {
                return Outcome.refused(faults);
            }
            return Outcome.done(clients.admit(
                    actor, agency, admitting.name(), admitting.roles(), admitting.scopes(), aMinute, lastDay, now));
        });
    }

    /** The last day of a secret that is made now, where nobody says an earlier one. */
    public LocalDate usualLastDay(Instant now) {
        return clients.usualLastDay(now);
    }

    /** How many requests a minute a program may make where nobody says otherwise. */
    public int usualAMinute() {
        return limits.of(Limit.REQUESTS_A_MINUTE);
    }

    /** For how many days a secret still opens beside its successor. */
    public int overlapDays() {
        return limits.of(Limit.SECRET_OVERLAP_DAYS);
    }

    private List<Reason> lastDay(@Nullable LocalDate lastDay, Instant now) {
        return StaffRules.lastDay(lastDay, UnitedKingdom.day(now), clients.usualLastDay(now));
    }

    /** Gives a program another secret, beside the one before or in its place. */
    public Outcome<String> anotherSecret(
            Actor actor, UUID client, @Nullable LocalDate lastDay, @Nullable Successor successor, Instant now) {
        return asAdministrator(actor, now, () -> {
            List<Reason> faults = new ArrayList<>(lastDay(lastDay, now));
            if (successor == null) {
                faults.add(Reason.about("successor", "administration.client.successor.missing"));
            }
            return lastDay == null || !faults.isEmpty()
                    ? Outcome.refused(faults)
                    : found(clients.anotherSecret(actor, client, lastDay, successor == Successor.OVERLAPS, now));
        });
    }

    /** Takes one of two secrets back before its last day. */
    public Outcome<UUID> takeBackSecret(Actor actor, UUID client, int number, Instant now) {
        return asAdministrator(
                actor,
                now,
                () -> clients.takeBack(actor, client, number, now)
                        ? Outcome.done(client)
                        : Outcome.refused(Sharing.NOT_FOUND));
    }

    /** Gives what a program is told another secret; the one before signs beside it for some days. */
    public Outcome<String> anotherSigningSecret(
            Actor actor, UUID client, @Nullable LocalDate lastDay, @Nullable UUID seen, Instant now) {
        return asAdministrator(
                actor,
                now,
                () -> found(clients.client(actor, client).filter(it -> it.endedAt() == null))
                        .then(_ -> {
                            List<Reason> faults = new ArrayList<>();
                            lastDay(lastDay, now)
                                    .forEach(fault -> faults.add(Reason.about(
                                            "signing-until",
                                            fault.key(),
                                            fault.details().toArray(String[]::new))));
                            if (lastDay == null || seen == null || !faults.isEmpty()) {
                                return seen == null ? Outcome.refused(Sharing.NOT_FOUND) : Outcome.refused(faults);
                            }
                            return webhooks.anotherSecret(actor, client, lastDay, seen, now)
                                    .<Outcome<String>>map(Outcome::done)
                                    .orElseGet(() -> Outcome.refused(
                                            Reason.about("signing-until", "administration.webhook.changed")));
                        }));
    }

    /** Ends a program at once. */
    public Outcome<UUID> end(Actor actor, UUID client, Instant now) {
        return asAdministrator(
                actor,
                now,
                () -> clients.end(actor, client, now) ? Outcome.done(client) : Outcome.refused(Sharing.NOT_FOUND));
    }

    private static <T> Outcome<T> found(Optional<T> found) {
        return found.<Outcome<T>>map(Outcome::done).orElseGet(() -> Outcome.refused(Sharing.NOT_FOUND));
    }

    private <T> Outcome<T> asAdministrator(Actor actor, Instant now, Supplier<Outcome<T>> work) {
        return ledger.within(
                actor, () -> sharing.ask(actor, Permission.ADMINISTER, now).then(_ -> work.get()));
    }
}
