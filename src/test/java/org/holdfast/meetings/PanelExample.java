package org.holdfast.meetings;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.Cadence;
import org.holdfast.partnership.CaseLoad;
import org.holdfast.partnership.ChairRule;
import org.holdfast.partnership.MeetingKind;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.TieRule;
import org.jspecify.annotations.Nullable;

/** A made-up panel for the tests of the rules: three core agencies that vote, a guardian and a chair. */
final class PanelExample {
    static final Instant TEN = Instant.parse("2026-11-20T10:00:00Z");
    static final Instant ELEVEN = Instant.parse("2026-11-20T11:00:00Z");
    static final MeetingKind PANEL = kind(new ChairRule(Set.of(), false));

    static final Attendee CHAIR = present("Chair Testperson", AgencyKind.OTHER, Capacity.CHAIR);
    static final Attendee COUNCIL = present("Council Testperson", AgencyKind.LOCAL_AUTHORITY, Capacity.VOTING);
    static final Attendee POLICE = present("Police Testperson", AgencyKind.POLICE, Capacity.VOTING);
    static final Attendee HEALTH = present("Health Testperson", AgencyKind.HEALTH, Capacity.VOTING);
    static final Attendee GUARDIAN =
            present("Guardian Testperson", AgencyKind.GUARDIAN_SERVICE, Capacity.GUARDIAN_SERVICE);
    static final List<Attendee> ALL = List.of(CHAIR, COUNCIL, POLICE, HEALTH, GUARDIAN);

    private PanelExample() {}

    static MeetingKind kind(ChairRule chair) {
        Set<AgencyKind> core = Set.of(AgencyKind.LOCAL_AUTHORITY, AgencyKind.POLICE, AgencyKind.HEALTH);
        return new MeetingKind(
                "panel",
                "Panel",
                "Decides",
                new Cadence.Every(1, Cadence.Unit.MONTHS),
                List.of(),
                chair,
                core,
                Set.of(AgencyKind.GUARDIAN_SERVICE),
                List.of(),
                core,
                new org.holdfast.law.Quorum(1, true),
                Set.of(),
                new CaseLoad(15, 15, 1, 6, 90),
                Set.of(),
                Set.of(),
                TieRule.ADJOURN,
                true,
                null,
                null,
                null,
                3,
                java.util.Optional.empty());
    }

    static Attendee present(String name, AgencyKind kind, Capacity capacity) {
        return attendee(name, kind, capacity, null, List.of(new Presence(TEN, null, Presence.How.IN_PERSON)));
    }

    static Attendee attendee(
            String name, AgencyKind kind, Capacity capacity, @Nullable Attendee deputyFor, List<Presence> presences) {
        return new Attendee(
                new AttendeeId(id(name + " at the meeting")),
                new MemberId(id(name)),
                name,
                new AgencyId(id(kind.name())),
                "Example " + kind,
                kind,
                capacity,
                deputyFor == null ? null : deputyFor.id(),
                capacity.wholeAgenda(),
                null,
                presences);
    }

    static Attendee away(Attendee attendee) {
        return with(attendee, List.of());
    }

    static Attendee with(Attendee it, List<Presence> presences) {
        return new Attendee(
                it.id(),
                it.member(),
                it.name(),
                it.agency(),
                it.agencyName(),
                it.agencyKind(),
                it.capacity(),
                it.deputyFor(),
                it.wholeAgenda(),
                it.apologiesAt(),
                presences);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
