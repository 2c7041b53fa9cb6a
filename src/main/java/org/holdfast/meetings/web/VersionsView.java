package org.holdfast.meetings.web;

import java.util.List;
import org.holdfast.meetings.Note;

/** Every version of an item's notes. */
public record VersionsView(List<Note> versions, String back) {}
