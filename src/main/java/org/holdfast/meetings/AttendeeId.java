package org.holdfast.meetings;

import java.util.UUID;

/** One person's place at one meeting. */
public record AttendeeId(UUID value) {}
