package org.holdfast.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.law.Reason;
import org.holdfast.referrals.FormAnswer.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomeOfficePayloadTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final UUID ID = UUID.fromString("3f1d7c52-8a4e-4c1b-9e6f-2b7a90c4d109");

    @Test
    void aCompleteReferralMissesNothing() throws IOException {
        HomeOfficePayload payload = HomeOfficeJsonTest.sample("home-office-referral");
        assertThat(payload.reading()).noneMatch(FormAnswer::missing);
        assertThat(payload.warnings(TODAY, TODAY)).isEmpty();
        assertThat(payload.dateOfBirth(TODAY)).contains(LocalDate.of(2011, 3, 14));
    }

    @Test
    void everyKeyThatCameIsReadSomewhere() throws IOException {
        for (String sample :
                List.of("home-office-referral", "home-office-referral-adult", "home-office-referral-scripts")) {
            HomeOfficePayload payload = HomeOfficeJsonTest.sample(sample);
            Map<String, String> read = new LinkedHashMap<>();
            payload.reading().forEach(answer -> put(read, answer));
            payload.otherReading().forEach(answer -> put(read, answer));
            read.putAll(payload.unknown());
            payload.values().forEach((key, value) -> {
                if (!HomeOfficeDocument.owns(key) && !key.equals("ExternalId")) {
                    assertThat(read).as(sample).containsEntry(key, value);
                }
            });
        }
    }

    private static void put(Map<String, String> read, FormAnswer answer) {
        if (answer.key() != null && answer.value() != null) {
            assertThat(read.put(answer.key(), answer.value())).as(answer.key()).isNull();
        }
    }

    @Test
    void almostNothingIsTakenInAndShownAsMissing() throws IOException {
        HomeOfficePayload payload = HomeOfficeJsonTest.sample("home-office-referral-minimal");
        assertThat(payload.saidToBe()).isEqualTo(Scope.SaidToBe.NOT_SURE);
        assertThat(state(payload, "pv-name-first-name")).isEqualTo(State.GIVEN);
        assertThat(state(payload, "pv-name-last-name")).isEqualTo(State.MISSING);
        assertThat(state(payload, "pv-dob")).isEqualTo(State.NOT_GIVEN);
        assertThat(state(payload, "when-did-the-exploitation-take-place")).isEqualTo(State.MISSING);
        assertThat(state(payload, "when-did-the-exploitation-take-place-multiple"))
                .isEqualTo(State.NOT_ASKED);
        assertThat(state(payload, "what-is-keeping-them-in-situation")).isEqualTo(State.NOT_ASKED);
        assertThat(state(payload, "types-of-exploitation-prostitution")).isEqualTo(State.NOT_TICKED);
        assertThat(state(payload, "types-of-exploitation-other")).isEqualTo(State.NOT_TICKED);
        assertThat(state(payload, "reference")).isEqualTo(State.NOT_SENT);
        assertThat(state(payload, "upload-file")).isEqualTo(State.NOT_GIVEN);
    }

    @Test
    void aKeyOfTwoQuestionsGoesToTheOneThatWasPut() throws IOException {
        HomeOfficePayload payload = HomeOfficeJsonTest.sample("home-office-referral");
        assertThat(state(payload, "when-did-the-exploitation-take-place")).isEqualTo(State.NOT_ASKED);
        assertThat(state(payload, "when-did-the-exploitation-take-place-multiple"))
                .isEqualTo(State.GIVEN);
        assertThat(state(payload, "yes-the-first-chance-to-report")).isEqualTo(State.GIVEN);
        assertThat(state(payload, "not-sure-the-first-chance-to-report")).isEqualTo(State.NOT_ASKED);
        assertThat(state(payload, "other-potential-victims-yes-details")).isEqualTo(State.NOT_ASKED);
        assertThat(state(payload, "other-potential-victims-not-sure-details")).isEqualTo(State.GIVEN);
    }

    @Test
    void anAnswerToAQuestionThatShouldNotHaveBeenPutIsStillShown() {
        HomeOfficePayload payload =
                payload(Map.of("PVStillInExploitativeSituation", "No", "KeepingPVInSituation", "A debt"));
        assertThat(state(payload, "what-is-keeping-them-in-situation")).isEqualTo(State.GIVEN);
    }

    @Test
    void theStockPhraseForNoFurtherInformationIsNoAnswer() {
        HomeOfficePayload payload =
                payload(Map.of("OtherVictims", "Yes", "OtherVictimsFurtherInfo", "No further information provided"));
        assertThat(state(payload, "other-potential-victims-yes-details")).isEqualTo(State.NOT_GIVEN);
    }

    @Test
    void anUntickedBoxIsNotANo() throws IOException {
        FormAnswer box =
                answer(HomeOfficeJsonTest.sample("home-office-referral"), "types-of-exploitation-prostitution");
        assertThat(box.state()).isEqualTo(State.NOT_TICKED);
        assertThat(box.value()).isNull();
    }

    @Test
    void meaningsFollowTheFieldAndNotTheKey() {
        HomeOfficePayload payload = payload(
                Map.of("FirstChanceToReport", "Yes", "ComponentChildExploitation", "Yes", "OtherVictims", "no"));
        assertThat(answer(payload, "is-this-the-first-chance-to-report").meaning())
                .isEqualTo("referrals.form.is-this-the-first-chance-to-report.yes");
        assertThat(answer(payload, "types-of-exploitation-child-exploitation").meaning())
                .isEqualTo("referrals.form.types-of-exploitation-child-exploitation.true");
        assertThat(answer(payload, "any-other-pvs").meaning()).isEqualTo("referrals.form.any-other-pvs.no");
    }

    @Test
    void adultsAreToldApart() throws IOException {
        assertThat(HomeOfficeJsonTest.sample("home-office-referral-adult").saidToBe())
                .isEqualTo(Scope.SaidToBe.ADULT_EXPLOITED_AS_CHILD);
        assertThat(payload(Map.of("AdultOrChild", "Adult", "AdultOrChildDuringExploitation", "Adult"))
                        .saidToBe())
                .isEqualTo(Scope.SaidToBe.ADULT);
    }

    @Test
    void aStrangeDateOfBirthIsKeptAndWarnedOf() {
        for (String strange : List.of("14/03/2011", "2011-02-30", "1899-12-31", "1900-01-01", "2026-06-02")) {
            HomeOfficePayload payload = payload(Map.of("Customer.DOB", strange));
            assertThat(payload.dateOfBirth(TODAY)).as(strange).isEmpty();
            assertThat(payload.warnings(TODAY, TODAY)).extracting(Reason::field).containsExactly("Customer.DOB");
            assertThat(payload.values()).containsEntry("Customer.DOB", strange);
        }
        assertThat(payload(Map.of("Customer.DOB", "2026-06-01")).warnings(TODAY, TODAY))
                .isEmpty();
    }

    /** NRM-20: who decides follows the box for the age, so a wrong cross would send a child away unnoticed. */
    @ParameterizedTest
    @CsvSource({
        "Adult, 2012-01-01, referrals.payload.child-by-birth",
        "Adult, 2008-05-21, referrals.payload.child-by-birth",
        "Adult, 2008-05-20,",
        "Child, 2008-05-20, referrals.payload.adult-by-birth",
        "Child, 2008-05-21,",
        "Unknown, 2008-05-20,",
        "Unknown, 2012-01-01,",
        "Adult,,",
    })
    void aBoxForTheAgeThatTheDateOfBirthContradictsIsWarnedOf(
            String box, @Nullable String born, @Nullable String warned) {
        Map<String, String> values = new HashMap<>(Map.of("AdultOrChild", box));
        if (born != null) {
            values.put("Customer.DOB", born);
        }
        for (String then : List.of("", "Child")) {
            values.put("AdultOrChildDuringExploitation", then);
            List<Reason> warnings = payload(values).warnings(TODAY.plusYears(2), LocalDate.of(2026, 5, 20));
            assertThat(warnings)
                    .filteredOn(reason -> reason.key().endsWith("-by-birth"))
                    .extracting(Reason::key, Reason::field)
                    .isEqualTo(warned == null ? List.of() : List.of(tuple(warned, "AdultOrChild")));
        }
    }

    @Test
    void unknownKeysAndUnknownOptionsAreWarnedOf() {
        HomeOfficePayload payload = payload(Map.of("Customer.Custom99", "x", "ReportedCase", "Perhaps"));
        assertThat(payload.unknown()).containsOnly(Map.entry("Customer.Custom99", "x"));
        assertThat(payload.warnings(TODAY, TODAY))
                .extracting(Reason::key, Reason::field)
                .containsExactlyInAnyOrder(
                        tuple("referrals.payload.unknown-option", "ReportedCase"),
                        tuple("referrals.payload.unknown-key", "Customer.Custom99"));
    }

    @Test
    void theKeyThatOpensAFileIsNeverShown() throws IOException {
        HomeOfficePayload payload = HomeOfficeJsonTest.sample("home-office-referral");
        assertThat(payload.documents())
                .extracting(HomeOfficeDocument::number, HomeOfficeDocument::name, HomeOfficeDocument::address)
                .containsExactly(
                        tuple(1, "inspection report.pdf", "https://files.example/vault/sample-1"),
                        tuple(2, "room.jpg", "https://files.example/vault/sample-2"));
        assertThat(payload.values().get("Document1.URL")).contains("token=");
    }

    @Test
    void theSameContentIsTheSameWhateverItsOrderAndFileKeys() throws IOException {
        HomeOfficePayload payload = HomeOfficeJsonTest.sample("home-office-referral");
        Map<String, String> turned = new LinkedHashMap<>();
        payload.values().keySet().stream()
                .sorted()
                .forEach(key -> turned.put(key, payload.values().get(key)));
        turned.put("Document1.URL", "https://files.example/vault/sample-1?token=another");
        assertThat(new HomeOfficePayload(ID, turned).digest()).isEqualTo(payload.digest());
        turned.put("City1", "Leeds");
        assertThat(new HomeOfficePayload(ID, turned).digest()).isNotEqualTo(payload.digest());
    }

    @Test
    void aFormFilledInByHandIsWrittenAsTheHomeOfficeWritesIt() throws IOException {
        HomeOfficePayload sample = HomeOfficeJsonTest.sample("home-office-referral");
        HomeOfficePayload written = HomeOfficePayload.written(sample.externalId(), sample.answers());
        Map<String, String> expected = new LinkedHashMap<>(sample.values());
        expected.keySet().removeIf(HomeOfficeDocument::owns);
        assertThat(written.values()).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void whatWasNotAskedIsEmptyOrAbsentAsTheHomeOfficeHasIt() {
        Map<String, String> values = HomeOfficePayload.written(
                        ID, Map.of("pv-under-age", "yes", "fr-location", "northern-ireland"))
                .values();
        assertThat(values)
                .containsEntry("Case.Jurisdiction", "NORTHERNIRELAND")
                .containsEntry("Country", "NI")
                .containsEntry("CountryLabel", "Northern-ireland")
                .containsEntry("ReportedCase", "")
                .containsEntry("Customer.ContactMethod", "")
                .containsEntry("HowToNotify", "")
                .containsEntry("NeedSupport", "")
                .containsEntry("OtherVictimsFurtherInfo", "No further information provided")
                .doesNotContainKeys(
                        "Customer.DOB", "Customer.Custom7", "ComponentProstitution", "PVFamily", "OtherVictims");
    }

    private static State state(HomeOfficePayload payload, String field) {
        return answer(payload, field).state();
    }

    private static FormAnswer answer(HomeOfficePayload payload, String field) {
        return payload.reading().stream()
                .filter(answer -> answer.field().name().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private static HomeOfficePayload payload(Map<String, String> values) {
        return new HomeOfficePayload(ID, values);
    }
}
