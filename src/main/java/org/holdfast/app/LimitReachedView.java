package org.holdfast.app;

/**
 * The page of somebody who took as much within an hour as one may.
 *
 * @param key under which its words stand, such as {@code app.papers}
 * @param until the time of day at which they can go on
 */
public record LimitReachedView(String key, int most, String until) {}
