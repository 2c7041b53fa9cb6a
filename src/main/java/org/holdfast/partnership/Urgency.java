package org.holdfast.partnership;

import org.holdfast.law.Span;
import org.jspecify.annotations.Nullable;

/**
 * That a kind of meeting may be called out of its cycle (MTG-6).
 *
 * @param within how soon after it is called it meets; null where the partnership names no limit
 */
public record Urgency(@Nullable Span within) {}
