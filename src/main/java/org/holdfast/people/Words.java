package org.holdfast.people;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names as they are compared: words in small Latin letters, however they were typed, and how alike two words are. */
final class Words {
    static final int MOST = 12;
    private static final int LONGEST = 40;

    /** What stands within a word and does not part it. */
    private static final String DECORATION = "'’‘`´.";

    // each tried only where a word has the letters for it
    private static final Pattern HISSED = Pattern.compile("tsch|sch|tch|sh|ch");
    private static final Pattern BUZZED = Pattern.compile("dzh|zh|xh|dj|gj");
    private static final Pattern SOFT = Pattern.compile("c(?=[eiy])");

    /** A word of a name and how it sounds. */
    record Heard(String letters, String sound) {
        static Heard of(String word) {
            return new Heard(word, Words.sound(word));
        }
    }

    private Words() {}

    /**
     * The words by which a name is compared and found: the first twelve, each by its first forty letters. A form may hold a whole account in
     * the box of a name; that is kept and shown as it came, but what it costs to compare grows with the square of its length.
     */
    static List<String> of(String name) {
        return whole(name).stream().limit(MOST).map(Words::beginning).toList();
    }

    private static String beginning(String word) {
        if (word.length() <= LONGEST) {
            return word;
        }
        return word.substring(0, Character.isHighSurrogate(word.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /** All words of a name. What joins or decorates letters (hyphen, apostrophe) does not part them where only marks stand between. */
    static List<String> whole(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        Letters.latin(name).codePoints().forEach(letter -> {
            if (belongs(letter)) {
                word.appendCodePoint(letter);
            } else if (DECORATION.indexOf(letter) < 0 && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        });
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean belongs(int letter) {
        return Character.isLetter(letter) || switch (Character.getType(letter)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    /**
     * How a word sounds, in consonants: spellings of one name in different alphabets and ears fall together (Mohammed, Muhammad, Mehmet;
     * Yusuf, Youssef; Khaled, Khalid). At most six letters.
     */
    static String sound(String word) {
        String letters = word;
        if (letters.contains("sh") || letters.contains("ch")) {
            letters = HISSED.matcher(letters).replaceAll("s");
        }
        if (letters.contains("zh") || letters.contains("xh") || letters.contains("dj") || letters.contains("gj")) {
            letters = BUZZED.matcher(letters).replaceAll("j");
        }
        letters = letters.replace("ph", "f")
                .replace("kh", "k")
                .replace("ck", "k")
                .replace("q", "k")
                .replace("gh", "g")
                .replace("dh", "t")
                .replace("th", "t");
        if (letters.indexOf('c') >= 0) {
            letters = SOFT.matcher(letters).replaceAll("s");
        }
        if (letters.startsWith("y") || letters.length() > 1 && letters.charAt(0) == 'i' && "aeou".indexOf(letters.charAt(1)) >= 0) {
            letters = "j" + letters.substring(1);
        }
        StringBuilder sound = new StringBuilder();
        for (int place = 0; place < letters.length() && sound.length() < 6; place++) {
            char letter = letters.charAt(place);
            char sounded = switch (letter) {
                case 'a', 'e', 'i', 'o', 'u', 'y' -> place == 0 ? 'a' : 0;
                case 'h' -> place == 0 ? 'h' : 0;
                case 'c' -> 'k';
                case 'd' -> 't';
                case 'w' -> 'v';
                case 'x', 'z' -> 's';
                default -> letter;
            };
            if (sounded != 0 && (sound.isEmpty() || sound.charAt(sound.length() - 1) != sounded)) {
                sound.append(sounded);
            }
        }
        return sound.toString();
    }

    /** How alike two words are, from 0 to 1: the same 1, a slip or another spelling 0.8 and more, a part or an initial 0.8, strangers 0. */
    static double likeness(String one, String other) {
        return likeness(Heard.of(one), Heard.of(other));
    }

    /** The same, of words that are compared with many. */
    static double likeness(Heard heard, Heard other) {
        return likeness(heard.letters(), other.letters(), heard.sound(), other.sound());
    }

    private static double likeness(String one, String other, String sound, String otherSound) {
        if (one.equals(other)) {
            return 1;
        }
        String shorter = one.length() <= other.length() ? one : other;
        String longer = one.length() <= other.length() ? other : one;
        double likeness = Math.max(0, (winkler(one, other) - 0.7) / 0.3);
        int longerBy = longer.length() - shorter.length();
        if (shorter.length() >= 4 && longerBy <= 2) {
            int slips = slips(one, other);
            if (slips == 1) {
                likeness = Math.max(likeness, 0.9);
            } else if (slips == 2 && shorter.length() >= 7) {
                likeness = Math.max(likeness, 0.8);
            }
        }
        if (longer.startsWith(shorter)) {
            likeness = Math.max(likeness, shorter.length() >= 3 ? 0.85 : shorter.length() == 1 ? 0.75 : 0.8);
        }
        if (shorter.length() >= 3 && sound.length() >= 2 && sound.equals(otherSound)) {
            likeness = Math.max(likeness, 0.88);
        }
        return Math.min(likeness, 0.97);
    }

    /** The similarity of Jaro and Winkler, from 0 to 1. */
    static double winkler(String one, String other) {
        int reach = Math.max(0, Math.max(one.length(), other.length()) / 2 - 1);
        boolean[] usedOne = new boolean[one.length()];
        boolean[] usedOther = new boolean[other.length()];
        int common = 0;
        for (int i = 0; i < one.length(); i++) {
            for (int j = Math.max(0, i - reach); j < Math.min(other.length(), i + reach + 1); j++) {
                if (!usedOther[j] && one.charAt(i) == other.charAt(j)) {
                    usedOne[i] = true;
                    usedOther[j] = true;
                    common++;
                    break;
                }
            }
        }
        if (common == 0) {
            return 0;
        }
        int swapped = 0;
        int next = 0;
        for (int i = 0; i < one.length(); i++) {
            if (usedOne[i]) {
                while (!usedOther[next]) {
                    next++;
                }
                if (one.charAt(i) != other.charAt(next)) {
                    swapped++;
                }
                next++;
            }
        }
        double jaro =
                ((double) common / one.length() + (double) common / other.length() + (common - swapped / 2.0) / common)
                        / 3;
        int prefix = 0;
        while (prefix < Math.min(4, Math.min(one.length(), other.length()))
                && one.charAt(prefix) == other.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * 0.1 * (1 - jaro);
    }

    /** How many letters were left out, put in, changed or swapped with their neighbour (Damerau and Levenshtein, each place touched once). */
    static int slips(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= other.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
    }

    /** The word itself and every word that comes of leaving out one letter: two words one slip apart share one of them. */
    static Set<String> withOneLetterLess(String word) {
        Set<String> words = new HashSet<>();
        words.add(word);
        if (word.length() >= 4) {
            for (int place = 0; place < word.length(); place++) {
                words.add(word.substring(0, place) + word.substring(place + 1));
            }
        }
        return words;
    }
}
