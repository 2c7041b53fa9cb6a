package org.holdfast.administration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Role;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.Issuer;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberFile;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door through which an agency's own directory keeps its joiners and leavers. It does what an administrator does by hand, for people of
 * that one agency; anybody else is not there.
 */
@Component
public final class AgencyStaff {

    /** What a directory may give and take. The offices of the partnership are given by hand, and stay as they are. */
    public static final Set<Role> GIVEN = Issuer.GIVEN;

    private final Ledger ledger;
    private final Staff staff;
    private final Partnerships partnerships;

    AgencyStaff(Ledger ledger, Staff staff, Partnerships partnerships) {
        this.ledger = ledger;
        this.staff = staff;
        this.partnerships = partnerships;
    }

    /**
     * Somebody as their agency's directory has them.
     *
     * @param roles null where the directory does not say
     * @param active whether they work there still
     */
    public record Entry(
            String username,
            String name,
            String jobTitle,
            String email,
            @Nullable String externalId,
            @Nullable Set<Role> roles,
            boolean active) {}

    /** Whether somebody has not left, on a day. */
    public static boolean active(Member member, LocalDate on) {
        return member.leftOn() == null || member.leftOn().isAfter(on);
    }

    /** Everybody of the agency, those who left among them. */
    public Outcome<List<MemberFile>> all(Actor actor, Instant now) {
        return staff.roll(actor, now)
                .map(roll -> roll.files().stream()
                        .filter(file -> ofTheAgency(actor, file))
                        .toList());
    }

    /** One person of the agency. */
    public Outcome<MemberFile> open(Actor actor, MemberId member, Instant now) {
        return staff.open(actor, member, now)
                .then(whole -> ofTheAgency(actor, whole.file())
                        ? Outcome.done(whole.file())
                        : Outcome.refused(Sharing.NOT_FOUND));
    }

    /** Somebody comes. Where the directory names no role, they answer for the agency. */
    public Outcome<MemberFile> join(Actor actor, Entry entry, Instant now) {
        return ledger.within(
                actor,
                () -> roles(
                                EnumSet.noneOf(Role.class),
                                Objects.requireNonNullElse(entry.roles(), Set.of(Role.AGENCY_CONTACT)))
                        .then(roles -> staff.member(
                                actor,
                                new Staff.Joining(
                                        new AgencyId(actor.agency()),
                                        entry.name(),
                                        entry.jobTitle(),
                                        Set.of(),
                                        entry.email(),
                                        roles,
                                        entry.username(),
                                        UnitedKingdom.day(now)),
                                now))
                        .then(member -> called(actor, member.id(), null, entry.externalId(), now))
                        .then(member -> stands(actor, member, entry.active(), now)));
    }

    /** Somebody is from now on as the directory has them: leaves, comes back, is called otherwise. */
    public Outcome<MemberFile> replace(Actor actor, MemberId member, Entry entry, Instant now) {
        return ledger.within(
                actor,
                () -> open(actor, member, now).then(file -> {
                    if (!file.username().equalsIgnoreCase(entry.username())) {
                        return Outcome.refused(Reason.about("userName", "administration.scim.username-stays"));
                    }
                    return change(actor, file, entry, now)
                            .then(_ -> called(actor, member, file.externalId(), entry.externalId(), now))
                            .then(same -> stands(actor, same, entry.active(), now));
                }));
    }

    private Outcome<Member> change(Actor actor, MemberFile file, Entry entry, Instant now) {
        Member before = file.member();
        return roles(before.roles(), entry.roles()).then(roles -> {
            if (before.name().equals(entry.name())
                    && before.jobTitle().equals(entry.jobTitle())
                    && before.email().equals(entry.email())
                    && before.roles().equals(roles)) {
                return Outcome.done(before);
            }
            return staff.change(
                    actor,
                    before.id(),
                    file.version(),
                    before.agency().id(),
                    entry.name(),
                    entry.jobTitle(),
                    entry.email(),
                    roles,
                    now);
        });
    }

    private Outcome<MemberId> called(
            Actor actor, MemberId member, @Nullable String before, @Nullable String externalId, Instant now) {
        if (Objects.equals(before, externalId)) {
            return Outcome.done(member);
        }
        boolean taken = externalId != null
                && partnerships.files(actor).stream()
                        .anyMatch(file -> ofTheAgency(actor, file)
                                && externalId.equals(file.externalId())
                                && !file.member().id().equals(member));
        if (taken) {
            return Outcome.refused(Reason.about("externalId", Partnerships.USERNAME_TAKEN));
        }
        partnerships.calledElsewhere(actor, member, externalId, now);
        return Outcome.done(member);
    }

    private Outcome<MemberFile> stands(Actor actor, MemberId member, boolean active, Instant now) {
        LocalDate today = UnitedKingdom.day(now);
        return open(actor, member, now)
                .then(file -> active(file.member(), today) == active
                        ? Outcome.done(file.member())
                        : active
                                ? staff.comesBack(actor, member, file.version(), now)
                                : staff.leave(actor, member, today, now))
                .then(_ -> open(actor, member, now));
    }

    /** What was given by hand stays; of what a directory gives, what it says now. */
    private static Outcome<Set<Role>> roles(Set<Role> before, @Nullable Set<Role> said) {
        if (said == null) {
            return Outcome.done(before);
        }
        Set<Role> after = EnumSet.noneOf(Role.class);
        after.addAll(before);
        after.removeAll(GIVEN);
        for (Role role : said) {
            if (!GIVEN.contains(role) && !before.contains(role)) {
                return Outcome.refused(Reason.about("roles", "administration.scim.role-by-hand"));
            }
            after.add(role);
        }
        return Outcome.done(after);
    }

    private static boolean ofTheAgency(Actor actor, MemberFile file) {
        return file.member().agency().id().value().equals(actor.agency());
    }
}
