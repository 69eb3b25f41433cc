package dev.assay.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A small desk for a few days; the whole of it is a command: [FollowSimulation].
final class FollowSimulationTest {

  @TempDir Path folder;

  @Test
  void losesAndDoublesNothingThoughItIsKilledEveryDay() throws IOException, InterruptedException {
    FollowSimulation.Result result = new FollowSimulation(folder, 12, 3).run();

    assertThat(result.killed()).isEqualTo(2);
    assertThat(result.expected()).isGreaterThan(50);
    assertThat(result.articles()).isEqualTo(result.expected());
    assertThat(result.revisions()).isZero();
    assertThat(result.shortestGap()).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    assertThat(result.longestSilence()).isLessThan(Duration.ofHours(27));
    assertThat(result.listings() / (double) result.ideal()).isBetween(0.9, 1.1);
  }
}
