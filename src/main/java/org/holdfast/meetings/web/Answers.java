package org.holdfast.meetings.web;

import java.util.List;
import java.util.function.Function;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.pages.Pages;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** What a page answers to an outcome. */
@Component
class Answers {

    private final Pages pages;

    Answers(Pages pages) {
        this.pages = pages;
    }

    /** Shows what was done; refuses on a page of its own. */
    <T> View of(Outcome<T> outcome, Function<T, View> done) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> done.apply(value);
            case Outcome.Refused<T> refused -> pages.refused(refused);
        };
    }

    /** As {@link #of(Outcome, Function)}, with the form again where every reason is a fault of one of its fields. */
    <T> View of(Outcome<T> outcome, Function<T, View> done, Function<List<Reason>, View> again) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> done.apply(value);
            case Outcome.Refused<T>(List<Reason> reasons) ->
                reasons.stream().allMatch(reason -> reason.field() != null)
                        ? again.apply(reasons)
                        : pages.refused(reasons);
        };
    }

    static boolean changedMeanwhile(Reason reason) {
        return reason.key().equals("meetings.refused.changed-meanwhile");
    }

    /**
     * As {@link #of(Outcome, Function, Function)}, with the form again, beside what stands there now, where somebody else has changed the
     * meeting since it was opened: nothing that was typed is lost.
     */
    <T> View of(
            Outcome<T> outcome,
            Function<T, View> done,
            Function<List<Reason>, View> again,
            Function<List<Reason>, View> meanwhile) {
        return outcome instanceof Outcome.Refused<T>(List<Reason> reasons)
                        && reasons.stream().anyMatch(Answers::changedMeanwhile)
                ? meanwhile.apply(reasons)
                : of(outcome, done, again);
    }
}
