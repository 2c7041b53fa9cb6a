package org.holdfast.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.sharing.DataClass.HEALTH;
import static org.holdfast.sharing.DataClass.HOME_AND_WHEREABOUTS;
import static org.holdfast.sharing.DataClass.IDENTITY_AND_CONTACT;
import static org.holdfast.sharing.DataClass.OFFENCES;
import static org.holdfast.sharing.DataClass.POLICE_INTELLIGENCE;
import static org.holdfast.sharing.DataClass.POLICE_RECORDS;
import static org.holdfast.sharing.DataClass.SAFEGUARDING;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.audit.Role;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.sharing.FieldAccess.Ground;
import org.holdfast.sharing.FieldAccess.HeldBack;
import org.holdfast.sharing.FieldAccess.Owner;
import org.holdfast.sharing.FieldAccess.Protection;
import org.holdfast.sharing.FieldAccess.Question;
import org.holdfast.sharing.FieldAccess.Readable;
import org.holdfast.sharing.FieldAccess.Why;
import org.junit.jupiter.api.Test;

/** SHR-1, SHR-3, SHR-4: who reads where a child lives, a child's health, police intelligence, and who does not though they read the case. */
class FieldAccessTest {

    private static final Set<DataClass> ALL = EnumSet.allOf(DataClass.class);

    @Test
    void whoeverIsAssignedToTheChildReadsWhereTheChildLivesProtectedOrNot() {
        for (Protection address : Protection.values()) {
            assertThat(decided(HOME_AND_WHEREABOUTS, Role.SOCIAL_WORKER, Basis.ASSIGNED, Set.of(), address))
                    .isEqualTo(new Readable(Ground.ASSIGNED));
        }
    }

    @Test
    void aProtectedAddressIsReadByThoseAssignedTheOfficeAndTheAgenciesNamedAndByNobodyElse() {
        for (Role role : Role.values()) {
            for (Basis tie : Basis.values()) {
                for (Owner owner : Owner.values()) {
                    for (AgencyKind kind : AgencyKind.values()) {
                        boolean readsCases = Permission.SEE_CASE.roles().contains(role);
                        boolean those = role == Role.PANEL_COORDINATOR || readsCases && tie == Basis.ASSIGNED;
                        boolean there = tie == Basis.AGENCY || tie == Basis.AGENDA_ITEM;
                        assertThat(reads(question(role, kind, tie, ALL, owner, Protection.PROTECTED)))
                                .as("%s, %s, %s, %s", role, tie, owner, kind)
                                .isEqualTo(those && owner != Owner.CLOSED);
                        assertThat(reads(question(role, kind, tie, ALL, owner, Protection.NAMED)))
                                .as("%s of a named agency, %s, %s, %s", role, tie, owner, kind)
                                .isEqualTo((those || readsCases && there) && owner != Owner.CLOSED);
                    }
                }
            }
        }
    }

    @Test
    void anEmergencyOpensHealthAndWhereTheChildLivesButNoProtectedAddressAndNoIntelligence() {
        assertThat(decided(HEALTH, Role.MANAGER, Basis.EMERGENCY, Set.of(), Protection.OPEN))
                .isEqualTo(new Readable(Ground.EMERGENCY));
        assertThat(decided(HOME_AND_WHEREABOUTS, Role.MANAGER, Basis.EMERGENCY, Set.of(), Protection.OPEN))
                .isEqualTo(new Readable(Ground.EMERGENCY));
        assertThat(decided(HOME_AND_WHEREABOUTS, Role.MANAGER, Basis.EMERGENCY, ALL, Protection.NAMED))
                .isEqualTo(new HeldBack(Why.PROTECTED));
        assertThat(decided(POLICE_INTELLIGENCE, Role.MANAGER, Basis.EMERGENCY, ALL, Protection.OPEN))
                .isEqualTo(new HeldBack(Why.NEED_TO_KNOW));
    }

    @Test
    void anAgencyReadsOfOthersWhatItsAgreementsInForceName() {
        for (DataClass field : DataClass.values()) {
            Set<DataClass> without = EnumSet.complementOf(EnumSet.of(field));
            assertThat(decided(field, Role.PANEL_CHAIR, Basis.AGENDA_ITEM, without, Protection.OPEN))
                    .as("%s without an agreement that names it", field)
                    .isEqualTo(new HeldBack(Why.AGREEMENT));
            assertThat(decided(field, Role.PANEL_CHAIR, Basis.AGENDA_ITEM, Set.of(field), Protection.OPEN))
                    .isEqualTo(new Readable(Ground.AGREEMENT));
        }
    }

    @Test
    void intelligenceIsForPoliceThePanelAndThoseAssignedAndOnlyUnderAnAgreementThatNamesIt() {
        assertThat(readers(POLICE_INTELLIGENCE, ALL))
                .containsExactlyInAnyOrder(
                        "SOCIAL_WORKER ASSIGNED",
                        "PANEL_CHAIR ASSIGNED",
                        "PANEL_MEMBER ASSIGNED",
                        "AGENCY_CONTACT ASSIGNED",
                        "MANAGER ASSIGNED",
                        "FIRST_RESPONDER ASSIGNED",
                        "ADVISER ASSIGNED",
                        "PANEL_CHAIR AGENDA_ITEM",
                        "PANEL_MEMBER AGENDA_ITEM");
        assertThat(readers(POLICE_INTELLIGENCE, EnumSet.complementOf(EnumSet.of(POLICE_INTELLIGENCE))))
                .as("but the co-ordinator's office")
                .isEmpty();
        assertThat(reads(question(
                                Role.AGENCY_CONTACT,
                                AgencyKind.POLICE,
                                Basis.AGENCY,
                                ALL,
                                Owner.OTHERS,
                                Protection.OPEN)
                        .about(POLICE_INTELLIGENCE)))
                .isTrue();
    }

    @Test
    void whoeverOnlyAdvisesReadsNeitherHealthNorWhereTheChildLives() {
        assertThat(decided(HEALTH, Role.ADVISER, Basis.AGENDA_ITEM, ALL, Protection.OPEN))
                .isEqualTo(new HeldBack(Why.NEED_TO_KNOW));
        assertThat(decided(HOME_AND_WHEREABOUTS, Role.ADVISER, Basis.AGENDA_ITEM, ALL, Protection.OPEN))
                .isEqualTo(new HeldBack(Why.NEED_TO_KNOW));
        assertThat(decided(SAFEGUARDING, Role.ADVISER, Basis.AGENDA_ITEM, ALL, Protection.OPEN))
                .isEqualTo(new Readable(Ground.AGREEMENT));
    }

    @Test
    void whatTheChildIsSaidToHaveDoneIsForThePanelAndForWhoeverReadsTheCaseUnderAnAgreementThatNamesIt() {
        assertThat(decided(OFFENCES, Role.ADVISER, Basis.AGENDA_ITEM, ALL, Protection.OPEN))
                .isEqualTo(new HeldBack(Why.NEED_TO_KNOW));
        assertThat(decided(OFFENCES, Role.PANEL_MEMBER, Basis.AGENDA_ITEM, ALL, Protection.OPEN))
                .isEqualTo(new Readable(Ground.AGREEMENT));
        assertThat(decided(OFFENCES, Role.AGENCY_CONTACT, Basis.AGENCY, Set.of(POLICE_RECORDS), Protection.OPEN))
                .isEqualTo(new HeldBack(Why.AGREEMENT));
    }

    @Test
    void whatWasSignedForAsOffencesVictimsAndSuspectsCoversTheChildsOffencesAsItDidAndNobodyElsesAgreementDoes() {
        assertThat(DataClass.signedFor(Set.of(POLICE_RECORDS, HEALTH), 1))
                .containsExactlyInAnyOrder(POLICE_RECORDS, OFFENCES, HEALTH);
        assertThat(DataClass.signedFor(Set.of(SAFEGUARDING), 1)).containsExactly(SAFEGUARDING);
        assertThat(DataClass.signedFor(Set.of(POLICE_RECORDS), DataClass.WORDING))
                .containsExactly(POLICE_RECORDS);
    }

    @Test
    void whoseAgencyWasAskedReadsWhoTheChildIsAndWhoHasATaskReadsNothingOfOthers() {
        assertThat(readable(Role.AGENCY_CONTACT, Basis.REQUEST)).containsExactly(IDENTITY_AND_CONTACT);
        for (Basis tie : Set.of(Basis.ACTION, Basis.POINT, Basis.REFERRER)) {
            assertThat(readable(Role.AGENCY_CONTACT, tie)).as(tie.name()).isEmpty();
        }
    }

    @Test
    void whatAnAgencyGaveItReadsAgainUntilTheAddressIsProtected() {
        Question own =
                question(Role.AGENCY_CONTACT, AgencyKind.OTHER, Basis.REQUEST, Set.of(), Owner.OWN, Protection.OPEN);
        for (DataClass field : DataClass.values()) {
            assertThat(FieldAccess.decide(own.about(field))).isEqualTo(new Readable(Ground.OWN));
        }
        assertThat(decided(HOME_AND_WHEREABOUTS, Role.AGENCY_CONTACT, Basis.AGENCY, ALL, Protection.PROTECTED))
                .isEqualTo(new HeldBack(Why.PROTECTED));
    }

    /** Every role with every tie, every kind of agency and every field: whatever takes something away never gives. */
    @Test
    void nothingThatShutsOpens() {
        for (Role role : Role.values()) {
            for (Basis tie : Basis.values()) {
                for (AgencyKind kind : AgencyKind.values()) {
                    for (DataClass field : DataClass.values()) {
                        Question open = question(role, kind, tie, ALL, Owner.OTHERS, Protection.OPEN)
                                .about(field);
                        boolean reads = reads(open);
                        Question unsigned = question(role, kind, tie, Set.of(), Owner.OTHERS, Protection.OPEN)
                                .about(field);
                        Question guarded = question(role, kind, tie, ALL, Owner.OTHERS, Protection.PROTECTED)
                                .about(field);
                        assertThat(reads || !reads(unsigned)).isTrue();
                        assertThat(reads || !reads(guarded)).isTrue();
                        assertThat(FieldAccess.decide(open.by(Owner.CLOSED))).isInstanceOf(HeldBack.class);
                        assertThat(FieldAccess.decide(new Question(
                                        field,
                                        Set.of(role),
                                        kind,
                                        true,
                                        Set.of(tie),
                                        ALL,
                                        Owner.OWN,
                                        Protection.NAMED)))
                                .as("kept out by name")
                                .isEqualTo(new HeldBack(Why.EXCLUDED));
                        if (role == Role.ASSURER || role == Role.ADMINISTRATOR || role == Role.INFORMATION_GOVERNANCE) {
                            assertThat(FieldAccess.decide(open)).isEqualTo(new HeldBack(Why.ROLE));
                        }
                    }
                }
            }
        }
    }

    @Test
    void severalTiesOpenWhatTheBestOfThemOpens() {
        Question both = new Question(
                HEALTH,
                Set.of(Role.AGENCY_CONTACT),
                AgencyKind.CHARITY,
                false,
                Set.of(Basis.AGENCY, Basis.ALLOWED),
                Set.of(HEALTH),
                Owner.OTHERS,
                Protection.OPEN);
        assertThat(FieldAccess.decide(both)).isEqualTo(new Readable(Ground.AGREEMENT));
        assertThat(FieldAccess.decide(new Question(
                        HEALTH,
                        Set.of(Role.AGENCY_CONTACT),
                        AgencyKind.CHARITY,
                        false,
                        Set.of(Basis.AGENCY, Basis.ALLOWED),
                        Set.of(POLICE_RECORDS),
                        Owner.OTHERS,
                        Protection.OPEN)))
                .isEqualTo(new HeldBack(Why.AGREEMENT));
    }

    private static Set<String> readers(DataClass field, Set<DataClass> agreed) {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.PANEL_COORDINATOR)
                .flatMap(role -> Arrays.stream(Basis.values())
                        .filter(tie -> tie != Basis.OFFICE)
                        .filter(tie ->
                                reads(question(role, AgencyKind.OTHER, tie, agreed, Owner.OTHERS, Protection.OPEN)
                                        .about(field)))
                        .map(tie -> role + " " + tie))
                .collect(Collectors.toSet());
    }

    private static Set<DataClass> readable(Role role, Basis tie) {
        return Arrays.stream(DataClass.values())
                .filter(field -> reads(question(role, AgencyKind.OTHER, tie, ALL, Owner.OTHERS, Protection.OPEN)
                        .about(field)))
                .collect(Collectors.toSet());
    }

    private static FieldAccess decided(
            DataClass field, Role role, Basis tie, Set<DataClass> agreed, Protection address) {
        return FieldAccess.decide(question(role, AgencyKind.OTHER, tie, agreed, Owner.OTHERS, address)
                .about(field));
    }

    private static boolean reads(Question question) {
        return FieldAccess.decide(question) instanceof Readable;
    }

    private static Question question(
            Role role, AgencyKind kind, Basis tie, Set<DataClass> agreed, Owner owner, Protection address) {
        return new Question(HOME_AND_WHEREABOUTS, Set.of(role), kind, false, Set.of(tie), agreed, owner, address);
    }
}
