package org.holdfast.mail;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Round;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The post round: sends what waits and is not held. Each message is leased to one node before it is sent and settled afterwards, so that
 * two nodes never send the same one; where a node dies in between, the message is sent again after the lease, under the same Message-ID.
 */
@Component
class Delivery implements Round {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /** Far longer than a round takes: so many messages, each within the postman's patience or the connection is given up. */
    static final Duration LEASE = Duration.ofHours(1);

    /** So many a round; the others wait for the next, so that every partnership has its turn. */
    private static final int MOST = 500;

    private final Ledger ledger;
    private final OutboxStore store;
    private final Partnerships partnerships;
    private final EmailWriter emailWriter;
    private final Postman postman;

    Delivery(Ledger ledger, OutboxStore store, Partnerships partnerships, EmailWriter emailWriter, Postman postman) {
        this.ledger = ledger;
        this.store = store;
        this.partnerships = partnerships;
        this.emailWriter = emailWriter;
        this.postman = postman;
    }

    @Override
    public String name() {
        return "post";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void make(Actor program, Instant now) {
        if (!postman.works()) {
            return;
        }
        Map<MemberId, Member> readers = partnerships.members(program).stream()
                .filter(member -> member.memberOn(UnitedKingdom.day(now)))
                .collect(Collectors.toMap(Member::id, Function.identity()));
        List<String> secure = partnerships.profile(program.partnership()).secureDomains();
        Reachable reachable = Reachable.of(readers.values(), secure);
        KeptMessage next = lease(program, reachable, now).orElse(null);
        if (next == null) {
            return;
        }
        Ledger.outside();
        try (Postman.Bag bag = postman.open()) {
            for (int sent = 0; next != null; sent++) {
                Member reader =
                        Objects.requireNonNull(readers.get(next.message().to()));
                settle(program, next, bag.send(emailWriter.of(next, reader)), now);
                next = sent < MOST && bag.stands()
                        ? lease(program, reachable, now).orElse(null)
                        : null;
            }
        } catch (MessagingException away) {
            String said = Postman.said(away);
            LOG.warn("the mail server cannot be used: {}", said);
            if (next != null) {
                settle(program, next, new Postman.Answer.Refused(said, false), now);
            }
        }
    }

    private Optional<KeptMessage> lease(Actor program, Reachable reachable, Instant now) {
        return ledger.within(program, () -> store.lease(program.partnership(), reachable, now, now.plus(LEASE)));
    }

    private void settle(Actor program, KeptMessage message, Postman.Answer answer, Instant now) {
        ledger.within(program, () -> {
            switch (answer) {
                case Postman.Answer.Taken() -> {
                    store.sent(program.partnership(), message.id(), now);
                    ledger.record(program, now, new MailEvent.MessageSent(message.id(), message.attempts()));
                }
                case Postman.Answer.Refused(String error, boolean forGood) -> {
                    @Nullable
                    Instant again = forGood
                            ? null
                            : Retries.after(message.attempts()).map(now::plus).orElse(null);
                    store.notSent(program.partnership(), message.id(), error, again);
                    ledger.record(
                            program,
                            now,
                            new MailEvent.MessageNotSent(message.id(), message.attempts(), again == null));
                }
            }
            return message;
        });
    }
}
