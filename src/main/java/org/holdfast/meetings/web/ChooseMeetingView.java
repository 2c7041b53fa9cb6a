package org.holdfast.meetings.web;

import java.util.List;
import java.util.UUID;
import org.holdfast.pages.Option;

/** Choosing on the agenda of which meeting a case is put. */
public record ChooseMeetingView(UUID caseId, String child, List<Option> meetings) {}
