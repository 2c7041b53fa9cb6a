package org.holdfast.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who asks: with the roles they have, and no other. */
class ActorTest {

    @Test
    void somebodyIsWhatTheirRolesSay() {
        Actor chair = new Actor(
                new PartnershipId(new UUID(0, 1)),
                Actor.Kind.PERSON,
                new UUID(0, 2),
                "Chara Chair",
                new UUID(0, 3),
                "Testshire Council",
                Set.of(Role.PANEL_CHAIR, Role.MANAGER));
        assertThat(chair.is(Role.PANEL_CHAIR)).isTrue();
        assertThat(chair.is(Role.MANAGER)).isTrue();
        assertThat(chair.is(Role.PANEL_COORDINATOR)).isFalse();
    }
}
