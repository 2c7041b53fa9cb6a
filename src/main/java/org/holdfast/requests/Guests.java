package org.holdfast.requests;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
import org.holdfast.mail.SecretPost;
import org.holdfast.meetings.MeetingId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Tokens;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The door for somebody without an account who answers one request for an agency, such as a school or a general practice (MTG-3). A link goes
 * to a mailbox; whoever opens it proves the mailbox by a one-time code, sees the children of that request and nothing else, and answers as a
 * guest of the agency. Whoever has the link without the mailbox gets nowhere, and every link that is over looks like one that never was.
 */
@Component
public final class Guests {

    /** The longest a link is open, whenever the meeting is. */
    static final Duration LONGEST = Duration.ofDays(28);

    static final Duration CODE_LASTS = Duration.ofMinutes(15);
    static final Duration PASS_LASTS = Duration.ofHours(2);

    /** Not before then a further code is sent, so that nobody floods the mailbox. */
    static final Duration BETWEEN_CODES = Duration.ofMinutes(1);

    /** So many codes a link; after that it is closed. With so many tries each, a code is guessed once in thirty thousand links. */
    static final int CODES = 6;

    static final int TRIES = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Guests.class);

    private final Ledger ledger;
    private final Sharing sharing;
    private final Returns returns;
    private final RequestStore requests;
    private final GuestStore store;
    private final SecretPost post;
    private final Tokens tokens;
    private final PasswordEncoder hashes;
    private final Supplier<UUID> ids;
    private final SecureRandom random = new SecureRandom();

    Guests(
            Ledger ledger,
            Sharing sharing,
            Returns returns,
            RequestStore requests,
            GuestStore store,
            SecretPost post,
            Tokens tokens,
            PasswordEncoder hashes,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.returns = returns;
        this.requests = requests;
        this.store = store;
        this.post = post;
        this.tokens = tokens;
        this.hashes = hashes;
        this.ids = ids;
    }

    // The co-ordinator

    /** Sends a link for one request to a mailbox of the agency; answers where its board is. */
    public Outcome<MeetingId> invite(Actor actor, RequestId id, String email, Instant now) {
        String token = tokens.make();
        String address = email.strip();
        Outcome<Guest> given = ledger.within(
                actor,
                () -> asked(actor, id, now).then(request -> {
                    if (request.closedAt() != null) {
                        return Outcome.refused(Reason.of("requests.refused.meeting-over", "MTG-3"));
                    }
                    if (!SecretPost.usable(address)) {
                        return Outcome.refused(Reason.about("email-" + id.value(), "requests.guest.no-address"));
                    }
                    requests.lockForMeeting(actor.partnership(), request.meeting());
                    if (store.of(actor.partnership(), List.of(id)).stream()
                            .anyMatch(it -> it.email().equalsIgnoreCase(address)
                                    && it.state() == GuestState.SENT
                                    && it.expiresAt().isAfter(now))) {
                        return Outcome.refused(Reason.about("email-" + id.value(), "requests.guest.sent-already"));
                    }
                    Instant meeting = UnitedKingdom.endOf(request.heldOn());
                    Instant longest = now.plus(LONGEST);
                    Guest guest = new Guest(
                            ids.get(),
                            id,
                            address,
                            GuestState.SENT,
                            meeting.isBefore(longest) ? meeting : longest,
                            now,
                            actor.name(),
                            null,
                            null,
                            null,
                            0,
                            0,
                            null,
                            null,
                            0);
                    store.add(actor.partnership(), guest, Tokens.hash(token));
                    ledger.record(actor, now, new RequestEvent.GuestAsked(id.value(), guest.id(), guest.expiresAt()));
                    return Outcome.done(guest);
                }));
        return given.then(guest -> {
            Optional<String> fault = post.send(address, "requests.guest.mail", "/g/" + token, now);
            if (fault.isPresent()) {
                ledger.within(actor, () -> {
                    store.state(actor.partnership(), guest.id(), GuestState.WITHDRAWN);
                    ledger.record(actor, now, new RequestEvent.GuestWithdrawn(id.value(), guest.id()));
                    return guest;
                });
                return Outcome.refused(
                        fault.get().isEmpty()
                                ? Reason.of("requests.guest.no-server", "")
                                : Reason.of("requests.guest.not-sent", "", fault.get()));
            }
            return meeting(actor, id, now);
        });
    }

    /** Takes a link back: it leads nowhere from now on. */
    public Outcome<MeetingId> withdraw(Actor actor, RequestId id, UUID guest, Instant now) {
        return ledger.within(
                actor,
                () -> asked(actor, id, now).then(request -> {
                    Optional<Guest> found = store.lock(actor.partnership(), guest)
                            .filter(it -> it.request().equals(id));
                    if (found.isEmpty()) {
                        return Outcome.refused(Sharing.NOT_FOUND);
                    }
                    if (found.get().state() != GuestState.DONE) {
                        store.state(actor.partnership(), guest, GuestState.WITHDRAWN);
                        ledger.record(actor, now, new RequestEvent.GuestWithdrawn(id.value(), guest));
                    }
                    return Outcome.done(request.meeting());
                }));
    }

    /** The links of a meeting's requests, for its board. The caller has asked. */
    public List<Guest> of(Actor actor, List<RequestId> of) {
        return ledger.within(actor, () -> store.of(actor.partnership(), of));
    }

    private Outcome<MeetingId> meeting(Actor actor, RequestId id, Instant now) {
        return ledger.within(actor, () -> asked(actor, id, now).map(Request::meeting));
    }

    private Outcome<Request> asked(Actor actor, RequestId id, Instant now) {
        return sharing.ask(actor, Permission.ASK_AGENCIES, now)
                .then(_ -> requests.request(actor.partnership(), id)
                        .map(Outcome::done)
                        .orElseGet(() -> {
                            ledger.record(actor, now, new RequestEvent.RequestRefused(id.value()));
                            return Outcome.refused(Sharing.NOT_FOUND);
                        }));
    }

    // The guest

    /** What whoever opens a link is shown. */
    public sealed interface Shown {

        /** Nothing, and no reason. */
        record Shut() implements Shown {}

        /**
         * The page before: a code is asked for.
         *
         * @param sent whether one is on its way or in the mailbox
         * @param fault what was wrong with what was just done; empty for nothing
         */
        record Before(boolean sent, String fault) implements Shown {}

        /** The mailbox is proven: from now on the browser proves itself by this. */
        record Begun(String pass) implements Shown {}

        /** What the guest is asked; only what was told for this request is shown of what the agency told. */
        record Inside(Returns.Sheet sheet) implements Shown {}

        /**
         * One answer was not taken.
         *
         * @param line the child
         */
        record Faulty(Returns.Sheet sheet, Returns.Line line, List<Reason> reasons) implements Shown {
            public Faulty {
                reasons = List.copyOf(reasons);
            }
        }

        /** One answer was taken. */
        record Kept() implements Shown {}

        /** All is said, and the link is closed. */
        record Thanks() implements Shown {}
    }

    /** Opens a link. */
    public Shown open(String token, String pass, Instant now) {
        return within(token, now, at -> at.mine(pass) ? at.inside() : new Shown.Before(at.codeOpen(), ""));
    }

    /** Sends a one-time code to the mailbox that the link went to, and to no other. */
    public Shown sendCode(String token, Instant now) {
        record Code(String address, String code) {}
        Code[] made = new Code[1];
        Shown shown = within(token, now, at -> {
            Guest guest = at.guest();
            Instant last = guest.codeSentAt();
            if (last != null && now.isBefore(last.plus(BETWEEN_CODES))) {
                return new Shown.Before(at.codeOpen(), "requests.guest.wait");
            }
            if (guest.codes() >= CODES) {
                at.refuse(GuestRefusal.TOO_MANY_CODES);
                store.state(at.actor().partnership(), guest.id(), GuestState.WITHDRAWN);
                at.record(new RequestEvent.GuestWithdrawn(guest.request().value(), guest.id()));
                return new Shown.Shut();
            }
            String code = String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
            store.code(
                    at.actor().partnership(),
                    guest.id(),
                    Objects.requireNonNull(hashes.encode(code)),
                    now.plus(CODE_LASTS),
                    now);
            at.record(new RequestEvent.GuestCodeSent(guest.request().value(), guest.id()));
            made[0] = new Code(guest.email(), code);
            return new Shown.Before(true, "");
        });
        Code code = made[0];
        return code != null
                        && post.send(code.address(), "requests.guest.code-mail", "/g/" + token, now, code.code())
                                .isPresent()
                ? new Shown.Before(false, "requests.guest.code-not-sent")
                : shown;
    }

    /**
     * Proves the mailbox by the code. A wrong one counts; after the last try the code is void.
     *
     * @param press the key of the button that was pressed: pressed twice, the mailbox is proven once; empty where it carries none
     */
    public Shown prove(String token, String code, String press, Instant now) {
        String pass = press.isEmpty() ? tokens.make() : Tokens.following(token, press);
        return within(token, now, at -> {
            Guest guest = at.guest();
            if (at.holds(pass)) {
                return new Shown.Begun(pass);
            }
            String hash = guest.codeHash();
            if (hash == null || !at.codeOpen()) {
                at.refuse(GuestRefusal.NO_CODE);
                return new Shown.Before(false, "requests.guest.no-code");
            }
            if (!hashes.matches(code.replaceAll("\\D", ""), hash)) {
                boolean last = guest.tries() + 1 >= TRIES;
                store.wrong(at.actor().partnership(), guest.id(), last);
                at.record(new RequestEvent.GuestRefused(guest.request().value(), guest.id(), GuestRefusal.WRONG_CODE));
                return new Shown.Before(!last, last ? "requests.guest.void-code" : "requests.guest.wrong-code");
            }
            store.proven(at.actor().partnership(), guest.id(), Tokens.hash(pass), now.plus(PASS_LASTS));
            at.record(new RequestEvent.GuestCameIn(guest.request().value(), guest.id()));
            return new Shown.Begun(pass);
        });
    }

    /** Tells what is known of one child. */
    public Shown handIn(String token, String pass, QuestionId question, ReturnDraft draft, int seen, Instant now) {
        return answer(token, pass, question, now, actor -> returns.handIn(actor, question, draft, seen, now));
    }

    /** Says that nothing is known of one child. */
    public Shown nothingKnown(String token, String pass, QuestionId question, Instant now) {
        return answer(token, pass, question, now, actor -> returns.nothingKnown(actor, question, now));
    }

    private Shown answer(
            String token,
            String pass,
            QuestionId question,
            Instant now,
            Function<Actor, Outcome<AgencyReturn>> telling) {
        return within(token, now, at -> {
            if (!at.mine(pass)) {
                return new Shown.Before(at.codeOpen(), "");
            }
            if (!(at.inside() instanceof Shown.Inside(Returns.Sheet sheet))) {
                return new Shown.Shut();
            }
            // a child of another request of the same agency is not the guest's to answer about
            Optional<Returns.Line> line = sheet.line(question);
            if (line.isEmpty()) {
                at.refuse(GuestRefusal.OVER);
                return new Shown.Shut();
            }
            return switch (telling.apply(at.actor())) {
                case Outcome.Done<AgencyReturn> _ -> new Shown.Kept();
                case Outcome.Refused<AgencyReturn>(List<Reason> reasons) ->
                    new Shown.Faulty(sheet, line.get(), reasons);
            };
        });
    }

    /** All is said: the link is closed for good. */
    public Shown done(String token, String pass, Instant now) {
        return within(token, now, at -> {
            if (!at.mine(pass)) {
                return new Shown.Before(at.codeOpen(), "");
            }
            store.state(at.actor().partnership(), at.guest().id(), GuestState.DONE);
            at.record(new RequestEvent.GuestDone(
                    at.guest().request().value(), at.guest().id()));
            return new Shown.Thanks();
        });
    }

    private Shown within(String token, Instant now, Function<Opening, Shown> work) {
        Optional<GuestStore.Door> door = store.door(Tokens.hash(token));
        if (door.isEmpty()) {
            // no partnership, and so no ledger, can be told of a token that was never given
            LOG.info("a link was asked for that nobody gave");
            return new Shown.Shut();
        }
        // until it is known which agency it is, the program looks
        Actor program = Partnerships.program(door.get().partnership());
        return ledger.within(program, () -> {
            Optional<Guest> guest = store.lock(program.partnership(), door.get().guest());
            Optional<Request> request = guest.flatMap(it -> requests.request(program.partnership(), it.request()));
            if (guest.isEmpty() || request.isEmpty()) {
                return new Shown.Shut();
            }
            Opening at = new Opening(actor(program, guest.get(), request.get()), guest.get(), now);
            if (!guest.get().open(now) || request.get().closedAt() != null) {
                at.refuse(GuestRefusal.OVER);
                return new Shown.Shut();
            }
            return work.apply(at);
        });
    }

    /** A guest of the agency: known by the mailbox that was proven, and an agency's contact for this one request. */
    private static Actor actor(Actor program, Guest guest, Request request) {
        return new Actor(
                program.partnership(),
                Actor.Kind.PERSON,
                guest.id(),
                guest.email(),
                request.agency().value(),
                request.agencyName(),
                Set.of(Role.AGENCY_CONTACT));
    }

    /** A link being opened. */
    private final class Opening {
        private final Actor actor;
        private final Guest guest;
        private final Instant now;

        Opening(Actor actor, Guest guest, Instant now) {
            this.actor = actor;
            this.guest = guest;
            this.now = now;
        }

        Actor actor() {
            return actor;
        }

        Guest guest() {
            return guest;
        }

        /** Whether the browser is the one that proved the mailbox, not long ago. */
        boolean mine(String pass) {
            boolean mine = holds(pass);
            if (!mine && guest.passHash() != null && !pass.isEmpty()) {
                refuse(GuestRefusal.ANOTHER_BROWSER);
            }
            return mine;
        }

        boolean holds(String pass) {
            byte[] hash = guest.passHash();
            Instant until = guest.passUntil();
            return hash != null && until != null && now.isBefore(until) && !pass.isEmpty() && Tokens.is(pass, hash);
        }

        boolean codeOpen() {
            Instant until = guest.codeUntil();
            return guest.codeHash() != null && until != null && now.isBefore(until);
        }

        Shown inside() {
            return switch (returns.open(actor, guest.request(), now)) {
                case Outcome.Done<Returns.Sheet>(Returns.Sheet sheet) -> new Shown.Inside(sheet.forGuest());
                case Outcome.Refused<Returns.Sheet> _ -> new Shown.Shut();
            };
        }

        void refuse(GuestRefusal why) {
            store.refused(actor.partnership(), guest.id());
            record(new RequestEvent.GuestRefused(guest.request().value(), guest.id(), why));
        }

        void record(RequestEvent event) {
            ledger.record(actor, now, event);
        }
    }
}
