package org.holdfast.casework.web;

import jakarta.servlet.http.HttpSession;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.audit.Actor;
import org.holdfast.casework.Searches;
import org.holdfast.law.Outcome;
import org.holdfast.pages.Form;
import org.holdfast.pages.Navigation;
import org.holdfast.pages.Pages;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
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

    /** What somebody searched for in this session, by the number that the address of its answer bears instead of the words. */
    private static final String SEARCHED = "holdfast.searched";

    private static final int REMEMBERED = 20;

    /** The words are kept in the session: an address goes into the browser's history and into logs. */
    @PostMapping("/search")
    View search(Actor actor, @RequestParam MultiValueMap<String, String> sent, HttpSession session) {
        String typed = Form.of(sent).value("q").strip();
        return switch (sharing.ask(actor, Permission.SEARCH, clock.instant())) {
            case Outcome.Refused<?> refused -> pages.refused(refused);
            case Outcome.Done<?> _ ->
                pages.redirect(typed.isEmpty() ? "/search" : "/search?number=" + remember(session, typed));
        };
    }

    @GetMapping("/search")
    View search(Actor actor, @RequestParam(defaultValue = "") String number, HttpSession session) {
        String typed = searched(session).getOrDefault(number, "");
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

    private static String remember(HttpSession session, String typed) {
        LinkedHashMap<String, String> searched = searched(session);
        int last = searched.isEmpty() ? 0 : Integer.parseInt(searched.lastEntry().getKey());
        String number = String.valueOf(last + 1);
        searched.put(number, typed);
        if (searched.size() > REMEMBERED) {
            searched.pollFirstEntry();
        }
        session.setAttribute(SEARCHED, searched);
        return number;
    }

    @SuppressWarnings("unchecked") // nobody else writes it
    private static LinkedHashMap<String, String> searched(HttpSession session) {
        Object kept = session.getAttribute(SEARCHED);
        return kept == null ? new LinkedHashMap<>() : new LinkedHashMap<>((Map<String, String>) kept);
    }

    @Override
    public List<Place> of(Actor actor) {
        return sharing.may(actor, Permission.SEARCH)
                ? List.of(new Place("casework.search.title", "/search", 20))
                : List.of();
    }
}
