package org.holdfast.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.documents.Document;
import org.holdfast.documents.Document.Block;
import org.holdfast.documents.Document.Fact;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Language;
import org.holdfast.pages.Page;
import org.holdfast.pages.Texts;
import org.jspecify.annotations.Nullable;

/** Minutes as a paper, from what one reader may read of them: the same words in the same order as the page. */
public final class MinutesPaper {

    private final Texts texts;
    private final MinuteBook.Minutes minutes;
    private final List<Block> blocks = new ArrayList<>();

    private MinutesPaper(Texts texts, MinuteBook.Minutes minutes) {
        this.texts = texts;
        this.minutes = minutes;
    }

    /** The paper of minutes that were cut to their reader. */
    public static Document of(MinuteBook.Minutes minutes, Texts texts) {
        return new MinutesPaper(texts, minutes).written();
    }

    private Document written() {
        MinutesText text = minutes.text();
        String title = text("meetings.minutes.title", text.kind(), date(text.on()));
        String approvedBy = minutes.approvedBy();
        if (approvedBy == null) {
            blocks.add(new Block.Notice(text("meetings.minutes.draft")));
        } else {
            blocks.add(
                    new Block.Paragraph(text("meetings.minutes.approved", approvedBy, dateTime(minutes.approvedAt()))));
        }
        front(text);
        text.items().forEach(this::item);
        addenda(null);
        if (approvedBy != null) {
            blocks.add(new Block.Paragraph(text("meetings.minutes.hash", minutes.hash())));
        }
        return new Document(title, "en-GB", title, minutes.reader(), blocks);
    }

    private void front(MinutesText text) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                text("meetings.when"),
                text(
                        "meetings.when.value",
                        Dates.longDate(Language.ENGLISH, text.on()),
                        Dates.time(Language.ENGLISH, text.starts()))));
        if (!text.place().room().isEmpty()) {
            facts.add(new Fact(text("meetings.where"), text.place().room()));
        }
        Instant opened = text.opened();
        Instant finished = text.finished();
        if (opened != null && finished != null) {
            facts.add(new Fact(text("meetings.in-session"), span(opened, finished)));
        }
        blocks.add(new Block.Facts(facts));
        if (!text.attended().isEmpty()) {
            blocks.add(new Block.Table(
                    text("meetings.present"),
                    List.of(
                            text("meetings.name"),
                            text("meetings.agency"),
                            text("meetings.capacity"),
                            text("meetings.there")),
                    text.attended().stream()
                            .map(who -> List.of(who.name(), who.agency(), label(who.capacity()), presences(who)))
                            .toList()));
        }
        if (!text.apologies().isEmpty()) {
            blocks.add(new Block.Heading(2, text("meetings.apologies")));
            blocks.add(new Block.Bullets(text.apologies().stream()
                    .map(who -> who.name() + ", " + who.agency() + " (" + label(who.capacity()) + ")")
                    .toList()));
        }
    }

    private String presences(MinutesText.Attended who) {
        Integer statement = who.statement();
        return String.join(
                        "\n",
                        who.presences().stream()
                                .map(presence -> {
                                    Instant until = presence.until();
                                    return label(presence.how()) + ", "
                                            + (until == null ? time(presence.from()) : span(presence.from(), until));
                                })
                                .toList())
                + (statement == null ? "" : "\n" + text("meetings.statement", String.valueOf(statement)));
    }

    private void item(MinutesText.Item item) {
        blocks.add(new Block.Heading(2, item.child()));
        Instant started = item.startedAt();
        Instant finished = item.finishedAt();
        AdjournedFor adjournedFor = item.adjournedFor();
        blocks.add(new Block.Paragraph(label(item.purpose()) + ". " + label(item.state())
                + (adjournedFor == null ? "" : ": " + label(adjournedFor))
                + (started == null || finished == null ? "" : " (" + span(started, finished) + ")")));
        if (!item.settledBecause().isEmpty()) {
            blocks.add(new Block.Paragraph(item.settledBecause()));
        }
        if (!item.conflicts().isEmpty()) {
            blocks.add(new Block.Heading(3, text("meetings.conflicts")));
            blocks.add(new Block.Bullets(item.conflicts().stream()
                    .map(conflict -> conflict.name() + ", " + conflict.agency() + ": " + conflict.reason())
                    .toList()));
        }
        if (!item.earlier().isEmpty()) {
            blocks.add(new Block.Table(
                    text("meetings.earlier"),
                    List.of(
                            text("meetings.action.what"),
                            text("meetings.action.owner.label"),
                            text("meetings.action.due-on"),
                            text("meetings.state")),
                    item.earlier().stream()
                            .map(action -> List.of(
                                    action.what(),
                                    action.owner() + ", " + action.agency(),
                                    date(action.dueOn()),
                                    label(action.state())))
                            .toList()));
        }
        if (!item.note().isBlank()) {
            blocks.add(new Block.Heading(3, text("meetings.minutes.discussion")));
            blocks.add(new Block.Paragraph(item.note()));
        }
        if (!item.restricted().isBlank()) {
            blocks.add(new Block.Heading(3, text("meetings.minutes.restricted")));
            blocks.add(new Block.Paragraph(item.restricted()));
        }
        for (MinutesPart part : item.parts()) {
            blocks.add(new Block.Heading(3, text(part.headingKey())));
            blocks.add(new Block.Bullets(part.lines().stream()
                    .map(line -> text(line.key(), line.details().toArray()))
                    .toList()));
        }
        if (!item.actions().isEmpty()) {
            blocks.add(new Block.Table(
                    text("meetings.actions"),
                    List.of(
                            text("meetings.action.what"),
                            text("meetings.action.why"),
                            text("meetings.action.owner.label"),
                            text("meetings.action.due-on")),
                    item.actions().stream()
                            .map(action -> List.of(
                                    action.what(),
                                    action.why(),
                                    action.owner() + ", " + action.agency(),
                                    date(action.dueOn())))
                            .toList()));
        }
        addenda(item.item());
    }

    private void addenda(@Nullable UUID item) {
        for (Addendum addendum : minutes.addendaTo(item)) {
            blocks.add(new Block.Notice(
                    text("meetings.addendum", addendum.by(), dateTime(addendum.at())) + "\n" + addendum.text()));
        }
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

    private static String time(Instant instant) {
        return Dates.time(Language.ENGLISH, Dates.london(instant).toLocalTime());
    }

    private String span(Instant from, Instant until) {
        return time(from) + " " + text("meetings.to") + " " + time(until);
    }

    private String dateTime(@Nullable Instant instant) {
        return instant == null
                ? text("pages.none")
                : text("pages.date-time", date(Dates.london(instant).toLocalDate()), time(instant));
    }
}
