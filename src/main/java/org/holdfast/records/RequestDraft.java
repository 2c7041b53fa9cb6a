package org.holdfast.records;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.law.Reason;
import org.jspecify.annotations.Nullable;

/** A request as somebody enters it. */
public record RequestDraft(
        @Nullable RequestKind kind,
        @Nullable LocalDate receivedOn,
        String asker,
        @Nullable AskerCapacity capacity,
        String askedFor) {

    private static final int LONGEST_NAME = 200;

    /** What is wrong with it. */
    List<Reason> faults(LocalDate today) {
        List<Reason> faults = new ArrayList<>();
        if (kind == null) {
            faults.add(Reason.about("kind", "records.request.needs-kind"));
        }
        if (receivedOn == null || receivedOn.isAfter(today)) {
            faults.add(Reason.about("received", "records.request.needs-received"));
        }
        if (asker.isBlank() || asker.length() > LONGEST_NAME) {
            faults.add(Reason.about("asker", "records.request.needs-asker"));
        }
        if (capacity == null) {
            faults.add(Reason.about("capacity", "records.request.needs-capacity"));
        }
        Disposals.fault("asked", askedFor)
                .ifPresent(it -> faults.add(Reason.about("asked", "records.request.needs-asked")));
        return faults;
    }
}
