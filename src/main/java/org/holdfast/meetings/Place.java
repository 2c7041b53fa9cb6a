package org.holdfast.meetings;

/**
 * Where a meeting is held.
 *
 * @param room a room and its address; empty when it is held online only
 * @param link how to join online or by phone; empty when it is held in one room only
 */
public record Place(String room, String link) {}
