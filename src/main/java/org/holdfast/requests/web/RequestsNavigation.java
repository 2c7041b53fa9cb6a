package org.holdfast.requests.web;

import java.util.List;
import org.holdfast.audit.Actor;
import org.holdfast.pages.Navigation;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** Information requests in the navigation, for whoever answers for an agency. */
@Component
class RequestsNavigation implements Navigation {

    private final Sharing sharing;

    RequestsNavigation(Sharing sharing) {
        this.sharing = sharing;
    }

    @Override
    public List<Place> of(Actor actor) {
        return sharing.may(actor, Permission.ANSWER_REQUEST)
                ? List.of(new Place("requests.title", "/requests", 35))
                : List.of();
    }
}
