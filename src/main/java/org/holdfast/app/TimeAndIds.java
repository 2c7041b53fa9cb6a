package org.holdfast.app;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock and the one source of ids. Everything else is told the time. */
@Configuration(proxyBeanMethods = false)
class TimeAndIds {

    @Bean
    InstantSource clock() {
        return Clock.tickMillis(java.time.ZoneOffset.UTC);
    }

    /** UUIDs of version 7 (RFC 9562): their order is the order in which they were made, which keeps indexes compact. */
    @Bean
    Supplier<UUID> ids() {
        SecureRandom random = new SecureRandom();
        return () -> {
            long millis = System.currentTimeMillis();
            long high = (millis << 16) | 0x7000L | (random.nextLong() & 0x0fffL);
            long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
            return new UUID(high, low);
        };
    }
}
