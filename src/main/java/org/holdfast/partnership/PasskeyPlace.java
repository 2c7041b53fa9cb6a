package org.holdfast.partnership;

import java.net.URI;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where passkeys are good for. A browser gives a passkey's answer to pages of the domain it was made for, and says from which address it was
 * asked: by both, a page that only looks like ours gets nothing that opens anything.
 */
@Component
class PasskeyPlace {

    private final URI address;
    private final String domain;
    private final Environment environment;

    /**
     * @param domain blank for the host of the address
     * @throws IllegalStateException where the address is not in the domain
     */
    PasskeyPlace(
            @Value("${holdfast.public-address}") URI address,
            @Value("${holdfast.passkey-domain:}") String domain,
            Environment environment) {
        this.address = address;
        String host = host();
        this.domain = domain.isBlank() ? host : domain.strip().toLowerCase(Locale.ROOT);
        this.environment = environment;
        if (!host.equals(this.domain) && !host.endsWith("." + this.domain)) {
            throw new CannotStart("holdfast.passkey-domain is " + this.domain
                    + ", and the address at which people reach this installation is not in it: " + address);
        }
    }

    private String host() {
        String host = address.getHost();
        return host == null ? "" : host.toLowerCase(Locale.ROOT);
    }

    String domain() {
        return domain;
    }

    /** Whether browsers make passkeys for this address: encrypted, or on this machine; by name and not by number. */
    boolean possible() {
        boolean local = host().equals("localhost") || host().endsWith(".localhost");
        boolean number = host().matches("[0-9.]+") || host().startsWith("[");
        return !host().isEmpty() && !number && ("https".equals(address.getScheme()) || local);
    }

    /** The address as browsers say it. */
    String origin() {
        // 0 is any port that is free: which one it is, the server knows once it runs
        int port = address.getPort() == 0
                ? environment.getProperty("local.server.port", Integer.class, 0)
                : address.getPort();
        boolean usual = port == -1 || port == ("https".equals(address.getScheme()) ? 443 : 80);
        return address.getScheme() + "://" + host() + (usual ? "" : ":" + port);
    }
}
