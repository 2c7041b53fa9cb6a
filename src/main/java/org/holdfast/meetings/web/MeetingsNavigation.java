package org.holdfast.meetings.web;

import java.util.List;
import org.holdfast.audit.Actor;
import org.holdfast.pages.Navigation;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** Meetings in the navigation, for whoever may be invited to one. */
@Component
class MeetingsNavigation implements Navigation {

    private final Sharing sharing;

    MeetingsNavigation(Sharing sharing) {
        this.sharing = sharing;
    }

    @Override
    public List<Place> of(Actor actor) {
        return sharing.may(actor, Permission.SEE_MEETINGS)
                ? List.of(new Place("meetings.title", "/meetings", 40))
                : List.of();
    }
}
