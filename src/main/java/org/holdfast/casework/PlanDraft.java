package org.holdfast.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.law.Reason;
import org.jspecify.annotations.Nullable;

/** A safeguarding plan as somebody would record it. */
public record PlanDraft(
        Plan.@Nullable Kind kind,
        String aim,
        String heldWhere,
        @Nullable LocalDate agreedOn,
        @Nullable LocalDate reviewOn) {

    /** What keeps it from being recorded. */
    public List<Reason> faults(LocalDate today) {
        return new Faults()
                .given("kind", kind, "casework.plan.needs-kind")
                .words("aim", aim, "casework.plan.needs-aim")
                .line("heldWhere", heldWhere, "casework.plan.needs-held-where")
                .given("agreedOn", agreedOn, "casework.plan.needs-agreed-on")
                .unless(agreedOn == null || !agreedOn.isAfter(today), "agreedOn", "casework.plan.not-yet-agreed")
                .given("reviewOn", reviewOn, "casework.plan.needs-review-on")
                .foreseeable("reviewOn", reviewOn, today)
                .unless(
                        agreedOn == null || reviewOn == null || reviewOn.isAfter(agreedOn),
                        "reviewOn",
                        "casework.plan.review-before-agreed")
                .found();
    }

    List<String> differs(Plan plan) {
        List<String> fields = new ArrayList<>();
        if (kind != plan.kind()) {
            fields.add("kind");
        }
        if (!aim.equals(plan.aim())) {
            fields.add("aim");
        }
        if (!heldWhere.equals(plan.heldWhere())) {
            fields.add("heldWhere");
        }
        if (!plan.agreedOn().equals(agreedOn)) {
            fields.add("agreedOn");
        }
        if (!plan.reviewOn().equals(reviewOn)) {
            fields.add("reviewOn");
        }
        return fields;
    }
}
