package org.holdfast.mail;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to what is written to people. A message is kept in the transaction of what it tells of, and sent afterwards. */
@Component
public final class Outbox {

    /** So many messages a page. */
    public static final int PAGE = 50;

    private final Ledger ledger;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final OutboxStore store;
    private final EmailWriter emailWriter;
    private final MailSettings settings;
    private final Supplier<UUID> ids;

    Outbox(
            Ledger ledger,
            Sharing sharing,
            Partnerships partnerships,
            OutboxStore store,
            EmailWriter emailWriter,
            MailSettings settings,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.store = store;
        this.emailWriter = emailWriter;
        this.settings = settings;
        this.ids = ids;
    }

    /**
     * Messages as one page shows them.
     *
     * @param counts how many there are in each state; empty where only one's own are shown
     * @param more whether there are older ones
     * @param sends whether this installation sends mail at all
     */
    public record Shown(List<Correspondence> messages, Map<MessageState, Integer> counts, boolean more, boolean sends) {
        public Shown {
            messages = List.copyOf(messages);
            counts = Map.copyOf(counts);
        }
    }

    /**
     * One message, written out as its reader gets it.
     *
     * @param link where it leads
     * @param mayRelease whether the actor may let it go to its address
     * @param mayTryAgain whether the actor may have it sent anew
     */
    public record Opened(
            Correspondence correspondence,
            String subject,
            String text,
            String link,
            boolean mayRelease,
            boolean mayTryAgain) {}

    /** Keeps a message to be sent. */
    public UUID post(Actor by, Message message, Instant now) {
        return post(by, List.of(message), now).getFirst();
    }

    /**
     * Keeps messages to be sent, all or none; a line on the ledger for each (GOV-7).
     *
     * @return their ids, in the order of the messages
     */
    public List<UUID> post(Actor by, List<Message> messages, Instant now) {
        List<OutboxStore.Posted> posted = messages.stream()
                .map(message -> new OutboxStore.Posted(ids.get(), message))
                .toList();
        return ledger.within(by, () -> {
            store.add(by.partnership(), posted, now);
            for (OutboxStore.Posted one : posted) {
                Message message = one.message();
                ledger.record(
                        by,
                        now,
                        new MailEvent.MessagePosted(one.id(), message.to().value(), message.textKey()));
            }
            return posted.stream().map(OutboxStore.Posted::id).toList();
        });
    }

    /**
     * The partnership's messages, the newest first.
     *
     * @param state those in it; null for all
     * @param reader those to them; null for everybody's
     * @param page from 1
     */
    public Outcome<Shown> all(
            Actor actor, @Nullable MessageState state, @Nullable MemberId reader, int page, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.SEE_OUTBOX, now).map(_ -> {
                    Directory directory = directory(actor);
                    Map<MessageState, Integer> counts = new EnumMap<>(MessageState.class);
                    for (MessageState each : MessageState.values()) {
                        counts.put(each, store.count(actor.partnership(), each, directory.reachable()));
                    }
                    Shown shown = shown(actor, directory, state, reader, page, counts);
                    ledger.record(
                            actor,
                            now,
                            new MailEvent.OutboxSeen(shown.messages().size()));
                    return shown;
                }));
    }

    /** The actor's own messages, the newest first. */
    public Shown own(Actor actor, int page) {
        return ledger.within(
                actor, () -> shown(actor, directory(actor), null, new MemberId(actor.member()), page, Map.of()));
    }

    /** One message: one's own, or any for whoever sees the outbox. */
    public Outcome<Opened> open(Actor actor, UUID id, Instant now) {
        return ledger.within(
                actor,
                () -> found(actor, id, now).map(found -> {
                    ledger.record(actor, now, new MailEvent.MessageSeen(id));
                    Email email = emailWriter.of(found.kept(), found.reader());
                    boolean office = sharing.may(actor, Permission.RELEASE_MESSAGE);
                    return new Opened(
                            found,
                            email.subject(),
                            email.text(),
                            settings.link(found.kept().message().path()),
                            office && found.hold() == Hold.OTHER_DOMAIN,
                            office && found.state() == MessageState.FAILED);
                }));
    }

    /** The calendar entry of a message, as a file for a calendar. */
    public Outcome<String> calendar(Actor actor, UUID id, Instant now) {
        return ledger.within(
                actor,
                () -> found(actor, id, now).then(found -> {
                    if (found.kept().message().entry() == null) {
                        return Outcome.refused(Sharing.NOT_FOUND);
                    }
                    ledger.record(actor, now, new MailEvent.MessageSeen(id));
                    return Outcome.done(emailWriter.calendar(found.kept(), found.reader()));
                }));
    }

    /** Lets a held message go to the address its reader has now, though that lies outside the domains of secure mail. */
    public Outcome<UUID> release(Actor actor, UUID id, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.RELEASE_MESSAGE, now)
                        .then(_ -> found(actor, id, now))
                        .then(found -> {
                            if (found.hold() != Hold.OTHER_DOMAIN
                                    || !store.release(actor, id, found.reader().email())) {
                                return Outcome.refused(Reason.of("mail.refused.not-held", ""));
                            }
                            ledger.record(
                                    actor,
                                    now,
                                    new MailEvent.MessageReleased(
                                            id, found.reader().id().value()));
                            return Outcome.done(id);
                        }));
    }

    /** Has a message that failed for good tried anew. */
    public Outcome<UUID> again(Actor actor, UUID id, String seen, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.RELEASE_MESSAGE, now)
                        .then(_ -> found(actor, id, now))
                        .then(found -> {
                            if (!found.reader().email().equals(seen)) {
                                return Outcome.refused(Reason.of("mail.refused.other-address", ""));
                            }
                            if (!store.again(actor.partnership(), id)) {
                                return Outcome.refused(Reason.of("mail.refused.not-failed", ""));
                            }
                            ledger.record(actor, now, new MailEvent.MessageTriedAgain(id));
                            return Outcome.done(id);
                        }));
    }

    /** Everybody there ever was, and who of them can be written to. */
    private record Directory(Map<MemberId, Member> members, Reachable reachable, List<String> secureDomains) {}

    private Directory directory(Actor actor) {
        List<Member> members = partnerships.members(actor);
        List<String> secure = partnerships.profile(actor.partnership()).secureDomains();
        return new Directory(
                members.stream().collect(Collectors.toMap(Member::id, Function.identity())),
                Reachable.of(members, secure),
                secure);
    }

    private Shown shown(
            Actor actor,
            Directory directory,
            @Nullable MessageState state,
            @Nullable MemberId reader,
            int page,
            Map<MessageState, Integer> counts) {
        List<KeptMessage> kept =
                store.messages(actor.partnership(), state, reader, directory.reachable(), (page - 1) * PAGE, PAGE + 1);
        return new Shown(
                kept.stream()
                        .limit(PAGE)
                        .flatMap(message -> correspondence(directory, message).stream())
                        .toList(),
                counts,
                kept.size() > PAGE,
                settings.server() != null);
    }

    private Outcome<Correspondence> found(Actor actor, UUID id, Instant now) {
        return store.message(actor.partnership(), id)
                .filter(message -> message.message().to().value().equals(actor.member())
                        || sharing.may(actor, Permission.SEE_OUTBOX))
                .flatMap(message -> correspondence(directory(actor), message))
                .<Outcome<Correspondence>>map(Outcome::done)
                .orElseGet(() -> {
                    ledger.record(actor, now, new MailEvent.MessageRefused(id));
                    return Outcome.refused(Sharing.NOT_FOUND);
                });
    }

    private static Optional<Correspondence> correspondence(Directory directory, KeptMessage message) {
        return Optional.ofNullable(directory.members().get(message.message().to()))
                .map(reader -> {
                    Hold hold = message.state() == MessageState.WAITING
                            ? Hold.of(reader.email(), directory.secureDomains(), message.releasedTo())
                            : null;
                    return new Correspondence(
                            message, reader, hold == null ? message.state() : MessageState.HELD, hold);
                });
    }
}
