package dev.assay.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AskedTimeTest {

  @ParameterizedTest
  @CsvSource({
    "2025-11-22, 2025-11-22T23:59:59.999Z",
    "2025-11-22T07:10, 2025-11-22T07:10:59.999Z",
    "2025-11-22T07:10:30Z, 2025-11-22T07:10:30Z",
    "2025-11-22T07:10:30.250Z, 2025-11-22T07:10:30.250Z",
    "2025-11-22T07:10+08:00, 2025-11-21T23:10:00Z",
    "2025-11-22T07:10 08:00, 2025-11-21T23:10:00Z"
  })
  void aDayOrMinuteIsKnownByItsEndAndAMomentAsItIs(String asked, Instant moment) {
    assertThat(AskedTime.moment(asked)).contains(moment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "yesterday", "2025-13-01", "+999999999-12-31T00:00:00Z", "22.11.2025"})
  void whatIsNoTimeIsNone(String asked) {
    assertThat(AskedTime.moment(asked)).isEmpty();
  }
}
