package org.holdfast.people;

import java.time.Instant;
import org.holdfast.sharing.FieldReader;

/**
 * One state of what was known of a child.
 *
 * @param version counted from 1
 * @param because where the facts came from or why they were corrected
 * @param by who wrote them down, as it stands on the ledger
 */
public record FactsVersion(int version, ChildFacts facts, String because, String by, Instant at) {

    /** As somebody reads it who may read some fields of the case and not others. */
    public FactsVersion as(FieldReader reader) {
        return new FactsVersion(version, facts.as(reader), because, by, at);
    }
}
