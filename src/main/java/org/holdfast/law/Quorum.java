package org.holdfast.law;

/**
 * Without whom no item is decided, where a profile says nothing else (NRM-6).
 *
 * @param trainedVotersOfEachAgency trained voters that each voting agency must have in the room
 * @param chair whether a chair must be there
 */
public record Quorum(int trainedVotersOfEachAgency, boolean chair) {}
