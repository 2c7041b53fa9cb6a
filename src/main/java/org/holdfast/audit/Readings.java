package org.holdfast.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the open transaction has read, so that many who ask after the same thing for one page read it once. As soon as the transaction
 * writes or takes a lock, all of it is forgotten and read anew ({@link LedgerStore.WritesForgetReadings}). Outside {@link Ledger#within} nothing is
 * kept.
 */
public final class Readings {

    private static final ScopedValue<Readings> OPEN = ScopedValue.newInstance();

    private final Map<Key, Object> known = new HashMap<>();

    private Readings() {}

    /**
     * Reads something, or answers what was read before in this transaction.
     *
     * @param what is read, in the words of the module: "decisions.of-case"
     * @param of which it is read: an id, or several values in a record or a list
     */
    public static <T> T once(String what, Object of, Supplier<T> read) {
        return OPEN.isBound() ? OPEN.get().known(new Key(what, of), read) : read.get();
    }

    /**
     * {@link #once} for things by their ids: only those not read before in this transaction are read, all together.
     *
     * @param read answers what it finds of the ids that it is given
     */
    public static <K, V> Map<K, V> each(String what, Object of, Collection<K> ids, Function<Set<K>, Map<K, V>> read) {
        Map<K, Optional<V>> known = once(what, of, HashMap::new);
        Set<K> unknown = new LinkedHashSet<>(ids);
        unknown.removeAll(known.keySet());
        if (!unknown.isEmpty()) {
            Map<K, V> found = read.apply(unknown);
            unknown.forEach(id -> known.put(id, Optional.ofNullable(found.get(id))));
        }
        Map<K, V> answer = new LinkedHashMap<>();
        ids.forEach(id -> Objects.requireNonNull(known.get(id)).ifPresent(value -> answer.put(id, value)));
        return answer;
    }

    /** Keeps for {@link #each} what was read of things on the way to something else, all that there is of each. */
    public static <K, V> void also(String what, Object of, Map<K, V> found) {
        Map<K, Optional<V>> known = once(what, of, HashMap::new);
        found.forEach((id, value) -> known.put(id, Optional.of(value)));
    }

    /** Does a transaction's work with a memory of its own. */
    static <T> T within(ScopedValue.CallableOp<T, RuntimeException> work) {
        return ScopedValue.where(OPEN, new Readings()).call(work);
    }

    /** The transaction writes or locks: what it has read may not be so any more. */
    static void forget() {
        if (OPEN.isBound()) {
            OPEN.get().known.clear();
        }
    }

    @SuppressWarnings("unchecked") // one key, one kind of reading
    private <T> T known(Key key, Supplier<T> read) {
        @Nullable Object before = known.get(key);
        if (before != null) {
            return (T) before;
        }
        T found = read.get();
        known.put(key, Objects.requireNonNull(found));
        return found;
    }

    private record Key(String what, Object of) {}
}
