package org.holdfast.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.FieldReader;
import org.jspecify.annotations.Nullable;

/**
 * The minutes of a meeting: written from agenda, attendance, notes, decisions and actions, and kept exactly so once the chair has approved
 * them (MTG-4). Holds names and words as they were, so that no later change of a name changes it.
 *
 * @param kind name of the kind of meeting
 * @param attended in the order of their capacities
 */
public record MinutesText(
        String kind,
        LocalDate on,
        LocalTime starts,
        Place place,
        @Nullable Instant opened,
        @Nullable Instant finished,
        List<Attended> attended,
        List<Absent> apologies,
        List<Item> items) {

    public MinutesText {
        attended = List.copyOf(attended);
        apologies = List.copyOf(apologies);
        items = List.copyOf(items);
    }

    /** What kinds of information it holds, beside what was said in the meeting. */
    public Set<DataClass> holds() {
        return items.stream()
                .flatMap(item -> item.parts().stream())
                .flatMap(part -> part.lines().stream())
                .map(MinutesPart.Line::holds)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /**
     * Somebody who was there, and when.
     *
     * @param statement the version of the confidentiality statement that they confirmed; null where they confirmed none
     */
    public record Attended(
            String name,
            String agency,
            Capacity capacity,
            List<Presence> presences,
            @Nullable Integer statement) {
        public Attended {
            presences = List.copyOf(presences);
        }
    }

    /** Somebody who sent apologies. */
    public record Absent(String name, String agency, Capacity capacity) {}

    /**
     * What the minutes say of one item.
     *
     * @param child the child's name as known on the day
     * @param lead who led the item; empty where nobody did
     * @param settledBecause the words given when it was adjourned
     * @param restricted the restricted part of the note; empty where there is none or it is not for the reader
     * @param parts what other modules say, such as what agencies answered, the decision and its votes
     * @param earlier actions for this child agreed before, and where they stood when the meeting ended
     * @param actions agreed at this item
     */
    public record Item(
            UUID item,
            UUID caseId,
            String child,
            Purpose purpose,
            AgendaItemState state,
            @Nullable AdjournedFor adjournedFor,
            String settledBecause,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            List<DeclaredConflict> conflicts,
            String note,
            String restricted,
            List<MinutesPart> parts,
            List<EarlierAction> earlier,
            List<AgreedAction> actions) {
        public Item {
            conflicts = List.copyOf(conflicts);
            parts = List.copyOf(parts);
            earlier = List.copyOf(earlier);
            actions = List.copyOf(actions);
        }

        /** The same without the parts under a heading. */
        Item without(String headingKey) {
            return with(
                    restricted,
                    parts.stream()
                            .filter(part -> !part.headingKey().equals(headingKey))
                            .toList());
        }

        Item withoutRestricted() {
            return with(
                    "",
                    parts.stream()
                            .map(MinutesPart::withoutRestricted)
                            .filter(part -> !part.lines().isEmpty())
                            .toList());
        }

        /** As somebody reads it who may read some fields of the case and not others. */
        Item as(FieldReader reader) {
            return with(restricted, parts.stream().map(part -> part.as(reader)).toList());
        }

        /** Whether it tells where the child lives or is. */
        boolean tellsHome() {
            return parts.stream()
                    .flatMap(part -> part.lines().stream())
                    .anyMatch(line -> line.holds() == DataClass.HOME_AND_WHEREABOUTS);
        }

        private Item with(String restrictedNote, List<MinutesPart> otherParts) {
            return new Item(
                    item,
                    caseId,
                    child,
                    purpose,
                    state,
                    adjournedFor,
                    settledBecause,
                    startedAt,
                    finishedAt,
                    conflicts,
                    note,
                    restrictedNote,
                    otherParts,
                    earlier,
                    actions);
        }
    }

    /** A conflict of interest as declared (NRM-22). */
    public record DeclaredConflict(String name, String agency, String reason) {}

    /** An action agreed at the item (MTG-5). */
    public record AgreedAction(String what, String why, String owner, String agency, LocalDate dueOn) {}

    MinutesText with(List<Item> others) {
        return new MinutesText(kind, on, starts, place, opened, finished, attended, apologies, others);
    }
}
