package org.holdfast.meetings.web;

import java.util.List;
import org.holdfast.pages.Option;

/**
 * Planning a meeting, or changing its plan.
 *
 * @param title message key
 * @param kinds to choose from; empty where the kind stands already
 */
public record PlanView(String title, String path, String back, List<Option> kinds, List<Option> chairs) {}
