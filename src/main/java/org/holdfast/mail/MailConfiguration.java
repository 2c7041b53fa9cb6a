package org.holdfast.mail;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the settings of mail to the program (docs/running/mail.md). */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    MailSettings mailSettings(
            @Value("${holdfast.mail.server:}") String url,
            @Value("${holdfast.mail.user:}") String user,
            @Value("${holdfast.mail.password:}") String password,
            @Value("${holdfast.mail.from:}") String from,
            @Value("${holdfast.mail.tls:required}") String tls,
            @Value("${holdfast.public-address}") String publicAddress) {
        return MailSettings.of(url, user, password, from, tls, publicAddress);
    }
}
