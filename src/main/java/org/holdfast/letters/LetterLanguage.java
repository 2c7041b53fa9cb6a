package org.holdfast.letters;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.holdfast.pages.Tongue;
import org.holdfast.people.Communication;

/**
 * In which language a letter is begun.
 *
 * @param known whether somebody asked; where nobody did, a partnership in Wales writes in Welsh and English together
 */
public record LetterLanguage(Tongue tongue, boolean known) {

    /**
     * From what is known of the child.
     *
     * @param profile ISO 639-3 codes of the languages in which the partnership writes
     */
    public static LetterLanguage of(Communication talk, List<String> profile) {
        Optional<Tongue> wanted = tongue(talk.letterLanguage()).filter(one -> one != Tongue.ENGLISH);
        if (wanted.isPresent()) {
            return new LetterLanguage(wanted.get(), true);
        }
        String interpreter = talk.interpreter();
        Optional<Tongue> spoken = Stream.concat(
                        Stream.ofNullable(interpreter),
                        talk.languages().stream().limit(1))
                .flatMap(code -> tongue(code).stream())
                .findFirst();
        if (spoken.isPresent()) {
            return new LetterLanguage(spoken.get(), true);
        }
        return profile.contains(Tongue.WELSH.code()) && talk.languages().isEmpty()
                ? new LetterLanguage(Tongue.WELSH, false)
                : new LetterLanguage(Tongue.ENGLISH, !talk.languages().isEmpty());
    }

    /** By code, by tag, or as somebody wrote its English name. */
    private static Optional<Tongue> tongue(String written) {
        return Tongue.ofCode(written)
                .or(() -> Tongue.ofTag(written))
                .or(() -> Arrays.stream(Tongue.values())
                        .filter(one -> written.strip().toUpperCase(Locale.ROOT).contains(one.name()))
                        .findFirst());
    }
}
