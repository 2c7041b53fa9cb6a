package org.holdfast.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.meetings.PanelExample.ALL;
import static org.holdfast.meetings.PanelExample.CHAIR;
import static org.holdfast.meetings.PanelExample.COUNCIL;
import static org.holdfast.meetings.PanelExample.ELEVEN;
import static org.holdfast.meetings.PanelExample.GUARDIAN;
import static org.holdfast.meetings.PanelExample.HEALTH;
import static org.holdfast.meetings.PanelExample.PANEL;
import static org.holdfast.meetings.PanelExample.POLICE;
import static org.holdfast.meetings.PanelExample.TEN;
import static org.holdfast.meetings.PanelExample.attendee;
import static org.holdfast.meetings.PanelExample.away;
import static org.holdfast.meetings.PanelExample.kind;
import static org.holdfast.meetings.PanelExample.present;
import static org.holdfast.meetings.PanelExample.with;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.holdfast.law.Reason;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.ChairRule;
import org.junit.jupiter.api.Test;

class QuorumTest {

    @Test
    void aTrainedVoterOfEachCoreAgencyAndAChairAreAQuorum() {
        Quorum quorum = quorum(ALL);
        assertThat(quorum.met()).isTrue();
        assertThat(quorum.voters()).containsExactlyInAnyOrder(COUNCIL, POLICE, HEALTH);
        assertThat(quorum.chair()).contains(CHAIR);
    }

    @Test
    void withoutHealthThereIsNoQuorumAndItSaysSo() {
        Quorum quorum = quorum(List.of(CHAIR, COUNCIL, POLICE, away(HEALTH), GUARDIAN));
        assertThat(missing(quorum)).containsExactly("meetings.quorum.voter.health");
        assertThat(refusal(quorum, HEALTH)).containsExactly("meetings.vote.absent");
    }

    @Test
    void whoLeftNoLongerCounts() {
        Attendee early = with(POLICE, List.of(new Presence(TEN, ELEVEN, Presence.How.BY_PHONE)));
        List<Attendee> attendees = List.of(CHAIR, COUNCIL, early, HEALTH);
        assertThat(Quorum.of(PANEL, attendees, _ -> true, ItemConflicts.NONE, ELEVEN.minusSeconds(1))
                        .met())
                .isTrue();
        assertThat(missing(Quorum.of(PANEL, attendees, _ -> true, ItemConflicts.NONE, ELEVEN)))
                .containsExactly("meetings.quorum.voter.police");
    }

    @Test
    void anUntrainedVoterDoesNotCount() {
        Quorum quorum = Quorum.of(PANEL, ALL, it -> !it.equals(POLICE.member()), ItemConflicts.NONE, TEN);
        assertThat(missing(quorum)).containsExactly("meetings.quorum.voter.police");
        assertThat(refusal(quorum, POLICE)).containsExactly("meetings.vote.untrained");
    }

    @Test
    void aConflictCountsForItsItemOnly() {
        ItemConflicts declared = new ItemConflicts(Set.of(COUNCIL.member()), Set.of(), Set.of(), Set.of());
        Quorum quorum = Quorum.of(PANEL, ALL, _ -> true, declared, TEN);
        assertThat(missing(quorum)).containsExactly("meetings.quorum.voter.local-authority");
        assertThat(refusal(quorum, COUNCIL)).containsExactly("meetings.vote.conflicted");
        assertThat(quorum(ALL).met()).isTrue();
    }

    @Test
    void allReasonsAreGivenAtOnce() {
        ItemConflicts conflicts =
                new ItemConflicts(Set.of(HEALTH.member()), Set.of(HEALTH.member()), Set.of(), Set.of());
        Quorum quorum = Quorum.of(PANEL, List.of(away(HEALTH)), _ -> false, conflicts, TEN);
        assertThat(refusal(quorum, HEALTH))
                .containsExactly(
                        "meetings.vote.absent",
                        "meetings.vote.untrained",
                        "meetings.vote.conflicted",
                        "meetings.vote.excluded");
        assertThat(missing(quorum))
                .containsExactly(
                        "meetings.quorum.chair",
                        "meetings.quorum.voter.local-authority",
                        "meetings.quorum.voter.police",
                        "meetings.quorum.voter.health");
    }

    @Test
    void aDeputyVotesWhereTheMemberCannotAndNotBesideThem() {
        Attendee deputy = attendee(
                "Deputy Testperson",
                AgencyKind.HEALTH,
                Capacity.DEPUTY,
                HEALTH,
                List.of(new Presence(TEN, null, Presence.How.BY_VIDEO)));
        assertThat(refusal(quorum(List.of(deputy, CHAIR, COUNCIL, POLICE, HEALTH)), deputy))
                .containsExactly("meetings.vote.member-votes");
        Quorum without = quorum(List.of(deputy, CHAIR, COUNCIL, POLICE, away(HEALTH)));
        assertThat(without.met()).isTrue();
        assertThat(without.voters()).contains(deputy);
    }

    @Test
    void theGuardianAdvisesAndDoesNotVote() {
        assertThat(refusal(quorum(ALL), GUARDIAN)).containsExactly("meetings.vote.capacity");
    }

    @Test
    void anAgencyWithoutAVoteGetsNoneByBeingListedAsVoting() {
        Attendee school = present("School Testperson", AgencyKind.EDUCATION, Capacity.VOTING);
        assertThat(refusal(quorum(List.of(school)), school)).containsExactly("meetings.vote.agency");
    }

    @Test
    void theLeadSocialWorkerDoesNotChairTheirOwnChildsItem() {
        ItemConflicts leads = new ItemConflicts(Set.of(), Set.of(), Set.of(CHAIR.member()), Set.of());
        Quorum alone = Quorum.of(PANEL, ALL, _ -> true, leads, TEN);
        assertThat(missing(alone)).containsExactly("meetings.quorum.deputy-chair");

        Attendee deputyChair = present("Second Chair Testperson", AgencyKind.CHARITY, Capacity.DEPUTY_CHAIR);
        List<Attendee> both = new ArrayList<>(ALL);
        both.addFirst(deputyChair);
        Quorum with = Quorum.of(PANEL, both, _ -> true, leads, TEN);
        assertThat(with.met()).isTrue();
        assertThat(with.chair()).contains(deputyChair);
        assertThat(quorum(both).chair()).contains(CHAIR);
    }

    @Test
    void whereTheChairMustBeIndependentTheirAgencyHasNoVoteOnTheItem() {
        Attendee councilChair = present("Council Chair Testperson", AgencyKind.LOCAL_AUTHORITY, Capacity.CHAIR);
        List<Attendee> attendees = List.of(councilChair, COUNCIL, POLICE, HEALTH);
        assertThat(quorum(attendees).met()).isTrue();
        Quorum independent =
                Quorum.of(kind(new ChairRule(Set.of(), true)), attendees, _ -> true, ItemConflicts.NONE, TEN);
        assertThat(missing(independent)).containsExactly("meetings.quorum.deputy-chair");
    }

    @Test
    void aChairFromAnAgencyThatMayNotLeadIsNone() {
        Quorum quorum = Quorum.of(
                kind(new ChairRule(Set.of(AgencyKind.LOCAL_AUTHORITY), false)),
                ALL,
                _ -> true,
                ItemConflicts.NONE,
                TEN);
        assertThat(quorum.chair()).isEmpty();
        assertThat(quorum.met()).isFalse();
    }

    @Property
    void aQuorumHasAnAbleVoterOfEveryCoreAgencyAndAChairAndNoneElse(
            @ForAll boolean[] here, @ForAll boolean[] trained, @ForAll boolean[] conflicted) {
        List<Attendee> attendees = new ArrayList<>();
        for (int i = 0; i < ALL.size(); i++) {
            attendees.add(flag(here, i) ? ALL.get(i) : away(ALL.get(i)));
        }
        Set<Attendee> able = new java.util.HashSet<>();
        for (int i = 1; i <= 3; i++) {
            if (flag(here, i) && flag(trained, i) && !flag(conflicted, i)) {
                able.add(ALL.get(i));
            }
        }
        boolean chaired = flag(here, 0) && !flag(conflicted, 0);
        Quorum quorum = Quorum.of(
                PANEL,
                attendees,
                it -> flag(trained, place(it)),
                new ItemConflicts(
                        ALL.stream()
                                .map(Attendee::member)
                                .filter(it -> flag(conflicted, place(it)))
                                .collect(Collectors.toSet()),
                        Set.of(),
                        Set.of(),
                        Set.of()),
                TEN);
        assertThat(Set.copyOf(quorum.voters())).isEqualTo(able);
        assertThat(quorum.chair().isPresent()).isEqualTo(chaired);
        assertThat(quorum.met()).isEqualTo(able.size() == 3 && chaired);
    }

    @Property
    void nobodyComingInEverBreaksAQuorum(@ForAll boolean[] here) {
        List<Attendee> attendees = new ArrayList<>();
        for (int i = 0; i < ALL.size(); i++) {
            attendees.add(flag(here, i) ? ALL.get(i) : away(ALL.get(i)));
        }
        if (quorum(attendees).met()) {
            assertThat(quorum(ALL).met()).isTrue();
        }
    }

    private static boolean flag(boolean[] flags, int place) {
        return flags.length > 0 && flags[place % flags.length];
    }

    private static int place(org.holdfast.partnership.MemberId member) {
        return ALL.stream().map(Attendee::member).toList().indexOf(member);
    }

    private static Quorum quorum(List<Attendee> attendees) {
        Instant now = TEN.plusSeconds(60);
        return Quorum.of(PANEL, attendees, _ -> true, ItemConflicts.NONE, now);
    }

    private static List<String> missing(Quorum quorum) {
        return quorum.missing().stream().map(Reason::key).toList();
    }

    private static List<String> refusal(Quorum quorum, Attendee attendee) {
        return quorum.seatOf(attendee.member()).orElseThrow().mayNotVote().stream()
                .map(Reason::key)
                .toList();
    }
}
