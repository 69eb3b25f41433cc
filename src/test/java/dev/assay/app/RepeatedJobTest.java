package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class RepeatedJobTest {

  @Test
  void doesItsWorkAgainAndAgainUntilItIsClosed() throws InterruptedException {
    List<Boolean> rounds = new CopyOnWriteArrayList<>();
    CountDownLatch three = new CountDownLatch(3);
    RepeatedJob job =
        RepeatedJob.start(
            "three",
            Duration.ZERO,
            Duration.ofMillis(1),
            goesOn -> {
              rounds.add(goesOn.getAsBoolean());
              three.countDown();
            });
    three.await();
    job.close();
    assertThat(List.copyOf(rounds)).hasSizeGreaterThanOrEqualTo(3).startsWith(true, true, true);
  }

  @Test
  void tellsTheRoundUnderWayThatItIsOver() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    List<Boolean> told = new CopyOnWriteArrayList<>();
    RepeatedJob job =
        RepeatedJob.start(
            "one",
            Duration.ZERO,
            Duration.ofHours(1),
            goesOn -> {
              begun.countDown();
              while (goesOn.getAsBoolean()) {
                Thread.onSpinWait();
              }
              told.add(goesOn.getAsBoolean());
            });
    begun.await();
    job.close();
    assertThat(told).containsExactly(false);
  }
}
