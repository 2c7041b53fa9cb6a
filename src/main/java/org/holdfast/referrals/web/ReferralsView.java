package org.holdfast.referrals.web;

import java.util.List;
import org.holdfast.referrals.ReferralLine;
import org.holdfast.referrals.ReferralState;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of referrals.
 *
 * @param path of the list
 * @param titleKey message key of what it is a list of
 * @param coordinator whether the reader handles referrals, and so has the lists beside this one
 * @param writer whether the reader may make referrals
 * @param handsIn whether the reader may hand in what the Home Office sent
 * @param number of the page, from 1
 * @param more whether there is a page after it
 * @param total how many referrals there are on all pages
 */
public record ReferralsView(
        String path,
        String titleKey,
        boolean coordinator,
        boolean writer,
        boolean handsIn,
        List<ReferralLine> lines,
        int number,
        boolean more,
        int total) {

    public String pathOf(ReferralLine line) {
        String id = line.id().value().toString();
        return line.state() == ReferralState.DRAFT ? "/referrals/drafts/" + id : "/referrals/" + id;
    }

    public @Nullable String previous() {
        return number > 1 ? path + "?page=" + (number - 1) : null;
    }

    public @Nullable String next() {
        return more ? path + "?page=" + (number + 1) : null;
    }
}
