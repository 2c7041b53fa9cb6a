package org.holdfast.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Role;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.mail.Message;
import org.holdfast.mail.Outbox;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Language;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.TeamId;
import org.holdfast.partnership.Teams;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is written to people about actions: that there is one, and where to answer; never what it is about. */
@Component
class ActionPost {

    private final Partnerships partnerships;
    private final Teams teams;
    private final Sharing sharing;
    private final Outbox outbox;

    ActionPost(Partnerships partnerships, Teams teams, Sharing sharing, Outbox outbox) {
        this.partnerships = partnerships;
        this.teams = teams;
        this.sharing = sharing;
        this.outbox = outbox;
    }

    /** Tells the owner, or each of the team, that an action is theirs; whoever gave it to themselves knows. */
    void agreed(Actor by, CaseId id, UUID action, ActionDraft draft, Instant now) {
        owners(by, draft.ownerMember(), draft.ownerTeam(), draft.ownerAgency(), now).stream()
                .filter(owner -> !owner.value().equals(by.member()))
                .forEach(owner -> toOwner(by, id, owner, "casework.mail.action", action, draft.dueOn(), now));
    }

    /** Reminds the owner. */
    void reminded(Actor program, CaseId id, Action action, Instant now) {
        MemberId taker = action.untaken(teams.roll(program, now)) ? null : action.ownerMember();
        owners(program, taker, action.ownerTeam(), action.ownerAgency(), now)
                .forEach(owner ->
                        toOwner(program, id, owner, "casework.mail.action-reminder", action.id(), action.dueOn(), now));
    }

    /** Whoever is kept out of the case hears nothing of it; the co-ordinators hear that somebody else has to do it (NRM-22). */
    private void toOwner(
            Actor by, CaseId id, MemberId owner, String key, UUID action, @Nullable LocalDate due, Instant now) {
        if (sharing.excluded(by, id, owner)) {
            coordinators(by, id, now)
                    .forEach(it -> post(
                            by,
                            it,
                            "casework.mail.action-kept-out",
                            "/cases/" + id.value() + "/actions/" + action,
                            due,
                            now));
        } else {
            post(by, owner, key, "/actions/" + action, due, now);
        }
    }

    /** Tells the lead of the owner's agency; where there is none but the owner, or the lead is kept out, the co-ordinators. */
    void escalated(Actor by, CaseId id, Action action, Instant now) {
        Set<MemberId> told = new LinkedHashSet<>();
        AgencyId agency = action.ownerAgency();
        if (agency != null) {
            partnerships
                    .lead(by, agency, UnitedKingdom.day(now))
                    .map(Member::id)
                    .filter(lead -> !lead.equals(action.ownerMember()))
                    .filter(lead -> !sharing.excluded(by, id, lead))
                    .ifPresent(told::add);
        }
        if (told.isEmpty()) {
            told.addAll(coordinators(by, id, now));
        }
        told.forEach(
                one -> post(by, one, "casework.mail.action-escalated", "/actions/" + action.id(), action.dueOn(), now));
    }

    private List<MemberId> coordinators(Actor by, CaseId id, Instant now) {
        Set<MemberId> out = sharing.excluded(by, id);
        return partnerships.members(by).stream()
                .filter(member -> member.is(Role.PANEL_COORDINATOR) && member.memberOn(UnitedKingdom.day(now)))
                .map(Member::id)
                .filter(member -> !out.contains(member))
                .toList();
    }

    /** The owner; else everybody in the team; else the lead of the agency. */
    private List<MemberId> owners(
            Actor by, @Nullable MemberId member, @Nullable TeamId team, @Nullable AgencyId agency, Instant now) {
        if (member != null) {
            return partnerships
                    .member(by, member)
                    .filter(one -> one.memberOn(UnitedKingdom.day(now)))
                    .map(Member::id)
                    .stream()
                    .toList();
        }
        List<MemberId> people = team == null
                ? List.of()
                : teams.roll(by, now).people(team).stream()
                        .sorted(Comparator.comparing(MemberId::value))
                        .toList();
        return !people.isEmpty() || agency == null
                ? people
                : partnerships.lead(by, agency, UnitedKingdom.day(now)).map(Member::id).stream()
                        .toList();
    }

    private void post(Actor by, MemberId to, String key, String path, @Nullable LocalDate due, Instant now) {
        outbox.post(by, Message.of(to, key, path, due == null ? "" : Dates.date(Language.ENGLISH, due)), now);
    }
}
