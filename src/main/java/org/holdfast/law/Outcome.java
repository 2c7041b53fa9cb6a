package org.holdfast.law;

import java.util.List;
import java.util.function.Function;

/**
 * What came of a request that the rules may refuse: it is done, or it is refused with every reason at once. Exceptions are left to
 * bugs and broken machines.
 *
 * @param <T> what the caller gets when it is done
 */
public sealed interface Outcome<T> {

    /** It was done. */
    record Done<T>(T value) implements Outcome<T> {}

    /** It was refused, and nothing was changed. There is always at least one reason. */
    record Refused<T>(List<Reason> reasons) implements Outcome<T> {
        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal has a reason");
            }
        }
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Reason... reasons) {
        return new Refused<>(List.of(reasons));
    }

    static <T> Outcome<T> refused(List<Reason> reasons) {
        return new Refused<>(reasons);
    }

    /** The same outcome with another value; a refusal stays as it is. */
    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Done<T>(T value) -> new Done<>(change.apply(value));
            case Refused<T>(List<Reason> reasons) -> new Refused<>(reasons);
        };
    }

    /** Goes on with another request that may be refused; a refusal stays as it is. */
    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return switch (this) {
            case Done<T>(T value) -> next.apply(value);
            case Refused<T>(List<Reason> reasons) -> new Refused<>(reasons);
        };
    }

    /** The value, where a refusal would be a bug: demonstration data and tests. */
    default T orThrow() {
        return switch (this) {
            case Done<T>(T value) -> value;
            case Refused<T>(List<Reason> reasons) -> throw new IllegalStateException("refused: " + reasons);
        };
    }
}
