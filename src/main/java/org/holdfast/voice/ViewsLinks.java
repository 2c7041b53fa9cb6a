package org.holdfast.voice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.casework.CaseLink;
import org.holdfast.casework.CaseLinkSource;
import org.holdfast.casework.Cases;
import org.holdfast.casework.Voices;
import org.holdfast.casework.Wishes;
import org.holdfast.casework.WorkItem;
import org.holdfast.casework.WorkSource;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.pages.Tongue;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Tokens;
import org.holdfast.people.Child;
import org.holdfast.people.People;
import org.holdfast.people.SafeContact;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The worker's door to links: give one, take it back, read what came (GRD-4). */
@Component
public final class ViewsLinks implements WorkSource, CaseLinkSource {

    private static final int LONGEST_ABOUT = 200;

    private final Ledger ledger;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final Cases cases;
    private final People people;
    private final Voices voices;
    private final LinkStore store;
    private final Tokens tokens;
    private final PasswordEncoder passwords;
    private final Supplier<UUID> ids;

    ViewsLinks(
            Ledger ledger,
            Sharing sharing,
            Partnerships partnerships,
            Cases cases,
            People people,
            Voices voices,
            LinkStore store,
            Tokens tokens,
            PasswordEncoder passwords,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.cases = cases;
        this.people = people;
        this.voices = voices;
        this.store = store;
        this.tokens = tokens;
        this.passwords = passwords;
        this.ids = ids;
    }

    /** The links of one child, and what the child wrote on them. */
    public record OfCase(CaseId caseId, Child child, List<ViewsLink> links, List<Wishes> written) {
        public OfCase {
            links = List.copyOf(links);
            written = List.copyOf(written);
        }
    }

    /**
     * A link just given.
     *
     * @param token what stands in its address: shown this once
     */
    public record Given(ViewsLink link, String token) {}

    /** The links of a case. */
    public Outcome<OfCase> of(Actor actor, CaseId id, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.ASK_ON_LINK, id, now).map(_ -> {
                    ledger.record(actor, now, new VoiceEvent.LinksSeen(id.value()));
                    return new OfCase(
                            id,
                            people.child(actor, cases.childOf(actor, id), now),
                            store.ofCase(actor.partnership(), id),
                            voices.wishes(actor, id).stream()
                                    .filter(wishes -> wishes.means() == Wishes.Means.WRITTEN_ON_A_LINK)
                                    .toList());
                }));
    }

    /**
     * Gives a link.
     *
     * @param about what it is for, such as the coming decision; empty for life as a whole
     * @param word agreed with the child, to open it with; empty for none
     * @param days for how long it is open
     */
    public Outcome<Given> give(
            Actor actor,
            CaseId id,
            @Nullable Tongue tongue,
            String about,
            String word,
            @Nullable Integer days,
            Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.ASK_ON_LINK, id, now).then(_ -> {
                    List<Reason> faults = new ArrayList<>();
                    if (tongue == null) {
                        faults.add(Reason.about("tongue", "voice.fault.tongue"));
                    }
                    int longest =
                            partnerships.profile(actor.partnership()).practice().daysChildsLinkIsOpen();
                    if (days == null || days < 1 || days > longest) {
                        faults.add(Reason.about("days", "voice.fault.days", String.valueOf(longest)));
                    }
                    if (about.length() > LONGEST_ABOUT) {
                        faults.add(Reason.about("about", "voice.fault.about", String.valueOf(LONGEST_ABOUT)));
                    }
                    if (word.strip().contains(" ") || word.length() > 40) {
                        faults.add(Reason.about("word", "voice.fault.word"));
                    }
                    SafeContact.Way way = people.child(actor, cases.childOf(actor, id), now)
                            .facts()
                            .safeContact()
                            .way();
                    if (way == SafeContact.Way.DO_NOT_CONTACT) {
                        faults.add(Reason.of("voice.fault.do-not-contact", "GRD-4"));
                    }
                    if (!faults.isEmpty() || tongue == null || days == null) {
                        return Outcome.refused(faults);
                    }
                    String token = tokens.make();
                    ViewsLink link = new ViewsLink(
                            new LinkId(ids.get()),
                            id,
                            tongue,
                            LinkState.GIVEN,
                            about.strip(),
                            !word.isBlank(),
                            0,
                            now.plus(Duration.ofDays(days)),
                            now,
                            actor.member(),
                            actor.name(),
                            null,
                            null,
                            null,
                            null,
                            "");
                    store.give(
                            actor.partnership(),
                            link,
                            Tokens.hash(token),
                            word.isBlank() ? null : passwords.encode(plain(word)));
                    ledger.record(
                            actor,
                            now,
                            new VoiceEvent.LinkGiven(
                                    id.value(), link.id().value(), tongue.tag(), link.expiresAt(), link.worded()));
                    return Outcome.done(new Given(link, token));
                }));
    }

    /** Takes a link back: whoever opens it finds nothing. */
    public Outcome<CaseId> withdraw(Actor actor, LinkId id, Instant now) {
        return command(actor, id, LinkCommand.WITHDRAW, now, link -> {
            store.withdraw(actor.partnership(), id);
            ledger.record(actor, now, new VoiceEvent.LinkWithdrawn(link.caseId().value(), id.value()));
            return Outcome.done(link.caseId());
        });
    }

    /** Says that what the child wrote has arrived with somebody who reads it. */
    public Outcome<CaseId> receive(Actor actor, LinkId id, Instant now) {
        return command(actor, id, LinkCommand.RECEIVE, now, link -> {
            store.receive(actor, id, now);
            ledger.record(actor, now, new VoiceEvent.LinkReceived(link.caseId().value(), id.value()));
            return Outcome.done(link.caseId());
        });
    }

    private <T> Outcome<T> command(
            Actor actor, LinkId id, LinkCommand command, Instant now, Function<ViewsLink, Outcome<T>> work) {
        return ledger.within(actor, () -> {
            Optional<ViewsLink> found = store.lock(actor.partnership(), id).map(LinkStore.Locked::link);
            // whoever may not give links at all is on the ledger with a link that is none too
            return found.isEmpty()
                    ? sharing.ask(actor, Permission.ASK_ON_LINK, now).then(_ -> Outcome.refused(Sharing.NOT_FOUND))
                    : sharing.ask(actor, Permission.ASK_ON_LINK, found.get().caseId(), now)
                            .then(_ -> LinkLife.ask(found.get().state(), command))
                            .then(_ -> work.apply(found.get()));
        });
    }

    /** A word as it is compared: capitals and spaces around it do not matter. */
    static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<WorkItem> waitingFor(Actor actor, Instant now) {
        if (!sharing.may(actor, Permission.ASK_ON_LINK)) {
            return List.of();
        }
        List<ViewsLink> waiting = store.waiting(actor.partnership());
        Set<CaseId> visible = sharing.visible(
                actor,
                Permission.ASK_ON_LINK,
                waiting.stream().map(ViewsLink::caseId).toList(),
                now);
        return waiting.stream()
                .filter(link -> visible.contains(link.caseId()))
                .map(ViewsLinks::work)
                .toList();
    }

    @Override
    public List<WorkItem> waitingOn(Actor actor, CaseId id, Instant now) {
        return sharing.visible(actor, Permission.ASK_ON_LINK, Set.of(id), now).isEmpty()
                ? List.of()
                : store.ofCase(actor.partnership(), id).stream()
                        .filter(link -> link.state() == LinkState.HANDED_IN)
                        .map(ViewsLinks::work)
                        .toList();
    }

    private static WorkItem work(ViewsLink link) {
        return WorkItem.of(
                link.caseId(), "voice.work.received", "/cases/" + link.caseId().value() + "/views", null, "GRD-4");
    }

    @Override
    public List<CaseLink> linksOf(Actor actor, CaseId id, Instant now) {
        return sharing.visible(actor, Permission.ASK_ON_LINK, Set.of(id), now).isEmpty()
                ? List.of()
                : List.of(new CaseLink("voice.link", List.of(), "/cases/" + id.value() + "/views", null, ""));
    }
}
