package org.holdfast.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.audit.Role;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.Access.Denied;
import org.holdfast.sharing.Access.Granted;
import org.holdfast.sharing.Access.Question;
import org.holdfast.sharing.Access.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SHR-3 and NRM-22: who sees a case, and who does not whatever their role. */
class AccessTest {

    private static final Set<Purpose> EVERY_PURPOSE = EnumSet.allOf(Purpose.class);

    private final Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private final MemberId member = new MemberId(new UUID(0, 1));

    @Test
    void theAllocatedSocialWorkerSeesTheCase() {
        assertThat(seeCase(Role.SOCIAL_WORKER, Involvement.of(member, Basis.ASSIGNED, now)))
                .isEqualTo(new Granted(Basis.ASSIGNED));
    }

    @Test
    void aSocialWorkerWithoutTiesDoesNot() {
        assertThat(seeCase(Role.SOCIAL_WORKER)).isEqualTo(new Denied(Why.NEED_TO_KNOW));
    }

    @Test
    void theCoordinatorsOfficeCoversEveryCase() {
        assertThat(seeCase(Role.PANEL_COORDINATOR)).isEqualTo(new Granted(Basis.OFFICE));
    }

    @Test
    void aPanelMemberSeesTheCaseWhileItIsOnTheirAgendaAndNotAfter() {
        Involvement item =
                new Involvement(member, null, Basis.AGENDA_ITEM, now.minusSeconds(1), now.plus(Duration.ofDays(1)));
        assertThat(seeCase(Role.PANEL_MEMBER, item)).isEqualTo(new Granted(Basis.AGENDA_ITEM));
        Involvement over = new Involvement(member, null, Basis.AGENDA_ITEM, now.minusSeconds(2), now);
        assertThat(seeCase(Role.PANEL_MEMBER, over)).isEqualTo(new Denied(Why.NEED_TO_KNOW));
        Involvement later = new Involvement(member, null, Basis.AGENDA_ITEM, now.plusSeconds(1), null);
        assertThat(seeCase(Role.PANEL_MEMBER, later)).isEqualTo(new Denied(Why.NEED_TO_KNOW));
    }

    @Test
    void anAdviserAttendsAnItemWithoutReadingTheCase() {
        assertThat(seeCase(Role.ADVISER, Involvement.of(member, Basis.AGENDA_ITEM, now)))
                .isEqualTo(new Denied(Why.ROLE));
    }

    @Test
    void whoseAgencyWasAskedAnswersAndSeesNoMoreOfTheCase() {
        Involvement asked = Involvement.of(new AgencyId(new UUID(0, 2)), Basis.REQUEST, now);
        assertThat(Access.decide(question(Permission.ANSWER_REQUEST, Role.AGENCY_CONTACT, true, false, List.of(asked))))
                .isEqualTo(new Granted(Basis.REQUEST));
        assertThat(seeCase(Role.AGENCY_CONTACT, asked)).isEqualTo(new Denied(Why.NEED_TO_KNOW));
        assertThat(Access.decide(question(Permission.SEE_PACK, Role.PANEL_MEMBER, true, false, List.of(asked))))
                .isEqualTo(new Denied(Why.NEED_TO_KNOW));
        assertThat(Access.decide(question(Permission.ANSWER_REQUEST, Role.SOCIAL_WORKER, true, false, List.of(asked))))
                .as("a social worker answers for the children they hold")
                .isEqualTo(new Denied(Why.NEED_TO_KNOW));
    }

    @Test
    void whoReferredTheChildSeesTheReferralAndNotTheCase() {
        Involvement referrer = Involvement.of(member, Basis.REFERRER, now);
        assertThat(seeCase(Role.SOCIAL_WORKER, referrer)).isEqualTo(new Denied(Why.NEED_TO_KNOW));
        assertThat(Access.decide(
                        question(Permission.SEE_REFERRAL, Role.FIRST_RESPONDER, true, false, List.of(referrer))))
                .isEqualTo(new Granted(Basis.REFERRER));
    }

    @Test
    void informationGovernanceSeesWhoLookedAndNotWhatAt() {
        assertThat(seeCase(Role.INFORMATION_GOVERNANCE)).isEqualTo(new Denied(Why.ROLE));
        assertThat(Access.decide(question(Permission.SEE_LOOKS, Role.INFORMATION_GOVERNANCE, true, false, List.of())))
                .isEqualTo(new Granted(Basis.OFFICE));
    }

    @Test
    void theAdministratorSeesNoChild() {
        assertThat(EnumSet.allOf(Permission.class).stream()
                        .filter(permission -> Access.holds(permission, Set.of(Role.ADMINISTRATOR))))
                .containsExactly(Permission.SEE_OUTBOX, Permission.REVIEW_ACCESS, Permission.ADMINISTER);
    }

    @Test
    void theAssurerSeesFormsThatWereSentAndNothingOfACase() {
        assertThat(EnumSet.allOf(Permission.class).stream()
                        .filter(permission -> Access.holds(permission, Set.of(Role.ASSURER))))
                .containsExactly(Permission.ASSURE, Permission.SEE_LEARNING);
        assertThat(Access.decide(question(Permission.ASSURE, Role.ASSURER, true, false, List.of())))
                .isEqualTo(new Granted(Basis.OFFICE));
        assertThat(seeCase(Role.ASSURER, Involvement.of(member, Basis.ASSIGNED, now)))
                .isEqualTo(new Denied(Why.ROLE));
    }

    @ParameterizedTest
    @EnumSource(Basis.class)
    void withoutAnAgreementNothingIsSharedBetweenAgencies(Basis basis) {
        Permission permission = basis == Basis.REQUEST ? Permission.ANSWER_REQUEST : Permission.SEE_CASE;
        Access with = Access.decide(new Question(
                permission,
                Set.of(Role.AGENCY_CONTACT),
                true,
                false,
                false,
                List.of(Involvement.of(member, basis, now)),
                null,
                Set.of(basis.usualPurpose()),
                now));
        Access without = Access.decide(new Question(
                permission,
                Set.of(Role.AGENCY_CONTACT),
                true,
                false,
                false,
                List.of(Involvement.of(member, basis, now)),
                null,
                EnumSet.complementOf(EnumSet.of(basis.usualPurpose())),
                now));
        assertThat(without)
                .isEqualTo(
                        switch (basis) {
                            case AGENCY, AGENDA_ITEM, REQUEST, ALLOWED ->
                                new Denied(Why.AGREEMENT, basis.usualPurpose());
                            case ASSIGNED, OFFICE, REFERRER, ACTION, POINT, EMERGENCY -> with;
                        });
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void anExclusionBeatsEveryRoleAndEveryTie(Permission permission) {
        assertThat(Access.decide(new Question(
                        permission,
                        EnumSet.allOf(Role.class),
                        true,
                        true,
                        false,
                        List.of(Involvement.of(member, Basis.ASSIGNED, now)),
                        null,
                        EVERY_PURPOSE,
                        now)))
                .isEqualTo(new Denied(Why.EXCLUDED));
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void aCaseOfAnotherPartnershipDoesNotExist(Permission permission) {
        assertThat(Access.decide(new Question(
                        permission,
                        EnumSet.allOf(Role.class),
                        false,
                        false,
                        false,
                        List.of(),
                        null,
                        EVERY_PURPOSE,
                        now)))
                .isEqualTo(new Denied(Why.NO_SUCH_CASE));
    }

    /** SHR-1: whoever works with the child does not read the panel's pack under an agreement for their own work alone. */
    @Test
    void whatIsAskedForCountsBeforeWhatTheTieIsFor() {
        Involvement tie = Involvement.of(new AgencyId(new UUID(0, 2)), Basis.AGENCY, now);
        for (Purpose asked : Purpose.values()) {
            Access pack = Access.decide(new Question(
                    Permission.READ_PACK,
                    Set.of(Role.AGENCY_CONTACT),
                    true,
                    false,
                    false,
                    List.of(tie),
                    asked,
                    Set.of(Purpose.CASE_WORK),
                    now));
            assertThat(pack)
                    .isEqualTo(
                            asked == Purpose.CASE_WORK
                                    ? new Granted(Basis.AGENCY, Purpose.CASE_WORK)
                                    : new Denied(Why.AGREEMENT, asked));
        }
    }

    /** SHR-3: whose access was narrowed reads what they read before, by office or by a tie, and does nothing else. */
    @ParameterizedTest
    @EnumSource(Permission.class)
    void whoseAccessWasNarrowedReadsAndDoesNothingElse(Permission permission) {
        for (Role role : Role.values()) {
            Access before = Access.decide(narrowed(permission, role, false));
            assertThat(Access.decide(narrowed(permission, role, true)))
                    .isEqualTo(
                            before.equals(new Denied(Why.ROLE)) || Access.READING.contains(permission)
                                    ? before
                                    : new Denied(Why.NARROWED));
        }
    }

    private Question narrowed(Permission permission, Role role, boolean narrowed) {
        return new Question(
                permission,
                Set.of(role),
                true,
                false,
                narrowed,
                List.of(Involvement.of(member, Basis.ASSIGNED, now)),
                null,
                EVERY_PURPOSE,
                now);
    }

    private Access seeCase(Role role, Involvement... involvements) {
        return Access.decide(question(Permission.SEE_CASE, role, true, false, List.of(involvements)));
    }

    private Question question(
            Permission permission, Role role, boolean known, boolean excluded, List<Involvement> involvements) {
        return new Question(permission, Set.of(role), known, excluded, false, involvements, null, EVERY_PURPOSE, now);
    }
}
