package org.holdfast.casework;

import java.util.List;
import java.util.UUID;
import org.holdfast.partnership.AgencyId;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.FieldReader;
import org.jspecify.annotations.Nullable;

/**
 * One line of a child's chronology: written by somebody, or drawn from what is recorded elsewhere in the case, so that nothing is typed
 * twice.
 *
 * @param key message key of what happened; for a written line it shows the words as they are
 * @param details values for the numbered places of the message; a detail that is itself a message key is not translated
 * @param agency whose information it is
 * @param source where that agency has it from
 * @param significant whether it belongs to the short version
 * @param holds what kind of information it is, which decides who reads it
 * @param givenBy the agency that gave it and remains its owner; null where that is nobody in particular
 * @param entry id of a written line that the reader may correct; null for one of another agency, and for a line that is drawn from elsewhere
 * @param path where a drawn line stands in full; empty for a written one
 */
public record ChronologyLine(
        Lane lane,
        UncertainDay when,
        String key,
        List<String> details,
        String agency,
        String source,
        boolean significant,
        DataClass holds,
        @Nullable AgencyId givenBy,
        @Nullable UUID entry,
        String path) {

    public ChronologyLine {
        details = List.copyOf(details);
    }

    /**
     * What it tells besides what its lane says, so that whoever reads it knows that fewer may; null for nothing of the kind, and where it is held
     * back, as what stands there then says so.
     */
    public @Nullable DataClass tells() {
        return holds == lane.holds() || key.equals(FieldReader.sentence(holds)) ? null : holds;
    }

    /** As somebody reads it: what is held back says that it is, and of what kind, and when; not what, and not from whom. */
    ChronologyLine as(FieldReader reader) {
        return reader.heldBack(holds, givenBy)
                .map(sentence -> new ChronologyLine(
                        lane, when, sentence, List.of(), agency, "", significant, holds, givenBy, null, ""))
                .orElse(this);
    }
}
