package org.holdfast.casework;

import java.time.LocalDate;
import java.util.List;
import org.holdfast.law.Reason;
import org.jspecify.annotations.Nullable;

/** What a child said, as somebody would record it. */
public record WishesDraft(
        @Nullable LocalDate on,
        Wishes.@Nullable Means means,
        String words,
        String language,
        String interpreter,
        String heardBy,
        String representative,
        Wishes.@Nullable Chosen chosen,
        String about) {

    /** What keeps it from being recorded. */
    public List<Reason> faults(LocalDate today) {
        boolean represented = chosen != null && chosen != Wishes.Chosen.NOBODY_REPRESENTS;
        return new Faults()
                .given("on", on, "casework.wishes.needs-on")
                .unless(on == null || !on.isAfter(today), "on", "casework.wishes.not-yet")
                .given("means", means, "casework.wishes.needs-means")
                .words("words", words, "casework.wishes.needs-words")
                .line("language", language, "casework.wishes.needs-language")
                .optionalLine("interpreter", interpreter)
                .line("heardBy", heardBy, "casework.wishes.needs-heard-by")
                .given("chosen", chosen, "casework.wishes.needs-chosen")
                .unless(
                        !represented || !representative.isBlank(),
                        "representative",
                        "casework.wishes.needs-representative")
                .optionalLine("representative", representative)
                .optionalLine("about", about)
                .found();
    }
}
