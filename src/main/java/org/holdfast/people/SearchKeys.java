package org.holdfast.people;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The keys under which a child is found again: two descriptions of one child share at least one of them in all but hopeless cases. Plain
 * text that an ordinary index finds, because a text-likeness index is closed to a role behind row-level security.
 *
 * <p>Keys of names: {@code w:} a word, {@code l:} a word with one letter less, {@code s:} a sound. For linkage, where a sound alone is too common: {@code p:} two
 * sounds, {@code k:} a word and the first letter of another, {@code y:} a sound and a year of birth, {@code m:} a sound and month and day in either order. {@code d:} a date of birth in either order, {@code
 * n:} a month of birth, {@code v:} an identifier's value.
 */
final class SearchKeys {
    private static final int LONGEST_NUMBER = 60;

    private SearchKeys() {}

    /** All keys under which a child is kept. */
    static Set<String> kept(ChildDescription child) {
        Set<String> keys = new HashSet<>(linking(child));
        for (String word : words(child)) {
            keys.add("w:" + word);
            keys.add("s:" + Words.sound(word));
            Words.withOneLetterLess(word).forEach(less -> keys.add("l:" + less));
        }
        child.birthDate()
                .earliest()
                .ifPresent(day -> keys.add("n:" + day.toString().substring(0, 7)));
        return keys;
    }

    /** The keys by which a description is looked for among all children (REF-4). */
    static Set<String> linking(ChildDescription child) {
        Set<String> keys = new HashSet<>();
        Set<String> sounds = new HashSet<>();
        for (String name : child.names()) {
            List<String> words = Words.of(name);
            List<String> inName = words.stream().map(Words::sound).distinct().toList();
            sounds.addAll(inName);
            for (String one : inName) {
                for (String other : inName) {
                    if (one.compareTo(other) < 0) {
                        keys.add("p:" + one + "|" + other);
                    }
                }
            }
            for (String one : words) {
                for (String other : words) {
                    if (!one.equals(other)) {
                        keys.add("k:" + one + "|" + other.charAt(0));
                    }
                }
            }
            // Words written together or apart, and single names, which have nothing to pair with.
            String together = Words.sound(String.join("", words));
            keys.add("p:" + together);
            for (int next = 1; next < words.size(); next++) {
                sounds.add(Words.sound(words.get(next - 1) + words.get(next)));
            }
        }
        Optional<LocalDate> earliest = child.birthDate().earliest();
        Optional<LocalDate> latest = child.birthDate().latest();
        if (earliest.isPresent() && latest.isPresent()) {
            int first = earliest.get().getYear();
            int last = Math.min(latest.get().getYear(), first + 4);
            for (String sound : sounds) {
                IntStream.rangeClosed(first, last).forEach(year -> keys.add("y:" + sound + "|" + year));
            }
            if (earliest.equals(latest)) {
                MonthDay day = MonthDay.from(earliest.get());
                String either = eitherOrder(day.getMonthValue(), day.getDayOfMonth());
                keys.add("d:" + first + either);
                sounds.forEach(sound -> keys.add("m:" + sound + "|" + either));
            }
        }
        for (Identifier identifier : child.identifiers()) {
            keys.add(ofIdentifier(identifier.value()));
        }
        return keys;
    }

    /** The keys by which what somebody typed is looked for: words, or the sounds and slips of them; dates; identifiers. */
    static Set<String> searching(SearchText text) {
        Set<String> keys = new HashSet<>();
        for (String word : text.words()) {
            keys.add("w:" + word);
            keys.add("s:" + Words.sound(word));
            Words.withOneLetterLess(word).forEach(less -> keys.add("l:" + less));
            text.birthDate()
                    .flatMap(BirthDate::earliest)
                    .ifPresent(day -> keys.add("y:" + Words.sound(word) + "|" + day.getYear()));
        }
        text.codes().forEach(code -> keys.add(ofIdentifier(code)));
        text.birthDate().ifPresent(birthDate -> {
            switch (birthDate) {
                case BirthDate.OnDay(LocalDate day) ->
                    keys.add("d:" + day.getYear() + eitherOrder(day.getMonthValue(), day.getDayOfMonth()));
                case BirthDate.InMonth(var month) -> keys.add("n:" + month);
                case BirthDate.InYear _,
                        BirthDate.Estimated _,
                        BirthDate.Unknown _,
                        BirthDate.Disputed _,
                        BirthDate.Assessed _ -> {}
            }
        });
        return keys;
    }

    static String ofIdentifier(String value) {
        String compact = IdentifierSystem.compact(value);
        return "v:" + compact.substring(0, Math.min(compact.length(), LONGEST_NUMBER));
    }

    private static List<String> words(ChildDescription child) {
        List<String> words = new ArrayList<>();
        child.names().forEach(name -> words.addAll(Words.of(name)));
        return words;
    }

    private static String eitherOrder(int month, int day) {
        return "-%02d-%02d".formatted(Math.min(month, day), Math.max(month, day));
    }
}
