package org.holdfast.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class AssetsTest {
    private final Assets assets = new Assets();

    @Test
    void the_typeface_and_the_crest_that_only_gov_uk_may_use_are_not_served() {
        String css = text("govuk-frontend.min.css");
        assertThat(css).contains(".govuk-button").contains("font-family:Arial,Helvetica,sans-serif");
        assertThat(css).doesNotContainIgnoringCase("@font-face").doesNotContainIgnoringCase("GDS");
        assertThat(css).doesNotContain("crest").doesNotContain("woff").doesNotContain("url(http");
    }

    @Test
    void an_address_changes_with_the_content_and_an_old_one_leads_nowhere() {
        String path = assets.path("holdfast.css");
        assertThat(path).matches("/assets/[0-9a-f]{16}/holdfast\\.css");
        assertThat(assets.find("0000000000000000", "holdfast.css")).isEmpty();
        assertThat(assets.find(version(), "no-such.css")).isEmpty();
    }

    @Test
    void what_is_sent_zipped_is_the_same() throws Exception {
        Assets.Asset asset = assets.find(version(), "htmx.min.js").orElseThrow();
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(asset.zipped()))) {
            assertThat(zip.readAllBytes()).isEqualTo(asset.plain());
        }
    }

    @Test
    void scripts_and_styles_point_at_nothing_outside() {
        assertThat(text("holdfast.css")).doesNotContain("url(").doesNotContain("@import");
        assertThat(text("holdfast.js"))
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("localStorage");
    }

    private String version() {
        return assets.path("holdfast.css").split("/")[2];
    }

    private String text(String name) {
        return new String(assets.find(version(), name).orElseThrow().plain(), StandardCharsets.UTF_8);
    }
}
