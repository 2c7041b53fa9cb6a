package org.holdfast.people;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Whose number it is. Some carry a check character, which tells a slip of the pen before it becomes another child's number. */
public enum IdentifierSystem {
    /** England, Wales and the Isle of Man: ten digits, the last a check digit. */
    NHS_NUMBER(true),
    /** Scotland's community health index: ten digits, the last a check digit. */
    CHI_NUMBER(true),
    /** Northern Ireland: ten digits, the last a check digit. */
    HEALTH_AND_CARE_NUMBER(true),
    /** Unique pupil number: a check letter and twelve digits, the last a letter while it is temporary. */
    UNIQUE_PUPIL_NUMBER(true),
    NRM_REFERENCE(true),
    HOME_OFFICE_REFERENCE(true),
    /** Police National Computer: year, serial number and check letter. */
    PNC_NUMBER(true),
    SOCIAL_CARE_ID(true),
    YOUTH_JUSTICE_ID(true),
    OTHER(false);

    private static final String UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";
    private static final String PNC_LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY";
    private static final Pattern UPN = Pattern.compile("([A-Z])(\\d{11})([0-9A-HJ-NP-RT-Z])");
    private static final Pattern PNC = Pattern.compile("(?:\\d{2})?(\\d{2})/?(\\d{1,7})([A-Z])");

    private final boolean oneChild;

    IdentifierSystem(boolean oneChild) {
        this.oneChild = oneChild;
    }

    /** Whether one value means one child, so that two children with the same value are the same. */
    public boolean meansOneChild() {
        return oneChild;
    }

    /** The value in its one right form: capitals, without spaces and strokes that are only there to be read. Empty where it cannot be such a number. */
    public Optional<String> read(String typed) {
        String value = compact(typed);
        return switch (this) {
            case NHS_NUMBER, CHI_NUMBER, HEALTH_AND_CARE_NUMBER ->
                Optional.of(value).filter(IdentifierSystem::mod11);
            case UNIQUE_PUPIL_NUMBER -> Optional.of(value).filter(IdentifierSystem::upn);
            case PNC_NUMBER -> pnc(typed.toUpperCase(Locale.ROOT).replaceAll("\\s", ""));
            case NRM_REFERENCE, HOME_OFFICE_REFERENCE, SOCIAL_CARE_ID, YOUTH_JUSTICE_ID, OTHER ->
                Optional.of(typed.strip().toUpperCase(Locale.ROOT)).filter(it -> !it.isEmpty() && it.length() <= 100);
        };
    }

    /** Letters and digits only, in capitals: how values are compared and found. */
    static String compact(String value) {
        return value.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static boolean mod11(String digits) {
        if (!digits.matches("\\d{10}") || digits.chars().distinct().count() == 1) {
            return false;
        }
        int sum = IntStream.range(0, 9)
                .map(place -> (digits.charAt(place) - '0') * (10 - place))
                .sum();
        int check = (11 - sum % 11) % 11;
        return check == digits.charAt(9) - '0';
    }

    private static boolean upn(String value) {
        Matcher matcher = UPN.matcher(value);
        if (!matcher.matches()) {
            return false;
        }
        int sum = IntStream.rangeClosed(1, 12)
                .map(place -> worth(value.charAt(place)) * (place + 1))
                .sum();
        return UPN_LETTERS.charAt(sum % 23) == value.charAt(0);
    }

    private static int worth(char character) {
        return Character.isDigit(character) ? character - '0' : UPN_LETTERS.indexOf(character);
    }

    private static Optional<String> pnc(String value) {
        Matcher matcher = PNC.matcher(value);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String serial = "0".repeat(7 - matcher.group(2).length()) + matcher.group(2);
        int check = Integer.parseInt(matcher.group(1) + serial) % 23;
        boolean right = PNC_LETTERS.charAt(check) == matcher.group(3).charAt(0);
        return right ? Optional.of(value) : Optional.empty();
    }
}
