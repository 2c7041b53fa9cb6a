package org.holdfast.app;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.audit.PartnershipId;
import org.holdfast.audit.Role;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.Issuer;
import org.holdfast.partnership.Partnerships;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;

/**
 * The providers with which agencies sign their people in, from a file that belongs to whoever runs the installation
 * (docs/running/sign-in.md). It is read again when it has changed; an entry that is wrong is said in the log and left out.
 */
@Component
class Issuers implements ClientRegistrationRepository {

    private static final Logger log = LoggerFactory.getLogger(Issuers.class);

    private final Path file;
    private final Partnerships partnerships;
    private final String address;
    private volatile Read read = new Read("", Map.of());

    Issuers(
            @Value("${holdfast.issuers}") Path file,
            Partnerships partnerships,
            @Value("${holdfast.public-address}") String address) {
        this.file = file;
        this.partnerships = partnerships;
        this.address = address;
    }

    private record Entry(
            Issuer issuer, String clientId, String clientSecret, Map<String, ClientRegistration> discovered) {}

    private record Read(String text, Map<String, Entry> entries) {}

    /** Every provider, in the order of their names. */
    List<Issuer> all() {
        return entries().values().stream()
                .map(Entry::issuer)
                .sorted(Comparator.comparing(Issuer::name))
                .toList();
    }

    Path file() {
        return file;
    }

    Optional<Issuer> issuer(String key) {
        return Optional.ofNullable(entries().get(key)).map(Entry::issuer);
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String key) {
        Entry entry = entries().get(key);
        if (entry == null) {
            return null;
        }
        try {
            return discovered(key, entry);
        } catch (RuntimeException unreachable) {
            log.warn("the issuer of {} does not answer: {}", key, unreachable.getMessage());
            return null;
        }
    }

    private ClientRegistration discovered(String key, Entry entry) {
        // asked once and kept: where the provider is and with which keys it signs is asked of the issuer itself
        return entry.discovered()
                .computeIfAbsent(
                        key,
                        _ -> ClientRegistrations.fromIssuerLocation(
                                        entry.issuer().address())
                                .registrationId(key)
                                .clientId(entry.clientId())
                                .clientSecret(entry.clientSecret())
                                .redirectUri(address + "/sign-in/back/" + key)
                                .scope("openid", "profile", "email")
                                .clientSettings(ClientRegistration.ClientSettings.builder()
                                        .requireProofKey(true)
                                        .build())
                                .build());
    }

    private Map<String, Entry> entries() {
        String text;
        try {
            text = Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            log.error("{} cannot be read: {}", file, unreadable.getMessage());
            text = "";
        }
        Read known = read;
        if (!known.text().equals(text)) {
            known = new Read(text, parsed(text));
            read = known;
        }
        return known.entries();
    }

    private Map<String, Entry> parsed(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException unreadable) {
            log.error("{} is not a file of properties: {}", file, unreadable.getMessage());
            return Map.of();
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        Set<String> keys = properties.stringPropertyNames().stream()
                .map(name -> name.replaceFirst("\\..*$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        for (String key : keys) {
            try {
                entries.put(key, entry(key, properties));
            } catch (IllegalArgumentException wrong) {
                log.error("{}: {} is left out: {}", file, key, wrong.getMessage());
            }
        }
        return entries;
    }

    private Entry entry(String key, Properties properties) {
        if (!key.matches("[a-z0-9-]{1,30}")) {
            throw new IllegalArgumentException("a key is of small letters, figures and hyphens");
        }
        String issuer = said(key, "issuer", properties);
        URI uri = URI.create(issuer);
        boolean here = "localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost());
        if (!"https".equals(uri.getScheme()) && !(here && "http".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("the issuer is not reached by https");
        }
        UUID agency = UUID.fromString(said(key, "agency", properties));
        Set<Role> justInTime = Stream.of(
                        properties.getProperty(key + ".just-in-time", "").split("[,; ]+"))
                .filter(word -> !word.isBlank())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        for (PartnershipId partnership : partnerships.all()) {
            List<Agency> agencies = partnerships.agencies(Partnerships.program(partnership));
            Optional<Agency> found = agencies.stream()
                    .filter(each -> each.id().value().equals(agency))
                    .findFirst();
            if (found.isPresent()) {
                return new Entry(
                        new Issuer(
                                key,
                                said(key, "name", properties),
                                issuer,
                                partnership,
                                found.get(),
                                justInTime,
                                properties
                                        .getProperty(key + ".asks-second-factor", "no")
                                        .strip()
                                        .equals("yes")),
                        said(key, "client-id", properties),
                        said(key, "client-secret", properties),
                        new ConcurrentHashMap<>());
            }
        }
        throw new IllegalArgumentException("there is no agency " + agency);
    }

    private static String said(String key, String what, Properties properties) {
        String said = properties.getProperty(key + "." + what, "").strip();
        if (said.isEmpty()) {
            throw new IllegalArgumentException(what + " is missing");
        }
        return said;
    }
}
