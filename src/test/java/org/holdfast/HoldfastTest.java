package org.holdfast;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.holdfast.app.Holdfast;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/**
 * A test of the whole program on a real database: one program and one embedded PostgreSQL for all such tests of a run. Each test makes
 * a partnership of its own ({@link TestPartnership}), and the wall keeps it apart from the others.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
@SpringBootTest(
        classes = Holdfast.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "holdfast.data=${test.data:target/test-data}/${random.uuid}",
            "holdfast.demonstration=false",
            "holdfast.webhooks.loopback=true",
            "holdfast.profiles=src/test/profiles"
        })
@Import({TestClock.class, TestPartnership.Founder.class, TestDemonstration.class})
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface HoldfastTest {}
