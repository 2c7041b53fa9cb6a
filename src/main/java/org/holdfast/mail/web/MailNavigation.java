package org.holdfast.mail.web;

import java.util.List;
import org.holdfast.audit.Actor;
import org.holdfast.pages.Navigation;
import org.springframework.stereotype.Component;

/** One's own messages in the navigation, for everybody: whoever works here is written to. */
@Component
class MailNavigation implements Navigation {

    @Override
    public List<Place> of(Actor actor) {
        return List.of(new Place("mail.own.title", "/messages", 60));
    }
}
