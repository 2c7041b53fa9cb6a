package org.holdfast.partnership;

import java.util.UUID;

/** One person's membership of one partnership; the same person may be a member of several. */
public record MemberId(UUID value) {}
