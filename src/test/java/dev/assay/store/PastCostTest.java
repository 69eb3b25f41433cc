package dev.assay.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is asked of the past costs the same however much the desk holds: no table is read whole.
final class PastCostTest {

  @TempDir private Path folder;
  private PastCost cost;

  @BeforeEach
  void countsSqlitesSteps() {
    cost = new PastCost(folder);
  }

  @Test
  void theClaimsOfAnEntry() {
    cost.isTheSame(session -> assertThat(session.claims().standingIn("asked", 60)).hasSize(10));
  }

  @Test
  void theLastSequence() {
    cost.isTheSame(session -> assertThat(session.articles().lastSequence()).isPositive());
  }
}
