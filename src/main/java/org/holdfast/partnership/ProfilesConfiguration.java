package org.holdfast.partnership;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the profiles to the program; {@code holdfast.profiles} may name a folder with further ones. */
@Configuration(proxyBeanMethods = false)
class ProfilesConfiguration {
    @Bean
    Profiles profiles(@Value("${holdfast.profiles:}") String folder) {
        return Profiles.load(folder.isBlank() ? null : Path.of(folder));
    }
}
