package dev.assay.clean.text;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Runs a parser of other people's making so that it cannot take the process down: in a thread of
/// its own with a bounded stack, until a deadline. Errors of the parser, even a full stack or a
/// full heap, end as a reason. A thread that does not heed its interruption is left behind as a
/// daemon.
public final class TimeLimit {

  private static final long STACK_BYTES = 8L << 20;

  private TimeLimit() {}

  /// What came of it: a value, or the reason why there is none.
  public record Ended<T>(@Nullable T value, String reason) {}

  public static <T> Ended<T> run(Duration limit, String what, Callable<T> parser) {
    FutureTask<T> task = new FutureTask<>(parser);
    Thread thread = new Thread(null, task, "clean " + what, STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return new Ended<>(task.get(limit.toMillis(), TimeUnit.MILLISECONDS), "");
    } catch (TimeoutException e) {
      task.cancel(true);
      return new Ended<>(
          null,
          "%s took longer than %d s to read; print it anew as a smaller file"
              .formatted(what, limit.toSeconds()));
    } catch (ExecutionException e) {
      return new Ended<>(null, reason(what, e.getCause()));
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return new Ended<>(null, "reading " + what + " was interrupted; import it again");
    }
  }

  private static String reason(String what, @Nullable Throwable cause) {
    if (cause instanceof OutOfMemoryError) {
      return what + " needs more memory than there is; split it and import the parts";
    }
    return what + " is damaged and could not be read; open it in a viewer and save it anew";
  }
}
