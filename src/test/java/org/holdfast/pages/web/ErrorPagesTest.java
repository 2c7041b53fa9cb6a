package org.holdfast.pages.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GRD-4: the address of a child's page opens it, as a guest's does, so whoever reads the log must not find it there. */
class ErrorPagesTest {

    @ParameterizedTest
    @CsvSource({
        "/v/AbCdEf012345/2, /v/…",
        "/%76/AbCdEf012345, /v/…",
        "/v%2FAbCdEf012345, /v/…",
        "/g/AbCdEf012345/children/1, /g/…",
        "/sign-in/password/AbCdEf012345, /sign-in/password/…",
        "/%73ign-in/pass%77ord/AbCdEf012345, /sign-in/password/…",
        "/v/%zz, …",
        "/cases/0198-11/voice, /cases/0198-11/voice",
        "/views, /views"
    })
    void theKeyOfALinkStaysOutOfTheLog(String address, String logged) {
        assertThat(ErrorPages.told(address)).isEqualTo(logged);
    }
}
