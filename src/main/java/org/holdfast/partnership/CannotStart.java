package org.holdfast.partnership;

/** What whoever runs Holdfast has to put right before it starts. The message says what it is, and what may be set instead. */
public class CannotStart extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
