package org.holdfast.law;

/**
 * So many times within so long.
 *
 * @param times how often at least
 * @param within counted back from the last time
 */
public record Repetition(int times, Span within) {}
