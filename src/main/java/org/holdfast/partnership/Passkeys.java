package org.holdfast.partnership;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.BadChallengeException;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.BadSignatureException;
import com.webauthn4j.verifier.exception.BadTopOriginException;
import com.webauthn4j.verifier.exception.CrossOriginException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.MissingChallengeException;
import com.webauthn4j.verifier.exception.UserNotPresentException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to passkeys: keys on a person's own device that sign them in without a password, and cannot be given to a page that only looks
 * like ours. The device makes sure who uses it, so that a passkey counts for both factors. Whatever is tried and done stands on the ledger
 * (GOV-7).
 */
@Component
public final class Passkeys {

    /** The reason of an answer that signs nobody in, and of a new passkey that cannot be taken. */
    public static final String REFUSED = "partnership.passkey.refused";

    /** What the signatures of devices may be, those most wanted first: ES256, EdDSA, RS256. */
    private static final List<PublicKeyCredentialParameters> ALGORITHMS = Stream.of(
                    COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256)
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
            .toList();

    private final Ledger ledger;
    private final Partnerships partnerships;
    private final Accounts accounts;
    private final AccountStore people;
    private final PasskeyStore store;
    private final PasskeyPlace place;
    private final Supplier<UUID> ids;
    private final SecureRandom random = new SecureRandom();

    /** What checks the answers of devices, made when the first is checked: most starts of the program never need it. */
    private static final class Checks {
        private static final ObjectConverter CONVERTER = new ObjectConverter();
        /** What kind of device it is that people choose is theirs to say: nobody vouches for it. */
        static final WebAuthnManager ANSWERS = WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);

        static final AttestedCredentialDataConverter KEYS = new AttestedCredentialDataConverter(CONVERTER);

        private Checks() {}
    }

    Passkeys(
            Ledger ledger,
            Partnerships partnerships,
            Accounts accounts,
            AccountStore people,
            PasskeyStore store,
            PasskeyPlace place,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.partnerships = partnerships;
        this.accounts = accounts;
        this.people = people;
        this.store = store;
        this.place = place;
        this.ids = ids;
    }

    /** The domain for which browsers make passkeys; empty where they make none for the address of this installation. */
    public Optional<String> domain() {
        return place.possible() ? Optional.of(place.domain()) : Optional.empty();
    }

    /** The passkeys of whoever is signed in, the oldest first. */
    public List<Passkey> of(Membership who) {
        return store.of(who.account());
    }

    /** Asks whoever wants to sign in. */
    public PasskeyQuestion ask(Instant now) {
        return new PasskeyQuestion(challenge(), null, now);
    }

    /**
     * What a device needs to make a new passkey.
     *
     * @param account by which it tells one account of ours from another; of no meaning elsewhere
     * @param known what it calls the passkeys that the account has: it makes no second one
     */
    public record Offer(
            PasskeyQuestion question,
            String domain,
            String account,
            String username,
            String name,
            List<String> known) {}

    /** Asks somebody, who has just given their password, for a new passkey; empty where browsers make none here. */
    public Optional<Offer> offer(Membership who, Instant now) {
        return domain().map(domain -> new Offer(
                new PasskeyQuestion(challenge(), who.account(), now),
                domain,
                spelled(bytes(who.account())),
                who.username(),
                partnerships.actor(who, now).orElseThrow().name(),
                store.credentials(who.account()).stream().map(Passkeys::spelled).toList()));
    }

    private byte[] challenge() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }

    /**
     * Takes a new passkey into use. Everywhere else its owner is signed out.
     *
     * @param question what the session asked; null where it asked nothing, or had its answer already
     * @param first whether it is the second factor that is asked of them and that they do not have yet; else they have given their password
     * @return recovery codes, shown this once, where they have none; none where they have some
     */
    public Outcome<List<String>> add(
            Membership who,
            @Nullable PasskeyQuestion question,
            PasskeyAnswer.ToAdd answer,
            String name,
            boolean first,
            Instant now) {
        Actor actor = partnerships.actor(who, now).orElseThrow();
        return ledger.within(actor, () -> {
            people.lock(who.account());
            if (question == null
                    || !who.account().equals(question.account())
                    || question.over(now)
                    || first && accounts.secondFactor(who).any()) {
                return Outcome.refused(Reason.about("passkey", Accounts.OFFER_OVER));
            }
            String called = name.strip();
            if (called.isEmpty() || called.length() > Passkey.LONGEST_NAME) {
                return Outcome.refused(
                        Reason.about("passkey-name", "partnership.passkey.name", "" + Passkey.LONGEST_NAME));
            }
            if (store.count(who.account()) >= Passkey.MOST) {
                return Outcome.refused(Reason.about("passkey", "partnership.passkey.most", "" + Passkey.MOST));
            }
            PasskeyStore.Kept made;
            try {
                made = made(who.account(), question, answer);
            } catch (WebAuthnException | IllegalArgumentException wrong) {
                ledger.record(actor, now, new PartnershipEvent.PasskeyRefused(who.member(), fault(wrong)));
                return Outcome.refused(Reason.about("passkey", "partnership.passkey.not-made"));
            }
            if (!store.add(made, called, now)) {
                ledger.record(actor, now, new PartnershipEvent.PasskeyRefused(who.member(), PasskeyFault.OWNER));
                return Outcome.refused(Reason.about("passkey", "partnership.passkey.not-made"));
            }
            ledger.record(actor, now, new PartnershipEvent.PasskeyAdded(who.member(), made.id()));
            accounts.tell(actor, who, AccountNews.PASSKEY_ADDED, now);
            accounts.endOthers(actor, who, now);
            return Outcome.done(
                    accounts.secondFactor(who).codesLeft() > 0
                            ? List.of()
                            : accounts.freshRecoveryCodes(actor, who, now));
        });
    }

    private PasskeyStore.Kept made(UUID account, PasskeyQuestion question, PasskeyAnswer.ToAdd answer) {
        var registered = checked(() -> Checks.ANSWERS.verify(
                new RegistrationRequest(read(answer.made()), read(answer.client())),
                new RegistrationParameters(asked(question), ALGORITHMS, true, true)));
        var said = registered.getAttestationObject();
        AttestedCredentialData key =
                said == null ? null : said.getAuthenticatorData().getAttestedCredentialData();
        if (said == null || key == null) {
            throw new IllegalArgumentException("no key");
        }
        return new PasskeyStore.Kept(
                ids.get(),
                account,
                key.getCredentialId(),
                Checks.KEYS.convert(key),
                said.getAuthenticatorData().getSignCount(),
                said.getAuthenticatorData().isFlagBE());
    }

    /**
     * Signs somebody in with a passkey: nothing else is asked. What is answered is the same whatever is wrong. Membership of several
     * partnerships opens the first, but where somebody is on their way into one.
     *
     * @param question what the session asked; null where it asked nothing, or had its answer already
     * @param source the address it came from
     * @param halfway whose password was right, or whom their agency has proved, and of whom a second factor is asked: nobody else's passkey
     *     is taken then; null where nobody is known yet
     */
    public SigningIn signIn(
            @Nullable PasskeyQuestion question,
            PasskeyAnswer.ToSignIn answer,
            String source,
            @Nullable Membership halfway,
            Instant now) {
        return proved(question, answer, source, halfway, false, now);
    }

    /** Asks somebody signed in for their passkey once more, before a grave step. */
    public SigningIn again(
            @Nullable PasskeyQuestion question,
            PasskeyAnswer.ToSignIn answer,
            String source,
            Membership who,
            Instant now) {
        return proved(question, answer, source, who, true, now);
    }

    private SigningIn proved(
            @Nullable PasskeyQuestion question,
            PasskeyAnswer.ToSignIn answer,
            String source,
            @Nullable Membership halfway,
            boolean again,
            Instant now) {
        Optional<Instant> later = accounts.triedPasskey(answer.credential(), source, now);
        if (later.isPresent()) {
            return new SigningIn.Later(later.get());
        }
        Optional<Membership> owner = owner(answer, now);
        Membership who = halfway == null ? owner.orElse(null) : halfway;
        if (who == null) {
            return new SigningIn.Refused();
        }
        Actor actor = partnerships.actor(who, now).orElse(null);
        if (actor == null) {
            return new SigningIn.Refused();
        }
        SigningIn came = ledger.within(actor, () -> {
            PasskeyFault fault = owner.isEmpty() || !owner.get().account().equals(who.account())
                    ? PasskeyFault.OWNER
                    : faultOf(who.account(), question, answer, now);
            if (fault != null) {
                ledger.record(actor, now, new PartnershipEvent.PasskeyRefused(who.member(), fault));
                return new SigningIn.Refused();
            }
            ledger.record(actor, now, new PartnershipEvent.PasskeyUsed(who.member()));
            if (again) {
                ledger.record(actor, now, new PartnershipEvent.ProvedAgain(who.member()));
            } else {
                accounts.cameIn(actor, who, now);
            }
            return new SigningIn.Done(who);
        });
        if (came instanceof SigningIn.Done) {
            accounts.forgivenPasskey(answer.credential(), source);
        }
        return came;
    }

    private Optional<Membership> owner(PasskeyAnswer.ToSignIn answer, Instant now) {
        byte[] credential;
        try {
            credential = read(answer.credential());
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
        return store.owner(credential)
                .flatMap(account -> accounts
                        .memberships(account, people.account(account).username(), now)
                        .stream()
                        .findFirst());
    }

    /** Why an answer is not right; null where it is, and then that use of the passkey is kept. */
    private @Nullable PasskeyFault faultOf(
            UUID account, @Nullable PasskeyQuestion question, PasskeyAnswer.ToSignIn answer, Instant now) {
        if (question == null || question.account() != null || question.over(now)) {
            return PasskeyFault.QUESTION;
        }
        try {
            byte[] credential = read(answer.credential());
            PasskeyStore.Kept kept = store.locked(credential)
                    .filter(passkey -> passkey.account().equals(account))
                    .orElse(null);
            if (kept == null || !Arrays.equals(read(answer.owner()), bytes(account))) {
                return PasskeyFault.OWNER;
            }
            var right = checked(() -> Checks.ANSWERS.verify(
                    new AuthenticationRequest(
                            credential,
                            read(answer.owner()),
                            read(answer.device()),
                            read(answer.client()),
                            read(answer.signature())),
                    new AuthenticationParameters(asked(question), known(kept), null, true, true)));
            var said = right.getAuthenticatorData();
            if (said == null) {
                return PasskeyFault.FORM;
            }
            store.used(kept.id(), said.getSignCount(), now);
            return null;
        } catch (WebAuthnException | IllegalArgumentException wrong) {
            return fault(wrong);
        }
    }

    /** Whatever the library makes of what a stranger sent, it is the stranger's fault and not a broken machine. */
    private static <T> T checked(Supplier<T> check) {
        try {
            return check.get();
        } catch (WebAuthnException wrong) {
            throw wrong;
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    private CredentialRecordImpl known(PasskeyStore.Kept kept) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                kept.canBeCopied(),
                null,
                kept.counter(),
                Checks.KEYS.convert(kept.publicKey()),
                null,
                null,
                null,
                Set.of());
    }

    private ServerProperty asked(PasskeyQuestion question) {
        return new ServerProperty(
                new Origin(place.origin()), place.domain(), new DefaultChallenge(question.challenge()));
    }

    private static PasskeyFault fault(RuntimeException wrong) {
        return switch (wrong) {
            case BadChallengeException _, MissingChallengeException _ -> PasskeyFault.QUESTION;
            case BadOriginException _, BadTopOriginException _, CrossOriginException _, BadRpIdException _ ->
                PasskeyFault.PLACE;
            case BadSignatureException _ -> PasskeyFault.SIGNATURE;
            case UserNotVerifiedException _, UserNotPresentException _ -> PasskeyFault.PERSON;
            case MaliciousCounterValueException _ -> PasskeyFault.COUNTER;
            default -> PasskeyFault.FORM;
        };
    }

    /**
     * Takes a passkey away from its owner, who gives their password for it. Refused where it is the last second factor of somebody who must
     * have one. Everywhere else they are signed out.
     */
    public Outcome<Membership> remove(Membership who, @Nullable UUID passkey, String password, Instant now) {
        return accounts.proved(who, password, now).then(_ -> {
            Actor actor = partnerships.actor(who, now).orElseThrow();
            return ledger.within(actor, () -> {
                people.lock(who.account());
                SecondFactor factor = accounts.secondFactor(who);
                if (factor.asked() && !factor.setUp() && factor.passkeys() == 1) {
                    return Outcome.refused(Reason.about("passkey", "partnership.passkey.last"));
                }
                if (passkey == null || !store.end(who.account(), passkey, now)) {
                    return Outcome.refused(Reason.about("passkey", "partnership.passkey.which"));
                }
                ledger.record(actor, now, new PartnershipEvent.PasskeyRemoved(who.member(), passkey));
                accounts.tell(actor, who, AccountNews.PASSKEY_REMOVED, now);
                accounts.endOthers(actor, who, now);
                return Outcome.done(who);
            });
        });
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static String spelled(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * @throws IllegalArgumentException where it is nothing, or not in base 64
     */
    private static byte[] read(String spelled) {
        if (spelled.isEmpty()) {
            throw new IllegalArgumentException("nothing");
        }
        return Base64.getUrlDecoder().decode(spelled);
    }
}
