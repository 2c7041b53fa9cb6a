package org.holdfast.sharing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.partnership.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * What one person reads of the fields of one case. Pages, papers, the interface, packs and minutes all leave out with {@link #reads} and with
 * nothing else, so that whoever reads, in whatever form, reads the same ({@link FieldAccess}, SHR-3, SHR-4).
 *
 * @param agency the reader's
 * @param others what is decided about each class of field that others gave
 * @param own what is decided about each that the reader's own agency gave
 * @param addressProtected whether the child's address is protected: then it is not shown where nobody looks for it
 */
public record FieldReader(
        AgencyId agency,
        Map<DataClass, FieldAccess> others,
        Map<DataClass, FieldAccess> own,
        boolean addressProtected) {

    /** Somebody of whom nothing is known: reads no field that is for some and not for others. */
    public static final FieldReader NOBODY = new FieldReader(new AgencyId(new UUID(0, 0)), nothing(), nothing(), true);

    private static Map<DataClass, FieldAccess> nothing() {
        Map<DataClass, FieldAccess> nothing = new EnumMap<>(DataClass.class);
        for (DataClass field : DataClass.values()) {
            nothing.put(field, new FieldAccess.HeldBack(FieldAccess.Why.NEED_TO_KNOW));
        }
        return nothing;
    }

    public FieldReader {
        others = Map.copyOf(others);
        own = Map.copyOf(own);
    }

    /** Whoever is to read the fields of a case, from what is asked about one of them. */
    static FieldReader of(AgencyId agency, boolean addressProtected, Function<DataClass, FieldAccess.Question> asked) {
        Map<DataClass, FieldAccess> others = new EnumMap<>(DataClass.class);
        Map<DataClass, FieldAccess> own = new EnumMap<>(DataClass.class);
        for (DataClass field : DataClass.values()) {
            FieldAccess.Question question = asked.apply(field);
            others.put(field, FieldAccess.decide(question));
            own.put(field, FieldAccess.decide(question.by(FieldAccess.Owner.OWN)));
        }
        return new FieldReader(agency, others, own, addressProtected);
    }

    /** Whether the reader reads such a field, whoever gave it. */
    public boolean reads(DataClass field) {
        return others.get(field) instanceof FieldAccess.Readable;
    }

    /**
     * Whether the reader reads such a field of the case.
     *
     * @param givenBy the agency that gave it and remains its owner; null where that is nobody in particular
     */
    public boolean reads(DataClass field, @Nullable AgencyId givenBy) {
        return reads(field) || agency.equals(givenBy) && own.get(field) instanceof FieldAccess.Readable;
    }

    /**
     * What of it is shown where nobody has come for it, such as at the head of a page: of a protected address nothing, so that it is not read out
     * by mistake or over somebody's shoulder.
     */
    public FieldReader inPassing() {
        if (!addressProtected) {
            return this;
        }
        return new FieldReader(agency, withoutHome(others), withoutHome(own), true);
    }

    private static Map<DataClass, FieldAccess> withoutHome(Map<DataClass, FieldAccess> decided) {
        Map<DataClass, FieldAccess> without = new EnumMap<>(decided);
        without.put(DataClass.HOME_AND_WHEREABOUTS, new FieldAccess.HeldBack(FieldAccess.Why.PROTECTED));
        return without;
    }

    /**
     * Whether the reader reads every class of field: what cannot be taken apart is for them alone.
     *
     * @param givenBy the agency that gave it; null where that is nobody in particular
     */
    public boolean readsEverything(@Nullable AgencyId givenBy) {
        return Arrays.stream(DataClass.values()).allMatch(field -> reads(field, givenBy));
    }

    /** What stands in the place of a field that is held back: the key of a sentence that says so and whom to ask; empty where it is read. */
    public Optional<String> heldBack(DataClass field) {
        return heldBack(field, null);
    }

    /** As {@link #heldBack(DataClass)}, of what an agency gave. */
    public Optional<String> heldBack(DataClass field, @Nullable AgencyId givenBy) {
        return reads(field, givenBy) ? Optional.empty() : Optional.of(sentence(field));
    }

    /** The key of the sentence that stands in the place of such a field. */
    public static String sentence(DataClass field) {
        return "sharing.held-back." + field.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What both read: somebody who looks over another's shoulder sees no more than either. */
    public FieldReader and(FieldReader other) {
        return new FieldReader(
                agency,
                less(others, other.others),
                agency.equals(other.agency) ? less(own, other.own) : less(others, other.others),
                addressProtected || other.addressProtected);
    }

    private static Map<DataClass, FieldAccess> less(
            Map<DataClass, FieldAccess> one, Map<DataClass, FieldAccess> other) {
        Map<DataClass, FieldAccess> less = new EnumMap<>(DataClass.class);
        for (DataClass field : DataClass.values()) {
            FieldAccess mine = Objects.requireNonNull(one.get(field));
            less.put(field, mine instanceof FieldAccess.HeldBack ? mine : Objects.requireNonNull(other.get(field)));
        }
        return less;
    }
}
