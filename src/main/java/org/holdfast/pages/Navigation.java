package org.holdfast.pages;

import java.util.List;
import org.holdfast.audit.Actor;

/** What a module adds to the navigation at the top of every page. A bean; modules that have a place of their own give one. */
public interface Navigation {

    /** The places this actor may go to; empty where there is none. */
    List<Place> of(Actor actor);

    /**
     * One place in the navigation.
     *
     * @param textKey message key of its name
     * @param path where it leads, such as {@code /referrals}
     * @param order places are shown by this number, the smallest first: my work 10, search 20, referrals 30, meetings 40, decisions 50,
     *     ledger 70, people and agencies 80
     */
    record Place(String textKey, String path, int order) {}
}
