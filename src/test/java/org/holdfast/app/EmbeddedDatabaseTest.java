package org.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database left over by a program that was killed is ended at the next start; one that is not ours never is. */
class EmbeddedDatabaseTest {

    @TempDir
    private Path folder;

    @Test
    void onlyADatabaseOfThisFolderIsEnded() throws IOException {
        Path program = Files.copy(Path.of("/bin/bash").toRealPath(), folder.resolve("postgres"));
        Path ours = Files.createDirectory(folder.resolve("ours"));
        Path theirs = Files.createDirectory(folder.resolve("theirs"));
        // waits for a line that never comes
        Process running = new ProcessBuilder(program.toString(), "-c", "read line", "-D", theirs.toString()).start();
        try {
            for (Path cluster : new Path[] {ours, theirs}) {
                Files.writeString(cluster.resolve("postmaster.pid"), running.pid() + "\n");
            }
            EmbeddedDatabase.endLeftOver(ours);
            assertThat(running.isAlive()).isTrue();
            EmbeddedDatabase.endLeftOver(theirs);
            assertThat(running.isAlive()).isFalse();
        } finally {
            running.destroyForcibly();
        }
    }
}
