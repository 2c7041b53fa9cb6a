package org.holdfast.partnership;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The hundred thousand passwords that were found most often where passwords were stolen and published: the list that comes with the library
 * nbvcxz. It is read when the first password is set, and kept as hashes, eight bytes each.
 */
final class StolenPasswords {

    static final String LIST = "/dictionaries/passwords.txt";

    /** What is shorter is within many a good password, too. */
    private static final int SHORTEST = 4;

    /** So many figures may stand around one without making it another. */
    private static final int FIGURES_AROUND = 6;

    private StolenPasswords() {}

    private static final class Kept {
        static final long[] HASHES = hashes();
    }

    /**
     * Whether it is one of them, or one of them in a simple guise: in capitals, with signs, with figures for letters or around it, backwards,
     * or twice.
     *
     * @param typed as it was typed
     * @param plain in small letters and figures alone
     */
    static boolean has(String typed, String plain) {
        String half = plain.substring(0, plain.length() / 2);
        String once = plain.equals(half + half) ? half : plain;
        return Stream.concat(Stream.of(typed.toLowerCase(Locale.ROOT), once), withoutFigures(plain))
                .flatMap(word -> Stream.of(word, CommonPasswords.letters(word)))
                .flatMap(word ->
                        Stream.of(word, new StringBuilder(word).reverse().toString()))
                .anyMatch(StolenPasswords::listed);
    }

    private static Stream<String> withoutFigures(String plain) {
        int before = figures(plain);
        int after = figures(new StringBuilder(plain).reverse().toString());
        return IntStream.rangeClosed(0, before)
                .boxed()
                .flatMap(from -> IntStream.rangeClosed(0, Math.min(after, FIGURES_AROUND - from))
                        .filter(until -> from + until < plain.length())
                        .mapToObj(until -> plain.substring(from, plain.length() - until)));
    }

    /** How many figures it begins with, of those that are looked at. */
    private static int figures(String text) {
        int count = 0;
        while (count < FIGURES_AROUND && count < text.length() && Character.isDigit(text.charAt(count))) {
            count++;
        }
        return count;
    }

    private static boolean listed(String word) {
        return word.length() >= SHORTEST && Arrays.binarySearch(Kept.HASHES, hash(word)) >= 0;
    }

    private static long[] hashes() {
        try (InputStream list = StolenPasswords.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException("the list of stolen passwords is missing");
            }
            return new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))
                    .lines()
                    .map(word -> word.toLowerCase(Locale.ROOT))
                    .flatMap(word -> Stream.of(word, CommonPasswords.plain(word)))
                    .filter(word -> word.length() >= SHORTEST)
                    .mapToLong(StolenPasswords::hash)
                    .sorted()
                    .distinct()
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** FNV-1a of 64 bits: it keeps no secret, it saves room. */
    private static long hash(String word) {
        long hash = 0xcbf29ce484222325L;
        for (int at = 0; at < word.length(); at++) {
            hash = (hash ^ word.charAt(at)) * 0x100000001b3L;
        }
        return hash;
    }
}
