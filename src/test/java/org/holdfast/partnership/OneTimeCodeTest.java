package org.holdfast.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes of authenticator apps, by the test vectors of RFC 6238, and how wrong tries are slowed down. */
class OneTimeCodeTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void theCodesOfTheStandard(long seconds, String code) {
        assertThat(OneTimeCode.at(SECRET, OneTimeCode.step(Instant.ofEpochSecond(seconds))))
                .isEqualTo(code);
    }

    @Test
    void aClockOneStepOffIsForgivenAndTwoAreNot() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = OneTimeCode.step(now);
        for (long off = -3; off <= 3; off++) {
            assertThat(OneTimeCode.taken(SECRET, OneTimeCode.at(SECRET, step + off), now, 0)
                            .isPresent())
                    .as(off + " steps off")
                    .isEqualTo(Math.abs(off) <= 1);
        }
    }

    @Test
    void aCodeIsTakenOnceAndNoneBeforeItAfterwards() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = OneTimeCode.step(now);
        String code = OneTimeCode.at(SECRET, step);
        assertThat(OneTimeCode.taken(SECRET, code, now, step - 1)).hasValue(step);
        assertThat(OneTimeCode.taken(SECRET, code, now, step)).isEmpty();
        assertThat(OneTimeCode.taken(SECRET, OneTimeCode.at(SECRET, step - 1), now, step))
                .isEmpty();
        assertThat(OneTimeCode.taken(SECRET, OneTimeCode.at(SECRET, step + 1), now, step))
                .hasValue(step + 1);
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void secretsAreSpelledAsTheStandardSpellsThem(String bytes, String spelled) {
        assertThat(OneTimeCode.spelled(bytes.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(spelled);
    }

    @Test
    void waitsGrowAndEnd() {
        Patience patience = new Patience(2, Duration.ofSeconds(10), Duration.ofSeconds(60));
        Instant last = Instant.ofEpochSecond(1_000_000);
        assertThat(patience.until(2, last, last)).isEmpty();
        assertThat(patience.until(3, last, last)).hasValue(last.plusSeconds(10));
        assertThat(patience.until(4, last, last)).hasValue(last.plusSeconds(20));
        assertThat(patience.until(5, last, last)).hasValue(last.plusSeconds(40));
        assertThat(patience.until(1_000_000, last, last)).hasValue(last.plusSeconds(60));
        assertThat(patience.until(1_000_000, last, last.plusSeconds(60))).isEmpty();
    }
}
