package org.holdfast.records.web;

import java.util.List;
import org.holdfast.pages.Page;
import org.holdfast.partnership.Retention;
import org.holdfast.records.Disposals;
import org.holdfast.records.RetentionClass;
import org.holdfast.records.SubjectRequests;
import org.jspecify.annotations.Nullable;

/**
 * The records as such.
 *
 * @param hits children found by name; null where nobody searched
 */
public record OverviewView(
        Disposals.Overview overview,
        List<SubjectRequests.Line> requests,
        @Nullable List<Disposals.Hit> hits) {

    public OverviewView {
        requests = List.copyOf(requests);
    }

    /** How long a class is kept, in words. */
    public static String rule(Page page, RetentionClass kind, Retention retention) {
        return rule(page, kind.keep(retention));
    }

    /** A rule in words. */
    public static String rule(Page page, Retention.Keep keep) {
        return keep.untilAge() == 0
                ? page.text("records.rule.years", keep.years())
                : page.text("records.rule.both", keep.untilAge(), keep.years());
    }
}
