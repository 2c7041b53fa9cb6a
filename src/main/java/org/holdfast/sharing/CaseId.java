package org.holdfast.sharing;

import java.util.UUID;

/** One child's case: the thing about which access is decided. Every module keeps its own facts about it. */
public record CaseId(UUID value) {}
