package org.holdfast.administration.web;

import java.util.List;
import org.holdfast.audit.Actor;
import org.holdfast.pages.Navigation;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** The way to people and agencies, and to access reviews for whoever only has to do with those. */
@Component
class AdministrationNavigation implements Navigation {

    private final Sharing sharing;

    AdministrationNavigation(Sharing sharing) {
        this.sharing = sharing;
    }

    @Override
    public List<Place> of(Actor actor) {
        if (sharing.may(actor, Permission.ADMINISTER)) {
            return List.of(new Place("administration.title", "/administration", 80));
        }
        return sharing.may(actor, Permission.REVIEW_ACCESS)
                ? List.of(new Place("administration.reviews.title", "/administration/reviews", 80))
                : List.of();
    }
}
