package org.holdfast.partnership;

/**
 * A council that a partnership serves; one panel may serve several.
 *
 * @param code the nine characters of the Office for National Statistics, such as {@code E06000010}
 */
public record Authority(String name, String code) {}
