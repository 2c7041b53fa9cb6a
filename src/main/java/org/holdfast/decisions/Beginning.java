package org.holdfast.decisions;

/**
 * What a decision that is about to be opened begins from.
 *
 * @param follows whether the child had a decision before, of which findings and account are taken over
 * @param inForce whether one is in force, which the new one may supersede
 */
public record Beginning(boolean follows, boolean inForce) {}
