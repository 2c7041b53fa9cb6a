package org.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.holdfast.partnership.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** What has to be put right before Holdfast starts is said in a sentence, and nothing is harmed by it. */
class WhyNotStartedTest {

    /** Without the scripts beside it, {@code run} comes to nothing once it has nothing against what it is called with. */
    @ParameterizedTest
    @CsvSource({
        "--port, 65536, A port is a number from 0 (any that is free) to 65535",
        "--port, 99999999999999999999, A port is a number",
        "--port, 80a, A port is a number",
        "--data, '', Name the folder after --data",
        "--data, run, run is no folder",
    })
    void whatCannotBeMeantIsSaidBeforeAnythingIsBuiltOrKept(
            String option, String value, String said, @TempDir Path folder) throws Exception {
        Path run = Files.copy(Path.of("run"), folder.resolve("run"), StandardCopyOption.COPY_ATTRIBUTES);
        Process process = new ProcessBuilder(run.toString(), option, value)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains(said);
        assertThat(process.waitFor()).isEqualTo(2);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(run);
        }
    }

    @Test
    void theSentenceIsSaidHoweverDeepTheProgramCameUponIt() {
        assertThat(said(new CannotStart("HOLDFAST_ROOM must be a number from 1 to 9")))
                .containsExactly("HOLDFAST_ROOM must be a number from 1 to 9");
        for (String state : List.of("08001", "28P01", "3D000")) {
            assertThat(said(new SQLException("password authentication failed", state)))
                    .containsExactly("The database does not let Holdfast in: password authentication failed");
        }
        assertThat(said(new SQLException("relation does not exist", "42P01"))).isEmpty();
        assertThat(said(new IllegalStateException("a mistake of ours"))).isEmpty();
    }

    private static List<String> said(Exception cause) {
        Throwable failure =
                new BeanCreationException("somewhere", new BeanCreationException("deeper", cause.getMessage(), cause));
        return SpringFactoriesLoader.forDefaultResourceLocation()
                // others want a context
                .load(FailureAnalyzer.class, FailureHandler.handleMessage((message, failed) -> {}))
                .stream()
                .filter(analyzer -> analyzer.getClass().getPackage().equals(WhyNotStarted.class.getPackage()))
                .map(analyzer -> analyzer.analyze(failure))
                .filter(Objects::nonNull)
                .map(FailureAnalysis::getDescription)
                .toList();
    }
}
