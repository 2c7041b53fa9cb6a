package org.holdfast.room.web;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.web.servlet.View;

/**
 * Pages that windows draw anew by themselves, all at the same moment when something happens: as many at once as the machine has processors,
 * in the order in which they came, so that what somebody types meanwhile need not wait for forty of them.
 */
final class Turns {

    private final Semaphore free = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /** The page, made and written when its turn comes. */
    View take(Supplier<View> page) {
        return (model, request, response) -> {
            free.acquire();
            try {
                page.get().render(model, request, response);
            } finally {
                free.release();
            }
        };
    }
}
