package org.holdfast.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.sharing.DataClass.EDUCATION;
import static org.holdfast.sharing.DataClass.HEALTH;
import static org.holdfast.sharing.DataClass.HOME_AND_WHEREABOUTS;
import static org.holdfast.sharing.DataClass.POLICE_INTELLIGENCE;
import static org.holdfast.sharing.DataClass.SAFEGUARDING;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.partnership.AgencyId;
import org.junit.jupiter.api.Test;

/** SHR-3, SHR-4: what one person reads of a case in whatever form, in passing, and with somebody else looking on. */
class FieldReaderTest {

    private static final Set<DataClass> ALL = EnumSet.allOf(DataClass.class);
    private final AgencyId school = new AgencyId(UUID.randomUUID());
    private final AgencyId trust = new AgencyId(UUID.randomUUID());

    @Test
    void whatAnAgencyGaveItReadsAndWhatOthersGaveOfTheSameKindItDoesNot() {
        FieldReader teacher = reader(school, Set.of(SAFEGUARDING), Set.of(SAFEGUARDING, EDUCATION), false);
        assertThat(teacher.reads(EDUCATION, school)).isTrue();
        assertThat(teacher.reads(EDUCATION, trust)).isFalse();
        assertThat(teacher.reads(EDUCATION, null)).isFalse();
        assertThat(teacher.reads(EDUCATION)).isFalse();
        assertThat(teacher.reads(SAFEGUARDING, trust)).isTrue();
        assertThat(teacher.reads(HEALTH, school))
                .as("held back though it is their own")
                .isFalse();
    }

    @Test
    void inThePlaceOfAFieldThatIsHeldBackStandsASentenceAndElsewhereNone() {
        FieldReader teacher = reader(school, Set.of(SAFEGUARDING), Set.of(SAFEGUARDING, EDUCATION), false);
        assertThat(teacher.heldBack(POLICE_INTELLIGENCE)).contains("sharing.held-back.police-intelligence");
        assertThat(teacher.heldBack(SAFEGUARDING)).isEmpty();
        assertThat(teacher.heldBack(EDUCATION)).contains("sharing.held-back.education");
        assertThat(teacher.heldBack(EDUCATION, trust)).contains("sharing.held-back.education");
        assertThat(teacher.heldBack(EDUCATION, school)).isEmpty();
    }

    @Test
    void whatCannotBeTakenApartIsForWhoeverReadsEveryClass() {
        assertThat(reader(school, ALL, ALL, false).readsEverything(null)).isTrue();
        for (DataClass one : DataClass.values()) {
            FieldReader allButOne = reader(school, EnumSet.complementOf(EnumSet.of(one)), ALL, false);
            assertThat(allButOne.readsEverything(null)).as("all but %s", one).isFalse();
            assertThat(allButOne.readsEverything(trust)).isFalse();
            assertThat(allButOne.readsEverything(school)).as("what they gave").isTrue();
        }
    }

    @Test
    void aProtectedAddressIsNotShownInPassingAndEverythingElseIs() {
        FieldReader lead = reader(school, ALL, ALL, true).inPassing();
        assertThat(lead.addressProtected()).isTrue();
        for (DataClass field : DataClass.values()) {
            assertThat(lead.reads(field)).as(field.name()).isEqualTo(field != HOME_AND_WHEREABOUTS);
            assertThat(lead.reads(field, school)).as(field.name()).isEqualTo(field != HOME_AND_WHEREABOUTS);
        }
        assertThat(lead.others().get(HOME_AND_WHEREABOUTS))
                .isEqualTo(new FieldAccess.HeldBack(FieldAccess.Why.PROTECTED));
        FieldReader open = reader(school, ALL, ALL, false);
        assertThat(open.inPassing())
                .as("an address that nobody hides stands there")
                .isEqualTo(open);
    }

    @Test
    void whoeverLooksOverAnothersShoulderSeesNoMoreThanEither() {
        FieldReader teacher = reader(school, Set.of(SAFEGUARDING, EDUCATION), ALL, false);
        FieldReader nurse = reader(trust, Set.of(SAFEGUARDING, HEALTH), ALL, false);
        FieldReader both = teacher.and(nurse);
        for (DataClass field : DataClass.values()) {
            assertThat(both.reads(field)).as(field.name()).isEqualTo(field == SAFEGUARDING);
            assertThat(both.reads(field, school)).as("what the school gave").isEqualTo(field == SAFEGUARDING);
            assertThat(both.reads(field, trust)).as("what the trust gave").isEqualTo(field == SAFEGUARDING);
            assertThat(nurse.and(teacher).reads(field, trust)).isEqualTo(field == SAFEGUARDING);
        }
        FieldReader colleague = reader(school, Set.of(SAFEGUARDING), Set.of(SAFEGUARDING, HEALTH), false);
        assertThat(teacher.and(colleague).reads(HEALTH, school))
                .as("two of one agency read what it gave")
                .isTrue();
        assertThat(teacher.and(colleague).reads(EDUCATION, school))
                .as("where both do")
                .isFalse();
        assertThat(colleague.and(teacher).reads(EDUCATION, school)).isFalse();
    }

    @Test
    void anAddressThatIsProtectedFromOneIsProtectedWhereTwoLook() {
        FieldReader open = reader(school, ALL, ALL, false);
        FieldReader guarded = reader(school, ALL, ALL, true);
        assertThat(open.and(guarded).addressProtected()).isTrue();
        assertThat(guarded.and(open).addressProtected()).isTrue();
        assertThat(open.and(open).addressProtected()).isFalse();
    }

    @Test
    void ofWhomNothingIsKnownReadsNothing() {
        assertThat(DataClass.values()).allSatisfy(field -> {
            assertThat(FieldReader.NOBODY.reads(field)).isFalse();
            assertThat(FieldReader.NOBODY.reads(field, FieldReader.NOBODY.agency()))
                    .isFalse();
            assertThat(FieldReader.NOBODY.heldBack(field)).contains(FieldReader.sentence(field));
        });
        assertThat(FieldReader.NOBODY.addressProtected()).isTrue();
        assertThat(FieldReader.NOBODY.others())
                .containsValue(new FieldAccess.HeldBack(FieldAccess.Why.NEED_TO_KNOW))
                .hasSameSizeAs(DataClass.values());
    }

    private static FieldReader reader(
            AgencyId agency, Set<DataClass> others, Set<DataClass> own, boolean addressProtected) {
        return new FieldReader(agency, decided(others), decided(own), addressProtected);
    }

    private static Map<DataClass, FieldAccess> decided(Set<DataClass> reads) {
        Map<DataClass, FieldAccess> decided = new EnumMap<>(DataClass.class);
        for (DataClass field : DataClass.values()) {
            decided.put(
                    field,
                    reads.contains(field)
                            ? new FieldAccess.Readable(FieldAccess.Ground.AGREEMENT)
                            : new FieldAccess.HeldBack(FieldAccess.Why.AGREEMENT));
        }
        return decided;
    }
}
