package org.holdfast.transfers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.documents.Document;
import org.holdfast.documents.Document.Block;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.letters.Letter;
import org.holdfast.letters.Letters;
import org.holdfast.letters.Sheet;
import org.holdfast.meetings.MinuteBook;
import org.holdfast.meetings.MinutesPaper;
import org.holdfast.packs.Packs;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Language;
import org.holdfast.pages.Page;
import org.holdfast.pages.Texts;
import org.holdfast.pages.Tongue;
import org.holdfast.partnership.AgencyId;
import org.holdfast.requests.AgencyReturn;
import org.holdfast.requests.Grading;
import org.holdfast.requests.Requests;
import org.holdfast.requests.Told;
import org.holdfast.sharing.Agreements;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Writes out what can go along with a case as papers, by what their owners let go at this moment (SHR-4). The caller has asked for the case.
 */
@Component
class PaperAssembly {

    private final Requests requests;
    /** Asked for when it is needed: a pack reads what waits for people, and that reads offers. */
    private final ObjectProvider<Packs> packs;

    private final MinuteBook minutes;
    private final Letters letters;
    private final Agreements agreements;
    private final Texts texts;
    private final Supplier<UUID> ids;

    PaperAssembly(
            Requests requests,
            ObjectProvider<Packs> packs,
            MinuteBook minutes,
            Letters letters,
            Agreements agreements,
            Texts texts,
            Supplier<UUID> ids) {
        this.requests = requests;
        this.packs = packs;
        this.minutes = minutes;
        this.letters = letters;
        this.agreements = agreements;
        this.texts = texts;
        this.ids = ids;
    }

    /** From where to where which case goes. */
    record Route(UUID transfer, CaseId caseId, String from, String to) {

        static Route of(Transfer transfer) {
            return new Route(transfer.id(), transfer.caseId(), transfer.fromName(), transfer.toName());
        }
    }

    /** A paper as it would go, with why it stays. */
    record Written(PaperChoice choice, Paper paper) {

        String key() {
            return choice.key();
        }

        boolean may() {
            return choice.stays() == null;
        }

        /** Whether it goes, by what its owner lets go. */
        boolean goes(@Nullable Set<String> chosen, Set<AgencyId> agreed) {
            return may()
                    && (chosen == null || chosen.contains(key()))
                    && (!choice.restricted() || agreed.contains(new AgencyId(choice.source())));
        }
    }

    /**
     * Every paper that there is about the case, as it would go.
     *
     * @param chosen keys of those chosen; a pack holds of what agencies told only what is among them. Null for all
     * @param agreed agencies that agreed to what they restrict going too
     */
    List<Written> of(Actor actor, Route route, @Nullable Set<String> chosen, Set<AgencyId> agreed, Instant now) {
        Set<AgencyId> signed = agreements.inForce(actor, Purpose.HANDING_OVER, UnitedKingdom.day(now));
        List<Written> written = new ArrayList<>();
        for (AgencyReturn one : requests.returnsOf(actor, route.caseId()).returns()) {
            written.add(told(route, one, signed, agreed.contains(one.agency()), now));
        }
        Set<AgencyId> going = written.stream()
                .filter(it -> it.goes(chosen, agreed))
                .map(it -> new AgencyId(it.choice().source()))
                .collect(Collectors.toSet());
        boolean restrictedToo = written.stream().anyMatch(it -> it.choice().restricted() && it.goes(chosen, agreed));
        for (Packs.Leaving pack : packs.getObject().leaving(actor, route.caseId(), going, agreed, route.to(), now)) {
            written.add(written(
                    route,
                    choice(PaperKind.PACK, pack.meeting().value(), pack.paper().title(), "", pack.on(), false, null),
                    pack.holds(),
                    content(pack.paper()),
                    pack.lock().sha256(),
                    restrictedToo,
                    now));
        }
        for (MinuteBook.Minutes one : minutes.leaving(actor, route.caseId())) {
            Document paper = MinutesPaper.of(one, texts);
            written.add(written(
                    route,
                    choice(
                            PaperKind.MINUTES,
                            one.meeting().id().value(),
                            paper.title(),
                            "",
                            one.meeting().on(),
                            false,
                            null),
                    one.text().holds(),
                    content(paper),
                    one.hash(),
                    false,
                    now));
        }
        for (Letter letter : letters.released(actor, route.caseId())) {
            Letter.Released released = Objects.requireNonNull(letter.released());
            written.add(written(
                    route,
                    choice(
                            PaperKind.LETTER,
                            letter.id().value(),
                            text("transfers.paper.letter", label(letter.kind())),
                            "",
                            UnitedKingdom.day(released.at()),
                            false,
                            null),
                    Set.of(),
                    released.written(),
                    null,
                    false,
                    now));
        }
        return written;
    }

    private Written told(Route route, AgencyReturn one, Set<AgencyId> signed, boolean agreed, Instant now) {
        Reason stays = null;
        if (one.takenBack()) {
            stays = Reason.of("transfers.paper.taken-back", "SHR-4", one.agencyName());
        } else if (!signed.contains(one.agency())) {
            stays = Agreements.missing(one.agencyName(), Purpose.HANDING_OVER);
        }
        boolean restricted =
                one.restricted() || one.grading() != null && one.grading().conditional();
        AgencyReturn shown = agreed ? one : one.openOnly();
        List<Sheet.Part> parts = new ArrayList<>();
        String title = text("transfers.paper.return", one.agencyName());
        parts.add(new Sheet.Part(Sheet.Kind.TITLE, title));
        parts.add(new Sheet.Part(
                Sheet.Kind.TEXT, text("transfers.paper.as-of", date(one.asOf()), one.source(), one.givenBy())));
        Grading grading = shown.grading();
        if (grading != null) {
            parts.add(new Sheet.Part(
                    Sheet.Kind.NOTICE, text("packs.return.grading", grading.code(), grading.conditions())));
        }
        if (one.nothingKnown()) {
            parts.add(new Sheet.Part(Sheet.Kind.TEXT, text("packs.return.nothing-known")));
        }
        for (Told told : shown.told()) {
            parts.add(new Sheet.Part(Sheet.Kind.HEADING, label(told.heading())));
            if (one.restricts(told)) {
                parts.add(new Sheet.Part(Sheet.Kind.NOTICE, text("transfers.paper.restricted-by", one.agencyName())));
            }
            parts.add(new Sheet.Part(Sheet.Kind.TEXT, told.text()));
        }
        return written(
                route,
                choice(
                        PaperKind.RETURN,
                        one.agency().value(),
                        title,
                        one.agencyName(),
                        UnitedKingdom.day(one.givenAt()),
                        restricted,
                        stays),
                shown.told().stream().map(one::holds).collect(Collectors.toSet()),
                Sheet.written(List.of(new Sheet(Tongue.ENGLISH, parts))),
                null,
                restricted,
                now);
    }

    private static PaperChoice choice(
            PaperKind kind,
            UUID source,
            String title,
            String owner,
            LocalDate on,
            boolean restricted,
            @Nullable Reason stays) {
        return new PaperChoice(kind, source, title, owner, on, restricted, stays);
    }

    private Written written(
            Route route,
            PaperChoice choice,
            Set<DataClass> holds,
            String content,
            @Nullable String whole,
            boolean restricted,
            Instant now) {
        return new Written(
                choice,
                new Paper(
                        ids.get(),
                        route.transfer(),
                        route.caseId(),
                        choice.kind(),
                        choice.source(),
                        choice.title(),
                        choice.owner(),
                        choice.on(),
                        route.from(),
                        holds,
                        restricted,
                        content,
                        Sheet.seal(content),
                        whole,
                        now,
                        null));
    }

    /** A paper of blocks in the form in which letters are kept and sealed, so that one page reads all of them. */
    private static String content(Document paper) {
        List<Sheet.Part> parts = new ArrayList<>();
        parts.add(new Sheet.Part(Sheet.Kind.TITLE, paper.title()));
        paper.blocks().forEach(block -> add(parts, block));
        return Sheet.written(List.of(new Sheet(Tongue.ENGLISH, parts)));
    }

    private static void add(List<Sheet.Part> parts, Block block) {
        switch (block) {
            case Block.Heading(int _, String text) -> parts.add(new Sheet.Part(Sheet.Kind.HEADING, text));
            case Block.Paragraph(String text) -> parts.add(new Sheet.Part(Sheet.Kind.TEXT, text));
            case Block.Quote(String text) -> parts.add(new Sheet.Part(Sheet.Kind.TEXT, "“" + text + "”"));
            case Block.Notice(String text) -> parts.add(new Sheet.Part(Sheet.Kind.NOTICE, text));
            case Block.Bullets(List<String> lines) ->
                lines.forEach(line -> parts.add(new Sheet.Part(Sheet.Kind.TEXT, "• " + line)));
            case Block.Facts(List<Document.Fact> facts) ->
                facts.forEach(fact -> parts.add(new Sheet.Part(Sheet.Kind.TEXT, fact.label() + ": " + fact.value())));
            case Block.Table(String caption, List<String> header, List<List<String>> rows) -> {
                parts.add(new Sheet.Part(Sheet.Kind.HEADING, caption));
                rows.forEach(row -> parts.add(new Sheet.Part(Sheet.Kind.TEXT, row(header, row))));
            }
            case Block.NewPage() -> {}
            case Block.InLanguage(String _, List<Block> blocks) -> blocks.forEach(one -> add(parts, one));
        }
    }

    private static String row(List<String> header, List<String> row) {
        List<String> cells = new ArrayList<>();
        for (int at = 0; at < row.size(); at++) {
            cells.add(header.get(at) + ": " + row.get(at).replace('\n', ' '));
        }
        return String.join("; ", cells);
    }

    private String text(String key, Object... values) {
        return texts.text(Language.ENGLISH, key, values);
    }

    private String label(Enum<?> constant) {
        return text(Page.labelKey(constant));
    }

    private static String date(LocalDate day) {
        return Dates.date(Language.ENGLISH, day);
    }
}
