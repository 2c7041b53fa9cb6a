package org.holdfast.law;

/**
 * The test that a decision has to meet, in its official words.
 *
 * @param wording the official wording, quoted
 * @param guidance how the guidance of the time wanted it applied, in our words
 */
public record Threshold(String wording, String guidance) {}
