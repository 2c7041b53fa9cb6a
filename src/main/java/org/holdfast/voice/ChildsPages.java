package org.holdfast.voice;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.PartnershipId;
import org.holdfast.casework.Voices;
import org.holdfast.casework.Wishes;
import org.holdfast.casework.WishesDraft;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.Language;
import org.holdfast.pages.Page;
import org.holdfast.pages.Phrases;
import org.holdfast.pages.Texts;
import org.holdfast.pages.Tongue;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Tokens;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The child's door, opened by a link and by nothing else. Whoever brings a token that is none, is over, was used, was taken back, or was
 * begun in another browser, gets one and the same answer; the ledger of the partnership knows which it was.
 */
@Component
public final class ChildsPages {
    /** The most that one answer holds, in characters. */
    public static final int LONGEST = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(ChildsPages.class);
    private static final int LONGEST_NAME = 200;

    private final Ledger ledger;
    private final Partnerships partnerships;
    private final Voices voices;
    private final Texts texts;
    private final LinkStore store;
    private final Tokens tokens;
    private final PasswordEncoder passwords;
    private final Phrases phrases = Phrases.read("frames/views");

    ChildsPages(
            Ledger ledger,
            Partnerships partnerships,
            Voices voices,
            Texts texts,
            LinkStore store,
            Tokens tokens,
            PasswordEncoder passwords) {
        this.ledger = ledger;
        this.partnerships = partnerships;
        this.voices = voices;
        this.texts = texts;
        this.store = store;
        this.tokens = tokens;
        this.passwords = passwords;
    }

    /** What whoever opens a link is shown. */
    public sealed interface Shown {

        /** Nothing, and no reason. */
        record Shut() implements Shown {}

        /**
         * The page before the questions.
         *
         * @param worded whether the word agreed is asked for
         * @param wrong whether a wrong one was given
         */
        record Before(Tongue tongue, boolean worded, boolean wrong) implements Shown {}

        /** The questions, with what was answered so far. */
        record Inside(Tongue tongue, Map<Question, String> answers) implements Shown {
            public Inside {
                answers = Map.copyOf(answers);
            }
        }

        /**
         * Begun: from now on the browser proves itself by this.
         *
         * @param pass to be kept by the browser
         */
        record Begun(Tongue tongue, String pass) implements Shown {}

        /** Handed in. */
        record Thanks(Tongue tongue) implements Shown {}
    }

    /** The wording of these pages. */
    public Phrases phrases() {
        return phrases;
    }

    /** The languages these pages are on offer in. */
    public Set<Tongue> tongues() {
        return phrases.tongues();
    }

    /**
     * Opens a link.
     *
     * @param pass what the browser holds; empty for nothing
     * @param page which page is asked for, for the ledger
     */
    public Shown open(String token, String pass, String page, Instant now) {
        return within(
                token,
                now,
                at -> inside(at, pass, now).orElseGet(() -> {
                    at.opened(page);
                    return at.mine(pass)
                            ? new Shown.Inside(
                                    at.link().tongue(),
                                    store.answers(at.partnership(), at.link().id()))
                            : new Shown.Before(at.link().tongue(), at.link().worded(), false);
                }));
    }

    /** Chooses the language. */
    public Shown speak(String token, String pass, Tongue tongue, Instant now) {
        return within(
                token,
                now,
                at -> inside(at, pass, now).orElseGet(() -> {
                    if (phrases.tongues().contains(tongue)) {
                        store.tongue(at.partnership(), at.link().id(), tongue);
                    }
                    return at.mine(pass)
                            ? new Shown.Inside(
                                    tongue,
                                    store.answers(at.partnership(), at.link().id()))
                            : new Shown.Before(tongue, at.link().worded(), false);
                }));
    }

    /**
     * Begins, with the word where one was agreed. Without a word only the browser that began goes on.
     *
     * @param press the key of the button that was pressed: pressed twice, it is one beginning; empty where it carries none
     */
    public Shown start(String token, String pass, String word, String press, Instant now) {
        String made = press.isEmpty() ? tokens.make() : Tokens.following(token, press);
        return within(token, now, at -> {
            String held = at.mine(made) ? made : pass;
            return inside(at, held, now).orElseGet(() -> {
                ViewsLink link = at.link();
                String wordHash = at.locked().wordHash();
                if (wordHash != null && !passwords.matches(ViewsLinks.plain(word), wordHash)) {
                    int wrong = at.locked().wrongWords() + 1;
                    store.wrongWord(at.partnership(), link.id(), wrong);
                    at.record(new VoiceEvent.LinkRefused(
                            link.caseId().value(), link.id().value(), VoiceEvent.Why.WRONG_WORD));
                    if (wrong
                            >= partnerships.profile(at.partnership()).practice().wrongWordsTaken()) {
                        store.withdraw(at.partnership(), link.id());
                        at.record(new VoiceEvent.LinkWithdrawn(
                                link.caseId().value(), link.id().value()));
                        return new Shown.Shut();
                    }
                    return new Shown.Before(link.tongue(), true, true);
                }
                if (at.mine(held)) {
                    return new Shown.Begun(link.tongue(), held);
                }
                store.start(at.partnership(), link.id(), Tokens.hash(made), now);
                at.record(new VoiceEvent.LinkStarted(
                        link.caseId().value(), link.id().value()));
                return new Shown.Begun(link.tongue(), made);
            });
        });
    }

    /** Keeps one answer. Longer than {@link #LONGEST} is kept as far as that: nothing the child wrote is lost for a rule. */
    public Shown answer(String token, String pass, Question question, String words, Instant now) {
        return within(
                token,
                now,
                at -> inside(at, pass, now).orElseGet(() -> {
                    if (!at.mine(pass)) {
                        return new Shown.Before(at.link().tongue(), at.link().worded(), false);
                    }
                    store.answer(
                            at.partnership(),
                            at.link().id(),
                            question,
                            words.substring(0, Math.min(LONGEST, words.length())),
                            now);
                    at.record(new VoiceEvent.LinkAnswered(
                            at.link().caseId().value(), at.link().id().value(), question));
                    return new Shown.Inside(
                            at.link().tongue(),
                            store.answers(at.partnership(), at.link().id()));
                }));
    }

    /** Hands in what was written: it becomes the child's wishes in the child's own words. With nothing written, nothing happens. */
    public Shown handIn(String token, String pass, Instant now) {
        return within(
                token,
                now,
                at -> inside(at, pass, now).orElseGet(() -> {
                    ViewsLink link = at.link();
                    if (!at.mine(pass)) {
                        return new Shown.Before(link.tongue(), link.worded(), false);
                    }
                    Map<Question, String> answers = store.answers(at.partnership(), link.id());
                    if (answers.values().stream().allMatch(String::isBlank)) {
                        return new Shown.Inside(link.tongue(), answers);
                    }
                    String speaks =
                            answers.getOrDefault(Question.SPEAKS, "").strip().replaceAll("\\s+", " ");
                    UUID wishes = voices.writtenOnLink(
                            at.actor(),
                            link.caseId(),
                            new WishesDraft(
                                    UnitedKingdom.day(now),
                                    Wishes.Means.WRITTEN_ON_A_LINK,
                                    words(link.tongue(), answers),
                                    texts.text(Language.ENGLISH, Page.labelKey(link.tongue())),
                                    "",
                                    texts.text(Language.ENGLISH, "voice.heard-by", link.givenByName()),
                                    speaks.substring(0, Math.min(LONGEST_NAME, speaks.length())),
                                    speaks.isEmpty() ? Wishes.Chosen.NOT_ASKED : Wishes.Chosen.BY_THE_CHILD,
                                    link.about()),
                            now);
                    store.handIn(at.partnership(), link.id(), wishes, now);
                    at.record(new VoiceEvent.LinkHandedIn(
                            link.caseId().value(), link.id().value(), wishes));
                    return new Shown.Thanks(link.tongue());
                }));
    }

    /** The questions as they were asked, and under each the child's own words. */
    private String words(Tongue tongue, Map<Question, String> answers) {
        StringBuilder words = new StringBuilder();
        for (Question question : Question.values()) {
            String answer = answers.getOrDefault(question, "").strip();
            if (!answer.isEmpty()) {
                words.append(words.isEmpty() ? "" : "\n\n")
                        .append(phrases.say(tongue, "question." + question.key()))
                        .append('\n')
                        .append(answer);
            }
        }
        return words.toString();
    }

    /** What closes a link to whoever opens it, if anything does. */
    private Optional<Shown> inside(Opening at, String pass, Instant now) {
        ViewsLink link = at.link();
        VoiceEvent.Why why = null;
        if (link.state() == LinkState.WITHDRAWN) {
            why = VoiceEvent.Why.WITHDRAWN;
        } else if (link.state() == LinkState.HANDED_IN || link.state() == LinkState.RECEIVED) {
            why = VoiceEvent.Why.USED;
        } else if (link.over(now)) {
            why = VoiceEvent.Why.EXPIRED;
        } else if (link.state() == LinkState.STARTED && !link.worded() && !at.mine(pass)) {
            why = VoiceEvent.Why.ANOTHER_BROWSER;
        }
        if (why == null) {
            return Optional.empty();
        }
        store.refused(at.partnership(), link.id());
        at.record(new VoiceEvent.LinkRefused(link.caseId().value(), link.id().value(), why));
        return Optional.of(new Shown.Shut());
    }

    private Shown within(String token, Instant now, Function<Opening, Shown> work) {
        Optional<LinkStore.Door> door = store.door(Tokens.hash(token));
        if (door.isEmpty()) {
            // no partnership, and so no ledger, can be told of a token that was never given
            LOG.info("a link was asked for that nobody gave");
            return new Shown.Shut();
        }
        PartnershipId partnership = door.get().partnership();
        Actor child = new Actor(
                partnership,
                Actor.Kind.INTERFACE,
                door.get().link().value(),
                texts.text(Language.ENGLISH, "voice.child"),
                partnership.value(),
                texts.text(Language.ENGLISH, "voice.child"),
                Set.of());
        return ledger.within(
                child,
                () -> store.lock(partnership, door.get().link())
                        .map(locked -> work.apply(new Opening(child, locked, now)))
                        .orElseGet(Shown.Shut::new));
    }

    /** A link being opened. */
    private final class Opening {
        private final Actor actor;
        private final LinkStore.Locked locked;
        private final Instant now;

        Opening(Actor actor, LinkStore.Locked locked, Instant now) {
            this.actor = actor;
            this.locked = locked;
            this.now = now;
        }

        Actor actor() {
            return actor;
        }

        PartnershipId partnership() {
            return actor.partnership();
        }

        LinkStore.Locked locked() {
            return locked;
        }

        ViewsLink link() {
            return locked.link();
        }

        boolean mine(String pass) {
            byte @Nullable [] hash = locked.passHash();
            return hash != null && !pass.isEmpty() && Tokens.is(pass, hash);
        }

        void opened(String page) {
            record(new VoiceEvent.LinkOpened(
                    link().caseId().value(), link().id().value(), page));
        }

        void record(VoiceEvent event) {
            ledger.record(actor, now, event);
        }
    }
}
