package org.holdfast.referrals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The long lists of names behind the selects of the Home Office form (April 2026); the name itself is the value that is sent. They are
 * offered while one types and never insisted on, since councils and organisations change faster than a list.
 */
public enum ListedNames {
    ORGANISATIONS,
    LOCAL_AUTHORITIES,
    POLICE_FORCES,
    TOWNS,
    REGIONS,
    COUNTRIES,
    NATIONALITIES;

    private final List<String> names = read();

    /** The names, in the order of the form. */
    public List<String> names() {
        return names;
    }

    /** Its name in addresses and on pages, such as {@code police-forces}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<String> read() {
        String file = "/home-office-lists/" + code() + ".txt";
        try (InputStream lines = Objects.requireNonNull(ListedNames.class.getResourceAsStream(file), file)) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
