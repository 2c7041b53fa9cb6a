package org.holdfast.administration.web;

import java.util.List;
import org.holdfast.pages.Option;

/**
 * Making somebody a member, or changing them.
 *
 * @param fresh whether it is somebody new
 * @param teams of all agencies, with the agency in the label; none where somebody is changed
 * @param version that was seen, of somebody who is changed
 */
public record PersonFormView(
        String action, String back, boolean fresh, List<Option> agencies, List<Option> teams, int version) {}
