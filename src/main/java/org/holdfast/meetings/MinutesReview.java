package org.holdfast.meetings;

import java.time.Instant;

/**
 * One step of the chair and the co-ordinator over what the minutes say of an item. Every one is kept.
 *
 * @param remark what is to be mended, or what was; empty with an approval
 * @param hash SHA-256 in hex of what the minutes said of the item at that moment
 * @param by whose step it was, by name
 */
public record MinutesReview(
        AgendaItemId item, MinutesItemCommand command, String remark, String hash, String by, Instant at) {}
