package org.holdfast.partnership;

import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt to tell a program: a status of HTTP, or why there was none.
 *
 * @param status null where nothing was answered
 */
public record WebhookAnswer(
        @Nullable Integer status, @Nullable WebhookFault fault) {

    /** The program has it. */
    public boolean taken() {
        return status != null && status >= 200 && status < 300;
    }
}
