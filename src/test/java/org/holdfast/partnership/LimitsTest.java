package org.holdfast.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What whoever runs the installation may settle: the usual where nothing is set, within its range, and told in the documents. */
class LimitsTest {

    private static Limits set(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("set", settings));
        return new Limits(environment);
    }

    @Test
    void whatIsNotSetIsTheUsualAndWhatIsSetCounts() {
        Limits usual = set(Map.of());
        for (Limit limit : Limit.values()) {
            assertThat(usual.of(limit)).isEqualTo(limit.usual()).isBetween(limit.least(), limit.most());
        }
        assertThat(set(Map.of("holdfast.token-minutes", "5")).minutes(Limit.TOKEN_MINUTES))
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(set(Map.of("holdfast.told-hours", " 36 ")).hours(Limit.TOLD_HOURS))
                .isEqualTo(Duration.ofHours(36));
        assertThat(set(Map.of("holdfast.told-hours", " ")).of(Limit.TOLD_HOURS))
                .as("left empty")
                .isEqualTo(Limit.TOLD_HOURS.usual());
    }

    @Test
    void theLeastAndTheMostOfEachRangeAreTaken() {
        for (Limit limit : Limit.values()) {
            for (int number : new int[] {limit.least(), limit.most()}) {
                Map<String, Object> settings = new HashMap<>();
                if (limit == Limit.REQUESTS_A_MINUTE || limit == Limit.MOST_REQUESTS_A_MINUTE) {
                    // as many as the most that can be allowed
                    settings.put(Limit.REQUESTS_A_MINUTE.setting(), "" + number);
                    settings.put(Limit.MOST_REQUESTS_A_MINUTE.setting(), "" + number);
                }
                settings.put(limit.setting(), "" + number);
                assertThat(set(settings).of(limit)).as(limit + " " + number).isEqualTo(number);
            }
        }
    }

    @Test
    void whatLiesOutsideItsRangeOrIsNoNumberStopsTheStartAndSaysWhich() {
        for (Limit limit : Limit.values()) {
            for (String wrong : new String[] {"" + (limit.least() - 1), "" + (limit.most() + 1), "many", "1.5"}) {
                assertThatThrownBy(() -> set(Map.of(limit.setting(), wrong)))
                        .as(limit + " " + wrong)
                        .hasMessageContaining(limit.variable())
                        .hasMessageContaining("" + limit.most());
            }
        }
        assertThatThrownBy(() ->
                        set(Map.of("holdfast.requests-a-minute", "600", "holdfast.most-requests-a-minute", "500")))
                .hasMessageContaining("HOLDFAST_REQUESTS_A_MINUTE")
                .hasMessageContaining("HOLDFAST_MOST_REQUESTS_A_MINUTE");
    }

    @Test
    void theDocumentsNameEachWithWhatItUsuallyIsAndItsRange() throws Exception {
        String told = Files.readString(Path.of("docs/running/programs.md"))
                + Files.readString(Path.of("docs/running/sign-in.md"));
        for (Limit limit : Limit.values()) {
            assertThat(told)
                    .contains("| `" + limit.variable() + "` | " + limit.usual() + " | " + limit.least() + " to "
                            + limit.most() + " |");
        }
    }
}
