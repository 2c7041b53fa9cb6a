package org.holdfast.meetings.web;

/**
 * A step that needs a reason: taking an item off, calling a meeting off.
 *
 * @param title what is about to happen, in words
 * @param text what will come of it, in words
 * @param version of the meeting as seen
 */
public record BecauseView(String title, String text, String path, String back, String button, int version) {}
