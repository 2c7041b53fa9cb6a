package org.holdfast.decisions;

import org.holdfast.meetings.Capacity;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;

/** Somebody who was in the meeting when the votes were counted, and in which capacity (NRM-9). */
public record Present(MemberId member, String name, AgencyId agency, String agencyName, Capacity capacity) {}
