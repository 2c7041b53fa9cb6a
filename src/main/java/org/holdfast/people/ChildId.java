package org.holdfast.people;

import java.util.UUID;

/** One child, known once however many referrals name them (REF-4). */
public record ChildId(UUID value) {}
