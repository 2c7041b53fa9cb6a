package org.holdfast.casework.web;

import java.time.InstantSource;
import java.util.List;
import org.holdfast.audit.Actor;
import org.holdfast.casework.Searches;
import org.holdfast.law.Outcome;
import org.holdfast.pages.Form;
import org.holdfast.pages.Navigation;
import org.holdfast.pages.Pages;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Search for a child by any name, reference or date of birth. */
@Controller
class SearchController implements Navigation {

    private final Searches searches;
    private final Sharing sharing;
    private final Pages pages;
    private final InstantSource clock;

    SearchController(Searches searches, Sharing sharing, Pages pages, InstantSource clock) {
        this.searches = searches;
        this.sharing = sharing;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/search")
    View search(Actor actor, @RequestParam(defaultValue = "") String q) {
        String typed = q.strip();
        Form form = Form.empty().set("q", typed);
        if (typed.isEmpty()) {
            return switch (sharing.ask(actor, Permission.SEARCH, clock.instant())) {
                case Outcome.Done<?> _ -> pages.show("casework/search", new SearchView("", null), form);
                case Outcome.Refused<?> refused -> pages.refused(refused);
            };
        }
        return switch (searches.search(actor, typed, clock.instant())) {
            case Outcome.Done<Searches.Answer>(Searches.Answer answer) ->
                pages.show("casework/search", new SearchView(typed, answer), form);
            case Outcome.Refused<Searches.Answer> refused -> pages.refused(refused);
        };
    }

    @Override
    public List<Place> of(Actor actor) {
        return sharing.may(actor, Permission.SEARCH)
                ? List.of(new Place("casework.search.title", "/search", 20))
                : List.of();
    }
}
