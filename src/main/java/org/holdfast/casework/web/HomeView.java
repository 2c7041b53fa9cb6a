package org.holdfast.casework.web;

import java.util.List;
import org.holdfast.casework.Home;
import org.holdfast.pages.Option;
import org.jspecify.annotations.Nullable;

/**
 * A child's home authority.
 *
 * @param home as it stands; null while nobody recorded it
 * @param authorities those that the partnership serves
 */
public record HomeView(CaseFrame frame, @Nullable Home home, List<Option> authorities) {

    /** The name of an authority by its code. */
    public String name(String code) {
        return authorities.stream()
                .filter(it -> it.value().equals(code))
                .map(Option::label)
                .findFirst()
                .orElse(code);
    }
}
