package org.holdfast.partnership;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.law.LawBook;
import org.holdfast.law.Provision;
import org.holdfast.law.Span;

/** The limits of the law book that a partnership may keep stricter, by handbook rule, at their newest value. */
final class LegalLimits {
    static final Map<String, Span> ALL = new LinkedHashMap<>();

    static {
        for (Provision<Span> limit : List.of(
                LawBook.REFERRAL_RETURNED,
                LawBook.REASONABLE_GROUNDS,
                LawBook.CONCLUSIVE_GROUNDS,
                LawBook.OUTCOME_TO_HOME_OFFICE)) {
            ALL.put(limit.rule(), limit.values().entries().getLast().value());
        }
    }

    private LegalLimits() {}
}
