package org.holdfast.sharing;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.holdfast.partnership.AgencyId;

/** Readers of fields for tests that are about something else than who reads which. */
public final class FieldReaders {

    private FieldReaders() {}

    /** Somebody who reads every field. */
    public static FieldReader ofEverything(AgencyId agency) {
        return of(agency, EnumSet.allOf(DataClass.class));
    }

    /** Somebody who reads fields of these kinds, and no others. */
    public static FieldReader of(AgencyId agency, Set<DataClass> reads) {
        Map<DataClass, FieldAccess> decided = new EnumMap<>(DataClass.class);
        for (DataClass field : DataClass.values()) {
            decided.put(
                    field,
                    reads.contains(field)
                            ? new FieldAccess.Readable(FieldAccess.Ground.AGREEMENT)
                            : new FieldAccess.HeldBack(FieldAccess.Why.AGREEMENT));
        }
        return new FieldReader(agency, decided, decided, false);
    }
}
