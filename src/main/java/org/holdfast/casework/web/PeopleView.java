package org.holdfast.casework.web;

import java.util.List;
import org.holdfast.casework.Circles.Circle;
import org.holdfast.casework.Party;
import org.holdfast.pages.Option;

/**
 * The people around the child, and warnings.
 *
 * @param members who can be lead professional or kept out, by name and agency
 */
public record PeopleView(CaseFrame frame, Circle circle, List<Option> members) {

    /** Who is at the child's side now. */
    public List<Party> present() {
        return circle.parties().stream().filter(party -> party.until() == null).toList();
    }

    /** Who was. */
    public List<Party> past() {
        return circle.parties().stream().filter(party -> party.until() != null).toList();
    }
}
