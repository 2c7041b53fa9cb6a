package org.holdfast.partnership;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to signing in with one's own agency. A provider speaks for the people of its agency in one partnership and for nobody else: it
 * knows a member by issuer and subject, and never by name or e-mail address (GOV-7).
 */
@Component
public final class Identities {

    private final Ledger ledger;
    private final Partnerships partnerships;
    private final Accounts accounts;
    private final PartnershipStore members;
    private final AccountStore store;
    private final IdentityStore identities;

    Identities(
            Ledger ledger,
            Partnerships partnerships,
            Accounts accounts,
            PartnershipStore members,
            AccountStore store,
            IdentityStore identities) {
        this.ledger = ledger;
        this.partnerships = partnerships;
        this.accounts = accounts;
        this.members = members;
        this.store = store;
        this.identities = identities;
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
