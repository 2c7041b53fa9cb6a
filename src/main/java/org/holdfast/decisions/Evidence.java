package org.holdfast.decisions;

import java.util.UUID;

/**
 * One thing that speaks for or against an element being met (NRM-7).
 *
 * @param what what was seen, heard or found
 * @param source who or what it comes from
 */
public record Evidence(UUID id, Side side, String what, String source, Weight weight) {}
