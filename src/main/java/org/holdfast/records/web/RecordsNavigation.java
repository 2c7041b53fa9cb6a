package org.holdfast.records.web;

import java.util.List;
import org.holdfast.audit.Actor;
import org.holdfast.pages.Navigation;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** The place of the records as such in the navigation. */
@Component
class RecordsNavigation implements Navigation {

    private final Sharing sharing;

    RecordsNavigation(Sharing sharing) {
        this.sharing = sharing;
    }

    @Override
    public List<Place> of(Actor actor) {
        return sharing.may(actor, Permission.KEEP_RECORDS)
                ? List.of(new Place("records.title", "/records", 74))
                : List.of();
    }
}
