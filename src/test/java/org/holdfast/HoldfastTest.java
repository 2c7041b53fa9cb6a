package org.holdfast;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.holdfast.app.Holdfast;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
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
            "holdfast.demonstration=false",
            "holdfast.webhooks.loopback=true",
            "holdfast.profiles=src/test/profiles"
        })
@ContextConfiguration(initializers = TestData.class)
@ExtendWith(RealTimeAfterwards.class)
@Import({
    TestClock.class,
    TestPartnership.Founder.class,
    TestDemonstration.class,
    Rehearsal.Requests.class,
    Rehearsal.Transactions.class
})
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface HoldfastTest {}
