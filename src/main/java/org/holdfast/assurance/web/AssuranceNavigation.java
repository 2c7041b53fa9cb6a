package org.holdfast.assurance.web;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.audit.Actor;
import org.holdfast.pages.Navigation;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** Assurance and reconsideration in the navigation, for whoever has to do with them. */
@Component
class AssuranceNavigation implements Navigation {

    private final Sharing sharing;

    AssuranceNavigation(Sharing sharing) {
        this.sharing = sharing;
    }

    @Override
    public List<Place> of(Actor actor) {
        List<Place> places = new ArrayList<>();
        if (sharing.may(actor, Permission.ASSURE) || sharing.may(actor, Permission.HANDLE_ASSURANCE)) {
            places.add(new Place("assurance.title", "/assurance", 52));
        }
        if (sharing.may(actor, Permission.ASK_RECONSIDERATION)) {
            places.add(new Place("assurance.reconsiderations.title", "/reconsiderations", 54));
        }
        return places;
    }
}
