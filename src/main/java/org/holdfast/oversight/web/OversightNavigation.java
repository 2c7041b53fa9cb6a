package org.holdfast.oversight.web;

import java.util.List;
import org.holdfast.audit.Actor;
import org.holdfast.pages.Navigation;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** The place of the ledger in the navigation. */
@Component
class OversightNavigation implements Navigation {

    private final Sharing sharing;

    OversightNavigation(Sharing sharing) {
        this.sharing = sharing;
    }

    @Override
    public List<Place> of(Actor actor) {
        return sharing.may(actor, Permission.SEE_LEDGER)
                ? List.of(new Place("oversight.navigation", "/ledger", 70))
                : List.of();
    }
}
