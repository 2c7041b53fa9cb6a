package org.holdfast.mail;

import org.holdfast.partnership.Member;
import org.jspecify.annotations.Nullable;

/**
 * A message with its reader, as the outbox shows it.
 *
 * @param state held where something holds it now, else as kept
 * @param hold why it is held; null where it is not
 */
public record Correspondence(
        KeptMessage kept,
        Member reader,
        MessageState state,
        @Nullable Hold hold) {}
