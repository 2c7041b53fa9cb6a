package org.holdfast.meetings;

import java.util.UUID;

/** One child's case on the agenda of one meeting. The same case carried to a later meeting is another item. */
public record AgendaItemId(UUID value) {}
