package org.holdfast.partnership;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.law.Reason;

/**
 * What makes a password worth nothing: that it is short, that it is put together from the pieces that lists of stolen passwords are full
 * of, or that it stands on such a list. No mixture of letters, figures and signs is asked for, as that only makes people write {@code Password1!}.
 */
final class CommonPasswords {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    /** A password of at most so many pieces is tried within a day. */
    private static final int PIECES = 3;

    private static final List<String> RUNS = List.of(
            "01234567890123456789",
            "98765432109876543210",
            "abcdefghijklmnopqrstuvwxyz",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "poiuytrewq",
            "1qaz2wsx3edc4rfv5tgb",
            "1q2w3e4r5t6y7u8i9o0p",
            "qazwsxedcrfvtgb");

    private static final Set<String> WORDS = words();

    private CommonPasswords() {}

    /** Everything that speaks against a new password of this person. */
    static List<Reason> faults(String password, String username, String name) {
        List<Reason> faults = new ArrayList<>();
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            faults.add(Reason.about("new-password", "partnership.password.short", "" + SHORTEST));
        } else if (length > LONGEST) {
            faults.add(Reason.about("new-password", "partnership.password.long", "" + LONGEST));
        } else if (common(password, pieces(username + " " + name))) {
            faults.add(Reason.about("new-password", "partnership.password.common"));
        } else if (StolenPasswords.has(password, plain(password))) {
            faults.add(Reason.about("new-password", "partnership.password.stolen"));
        }
        return faults;
    }

    /** Whether it is made of few pieces that everybody tries: common words, the person's own names, runs on the keyboard, years, repetitions. */
    static boolean common(String password, Set<String> own) {
        String plain = plain(password);
        if (plain.isEmpty()) {
            return true;
        }
        int[] fewest = new int[plain.length() + 1];
        Arrays.fill(fewest, PIECES + 1);
        fewest[0] = 0;
        for (int from = 0; from < plain.length(); from++) {
            for (int to = from + 1; to <= plain.length() && fewest[from] < PIECES; to++) {
                if (fewest[from] + 1 < fewest[to] && piece(plain.substring(from, to), own)) {
                    fewest[to] = fewest[from] + 1;
                }
            }
        }
        return fewest[plain.length()] <= PIECES || repeated(plain, own);
    }

    private static boolean piece(String text, Set<String> own) {
        return WORDS.contains(text)
                || own.contains(text)
                || text.length() >= 3 && RUNS.stream().anyMatch(run -> run.contains(text))
                || text.length() <= 4 && text.chars().allMatch(Character::isDigit)
                || text.chars().distinct().count() == 1
                || WORDS.contains(letters(text));
    }

    /** The same over and over, such as {@code abcxabcxabcx}. */
    private static boolean repeated(String plain, Set<String> own) {
        for (int length = 1; length <= plain.length() / 2; length++) {
            String part = plain.substring(0, length);
            if (plain.equals(part.repeat(plain.length() / length)) && (length <= 4 || common(part, own))) {
                return true;
            }
        }
        return false;
    }

    /** Small letters and figures only: signs and capitals are the first that anybody varies. */
    static String plain(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('@', 'a')
                .replace('$', 's')
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** With the figures that stand for letters put back. */
    static String letters(String plain) {
        return plain.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't');
    }

    private static Set<String> pieces(String names) {
        return Arrays.stream(names.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(part -> part.length() > 1)
                .collect(Collectors.toSet());
    }

    private static Set<String> words() {
        try (InputStream file = CommonPasswords.class.getResourceAsStream("/passwords/common.txt")) {
            if (file == null) {
                throw new IllegalStateException("the list of common passwords is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
