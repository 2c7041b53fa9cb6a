package org.holdfast.app;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.holdfast.audit.PartnershipId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Round;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes every {@link Round} when its time comes, for each partnership in turn. The schedule stands in the database: of several nodes one
 * makes the round, and where that one dies another makes it. Only while serving.
 */
@Component
class Rounds implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final List<Round> rounds;
    private final Partnerships partnerships;
    private final InstantSource clock;
    private final DataSource database;
    private final boolean serving;
    private volatile @Nullable Scheduler scheduler;

    Rounds(
            List<Round> rounds,
            Partnerships partnerships,
            InstantSource clock,
            DataSource database,
            @Value("${holdfast.command:none}") String command) {
        this.rounds = List.copyOf(rounds);
        this.partnerships = partnerships;
        this.clock = clock;
        this.database = database;
        this.serving = command.equals("serve");
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (serving) {
            Scheduler begun = schedule(Duration.ofSeconds(10));
            scheduler = begun;
            begun.start();
        }
    }

    /** The schedule of all rounds, not yet begun. */
    Scheduler schedule(Duration lookingEvery) {
        List<RecurringTask<Void>> tasks = rounds.stream()
                .map(round -> Tasks.recurring(round.name(), FixedDelay.of(round.every()))
                        .execute((_, _) -> make(round)))
                .toList();
        return Scheduler.create(database)
                .tableName("app.round")
                .startTasks(tasks)
                .threads(2)
                .pollingInterval(lookingEvery)
                .heartbeatInterval(Duration.ofMinutes(1))
                .shutdownMaxWait(Duration.ofSeconds(8))
                .build();
    }

    /** One round everywhere: what fails in one partnership is logged, made again next time, and keeps no other from its round. */
    void make(Round round) {
        for (PartnershipId partnership : partnerships.all()) {
            try {
                round.make(Partnerships.program(partnership), clock.instant());
            } catch (RuntimeException failure) {
                LOG.error("the round {} failed in partnership {}", round.name(), partnership.value(), failure);
            }
        }
    }

    @Override
    public void destroy() {
        Scheduler begun = scheduler;
        if (begun != null) {
            begun.stop();
        }
    }
}
