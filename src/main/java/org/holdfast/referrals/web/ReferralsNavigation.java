package org.holdfast.referrals.web;

import java.util.List;
import org.holdfast.audit.Actor;
import org.holdfast.pages.Navigation;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** The way to the referrals, for who may see any. */
@Component
class ReferralsNavigation implements Navigation {

    private final Sharing sharing;

    ReferralsNavigation(Sharing sharing) {
        this.sharing = sharing;
    }

    @Override
    public List<Place> of(Actor actor) {
        return sharing.may(actor, Permission.SEE_REFERRAL)
                ? List.of(new Place("referrals.navigation", "/referrals", 30))
                : List.of();
    }
}
