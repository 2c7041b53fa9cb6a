package org.holdfast.casework.web;

import org.holdfast.casework.Searches.Answer;
import org.holdfast.pages.Page;
import org.holdfast.people.BirthDate;
import org.jspecify.annotations.Nullable;

/**
 * Searching for a child.
 *
 * @param typed what was searched for; empty before the first search
 * @param answer null before the first search
 */
public record SearchView(String typed, @Nullable Answer answer) {

    /** When a child was born and how sure that is, in words. */
    public String birth(Page page, BirthDate born) {
        return CaseFrame.birth(page, born);
    }
}
