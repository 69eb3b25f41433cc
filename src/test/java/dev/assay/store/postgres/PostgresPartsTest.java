package dev.assay.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.ExpectedFailure;
import dev.assay.store.StoreException;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/// When a part of a backfill is given up.
final class PostgresPartsTest {

  @Test
  void aPartThatFailsOfItselfIsGivenUpAfterTenTries() {
    ExpectedFailure unreadable = new ExpectedFailure("/archives/1.warc cannot be read");

    assertThat(PostgresParts.isGivenUp(9, unreadable)).isFalse();
    assertThat(PostgresParts.isGivenUp(10, unreadable)).isTrue();
  }

  @Test
  void noPartIsGivenUpBecauseTheDatabaseOrTheWorkerWasAway() {
    assertThat(PostgresParts.isGivenUp(200, new StoreException("it does not answer"))).isFalse();
    assertThat(PostgresParts.isGivenUp(200, new CancellationException("stopped"))).isFalse();
  }
}
