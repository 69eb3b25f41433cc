package dev.assay.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.PublicationTime;
import dev.assay.article.PublicationTime.Certainty;
import dev.assay.article.PublicationTime.Precision;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationTimesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-11-22T07:10:59Z",
        "0985-01-02T00:00:00Z",
        "2024-02-29T23:59:00.5Z",
        "2025-11-22T07:10:59.123456789Z",
        "-0044-03-15T12:00:00Z",
        "+12025-12-31T23:59:59Z"
      })
  void readsAnyMomentThatItWrote(String moment) {
    PublicationTime time =
        new PublicationTime(
            Instant.parse(moment),
            Precision.SECOND,
            ZoneOffset.ofHours(8),
            true,
            Certainty.STATED,
            "feed");

    assertThat(PublicationTimes.read(PublicationTimes.write(time))).isEqualTo(time);
  }
}
