package org.holdfast.casework.web;

import java.util.List;
import org.holdfast.casework.Action;
import org.holdfast.pages.Option;
import org.jspecify.annotations.Nullable;

/**
 * Agreeing or changing an action.
 *
 * @param path where the form is sent
 * @param members who can own it, by name and agency
 * @param meanwhile the action as somebody else has saved it; null when nobody has
 */
public record ActionFormView(
        CaseFrame frame,
        String path,
        boolean isNew,
        List<Option> members,
        @Nullable Action meanwhile) {}
