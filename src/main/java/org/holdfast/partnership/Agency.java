package org.holdfast.partnership;

/** An agency of the partnership. */
public record Agency(AgencyId id, String name, AgencyKind kind) {}
