package org.holdfast;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** The program outlives a class of tests, and so would the time that the class set: the next one begins in real time. */
final class RealTimeAfterwards implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext tests) {
        SpringExtension.getApplicationContext(tests).getBean(TestClock.class).reset();
    }
}
