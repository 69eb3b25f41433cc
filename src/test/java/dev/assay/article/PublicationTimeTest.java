package dev.assay.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.PublicationTime.Certainty;
import dev.assay.article.PublicationTime.Precision;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PublicationTimeTest {

  @Test
  void ordersADayAloneByItsNoonSoThatItFallsOnThatDateEverywhere() {
    assertThat(day("2025-02-02T16:00:00Z", 8).orderedBy()).isEqualTo("2025-02-03T04:00:00Z");
    assertThat(day("2025-02-03T05:00:00Z", -5).orderedBy()).isEqualTo("2025-02-03T17:00:00Z");
  }

  @Test
  void ordersATimeByItself() {
    PublicationTime time =
        new PublicationTime(
            Instant.parse("2025-11-21T23:10:00Z"),
            Precision.MINUTE,
            ZoneOffset.ofHours(8),
            true,
            Certainty.STATED,
            "test");
    assertThat(time.orderedBy()).isEqualTo("2025-11-21T23:10:00Z");
    assertThat(time.iso()).isEqualTo("2025-11-22T07:10+08:00");
  }

  private static PublicationTime day(String start, int hours) {
    return new PublicationTime(
        Instant.parse(start),
        Precision.DAY,
        ZoneOffset.ofHours(hours),
        true,
        Certainty.STATED,
        "test");
  }
}
