package dev.assay.store.postgres;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.assay.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Parts of a large work, handed out to whoever takes them: each to one worker at a time, and to
/// another if it gives no sign of life for some seconds. A part that failed is tried again later.
public final class PostgresParts implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresParts.class);

  private static final String TASK = "part";
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);
  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration REST = Duration.ofSeconds(10);
  private static final int MOST_TRIES = 10;

  private final Scheduler scheduler;

  private PostgresParts(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /// Does one part.
  public interface Doing {

    /// Returns when the part is done; a [CancellationException] leaves it to another.
    ///
    /// @param part as it was planned
    /// @param tried how often it was begun before: it failed, or the worker died of it
    void part(String part, int tried);
  }

  /// Whether a part that failed is not tried again: it failed often, and the last time of itself,
  /// not because the database was away or its worker was stopped. Failures by outages and stops
  /// give no part up, but they are in the number: after nine of them, its first one of itself does.
  ///
  /// @param failed how often in a row, by outages and stops too
  static boolean isGivenUp(int failed, @Nullable Throwable cause) {
    return failed >= MOST_TRIES
        && !(cause instanceof StoreException)
        && !(cause instanceof CancellationException);
  }

  /// Hands in parts; one that is there already is left as it is.
  public static void plan(PostgresAddress address, List<String> parts) {
    OneTimeTask<String> task = Tasks.oneTime(TASK, String.class).execute((_, _) -> {});
    Scheduler planner = Scheduler.create(address.primary(), task).build();
    PostgresFailure.said(
        address,
        () -> {
          parts.forEach(
              part -> planner.scheduleIfNotExists(task.instance(part, part), Instant.EPOCH));
          return true;
        });
  }

  /// Begins to take parts, one at a time.
  ///
  /// @param worker a name that tells this process from others
  public static PostgresParts take(PostgresAddress address, String worker, Doing doing) {
    OneTimeTask<String> task =
        Tasks.oneTime(TASK, String.class)
            .onFailure(
                (complete, operations) -> {
                  int failed = complete.getExecution().consecutiveFailures + 1;
                  if (isGivenUp(failed, complete.getCause().orElse(null))) {
                    LOG.error(
                        "part {} failed {} times, outages counted, and is given up",
                        complete.getExecution().taskInstance.getId(),
                        failed);
                    operations.stop();
                  } else {
                    operations.reschedule(complete, complete.getTimeDone().plus(REST));
                  }
                })
            .onDeadExecutionRevive()
            .execute(
                (instance, context) ->
                    doing.part(instance.getData(), context.getExecution().consecutiveFailures));
    Scheduler scheduler =
        Scheduler.create(address.primary(), task)
            .threads(1)
            .schedulerName(() -> worker)
            .clock(clock(address))
            .pollingInterval(LOOK)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .pollUsingLockAndFetch(0.5, 1.0)
            .build();
    scheduler.start();
    return new PostgresParts(scheduler);
  }

  /// The database's clock: those of the workers may be hours apart.
  private static Clock clock(PostgresAddress address) {
    Instant there =
        Jdbi.create(address.primary())
            .withHandle(handle -> handle.createQuery("select now()").mapTo(Instant.class).one());
    Duration ahead = Duration.between(Instant.now(), there);
    return () -> Instant.now().plus(ahead);
  }

  /// How many parts are not done.
  public static long waiting(PostgresAddress address) {
    return PostgresFailure.said(
        address,
        () ->
            Jdbi.create(address.primary())
                .withHandle(
                    handle ->
                        handle
                            .createQuery(
                                "select count(*) from scheduled_tasks where task_name = :task")
                            .bind("task", TASK)
                            .mapTo(Long.class)
                            .one()));
  }

  @Override
  public void close() {
    scheduler.stop();
  }
}
