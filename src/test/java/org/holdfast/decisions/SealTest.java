package org.holdfast.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.decisions.TestDecision.account;
import static org.holdfast.decisions.TestDecision.decision;
import static org.holdfast.decisions.TestDecision.issued;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.Capacity;
import org.holdfast.meetings.MeetingId;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.CaseId;
import org.junit.jupiter.api.Test;

/**
 * What is under the seal of a decision (NRM-9). The form is written out here in full: a decision sealed years ago has to be found whole by
 * every later version, so a form that changes needs a number of its own.
 */
class SealTest {

    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");
    private static final Wording WORDING = new Wording("more likely than not", LocalDate.of(2023, 7, 24), "Guidance");

    @Test
    void everyWordOfADecisionIsUnderItsSealInThisOrder() {
        assertThat(Seal.canonical(whole(), Determination.POSITIVE_CG, AT, "Coco Co-ordinator"))
                .isEqualTo("""
                        form 1 1
                        decision 36 00000000-0000-0000-0000-000000000001
                        case 36 00000000-0000-0000-0000-000000000002
                        meeting 36 00000000-0000-0000-0000-000000000003
                        item 36 00000000-0000-0000-0000-000000000004
                        on 10 2026-11-20
                        continues 36 00000000-0000-0000-0000-000000000005
                        supersedes 36 00000000-0000-0000-0000-000000000006
                        because 19 New evidence — é
                        determination 11 POSITIVE_CG
                        issued-at 20 2026-11-20T10:00:00Z
                        issued-by 17 Coco Co-ordinator
                        child 4 true
                        definition 11 TRAFFICKING
                        element 6 ACTION
                        finding 3 MET
                        reasoning 13 Seen to be so
                        missing 10 The driver
                        evidence 36 00000000-0000-0000-0000-000000000007
                        side 3 FOR
                        what 9 A message
                        source 14 Example School
                        weight 6 STRONG
                        evidence 36 00000000-0000-0000-0000-000000000008
                        side 7 AGAINST
                        what 8 A denial
                        source 14 Example Police
                        weight 6 LITTLE
                        definition 11 TRAFFICKING
                        element 5 MEANS
                        finding 12 NOT_ASSESSED
                        reasoning 0 \n\
                        missing 0 \n\
                        definition 11 TRAFFICKING
                        element 7 PURPOSE
                        finding 12 NOT_ASSESSED
                        reasoning 0 \n\
                        missing 0 \n\
                        definition 7 SLAVERY
                        element 5 MEANS
                        finding 12 NOT_ASSESSED
                        reasoning 0 \n\
                        missing 0 \n\
                        definition 7 SLAVERY
                        element 7 SERVICE
                        finding 12 NOT_ASSESSED
                        reasoning 0 \n\
                        missing 0 \n\
                        childs-view 23 Wants to stay at school
                        credibility 41 The account came late, as is to be expect
                        best-interests 23 It keeps the child safe
                        reasons 16 The school's log
                        exploitation 18 [CRIMINAL, SEXUAL]
                        county-lines 4 true
                        negative-reasons 13 [CREDIBILITY]
                        plan 36 00000000-0000-0000-0000-000000000009
                        aim 12 Safe at home
                        held-where 14 Example system
                        agreed-on 10 2026-11-17
                        review-on 10 2026-12-20
                        ballot 2 RG
                        threshold 20 more likely than not
                        since 10 2023-07-24
                        threshold-source 8 Guidance
                        opened-at 20 2026-11-20T10:00:01Z
                        result 3 FOR
                        for 1 2
                        against 1 1
                        counted-at 20 2026-11-20T10:00:02Z
                        counted-by 10 Chay Chair
                        ballot 2 CG
                        threshold 20 more likely than not
                        since 10 2023-07-24
                        threshold-source 8 Guidance
                        opened-at 20 2026-11-20T10:00:03Z
                        vote 36 00000000-0000-0000-0000-000000000011
                        ground 2 RG
                        member 36 00000000-0000-0000-0000-000000000014
                        member-name 7 Earlier
                        agency 36 00000000-0000-0000-0000-000000000015
                        agency-name 14 Example Police
                        position 3 FOR
                        vote-reasons 10 The stairs
                        standing 9 CONFIRMED
                        cast-at 20 2026-11-20T10:00:00Z
                        recorded-by 17 Coco Co-ordinator
                        answered-at 20 2026-11-20T10:00:04Z
                        vote 36 00000000-0000-0000-0000-000000000010
                        ground 2 RG
                        member 36 00000000-0000-0000-0000-000000000014
                        member-name 5 Later
                        agency 36 00000000-0000-0000-0000-000000000015
                        agency-name 14 Example Police
                        position 7 AGAINST
                        vote-reasons 10 The stairs
                        standing 4 CAST
                        cast-at 20 2026-11-20T10:00:01Z
                        recorded-by 0 \n\
                        answered-at 0 \n\
                        present 36 00000000-0000-0000-0000-000000000012
                        name 5 First
                        of-agency 36 00000000-0000-0000-0000-000000000015
                        of-agency-name 14 Example Police
                        capacity 6 VOTING
                        present 36 00000000-0000-0000-0000-000000000013
                        name 6 Second
                        of-agency 36 00000000-0000-0000-0000-000000000015
                        of-agency-name 14 Example Police
                        capacity 5 CHAIR
                        """);
    }

    @Test
    void whatIsNotThereIsUnderTheSealAsEmpty() {
        String bare = Seal.canonical(
                decision(State.DETERMINED, Assessments.none(true), Account.empty(), List.of(), List.of()),
                Determination.POSITIVE_RG,
                AT,
                "x");
        assertThat(bare)
                .contains("\ncontinues 0 \nsupersedes 0 \nbecause 0 \n")
                .doesNotContain("\nplan ")
                .doesNotContain("\nballot ");
    }

    @Test
    void aSealFitsOnlyTheDecisionItWasPutOn() {
        Decision sealed = issued(TestDecision.determined(), Determination.POSITIVE_RG);
        assertThat(Seal.whole(sealed)).isTrue();
        assertThat(Seal.whole(TestDecision.determined())).isFalse();
        assertThat(Seal.whole(sealed.showing(List.of()))).isFalse();
    }

    private static Decision whole() {
        Account account = account();
        return new Decision(
                new DecisionId(id(1)),
                new CaseId(id(2)),
                new MeetingId(id(3)),
                new AgendaItemId(id(4)),
                LocalDate.of(2026, 11, 20),
                State.DETERMINED,
                new Assessments(
                        true,
                        List.of(new Assessment(
                                Definition.TRAFFICKING,
                                Element.ACTION,
                                Finding.MET,
                                "Seen to be so",
                                "The driver",
                                1,
                                List.of(
                                        new Evidence(id(8), Side.AGAINST, "A denial", "Example Police", Weight.LITTLE),
                                        new Evidence(id(7), Side.FOR, "A message", "Example School", Weight.STRONG))))),
                new Account(
                        account.childsView(),
                        "The account came late, as is to be expect",
                        account.bestInterests(),
                        "The school's log",
                        Set.of(Exploitation.CRIMINAL, Exploitation.SEXUAL),
                        true,
                        Set.of(NegativeReason.CREDIBILITY),
                        new Account.Plan(
                                id(9),
                                "Safe at home",
                                "Example system",
                                LocalDate.of(2026, 11, 17),
                                LocalDate.of(2026, 12, 20)),
                        1),
                List.of(
                        new Ballot(Ground.CG, WORDING, AT.plusSeconds(3), null),
                        new Ballot(
                                Ground.RG,
                                WORDING,
                                AT.plusSeconds(1),
                                new Ballot.Count(Ballot.Result.FOR, 2, 1, AT.plusSeconds(2), "Chay Chair"))),
                List.of(
                        vote(16, "Later", Position.AGAINST, Vote.Standing.CAST, AT.plusSeconds(1), null, null),
                        vote(
                                17,
                                "Earlier",
                                Position.FOR,
                                Vote.Standing.CONFIRMED,
                                AT,
                                "Coco Co-ordinator",
                                AT.plusSeconds(4))),
                List.of(present(19, "Second", Capacity.CHAIR), present(18, "First", Capacity.VOTING)),
                new DecisionId(id(5)),
                new Decision.Replacement(new DecisionId(id(6)), "New evidence — é"),
                null,
                null,
                null,
                null,
                1);
    }

    private static Vote vote(
            long id,
            String name,
            Position position,
            Vote.Standing standing,
            Instant castAt,
            String recordedBy,
            Instant answeredAt) {
        return new Vote(
                id(id),
                Ground.RG,
                new MemberId(id(20)),
                name,
                new AgencyId(id(21)),
                "Example Police",
                position,
                "The stairs",
                standing,
                castAt,
                recordedBy,
                answeredAt);
    }

    private static Present present(long member, String name, Capacity capacity) {
        return new Present(new MemberId(id(member)), name, new AgencyId(id(21)), "Example Police", capacity);
    }

    private static UUID id(long last) {
        return new UUID(0, last);
    }
}
