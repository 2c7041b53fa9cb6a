package org.holdfast.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LawPageTest {

    private static final Path PAGE = Path.of("docs", "law.md");

    @Test
    void theLawPageSaysWhatTheBookSays() throws IOException {
        if (Boolean.getBoolean("law.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, LawPage.markdown());
        }
        assertThat(PAGE)
                .as("docs/law.md is stale; write it again with ./mvnw -o -q test -Dtest=LawPageTest -Dlaw.write=true")
                .hasContent(LawPage.markdown());
    }
}
