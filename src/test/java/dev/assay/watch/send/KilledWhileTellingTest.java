package dev.assay.watch.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A few of the kills that [KilledWhileTelling] does a thousand of.
final class KilledWhileTellingTest {

  @TempDir private Path folder;

  @Test
  void nothingIsLostAndNothingIsToldUnderTwoNames() throws IOException, InterruptedException {
    KilledWhileTelling.Outcome outcome = KilledWhileTelling.run(folder, 3);

    assertThat(outcome.happened()).isBetween(2, 3);
    assertThat(outcome.told()).isEqualTo(outcome.happened());
    assertThat(outcome.ids()).isEqualTo(outcome.messages());
    assertThat(outcome.requests()).isGreaterThan(outcome.ids());
    assertThat(outcome.changed()).isZero();
    assertThat(outcome.waiting()).isZero();
  }
}
