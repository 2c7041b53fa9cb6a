package org.holdfast.meetings.web;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.audit.Actor;
import org.holdfast.pages.Navigation;
import org.holdfast.partnership.Partnerships;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** Meetings in the navigation, for whoever may be invited to one. */
@Component
class MeetingsNavigation implements Navigation {

    private final Sharing sharing;
    private final Partnerships partnerships;

    MeetingsNavigation(Sharing sharing, Partnerships partnerships) {
        this.sharing = sharing;
        this.partnerships = partnerships;
    }

    @Override
    public List<Place> of(Actor actor) {
        List<Place> places = new ArrayList<>();
        if (sharing.may(actor, Permission.SEE_MEETINGS)) {
            places.add(new Place("meetings.title", "/meetings", 40));
        }
        if (sharing.may(actor, Permission.ADMINISTER)
                && partnerships.profile(actor.partnership()).combined()) {
            places.add(new Place("meetings.authorities.title", "/agencies/authorities", 90));
        }
        return places;
    }
}
