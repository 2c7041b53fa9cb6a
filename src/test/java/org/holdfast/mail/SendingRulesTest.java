package org.holdfast.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** To whom a message goes without being looked at, how long it is tried, and which settings are refused at the start. */
class SendingRulesTest {

    private static final List<String> SECURE = List.of("*.gov.uk", "nhs.net", "cjsm.net");

    @ParameterizedTest
    @CsvSource({
        "a.b@exampleport.gov.uk, true",
        "A.B@ExamplePort.GOV.UK, true",
        "a@nhs.net, true",
        "a@gov.uk, false",
        "a@mail.nhs.net, false",
        "a@evilgov.uk, false",
        "a@nhs.net.elsewhere.example, false",
        "a@elsewhere.example, false",
    })
    void only_the_domains_of_the_profile_are_secure(String address, boolean secure) {
        assertThat(EmailAddress.within(address, SECURE)).isEqualTo(secure);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "a@b",
                "a@nhs.net,b@elsewhere.example",
                "A <a@nhs.net>",
                "a@elsewhere.example\r\nBcc: b@nhs.net",
                "a b@nhs.net",
                "a@@nhs.net"
            })
    void what_is_not_one_plain_address_is_never_written_to(String typed) {
        assertThat(Hold.of(typed, SECURE, typed)).isEqualTo(Hold.NO_ADDRESS);
    }

    @Test
    void a_held_message_goes_only_to_the_address_it_was_let_go_to() {
        assertThat(Hold.of("a@elsewhere.example", SECURE, null)).isEqualTo(Hold.OTHER_DOMAIN);
        assertThat(Hold.of("a@elsewhere.example", SECURE, "a@elsewhere.example"))
                .isNull();
        assertThat(Hold.of("b@elsewhere.example", SECURE, "a@elsewhere.example"))
                .isEqualTo(Hold.OTHER_DOMAIN);
        assertThat(Hold.of("a@nhs.net", SECURE, null)).isNull();
    }

    @Test
    void a_message_is_tried_ever_more_seldom_for_three_days() {
        assertThat(Retries.after(1)).contains(Duration.ofMinutes(1));
        assertThat(Retries.after(2)).contains(Duration.ofMinutes(2));
        assertThat(Retries.after(9)).contains(Duration.ofMinutes(256));
        assertThat(Retries.after(10)).contains(Duration.ofHours(6));
        assertThat(Retries.after(Retries.MOST)).isEmpty();
        Duration all = Duration.ZERO;
        for (int attempt = 1; attempt < Retries.MOST; attempt++) {
            all = all.plus(Retries.after(attempt).orElseThrow());
        }
        assertThat(all).isBetween(Duration.ofDays(2), Duration.ofDays(4));
    }

    @Test
    void the_server_is_read_from_its_address_and_must_encrypt_unless_told_otherwise() {
        assertThat(settings("smtp://mail.example.org", "required").server())
                .isEqualTo(new MailSettings.Server("mail.example.org", 587, false, true, "", ""));
        assertThat(settings("smtps://mail.example.org:4650", "none").server())
                .isEqualTo(new MailSettings.Server("mail.example.org", 4650, true, false, "", ""));
        assertThat(settings("", "required").server()).isNull();
        assertThat(settings("", "required").link("/meetings/1")).isEqualTo("https://holdfast.example.org/meetings/1");
    }

    @Test
    void a_setting_that_cannot_work_is_named_at_the_start() {
        assertThatThrownBy(() -> settings("http://mail.example.org", "required"))
                .hasMessageContaining("HOLDFAST_SMTP_URL");
        assertThatThrownBy(() -> settings("smtp://user:word@mail.example.org", "required"))
                .hasMessageContaining("HOLDFAST_SMTP_PASSWORD");
        assertThatThrownBy(() -> settings("smtp://mail.example.org", "maybe"))
                .hasMessageContaining("HOLDFAST_SMTP_TLS");
        assertThatThrownBy(() ->
                        MailSettings.of("smtp://mail.example.org", "", "", "", "required", "https://h.example.org"))
                .hasMessageContaining("HOLDFAST_MAIL_FROM");
        assertThatThrownBy(() -> MailSettings.of(
                        "smtp://mail.example.org", "", "", "a@example.org", "required", "http://localhost:8080"))
                .hasMessageContaining("HOLDFAST_PUBLIC_URL");
    }

    private static MailSettings settings(String url, String tls) {
        return MailSettings.of(url, "", "", "holdfast@example.org", tls, "https://holdfast.example.org/");
    }
}
