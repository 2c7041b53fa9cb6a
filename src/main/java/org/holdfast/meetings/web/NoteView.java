package org.holdfast.meetings.web;

import org.holdfast.law.Reason;
import org.holdfast.meetings.Note;
import org.jspecify.annotations.Nullable;

/** What came of saving a note by itself: the version to go on from, and why it was not saved if it was not. */
public record NoteView(Note note, int version, @Nullable Reason refused) {}
