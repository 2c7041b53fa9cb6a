package org.holdfast.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.audit.Role;
import org.junit.jupiter.api.Test;

/** What is enciphered here for one use is not taken for another, though the key is the same (ASVS 9.2.2). */
@HoldfastTest
class EncipheredForAnotherUseTest {

    private final TestPartnership us;
    private final ApiClients clients;
    private final Strongbox strongbox;
    private final Instant now = Instant.now();

    EncipheredForAnotherUseTest(TestPartnership.Founder founder, ApiClients clients, Strongbox strongbox) {
        this.us = founder.found(now);
        this.clients = clients;
        this.strongbox = strongbox;
    }

    @Test
    void onlyWhatWasMadeAsATokenIsOne() {
        ApiClient client = clients.admit(
                        us.program,
                        us.council,
                        "Council case system",
                        Set.of(Role.PANEL_COORDINATOR),
                        Set.of(ClientScope.MEETINGS_READ),
                        60,
                        now)
                .client();
        UUID id = client.actor().member();
        byte[] words = "meetings:read".getBytes(StandardCharsets.US_ASCII);
        byte[] asATokenSays = ByteBuffer.allocate(12 + words.length)
                .putLong(now.plusSeconds(600).getEpochSecond())
                .putInt(1)
                .put(words)
                .array();
        for (byte[] secret : new byte[][] {asATokenSays, new byte[20], new byte[3]}) {
            String token =
                    id + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(strongbox.shut(id, secret));
            assertThat(clients.client(token, now)).isEmpty();
            assertThat(clients.forged(token)).isTrue();
        }
        String token =
                clients.token(new ApiClient.Proved(client, 1), Set.of(), now).token();
        assertThat(clients.client(token, now)).isPresent();
        assertThat(clients.forged(token)).isFalse();
    }
}
