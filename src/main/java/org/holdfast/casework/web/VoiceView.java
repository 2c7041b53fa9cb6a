package org.holdfast.casework.web;

import java.util.List;
import org.holdfast.casework.Wishes;

/** What the child wishes and feels, the newest first. */
public record VoiceView(CaseFrame frame, List<Wishes> wishes) {}
