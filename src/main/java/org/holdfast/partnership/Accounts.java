package org.holdfast.partnership;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door to accounts: how a person proves who they are. Whatever is tried and done stands on the ledger of the partnership it was done
 * for (GOV-7). One account may be a member of several partnerships.
 */
@Component
public final class Accounts {

    /** How long an offered second factor can be taken up. */
    static final Duration OFFER_STANDS = Duration.ofMinutes(15);

    private static final int RECOVERY_CODES = 10;
    /** 120 bits: so many that a quick hash does (ASVS 5.0, 6.5.2). */
    private static final int RECOVERY_CODE_BYTES = 15;
    /** The source of tries by somebody who is signed in already. */
    private static final String SIGNED_IN = "signed in";

    private static final Reason CODE_WRONG = Reason.about("code", "partnership.code.wrong");
    /** Why a code is not looked at: what it was to prove was offered too long ago, or elsewhere. */
    public static final String OFFER_OVER = "partnership.code.offer-over";

    private static final Reason LINK_OVER = Reason.of("partnership.link.over", "");
    private static final Reason PASSWORD_WRONG = Reason.about("password", "partnership.password.wrong");

    private final Ledger ledger;
    private final Partnerships partnerships;
    private final PartnershipStore members;
    private final AccountStore store;
    private final PasskeyStore passkeys;
    private final Strongbox strongbox;
    private final Tokens tokens;
    private final ObjectProvider<OpenSessions> sessions;
    private final ObjectProvider<AccountPost> post;
    private final TransactionTemplate transaction;
    private final PasswordEncoder passwords;
    private final Supplier<UUID> ids;
    private final SecureRandom random = new SecureRandom();

    Accounts(
            Ledger ledger,
            Partnerships partnerships,
            PartnershipStore members,
            AccountStore store,
            PasskeyStore passkeys,
            Strongbox strongbox,
            Tokens tokens,
            ObjectProvider<OpenSessions> sessions,
            ObjectProvider<AccountPost> post,
            TransactionTemplate transaction,
            PasswordEncoder passwords,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.partnerships = partnerships;
        this.members = members;
        this.store = store;
        this.passkeys = passkeys;
        this.strongbox = strongbox;
        this.tokens = tokens;
        this.sessions = sessions;
        this.post = post;
        this.transaction = transaction;
        this.passwords = passwords;
        this.ids = ids;
    }

    /**
     * Begins to sign a person in with name and password. What is answered, and the work done for it, are the same for a name that nobody has
     * as for a wrong password. Membership of several partnerships opens the first.
     *
     * @param source the address it came from
     * @param browser what a browser remembers in which somebody was signed in; empty for none
     */
    public SigningIn signIn(String username, String password, String source, String browser, Instant now) {
        byte[] name = nameHash(username);
        String from = store.hasEntered(name, browserSource(browser)) ? browserSource(browser) : source;
        Optional<Instant> later = transaction.execute(status -> store.tried(name, from, now));
        if (later.isPresent()) {
            return new SigningIn.Later(later.get());
        }
        Optional<AccountStore.Account> account = store.account(username);
        String hash = account.map(it -> it.passwordHash()).orElseGet(this::nobodysHash);
        boolean right = passwords.matches(password, hash) && account.isPresent();
        Optional<Membership> membership = account.flatMap(
                found -> memberships(found.id(), found.username(), now).stream().findFirst());
        if (membership.isEmpty()) {
            return new SigningIn.Refused();
        }
        Membership found = membership.get();
        if (!right) {
            refused(found, name, from, now);
            return new SigningIn.Refused();
        }
        store.forgiven(name, from);
        if (passwords.upgradeEncoding(hash)) {
            // hashed at lower costs, before these were raised
            PasswordHash anew = partnerships.hash(password);
            transaction.executeWithoutResult(_ -> store.password(found.account(), anew));
        }
        return onward(found, false, now);
    }

    /** A password was wrong; whoever it belongs to is told once somebody is slowed down for it. */
    private void refused(Membership who, byte[] name, String source, Instant now) {
        within(who, now, actor -> {
            ledger.record(actor, now, new PartnershipEvent.SignInRefused(who.member()));
            if (store.failures(name, source) == Patience.WITH_PASSWORDS.free() + 1) {
                warn(actor, who, AccountNews.WRONG_PASSWORDS, now);
            }
            return new Kept<>(Outcome.done(who));
        });
    }

    /** Tells the owner of an account what somebody tries; no more than once a day, so that nobody's mailbox is filled by a stranger. */
    private void warn(Actor actor, Membership who, AccountNews tried, Instant now) {
        if (store.toTell(Tokens.hash("told " + tried + " " + who.account()), now)) {
            tell(actor, who, tried, now);
        }
    }

    /** Tells the owner of an account what became of it. */
    void tell(Actor actor, Membership who, AccountNews news, Instant now) {
        post.forEach(each -> each.tell(actor, new MemberId(who.member()), news, now));
    }

    /** Goes on with somebody who has proved who they are: to their second factor, but where whoever proved them asked one. */
    SigningIn onward(Membership found, boolean secondFactorAsked, Instant now) {
        SecondFactor factor = secondFactor(found);
        if (!secondFactorAsked && factor.any()) {
            return new SigningIn.CodeWanted(found);
        }
        if (!secondFactorAsked && factor.asked()) {
            return new SigningIn.SecondFactorWanted(found);
        }
        in(found, now);
        return new SigningIn.Done(found);
    }

    /** Remembers that a browser was signed in, so that wrong tries from elsewhere do not slow it down. */
    public void remember(Membership who, String browser, Instant now) {
        transaction.executeWithoutResult(
                status -> store.entered(nameHash(who.username()), browserSource(browser), now));
    }

    /** Counts a try with a passkey as {@link #signIn} does one with a password: by which it is, and where it comes from. */
    Optional<Instant> triedPasskey(String credential, String source, Instant now) {
        return transaction.execute(status -> store.tried(Tokens.hash("passkey " + credential), source, now));
    }

    void forgivenPasskey(String credential, String source) {
        store.forgiven(Tokens.hash("passkey " + credential), source);
    }

    private static String browserSource(String browser) {
        return "browser " + HexFormat.of().formatHex(Tokens.hash(browser));
    }

    /** Throws away tries that nobody waits for any more. */
    void forgetTries(Instant now) {
        transaction.executeWithoutResult(status -> store.forgetTriesBefore(now.minus(Duration.ofDays(1))));
    }

    /** Of which partnerships the account is a member now. */
    public List<Membership> memberships(UUID account, String username, Instant now) {
        return transaction.execute(status -> members.memberships(account, username, UnitedKingdom.day(now)));
    }

    /** How the second factor of whoever signs in stands. */
    public SecondFactor secondFactor(Membership who) {
        return new SecondFactor(
                store.factor(who.account()).map(factor -> factor.provedAt()).orElse(null),
                store.recoveryCodesLeft(who.account()),
                passkeys.count(who.account()),
                !store.account(who.account()).madeUp());
    }

    /** Signs a person in whose password was right, with the code of their app or a recovery code. Each opens once. */
    public Outcome<Membership> signInWithCode(Membership who, String typed, Instant now) {
        Outcome<Membership> answer = within(who, now, actor -> {
            Outcome<Boolean> code = codeOf(actor, who, typed, now);
            if (code instanceof Outcome.Done<Boolean>) {
                cameIn(actor, who, now);
            }
            return new Kept<>(code.map(_ -> who));
        });
        return answer;
    }

    /**
     * Offers a second factor: a fresh secret, or again the one that this session was offered a moment ago. Nothing of it can be seen again
     * once a code has proved it, and no other session ever sees it.
     */
    public SecondFactor.Offer offer(Membership who, SecondFactor.@Nullable Sealed before, Instant now) {
        SecondFactor.Sealed sealed = before == null || over(before, now) ? fresh(who, now) : before;
        String key = OneTimeCode.spelled(strongbox.open(who.account(), sealed.shut()));
        String name = URLEncoder.encode(store.account(who.account()).username(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return new SecondFactor.Offer(
                String.join(" ", key.split("(?<=\\G.{4})")),
                "otpauth://totp/Holdfast:" + name + "?secret=" + key + "&issuer=Holdfast",
                sealed);
    }

    private SecondFactor.Sealed fresh(Membership who, Instant now) {
        byte[] secret = new byte[20];
        random.nextBytes(secret);
        return new SecondFactor.Sealed(strongbox.shut(who.account(), secret), now);
    }

    private static boolean over(SecondFactor.Sealed offer, Instant now) {
        return offer.at().plus(OFFER_STANDS).isBefore(now);
    }

    /**
     * Takes an offered second factor into use, proved by its first code, and answers ten recovery codes, which are shown this once and kept
     * only as hashes. The first time only where there is none yet; whoever replaces one has given their password.
     */
    public Outcome<List<String>> prove(
            Membership who, SecondFactor.@Nullable Sealed offer, boolean replaces, String typed, Instant now) {
        return within(who, now, actor -> {
            if (offer == null || over(offer, now)) {
                return new Kept<>(Outcome.refused(Reason.about("code", OFFER_OVER)));
            }
            OptionalLong step = OneTimeCode.taken(strongbox.open(who.account(), offer.shut()), digits(typed), now, 0);
            if (step.isEmpty()) {
                ledger.record(actor, now, new PartnershipEvent.CodeRefused(who.member()));
                return new Kept<>(Outcome.refused(CODE_WRONG));
            }
            store.lock(who.account());
            if (!replaces && passkeys.count(who.account()) > 0
                    || !store.prove(who.account(), offer.shut(), replaces, step.getAsLong(), now)) {
                return new Kept<>(Outcome.refused(Reason.about("code", OFFER_OVER)));
            }
            ledger.record(actor, now, new PartnershipEvent.SecondFactorSetUp(who.member()));
            tell(actor, who, AccountNews.APP_SET_UP, now);
            endOthers(actor, who, now);
            return new Kept<>(Outcome.done(freshRecoveryCodes(actor, who, now)));
        });
    }

    /** Signs in a person who has just set up the second factor that was asked of them. */
    public void signedInBySettingUp(Membership who, Instant now) {
        in(who, now);
    }

    private void in(Membership who, Instant now) {
        within(who, now, actor -> {
            cameIn(actor, who, now);
            return new Kept<>(Outcome.done(who));
        });
    }

    void cameIn(Actor actor, Membership who, Instant now) {
        members.cameIn(who.partnership(), who.member(), now);
        ledger.record(actor, now, new PartnershipEvent.SignedIn(who.member()));
    }

    /** Makes ten new recovery codes for whoever gives their password; the old ones open nothing any more. */
    public Outcome<List<String>> newRecoveryCodes(Membership who, String password, Instant now) {
        return proved(who, password, now)
                .then(_ -> within(who, now, actor -> {
                    tell(actor, who, AccountNews.RECOVERY_CODES_MADE, now);
                    return new Kept<>(Outcome.done(freshRecoveryCodes(actor, who, now)));
                }));
    }

    /** Asks once more for the password of somebody signed in, before what an unwatched screen must not allow. */
    public Outcome<Membership> proved(Membership who, String password, Instant now) {
        byte[] name = nameHash(who.username());
        Optional<Instant> later = transaction.execute(status -> store.tried(name, SIGNED_IN, now));
        if (later.isPresent()) {
            return Outcome.refused(Reason.about("password", "partnership.password.later", clockTime(later.get())));
        }
        boolean right = passwords.matches(password, store.account(who.account()).passwordHash());
        if (!right) {
            refused(who, name, SIGNED_IN, now);
            return Outcome.refused(PASSWORD_WRONG);
        }
        store.forgiven(name, SIGNED_IN);
        return Outcome.done(who);
    }

    /**
     * Asks somebody signed in once more who they are, before a grave step: for their password, and for the code of their app or a recovery
     * code where they have a second factor.
     */
    public Outcome<Membership> provedAgain(Membership who, String password, String code, Instant now) {
        return proved(who, password, now)
                .then(_ -> secondFactor(who).any() ? provedByCode(who, code, now) : again(who, now));
    }

    /** The same of somebody whom the provider of their agency has proved, who has no password here: for the code alone. */
    public Outcome<Membership> provedByCode(Membership who, String typed, Instant now) {
        return within(who, now, actor -> {
            Outcome<Boolean> code = codeOf(actor, who, typed, now);
            if (code instanceof Outcome.Done<Boolean>) {
                ledger.record(actor, now, new PartnershipEvent.ProvedAgain(who.member()));
            }
            return new Kept<>(code.map(_ -> who));
        });
    }

    /** Notes that somebody has proved once more who they are. */
    Outcome<Membership> again(Membership who, Instant now) {
        record(who, new PartnershipEvent.ProvedAgain(who.member()), now);
        return Outcome.done(who);
    }

    /** Changes the password of somebody who knows the old one. Everywhere else they are signed out. */
    public Outcome<Membership> changePassword(Membership who, String old, String fresh, Instant now) {
        List<Reason> faults =
                CommonPasswords.faults(fresh, who.username(), actorOf(who, now).name());
        return proved(who, old, now).then(_ -> {
            if (!faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            PasswordHash hash = partnerships.hash(fresh);
            return within(who, now, actor -> {
                store.password(who.account(), hash);
                ledger.record(actor, now, new PartnershipEvent.PasswordChanged(who.member()));
                tell(actor, who, AccountNews.PASSWORD_CHANGED, now);
                endOthers(actor, who, now);
                return new Kept<>(Outcome.done(who));
            });
        });
    }

    /**
     * Gives a link with which a member sets their password, for the administrator to hand over. Only the partnership that made an account
     * gives links for it, so that no other can take it over. The caller has asked {@code sharing}.
     *
     * @param clearsFactor whether the second factor is set up anew as well, because the device is lost: app, recovery codes and passkeys
     * @return the 43 characters of the address that are the secret, shown this once
     */
    public Outcome<String> givePasswordLink(Actor by, MemberId member, boolean clearsFactor, Instant now) {
        return ledger.within(by, () -> {
            Optional<Member> found = members.member(by.partnership(), member);
            if (found.isEmpty() || !found.get().memberOn(UnitedKingdom.day(now))) {
                return Outcome.refused(Reason.of("partnership.link.left", ""));
            }
            UUID account = members.account(by.partnership(), member);
            if (!store.home(account)
                    .orElse(by.partnership().value())
                    .equals(by.partnership().value())) {
                return Outcome.refused(Reason.of("partnership.link.elsewhere", ""));
            }
            String token = tokens.make();
            Membership who = new Membership(
                    account,
                    by.partnership(),
                    member.value(),
                    store.account(account).username());
            store.addLink(Tokens.hash(token), who, clearsFactor, now);
            ledger.record(by, now, new PartnershipEvent.PasswordLinkGiven(member.value(), clearsFactor));
            return Outcome.done(token);
        });
    }

    /** The link that an address holds, as long as it can be used. */
    public Optional<PasswordLink> passwordLink(String token, Instant now) {
        return store.link(Tokens.hash(token), now).flatMap(link -> {
            Membership who = new Membership(
                    link.account(),
                    link.partnership(),
                    link.member(),
                    store.account(link.account()).username());
            return partnerships
                    .actor(who, now)
                    .map(actor -> new PasswordLink(who, actor.name(), link.clearsFactor(), link.expiresAt()));
        });
    }

    /** Sets the password of whoever holds the link, which opens nothing any more then. Everywhere they are signed out. */
    public Outcome<Membership> setPassword(String token, String fresh, Instant now) {
        PasswordLink link = passwordLink(token, now).orElse(null);
        if (link == null) {
            return Outcome.refused(LINK_OVER);
        }
        Membership who = link.who();
        List<Reason> faults = CommonPasswords.faults(fresh, who.username(), link.name());
        if (!faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        PasswordHash hash = partnerships.hash(fresh);
        return within(who, now, actor -> {
            if (!store.useLink(Tokens.hash(token), now)) {
                return new Kept<>(Outcome.refused(LINK_OVER));
            }
            store.password(who.account(), hash);
            if (link.clearsFactor()) {
                store.clearFactor(who.account(), now);
                int ended = passkeys.endAll(who.account(), now);
                if (ended > 0) {
                    ledger.record(actor, now, new PartnershipEvent.PasskeysRemoved(who.member(), ended));
                }
            }
            ledger.record(actor, now, new PartnershipEvent.PasswordSetByLink(who.member(), link.clearsFactor()));
            tell(actor, who, AccountNews.PASSWORD_CHANGED, now);
            endOthers(actor, who, now);
            return new Kept<>(Outcome.done(who));
        });
    }

    /** Signs somebody out wherever they are signed in, but for the session that asks for it. */
    public int endOtherSessions(Membership who, Instant now) {
        Actor actor = actorOf(who, now);
        return ledger.within(actor, () -> endOthers(actor, who, now));
    }

    int endOthers(Actor actor, Membership who, Instant now) {
        int ended = sessions.stream()
                .mapToInt(each -> each.endOthers(who.account()))
                .sum();
        if (ended > 0) {
            ledger.record(actor, now, new PartnershipEvent.SessionsEnded(who.member(), ended));
        }
        return ended;
    }

    /** Signs a member out wherever they are signed in, because they have left. */
    public void signedOut(Actor by, MemberId member, Instant now) {
        ledger.within(by, () -> {
            int ended = sessions.stream()
                    .mapToInt(each -> each.endOthers(members.account(by.partnership(), member)))
                    .sum();
            if (ended > 0) {
                ledger.record(by, now, new PartnershipEvent.SessionsEnded(member.value(), ended));
            }
            return ended;
        });
    }

    /** A hash that no password has: of somebody who has yet to set one. */
    public PasswordHash noPassword() {
        return new PasswordHash(nobodysHash());
    }

    /** Records that a person who serves several partnerships went over to another of theirs. */
    public void wentOver(Membership to, Instant now) {
        in(to, now);
    }

    /** Records that a person ended one session of theirs. */
    public void endedOneSession(Membership who, Instant now) {
        record(who, new PartnershipEvent.SessionsEnded(who.member(), 1), now);
    }

    /** Says of a member that the person is made up, for a demonstration: no second factor is asked of them. */
    public void madeUp(Actor by, MemberId member, Instant now) {
        ledger.within(by, () -> {
            store.madeUp(members.account(by.partnership(), member));
            ledger.record(by, now, new PartnershipEvent.MadeUpPersonNamed(member.value()));
            return member;
        });
    }

    private Outcome<Boolean> codeOf(Actor actor, Membership who, String typed, Instant now) {
        AccountStore.Factor factor = store.lockedFactor(who.account()).orElse(null);
        byte[] shut = factor == null ? null : factor.secret();
        String code = digits(typed);
        // without an app: it was cleared meanwhile, or there is none beside the passkeys
        if (code.length() == 6 && factor != null && shut != null) {
            Optional<Instant> until = Patience.WITH_CODES.until(factor.failures(), factor.failedAt(), now);
            if (until.isPresent()) {
                return Outcome.refused(Reason.about("code", "partnership.code.later", clockTime(until.get())));
            }
            OptionalLong step = OneTimeCode.taken(strongbox.open(who.account(), shut), code, now, factor.lastStep());
            if (step.isPresent() && store.take(who.account(), step.getAsLong())) {
                return Outcome.done(true);
            }
        } else if (code.length() != 6 && store.spend(who.account(), hash(who.account(), code), now)) {
            ledger.record(
                    actor,
                    now,
                    new PartnershipEvent.RecoveryCodeSpent(who.member(), store.recoveryCodesLeft(who.account())));
            tell(actor, who, AccountNews.RECOVERY_CODE_USED, now);
            return Outcome.done(true);
        }
        store.failed(who.account(), now);
        ledger.record(actor, now, new PartnershipEvent.CodeRefused(who.member()));
        if (factor != null && factor.failures() == Patience.WITH_CODES.free()) {
            warn(actor, who, AccountNews.WRONG_CODES, now);
        }
        return Outcome.refused(CODE_WRONG);
    }

    List<String> freshRecoveryCodes(Actor actor, Membership who, Instant now) {
        List<String> codes = new ArrayList<>();
        List<byte[]> hashes = new ArrayList<>();
        for (int each = 0; each < RECOVERY_CODES; each++) {
            byte[] bytes = new byte[RECOVERY_CODE_BYTES];
            random.nextBytes(bytes);
            String code = OneTimeCode.spelled(bytes);
            hashes.add(hash(who.account(), code));
            codes.add(String.join("-", code.split("(?<=\\G.{4})")));
        }
        store.recoveryCodes(who.account(), hashes, now);
        ledger.record(actor, now, new PartnershipEvent.RecoveryCodesMade(who.member()));
        return List.copyOf(codes);
    }

    /** What is written stays, whatever is answered: a wrong code counts. */
    private record Kept<T>(Outcome<T> answer) {}

    private interface Work<T> {
        Kept<T> as(Actor actor);
    }

    private <T> Outcome<T> within(Membership who, Instant now, Work<T> work) {
        Actor actor = actorOf(who, now);
        return ledger.within(actor, () -> work.as(actor)).answer();
    }

    private void record(Membership who, PartnershipEvent event, Instant now) {
        within(who, now, actor -> {
            ledger.record(actor, now, event);
            return new Kept<>(Outcome.done(who));
        });
    }

    /** A code as typed, without the spaces and hyphens people put in. */
    private static String digits(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    private Actor actorOf(Membership who, Instant now) {
        return partnerships.actor(who, now).orElseThrow();
    }

    /** The next whole minute, so that nobody comes back too early. */
    private static String clockTime(Instant until) {
        return Dates.time(Language.ENGLISH, Dates.london(until.plusSeconds(59)).toLocalTime());
    }

    private static byte[] nameHash(String username) {
        return Tokens.hash("name " + username.toLowerCase(Locale.ROOT));
    }

    private static byte[] hash(UUID account, String code) {
        return Tokens.hash(account + code);
    }

    private volatile @Nullable String nobody;

    private String nobodysHash() {
        String hash = nobody;
        if (hash == null) {
            hash = Objects.requireNonNull(passwords.encode(ids.get().toString()));
            nobody = hash;
        }
        return hash;
    }
}
