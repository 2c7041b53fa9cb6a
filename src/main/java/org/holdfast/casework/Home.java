package org.holdfast.casework;

import java.time.Instant;
import java.util.List;

/**
 * Where a child's case belongs in a partnership of several authorities (MTG-7).
 *
 * @param authority ONS code of the child's home authority, which leads
 * @param others ONS codes of further authorities that the case concerns, such as where the child was referred or harmed
 * @param because how it is known
 * @param version counts the times it was recorded, from 1
 */
public record Home(
        String authority, List<String> others, String because, String recordedBy, Instant recordedAt, int version) {
    public Home {
        others = List.copyOf(others);
    }
}
