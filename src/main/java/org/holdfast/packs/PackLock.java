package org.holdfast.packs;

import java.time.Instant;

/**
 * A cut-off: from which moment on a version of the pack stands as it was.
 *
 * @param number 1 for the first
 * @param sha256 of the whole pack as it was locked, in hexadecimal
 * @param by who locked it, by name
 */
public record PackLock(int number, String sha256, Instant at, String by) {}
