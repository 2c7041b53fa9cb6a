package org.holdfast.transfers.web;

import java.util.List;
import org.holdfast.audit.Actor;
import org.holdfast.pages.Navigation;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** The place of transfers in the navigation. */
@Component
class TransfersNavigation implements Navigation {

    private final Sharing sharing;

    TransfersNavigation(Sharing sharing) {
        this.sharing = sharing;
    }

    @Override
    public List<Place> of(Actor actor) {
        return sharing.may(actor, Permission.TRANSFER)
                ? List.of(new Place("transfers.title", "/transfers", 75))
                : List.of();
    }
}
