package org.holdfast;

import java.time.Instant;
import org.holdfast.demonstration.Demonstration;
import org.holdfast.demonstration.SignIns;
import org.springframework.stereotype.Component;

/** The demonstration, loaded once for all tests that walk through it: its usernames can be given only once. */
@Component
public class TestDemonstration {

    private final Demonstration demonstration;
    private SignIns signIns;

    TestDemonstration(Demonstration demonstration) {
        this.demonstration = demonstration;
    }

    /** How to sign in to it. */
    public synchronized SignIns signIns() {
        if (signIns == null) {
            signIns = demonstration.load(Instant.now());
        }
        return signIns;
    }

    /** Somebody of the made-up partnership by the beginning of their username. */
    public SignIns.User user(String username) {
        return signIns().users().stream()
                .filter(user -> user.username().startsWith(username))
                .findFirst()
                .orElseThrow();
    }
}
