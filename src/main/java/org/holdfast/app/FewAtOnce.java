package org.holdfast.app;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes as many passwords at once as there are processors; others wait. Each takes a processor and 19 MiB for a moment, and a partnership
 * that signs in at nine o'clock, or a stranger who tries many passwords, must not take the memory of those who work.
 */
final class FewAtOnce implements PasswordEncoder {

    private final PasswordEncoder slow;
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    FewAtOnce(PasswordEncoder slow) {
        this.slow = slow;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return inTurn(() -> slow.encode(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return inTurn(() -> slow.matches(password, hash));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return slow.upgradeEncoding(hash);
    }

    private <T extends @Nullable Object> T inTurn(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
