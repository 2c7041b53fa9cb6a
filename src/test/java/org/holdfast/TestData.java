package org.holdfast;

import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A data folder of its own for each program that tests start: one and the same for all its parts, as on a real machine. */
final class TestData implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext program) {
        TestPropertyValues.of("holdfast.data=" + System.getProperty("test.data", "target/test-data") + "/"
                        + UUID.randomUUID())
                .applyTo(program);
    }
}
