package org.holdfast.meetings;

import java.util.UUID;

/** One meeting: a panel on a day, with its agenda and its minutes. */
public record MeetingId(UUID value) {}
