package org.holdfast.partnership;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.holdfast.law.Nation;
import org.holdfast.law.Span;

/**
 * What is particular to one partnership, as a file that can be read: which meetings exist, how often, who votes, which steps a referral
 * takes. The rules are the same everywhere (handbook, principle 7).
 *
 * @param id name of the file without its ending, such as {@code hull}
 * @param nation whose law and working days apply
 * @param authorities the councils served; empty only on the central route, where any may track
 * @param competentAuthority the Home Office's decision maker that this partnership reports to
 * @param screening who may decide on submission; empty where nobody screens (REF-5)
 * @param steps of a referral, in order
 * @param tightenings limits kept stricter than the law, by handbook rule such as {@code NRM-10}
 * @param languages ISO 639-3 codes in which letters are on offer, first the usual one
 * @param services on offer by pathway (REF-7)
 * @param formParts facts asked beyond the Home Office form
 * @param closedDays days without meetings
 * @param practice numbers that the law leaves to the partnership
 * @param secureDomains where messages may go without being looked at first, such as {@code nhs.net} or {@code *.gov.uk}
 * @param actions when the owner of an action is reminded, and when it goes to the lead of the agency (MTG-5)
 * @param assuring what is agreed with the competent authority about decisions sent to it (NRM-11)
 * @param reconsidering who reconsiders negative decisions, and until when (NRM-14)
 */
public record Profile(
        String id,
        String name,
        Nation nation,
        List<Authority> authorities,
        String competentAuthority,
        Route route,
        ChildsAdvocate advocate,
        List<MeetingKind> meetingKinds,
        Set<ScreeningRoute> screening,
        List<ReferralStep> steps,
        Map<String, Span> tightenings,
        List<String> languages,
        Map<Pathway, List<String>> services,
        Set<FormPart> formParts,
        List<ClosedDay> closedDays,
        Practice practice,
        List<String> secureDomains,
        Ladder actions,
        Assuring assuring,
        Reconsidering reconsidering) {

    public Profile {
        authorities = List.copyOf(authorities);
        meetingKinds = List.copyOf(meetingKinds);
        screening = Collections.unmodifiableSet(new LinkedHashSet<>(screening));
        steps = List.copyOf(steps);
        tightenings = Collections.unmodifiableMap(new LinkedHashMap<>(tightenings));
        languages = List.copyOf(languages);
        services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
        formParts = Collections.unmodifiableSet(new LinkedHashSet<>(formParts));
        closedDays = List.copyOf(closedDays);
        secureDomains = List.copyOf(secureDomains);
    }

    /** The kind of meeting with this short name. */
    public Optional<MeetingKind> meetingKind(String kind) {
        return meetingKinds.stream().filter(it -> it.id().equals(kind)).findFirst();
    }

    /** The kind of meeting that makes reasonable and conclusive grounds decisions; none on the central route. */
    public Optional<MeetingKind> panel() {
        return meetingKinds.stream().filter(MeetingKind::decidesGrounds).findFirst();
    }

    /** The kinds of meeting that prepare another as its pre-meet. */
    public List<MeetingKind> preMeetsOf(MeetingKind kind) {
        return meetingKinds.stream()
                .filter(it -> kind.id().equals(it.prepares()))
                .toList();
    }

    /** Whether it serves two or more authorities, so that each child has a home authority among them (MTG-7). */
    public boolean combined() {
        return authorities.size() > 1;
    }

    /** The authority with this code, if it is one of those served. */
    public Optional<Authority> authority(String code) {
        return authorities.stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /** Whether a referral is screened before it is submitted (REF-5). */
    public boolean screens() {
        return !screening.isEmpty();
    }

    /** The stricter limit this partnership keeps for a rule, where it keeps one. */
    public Optional<Span> tightening(String rule) {
        return Optional.ofNullable(tightenings.get(rule));
    }

    /** Whether a meeting may be held on this day as far as the partnership's own calendar goes. */
    public boolean open(LocalDate day) {
        return closedDays.stream().noneMatch(closed -> closed.day().equals(day));
    }
}
