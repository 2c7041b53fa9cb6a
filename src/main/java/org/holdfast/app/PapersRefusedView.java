package org.holdfast.app;

/**
 * The page of somebody who took away as many papers within an hour as one may.
 *
 * @param until the time of day at which the next is looked at
 */
public record PapersRefusedView(int most, String until) {}
