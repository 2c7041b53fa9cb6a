package org.holdfast.partnership;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.PartnershipId;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The door to signing in with one's own agency. A provider speaks for the people of its agency in one partnership and for nobody else: it
 * knows a member by issuer and subject, and never by name or e-mail address (GOV-7).
 */
@Component
public final class Identities {

    /** How old that may be which a provider tells. */
    private static final Duration TOLD_WITHIN = Duration.ofHours(1);

    /** How far a provider's clock may go before ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final Ledger ledger;
    private final Partnerships partnerships;
    private final Accounts accounts;
    private final PartnershipStore members;
    private final AccountStore store;
    private final IdentityStore identities;
    private final ObjectProvider<OpenSessions> sessions;
    private final Supplier<UUID> ids;

    Identities(
            Ledger ledger,
            Partnerships partnerships,
            Accounts accounts,
            PartnershipStore members,
            AccountStore store,
            IdentityStore identities,
            ObjectProvider<OpenSessions> sessions,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.partnerships = partnerships;
        this.accounts = accounts;
        this.members = members;
        this.store = store;
        this.identities = identities;
        this.sessions = sessions;
        this.ids = ids;
    }

    /**
     * Signs somebody in whom the provider of their agency has proved. Whoever comes for the first time is made a member where the agency
     * allows it, and turned away otherwise; so is whoever has left, or works for another agency by now.
     */
    public SigningIn signIn(Issuer issuer, Issuer.Known known, Instant now) {
        Actor program = Partnerships.program(issuer.partnership());
        return ledger.within(program, () -> {
            Member member = member(program, issuer, known).orElse(null);
            if (member == null && !issuer.justInTime().isEmpty()) {
                member = justInTime(program, issuer, known, now);
            }
            if (member == null
                    || !member.agency().id().equals(issuer.agency().id())
                    || !member.memberOn(UnitedKingdom.day(now))) {
                ledger.record(program, now, new PartnershipEvent.IdentityRefused(issuer.address()));
                return new SigningIn.Refused();
            }
            return accounts.onward(membership(issuer, member), issuer.asksSecondFactor(), now);
        });
    }

    /** Whether somebody signed in is who the provider of their agency has proved once more, before a grave step. */
    public boolean again(Membership who, Issuer issuer, Issuer.Known known, Instant now) {
        Actor program = Partnerships.program(issuer.partnership());
        boolean same = who.partnership().equals(issuer.partnership())
                && ledger.within(program, () -> member(program, issuer, known))
                        .filter(member -> member.id().value().equals(who.member()))
                        .isPresent();
        if (same) {
            accounts.again(who, now);
        }
        return same;
    }

    private Optional<Member> member(Actor program, Issuer issuer, Issuer.Known known) {
        return identities.member(issuer, known.subject()).flatMap(id -> partnerships.member(program, id));
    }

    private @Nullable Member justInTime(Actor program, Issuer issuer, Issuer.Known known, Instant now) {
        // nobody has a username with a colon in it who did not come so: an account that is there is never taken over by
        // its name
        Outcome<Member> joined = partnerships.join(
                program,
                issuer.agency(),
                known.name().isBlank() ? known.subject() : known.name(),
                "",
                issuer.justInTime(),
                issuer.key() + ":" + known.subject(),
                accounts.noPassword(),
                UnitedKingdom.day(now),
                now);
        if (!(joined instanceof Outcome.Done<Member>(Member member))) {
            // in another window a moment ago
            return member(program, issuer, known).orElse(null);
        }
        if (!known.email().isBlank()) {
            partnerships.reachedAt(program, member.id(), known.email(), now);
        }
        link(program, issuer, known.subject(), member.id(), now);
        return member;
    }

    private Membership membership(Issuer issuer, Member member) {
        var account = members.account(issuer.partnership(), member.id());
        return new Membership(
                account,
                issuer.partnership(),
                member.id().value(),
                store.account(account).username());
    }

    /**
     * Links somebody who is signed in, and has just given their password, with what the provider of their agency calls them. From then on
     * they sign in with it.
     */
    public Outcome<Membership> link(Membership who, Issuer issuer, String subject, Instant now) {
        Actor actor = partnerships.actor(who, now).orElseThrow();
        return ledger.within(actor, () -> {
            if (!who.partnership().equals(issuer.partnership())
                    || !actor.agency().equals(issuer.agency().id().value())
                    || !link(actor, issuer, subject, new MemberId(who.member()), now)) {
                return Outcome.refused(Reason.of("partnership.identity.taken", ""));
            }
            return Outcome.done(who);
        });
    }

    /**
     * Keeps that a provider has signed somebody in, so that it can sign them out.
     *
     * @param sid what the provider calls its own session; null where it does not say
     * @return by which this sign-in is known
     */
    public UUID began(Issuer issuer, Membership who, @Nullable String sid, Instant now) {
        return ledger.within(Partnerships.program(issuer.partnership()), () -> {
            UUID id = ids.get();
            identities.began(id, issuer, sid, who.member(), now);
            return id;
        });
    }

    /** Whether a sign-in through a provider was not ended by it. */
    public boolean stands(PartnershipId partnership, UUID signIn) {
        return ledger.within(Partnerships.program(partnership), () -> identities.stands(partnership, signIn));
    }

    /**
     * That a provider has signed somebody out, as its token says.
     *
     * @param token by which it knows the token
     * @param subject by which it knows whom; null where it says the session alone
     * @param sid which of its sessions; null where all of that person
     */
    public record Told(
            String token,
            Instant at,
            @Nullable String subject,
            @Nullable String sid) {}

    /**
     * Signs somebody out whom their provider has signed out: wherever they came in through it, and nowhere else. What it tells counts once,
     * and soon; told again it ends nothing that was begun since.
     *
     * @return how many sessions ended
     */
    public int signedOut(Issuer issuer, Told told, Instant now) {
        if (told.at().isBefore(now.minus(TOLD_WITHIN)) || told.at().isAfter(now.plus(CLOCKS_DIFFER))) {
            return 0;
        }
        Actor program = Partnerships.program(issuer.partnership());
        return ledger.within(program, () -> {
            if (!identities.told(issuer, told.token(), now)) {
                return 0;
            }
            Map<UUID, Set<UUID>> ended = identities.ended(issuer, told, now);
            int all = 0;
            for (Map.Entry<UUID, Set<UUID>> member : ended.entrySet()) {
                UUID account = members.account(issuer.partnership(), new MemberId(member.getKey()));
                int sessionsEnded = sessions.stream()
                        .mapToInt(each -> each.end(account, member.getValue()))
                        .sum();
                ledger.record(
                        program,
                        now,
                        new PartnershipEvent.SignedOutByProvider(member.getKey(), issuer.address(), sessionsEnded));
                all += sessionsEnded;
            }
            return all;
        });
    }

    /** Throws away what nobody signs out any more: no session lasts a day. */
    void forgetSignIns(Actor program, Instant now) {
        ledger.within(program, () -> {
            identities.forgetBefore(program.partnership(), now.minus(Duration.ofDays(2)));
            return program;
        });
    }

    private boolean link(Actor by, Issuer issuer, String subject, MemberId member, Instant now) {
        boolean linked = identities.link(issuer, subject, member, now);
        if (linked) {
            ledger.record(by, now, new PartnershipEvent.IdentityLinked(member.value(), issuer.address()));
        }
        return linked;
    }

    /** The addresses of the issuers that know somebody. */
    public List<String> issuers(Membership who) {
        return ledger.within(
                Partnerships.program(who.partnership()),
                () -> identities.issuers(who.partnership().value(), who.member()));
    }
}
