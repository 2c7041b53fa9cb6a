package org.holdfast.audit;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * One press of a button that sends a form with a one-time key. The first transaction of its request that changes something keeps its mark
 * ({@link Presses}); a second press of the same form finds the mark and changes nothing ({@link PressedBefore}).
 */
public final class Press {

    private static final ScopedValue<Press> OPEN = ScopedValue.newInstance();

    private final byte[] mark;
    private boolean sought;
    private @Nullable PartnershipId keptIn;

    /** @param mark of who sent what to which address, with the key of the form: the same for the second press, and for nothing else */
    public Press(byte[] mark) {
        this.mark = mark.clone();
    }

    /** Does the work of the request to which this press belongs. */
    public void during(Callable<?> work) throws Exception {
        ScopedValue.where(OPEN, this).call(work::call);
    }

    /** The press to which the work at hand belongs and for which nothing has been changed yet; null where it is none. */
    static @Nullable Press waiting() {
        return OPEN.isBound() && OPEN.get().keptIn == null ? OPEN.get() : null;
    }

    byte[] mark() {
        return mark.clone();
    }

    /** Whether it has yet to be asked if this is the second press; from now on it has been. */
    boolean seekOnce() {
        boolean first = !sought;
        sought = true;
        return first;
    }

    /** Somebody was quicker: it is to be asked again. */
    void seekAgain() {
        sought = false;
    }

    void keptIn(PartnershipId partnership) {
        keptIn = partnership;
    }

    /** The partnership in which something was changed for it; null where nothing was. */
    public @Nullable PartnershipId keptIn() {
        return keptIn;
    }
}
