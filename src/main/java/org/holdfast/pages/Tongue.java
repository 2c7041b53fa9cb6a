package org.holdfast.pages;

import java.util.Arrays;
import java.util.Optional;

/**
 * A language in which we write to children and their families. The program itself is read in fewer ({@link Language}); a letter and the
 * pages behind a link are on offer in all of these.
 */
public enum Tongue {
    ENGLISH("en", "eng", "English", Script.LATIN),
    WELSH("cy", "cym", "Cymraeg", Script.LATIN),
    VIETNAMESE("vi", "vie", "Tiếng Việt", Script.LATIN),
    ALBANIAN("sq", "sqi", "Shqip", Script.LATIN),
    ARABIC("ar", "ara", "العربية", Script.ARABIC),
    SORANI("ckb", "ckb", "کوردی", Script.ARABIC),
    FARSI("fa", "fas", "فارسی", Script.ARABIC),
    AMHARIC("am", "amh", "አማርኛ", Script.ETHIOPIC),
    TIGRINYA("ti", "tir", "ትግርኛ", Script.ETHIOPIC);

    /** What it is written in. */
    public enum Script {
        LATIN,
        /** From right to left, in joined letters. */
        ARABIC,
        ETHIOPIC
    }

    private final String tag;
    private final String code;
    private final String ownName;
    private final Script script;

    Tongue(String tag, String code, String ownName, Script script) {
        this.tag = tag;
        this.code = code;
        this.ownName = ownName;
        this.script = script;
    }

    /** BCP 47 tag, as in the {@code lang} attribute of a page. */
    public String tag() {
        return tag;
    }

    /** ISO 639-3 code, as in the facts of a child. */
    public String code() {
        return code;
    }

    /** Its name as those who speak it write it. */
    public String ownName() {
        return ownName;
    }

    public Script script() {
        return script;
    }

    public boolean rightToLeft() {
        return script == Script.ARABIC;
    }

    /** As in the {@code dir} attribute of a page. */
    public String direction() {
        return rightToLeft() ? "rtl" : "ltr";
    }

    /**
     * A text as it is to be shown in this language. From right to left a telephone number in two groups would be shown with its groups
     * changed over, and dialled wrongly; joined by a space that does not break it keeps its order.
     */
    public String shown(String text) {
        return rightToLeft() ? text.replaceAll("(?<=\\d) (?=\\d)", "\u00a0") : text;
    }

    /** The language of a BCP 47 tag; none where we do not write in it. */
    public static Optional<Tongue> ofTag(String tag) {
        return Arrays.stream(values()).filter(one -> one.tag.equals(tag)).findFirst();
    }

    /** The language of an ISO 639-3 code; none where we do not write in it. */
    public static Optional<Tongue> ofCode(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
