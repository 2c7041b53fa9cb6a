package org.holdfast.app;

import org.holdfast.partnership.CannotStart;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;

/** Says what has to be put right before Holdfast starts, in a sentence instead of the way by which the program came upon it. */
final class WhyNotStarted extends AbstractFailureAnalyzer<CannotStart> implements Ordered {

    @Override
    protected FailureAnalysis analyze(Throwable failure, CannotStart cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }

    /** Before those that know the framework only: what we know is nearer to what is wrong. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
