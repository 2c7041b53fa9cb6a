package org.holdfast.meetings.web;

import java.util.List;
import org.holdfast.meetings.Clash;
import org.holdfast.meetings.Meetings;
import org.holdfast.pages.Option;
import org.jspecify.annotations.Nullable;

/**
 * Planning a meeting, or changing its plan.
 *
 * @param title message key
 * @param text message key of what planning it so means; null where nothing is to be said
 * @param button message key
 * @param because message key of the question why; null where nobody asks
 * @param kinds to choose from; empty where the kind stands already
 * @param child name of the child for whom it is called; empty where it is for none in particular
 * @param clashes what does not fit, told before it is planned all the same
 * @param meanwhile the plan that somebody else has saved since the form was opened; null where nobody has
 */
public record PlanView(
        String title,
        @Nullable String text,
        String button,
        @Nullable String because,
        String path,
        String back,
        List<Option> kinds,
        List<Option> chairs,
        String child,
        List<Clash> clashes,
        Meetings.@Nullable Agenda meanwhile) {
    public PlanView {
        kinds = List.copyOf(kinds);
        chairs = List.copyOf(chairs);
        clashes = List.copyOf(clashes);
    }

    static PlanView of(String title, String path, String back, List<Option> kinds, List<Option> chairs) {
        return new PlanView(
                title,
                kinds.isEmpty() ? null : "meetings.plan.fills",
                kinds.isEmpty() ? "meetings.plan.save" : "meetings.plan.button",
                null,
                path,
                back,
                kinds,
                chairs,
                "",
                List.of(),
                null);
    }

    PlanView explained(String newText) {
        return new PlanView(title, newText, button, because, path, back, kinds, chairs, child, clashes, meanwhile);
    }

    PlanView asking(String newBecause) {
        return new PlanView(title, text, button, newBecause, path, back, kinds, chairs, child, clashes, meanwhile);
    }

    PlanView doneBy(String newButton) {
        return new PlanView(title, text, newButton, because, path, back, kinds, chairs, child, clashes, meanwhile);
    }

    PlanView about(String newChild) {
        return new PlanView(title, text, button, because, path, back, kinds, chairs, newChild, clashes, meanwhile);
    }

    PlanView warned(List<Clash> newClashes) {
        return new PlanView(title, text, button, because, path, back, kinds, chairs, child, newClashes, meanwhile);
    }

    PlanView beside(Meetings.@Nullable Agenda newMeanwhile) {
        return new PlanView(title, text, button, because, path, back, kinds, chairs, child, clashes, newMeanwhile);
    }

    /** What was told, so that something else that does not fit is told again. */
    public String told() {
        return told(clashes);
    }

    static String told(List<Clash> clashes) {
        return Integer.toHexString(clashes.toString().hashCode());
    }
}
