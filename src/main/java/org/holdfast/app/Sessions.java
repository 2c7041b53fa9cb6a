package org.holdfast.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.partnership.OpenSessions;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Where somebody is signed in now. What is kept of a session is in the database, so it is the same on every node. */
@Component
class Sessions implements OpenSessions {

    /**
     * One session.
     *
     * @param handle by which its owner ends it; of no use for entering it
     * @param here whether it is the one that asks
     */
    record Open(String handle, @Nullable Entered entered, Instant lastSeen, boolean here) {}

    private final FindByIndexNameSessionRepository<? extends Session> repository;

    Sessions(FindByIndexNameSessionRepository<? extends Session> repository) {
        this.repository = repository;
    }

    /** All sessions of an account, the one that asks first, then by when they were last used. */
    List<Open> of(UUID account) {
        return each(account)
                .filter(session -> !session.isExpired())
                .map(session -> new Open(
                        handle(session.getId()),
                        session.getAttribute(Entered.ATTRIBUTE) instanceof Entered entered ? entered : null,
                        session.getLastAccessedTime(),
                        session.getId().equals(here())))
                .sorted(Comparator.comparing(Open::here)
                        .thenComparing(Open::lastSeen)
                        .reversed())
                .toList();
    }

    /** Ends one session of an account. False where it has none of that handle. */
    boolean end(UUID account, String handle) {
        List<String> ended = repository.findByPrincipalName(account.toString()).keySet().stream()
                .filter(id -> handle(id).equals(handle))
                .toList();
        ended.forEach(repository::deleteById);
        return !ended.isEmpty();
    }

    @Override
    public int endOthers(UUID account) {
        List<String> others = repository.findByPrincipalName(account.toString()).keySet().stream()
                .filter(id -> !id.equals(here()))
                .toList();
        others.forEach(repository::deleteById);
        return others.size();
    }

    @Override
    public int end(UUID account, Set<UUID> signIns) {
        List<String> ended = each(account)
                .filter(session -> session.getAttribute(Entrance.THROUGH_ISSUER) instanceof Through through
                        && signIns.contains(through.signIn()))
                .map(session -> session.getId())
                .toList();
        ended.forEach(repository::deleteById);
        return ended.size();
    }

    /** Each session read by itself: of several read together the framework may leave parts out, as the database gives them in any order. */
    private Stream<? extends Session> each(UUID account) {
        return repository.findByPrincipalName(account.toString()).keySet().stream()
                .map(repository::findById)
                .filter(Objects::nonNull);
    }

    private static @Nullable String here() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request == null ? null : request.getSessionId();
    }

    private static String handle(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
