package org.holdfast.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Where the law applies: the time by which its days begin and end. */
public final class UnitedKingdom {

    /** Civil time in every nation of the United Kingdom. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private UnitedKingdom() {}

    /** The day it is there at that instant. */
    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }
}
