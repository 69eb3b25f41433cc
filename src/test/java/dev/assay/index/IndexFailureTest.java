package dev.assay.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// Which failures of an index pass by themselves.
final class IndexFailureTest {

  @Test
  void isAwayWhileItsNodesAreSilentOrNotReady() {
    assertThat(IndexFailure.unreachable("http://127.0.0.1:9", null).isAway()).isTrue();
    assertThat(IndexFailure.unready("/articles/_search", 503, "no manager").isAway()).isTrue();
  }

  @Test
  void isNotAwayWhereItRefusesOrItsDiskFails() {
    assertThat(IndexFailure.refused("/articles/_search", 400, "no such field").isAway()).isFalse();
    assertThat(IndexFailure.disk("index", "commit", new IOException("full")).isAway()).isFalse();
    assertThat(IndexFailure.damaged("index", new IOException("cut off")).isAway()).isFalse();
  }
}
