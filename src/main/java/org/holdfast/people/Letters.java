package org.holdfast.people;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Letters of other scripts in the Latin alphabet, roughly as passports and interpreters write them, and without marks. Good enough to find
 * a name again; never shown to anybody.
 */
final class Letters {
    private static final Map<Integer, String> LATIN = new HashMap<>();
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** The consonants of the Ethiopic block, one for each row of eight syllables. */
    private static final String[] ETHIOPIC = {
        "h", "l", "h", "m", "s", "r", "s", "sh", "q", "q", "qh", "qh", "b", "v", "t", "ch", "h", "h", "n", "ny", "a",
        "k", "k", "kh", "kh", "w", "a", "z", "zh", "y", "d", "d", "j", "g", "g", "g", "t", "ch", "p", "ts", "ts", "f",
        "p"
    };

    private static final String[] ETHIOPIC_VOWELS = {"e", "u", "i", "a", "e", "", "o", "wa"};

    static {
        pairs("đ d ð d þ th ø o ł l ß ss æ ae œ oe ı i ə a ŋ ng ħ h ʻ _ ʼ _ ʿ _ ʾ _");
        pairs(
                "а a б b в v г g ґ g д d е e ё yo є ye ж zh з z и i і i ї yi й y к k л l м m н n о o п p р r с s т t у u ў u ф f х kh"
                        + " ц ts ч ch ш sh щ sh ъ _ ы y ь _ э e ю yu я ya ђ dj ј j љ lj њ nj ћ c џ dz ѓ gj ќ kj ѕ dz қ k ғ g ң n ө o ү u ұ u һ h");
        pairs("α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o");
        pairs(
                "ا a أ a إ i آ a ٱ a ب b پ p ت t ٹ t ث th ج j چ ch ح h خ kh د d ډ d ڈ d ذ dh ر r ڕ r ړ r ڑ r ز z ژ zh س s ش sh ښ sh ص s ض d"
                        + " ط t ظ z ع a غ gh ف f ڤ v ق q ك k ک k گ g ګ g ل l ڵ l م m ن n ں n ڼ n ه h ھ h ە e ة a ۀ a و w ۆ o ي y ی y ې e ێ e ۍ y ئ y ى a ء _ ؤ w ـ _");
        pairs(
                "א a ב b ג g ד d ה h ו v ז z ח h ט t י y כ k ך k ל l מ m ם m נ n ן n ס s ע a פ p ף f צ ts ץ ts ק k ר r ש sh ת t");
        pairs(
                "ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h");
        pairs(
                "ա a բ b գ g դ d ե e զ z է e ը e թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n շ sh ո o չ ch պ p ջ j ռ r ս s վ v տ t ր r ց ts ւ v փ p ք k օ o ֆ f");
    }

    private Letters() {}

    private static void pairs(String written) {
        String[] parts = written.split(" ");
        for (int i = 0; i < parts.length; i += 2) {
            LATIN.put(parts[i].codePointAt(0), parts[i + 1].equals("_") ? "" : parts[i + 1]);
        }
    }

    /** Small Latin letters without marks; letters of scripts that are not known here stay as they are. */
    static String latin(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        if (small.chars().allMatch(letter -> letter < 0x80)) {
            return small;
        }
        StringBuilder latin = new StringBuilder(small.length());
        for (int letter :
                Normalizer.normalize(small, Normalizer.Form.NFC).codePoints().toArray()) {
            String known = LATIN.get(letter);
            if (known != null) {
                latin.append(known);
            } else if (letter >= 0x1200 && letter < 0x1200 + 8 * ETHIOPIC.length) {
                latin.append(ethiopic(letter - 0x1200));
            } else {
                latin.appendCodePoint(letter);
            }
        }
        return MARKS.matcher(Normalizer.normalize(latin, Normalizer.Form.NFKD)).replaceAll("");
    }

    private static String ethiopic(int place) {
        String consonant = ETHIOPIC[place / 8];
        String vowel = ETHIOPIC_VOWELS[place % 8];
        return consonant.equals("a") ? (vowel.isEmpty() ? "i" : vowel.equals("e") ? "a" : vowel) : consonant + vowel;
    }
}
