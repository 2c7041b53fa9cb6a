package org.holdfast;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultConfiguration;

/** Counts how many statements the program sends to the database, for tests of what something costs. */
public final class Statements {

    private final DefaultConfiguration database;

    public Statements(DSLContext db) {
        this.database = (DefaultConfiguration) db.configuration();
    }

    /** How many statements this thread sends while it does the work. */
    public int during(Runnable work) {
        Thread here = Thread.currentThread();
        AtomicInteger sent = new AtomicInteger();
        ExecuteListener counting = new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext statement) {
                if (Thread.currentThread() == here) {
                    sent.incrementAndGet();
                }
            }
        };
        ExecuteListenerProvider[] before = database.executeListenerProviders();
        database.set(Stream.concat(Stream.of(before), Stream.of((ExecuteListenerProvider) () -> counting))
                .toArray(ExecuteListenerProvider[]::new));
        try {
            work.run();
            return sent.get();
        } finally {
            database.set(before);
        }
    }
}
