package org.holdfast.mail;

import org.holdfast.pages.Language;
import org.holdfast.pages.Texts;
import org.holdfast.partnership.Member;
import org.springframework.stereotype.Component;

/** Writes messages out: words from the message files, the link, and the calendar entry where there is one. */
@Component
class EmailWriter {

    private final Texts texts;
    private final MailSettings settings;

    EmailWriter(Texts texts, MailSettings settings) {
        this.texts = texts;
        this.settings = settings;
    }

    Email of(KeptMessage kept, Member reader) {
        Message message = kept.message();
        CalendarEntry entry = message.entry();
        return new Email(
                kept.id(),
                settings.from(),
                reader.email(),
                reader.name(),
                words(message, ".subject").replaceAll("\\R", " "),
                texts.text(
                        Language.ENGLISH,
                        "mail.letter",
                        reader.name(),
                        words(message, ".body"),
                        settings.link(message.path())),
                kept.postedAt(),
                entry == null ? null : calendar(kept, reader),
                entry == null ? null : ICalendar.method(entry));
    }

    /** The calendar entry of a message that has one. */
    String calendar(KeptMessage kept, Member reader) {
        CalendarEntry entry = kept.message().entry();
        if (entry == null) {
            throw new IllegalArgumentException("the message has no calendar entry");
        }
        return ICalendar.of(
                entry,
                kept.postedAt(),
                settings.from(),
                reader.name(),
                reader.email(),
                settings.link(kept.message().path()));
    }

    private String words(Message message, String part) {
        return texts.text(
                Language.ENGLISH, message.textKey() + part, message.values().toArray());
    }
}
