package org.holdfast.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.holdfast.Damage;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HomeOfficeJsonTest {

    private static final String ESSENTIALS = """
            "ExternalId": "3f1d7c52-8a4e-4c1b-9e6f-2b7a90c4d102", "Type": "560734", "AdultOrChild": "Child",
            "Customer.Forename1": "Sample\"""";

    @ParameterizedTest
    @MethodSource("faulty")
    void everyFaultIsNamed(String what, String body, List<String> faults) {
        assertThat(faults(body.getBytes(StandardCharsets.UTF_8))).as(what).containsExactlyInAnyOrderElementsOf(faults);
    }

    static Stream<Arguments> faulty() {
        return Stream.of(
                faulty("nothing at all", "", "empty"),
                faulty("only white space", " \n ", "empty"),
                faulty("no JSON", "Dear team, please find attached", "not-json"),
                faulty("broken off", "{" + ESSENTIALS, "not-json"),
                faulty("a comma too many", "{" + ESSENTIALS + ",}", "not-json"),
                faulty("a line break in a text", "{" + ESSENTIALS + ", \"City1\": \"a\nb\"}", "not-json"),
                faulty("nested beyond reason", "{\"a\":" + "[".repeat(5_000), "a list", "not-json"),
                faulty("a list", "[]", "not-an-object"),
                faulty("a list with a referral in it", "[{" + ESSENTIALS + "}]", "not-an-object"),
                faulty("a text", "\"referral\"", "not-an-object"),
                faulty("nothing", "null", "not-an-object"),
                faulty("two objects", "{" + ESSENTIALS + "} {}", "more-after-object"),
                faulty("an object in it", with("\"City1\": {\"a\": {\"b\": 1}}"), "City1 nested"),
                faulty("a list in it", with("\"City1\": [\"Hull\"]"), "City1 list"),
                faulty("nothing in it", with("\"City1\": null"), "City1 null"),
                faulty("a number in it", with("\"City1\": 12.5"), "City1 number"),
                faulty("a yes in it", with("\"City1\": true"), "City1 boolean"),
                faulty("a key twice", with("\"City1\": \"Hull\", \"City1\": \"Leeds\""), "City1 twice"),
                faulty("a key often", with("\"City1\": \"a\"" + ", \"City1\": \"a\"".repeat(9)), "City1 twice"),
                faulty("a NUL", with("\"City1\": \"a\\u0000b\""), "City1 nul"),
                faulty("half a character", with("\"City1\": \"a\\ud83db\""), "City1 half-character"),
                faulty("a key of nothing", with("\" \": \"a\""), "  key-blank"),
                faulty("a key with a NUL", with("\"a\\u0000\": \"a\""), "a\uFFFD key-nul"),
                faulty("too long a key", with("\"" + "k".repeat(201) + "\": \"a\""), "k".repeat(40) + "… key-too-long"),
                faulty("too long a value", with("\"City1\": \"" + "a".repeat(15_001) + "\""), "City1 too-long"),
                faulty(
                        "several at once",
                        with("\"City1\": 1, \"City2\": [], \"Country1\": null"),
                        "City1 number",
                        "City2 list",
                        "Country1 null"),
                faulty(
                        "an empty object",
                        "{}",
                        "ExternalId essential",
                        "Type essential",
                        "AdultOrChild essential",
                        "Customer.Forename1 nameless"),
                faulty(
                        "blank essentials",
                        """
                        {"ExternalId": " ", "Type": "", "AdultOrChild": "", "Customer.Forename1": " ", "Customer.Surname": ""}""",
                        "ExternalId essential",
                        "Type essential",
                        "AdultOrChild essential",
                        "Customer.Forename1 nameless"),
                faulty(
                        "essentials of the wrong kind",
                        """
                        {"ExternalId": 7, "Type": 560734, "AdultOrChild": null, "Customer.Surname": ["a"]}""",
                        "ExternalId number",
                        "Type number",
                        "AdultOrChild null",
                        "Customer.Surname list"),
                faulty(
                        "essentials that are none",
                        """
                        {"ExternalId": "7-1-1-1-1", "Type": "1", "AdultOrChild": "Teenager", "Customer.Surname": "Testchild"}""",
                        "ExternalId not-a-uuid",
                        "Type not-an-option",
                        "AdultOrChild not-an-option"));
    }

    @Test
    void brokenJsonIsNamedByLineAndColumn() {
        byte[] body = "{\n  \"ExternalId\": \"x\",\n  oops\n}".getBytes(StandardCharsets.UTF_8);
        Reason reason = reasons(body).getFirst();
        assertThat(reason.details().getFirst()).isEqualTo("3");
    }

    @Test
    void bytesThatAreNoTextAreAFault() {
        assertThat(faults(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', '}'}))
                .containsExactly("not-utf8");
        assertThat(faults(("{" + ESSENTIALS + "}").getBytes(StandardCharsets.UTF_16)))
                .containsExactly("not-utf8");
    }

    @Test
    void moreThanTheLimitIsRefusedUnread() {
        byte[] body = new byte[HomeOfficeJson.LARGEST_BODY + 1];
        Arrays.fill(body, (byte) ' ');
        assertThat(faults(body)).containsExactly("too-large");
    }

    @Test
    void tooManyKeysAreOneFault() {
        StringBuilder body = new StringBuilder("{" + ESSENTIALS);
        for (int key = 0; key < 3_000; key++) {
            body.append(",\"k").append(key).append("\":\"\"");
        }
        assertThat(faults(body.append('}').toString().getBytes(StandardCharsets.UTF_8)))
                .containsExactly("too-many-keys");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ß", "ệ", "ሙ", "م", "字", "👧", "\\u1219", "\\ud83d\\udc67"})
    void fifteenThousandCharactersArriveWholeInAnyScript(String character) {
        String body = with("\"PVFamily\": \"" + character.repeat(15_000) + "\"");
        HomeOfficePayload payload =
                HomeOfficeJson.read(body.getBytes(StandardCharsets.UTF_8)).orThrow();
        String value = payload.value("PVFamily").orElseThrow();
        assertThat(value.codePointCount(0, value.length())).isEqualTo(15_000);
        assertThat(HomeOfficeJson.read(HomeOfficeJson.write(payload)).orThrow().values())
                .isEqualTo(payload.values());
    }

    @Test
    void everyTextBoxFullAndEscapedStaysBelowTheLimit() {
        StringBuilder body = new StringBuilder("{" + ESSENTIALS);
        HomeOfficeForm.fields().stream()
                .filter(field -> field.kind() == FormField.Kind.LONG_TEXT)
                .flatMap(field -> field.keys().stream())
                .distinct()
                .forEach(key -> body.append(",\"")
                        .append(key)
                        .append("\":\"")
                        .append("\\u1219".repeat(15_000))
                        .append('"'));
        assertThat(HomeOfficeJson.read(body.append('}').toString().getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Outcome.Done.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "home-office-referral",
                "home-office-referral-minimal",
                "home-office-referral-adult",
                "home-office-referral-scripts"
            })
    void theSamplesAreTakenIn(String sample) throws IOException {
        HomeOfficePayload payload = sample(sample);
        assertThat(payload.unknown()).isEmpty();
    }

    @Test
    void aByteOrderMarkIsNoFault() {
        assertThat(HomeOfficeJson.read(("\uFEFF{" + ESSENTIALS + "}").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Outcome.Done.class);
    }

    static HomeOfficePayload sample(String name) throws IOException {
        return HomeOfficeJson.read(Files.readAllBytes(Path.of("samples", name + ".json")))
                .orThrow();
    }

    private static String with(String more) {
        return "{" + ESSENTIALS + ", " + more + "}";
    }

    private static Arguments faulty(String what, String body, String... faults) {
        return arguments(what, body, List.of(faults));
    }

    private static List<String> faults(byte[] body) {
        return reasons(body).stream()
                .map(reason -> (reason.field() == null ? "" : reason.field() + " ")
                        + reason.key().replace("referrals.payload.", ""))
                .toList();
    }

    private static List<Reason> reasons(byte[] body) {
        return switch (HomeOfficeJson.read(body)) {
            case Outcome.Done<HomeOfficePayload> done -> List.of();
            case Outcome.Refused<HomeOfficePayload>(List<Reason> reasons) -> reasons;
        };
    }

    @Property(tries = 3_000)
    void whateverAFileHoldsIsAReferralOrFaults(@ForAll long number) throws IOException {
        byte[] damaged = Damage.done(Files.readAllBytes(Path.of("samples/home-office-referral.json")), number);
        switch (HomeOfficeJson.read(damaged)) {
            case Outcome.Done<HomeOfficePayload>(HomeOfficePayload payload) -> {
                assertThat(payload.reading()).isNotEmpty();
                assertThat(payload.warnings(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 11, 20)))
                        .isNotNull();
                assertThat(HomeOfficeJson.read(HomeOfficeJson.write(payload))).isEqualTo(Outcome.done(payload));
            }
            case Outcome.Refused<HomeOfficePayload>(var reasons) ->
                assertThat(reasons).isNotEmpty();
        }
    }
}
