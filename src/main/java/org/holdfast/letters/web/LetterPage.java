package org.holdfast.letters.web;

import java.util.List;
import java.util.stream.Stream;
import org.holdfast.letters.BlamingWords;
import org.holdfast.letters.Letter;
import org.holdfast.letters.LetterCommand;
import org.holdfast.letters.Letters;
import org.holdfast.letters.Translation;
import org.holdfast.letters.Way;
import org.holdfast.pages.Option;
import org.holdfast.pages.Page;
import org.holdfast.pages.Tongue;

/** A letter on its page. */
public record LetterPage(Letters.Reading reading) {

    public Letter letter() {
        return reading.letter();
    }

    public String path() {
        return "/letters/" + letter().id().value();
    }

    public String casePath() {
        return "/cases/" + letter().caseId().value();
    }

    /** Whether it is in another language than English, with English beside it. */
    public boolean translated() {
        return letter().tongue() != Tongue.ENGLISH;
    }

    public boolean may(LetterCommand command) {
        return reading.available().contains(command);
    }

    /** Words in what was written that lay on the child what others did. */
    public List<String> blaming() {
        return BlamingWords.in(letter().draft().about());
    }

    /** Who can answer for words in another language, as choices. */
    public List<Option> statuses(Page page) {
        return page.options(Translation.Status.MACHINE, Translation.Status.HUMAN, Translation.Status.CERTIFIED);
    }

    /** Who answers for words in another language: what made them, who by name, and since when. */
    public String answersFor(Page page, Translation translation) {
        String status = page.label(translation.status());
        return translation.by().isEmpty()
                ? status
                : translation.on() == null
                        ? page.text("letters.by-at", status, translation.by())
                        : page.text("letters.translation.by-on", status, translation.by(), page.date(translation.on()));
    }

    public List<Option> ways(Page page) {
        return letter().kind().childs()
                ? page.options(Way.values())
                : page.options(Way.HANDED_OVER, Way.POST, Way.SECURE_MAIL);
    }

    /** The names to be confirmed, as boxes. */
    public List<Option> names(Page page) {
        return reading.names().stream()
                .map(name -> Option.of(
                        name.name(),
                        name.name(),
                        page.text(name.known() ? "letters.name.known" : "letters.name.looks")))
                .toList();
    }

    /** The languages in which something can be talked through, as choices. */
    public List<Option> tongues(Page page) {
        return Stream.of(Tongue.values())
                .map(tongue -> Option.of(tongue.tag(), page.label(tongue)))
                .toList();
    }
}
