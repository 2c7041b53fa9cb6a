package org.holdfast.sharing.web;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.audit.Actor;
import org.holdfast.pages.Navigation;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** Agreements and the register of disclosures in the navigation, for whoever keeps them. */
@Component
class SharingNavigation implements Navigation {

    private final Sharing sharing;

    SharingNavigation(Sharing sharing) {
        this.sharing = sharing;
    }

    @Override
    public List<Place> of(Actor actor) {
        List<Place> places = new ArrayList<>();
        if (sharing.may(actor, Permission.KEEP_AGREEMENTS)) {
            places.add(new Place("sharing.agreements.title", "/agreements", 70));
        }
        if (sharing.may(actor, Permission.SEE_DISCLOSURES)) {
            places.add(new Place("sharing.disclosures.title", "/disclosures", 72));
        }
        return places;
    }
}
