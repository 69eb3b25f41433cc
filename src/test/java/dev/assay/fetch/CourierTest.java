package dev.assay.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fetch.Courier.Answer;
import dev.assay.fetch.FetchSettings.PrivateAddresses;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is handed to programs, and to whom it is not.
final class CourierTest {

  private Origin origin;

  @BeforeEach
  void open() throws IOException {
    origin = new Origin();
  }

  @AfterEach
  void close() throws IOException {
    origin.close();
  }

  private static Answer post(FetchSettings settings, URI address) {
    try (Courier courier = new Courier(settings, InstantSource.system())) {
      return courier.post(
          address, Map.of("x-key", "v"), "application/json", "{}".getBytes(StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://10.0.0.7/hook",
        "http://169.254.169.254/latest/meta-data",
        "http://2130706433/"
      })
  void addressesOfThisMachineAndItsNetworkAreRefused(String address) {
    assertThat(post(FetchSettings.DEFAULTS, URI.create(address)))
        .isInstanceOf(Answer.Refused.class);
    try (Courier courier = new Courier(FetchSettings.DEFAULTS, InstantSource.system())) {
      assertThat(courier.refusal(URI.create(address))).isPresent();
    }
  }

  @Test
  void aNeighbourThatTheOwnerNamedIsAskedAndNoOther() {
    FetchSettings settings =
        FetchSettings.DEFAULTS.with(Set.of("127.0.0.1:" + origin.port()), Map.of());
    origin.on("/in", "HTTP/1.1 200 OK", "taken");

    assertThat(post(settings, origin.address("/in")))
        .isEqualTo(new Answer.Said(200, null, "taken"));
    assertThat(origin.asked("/in").getFirst().headers()).containsEntry("x-key", "v");
    assertThat(post(settings, URI.create("http://127.0.0.1:" + (origin.port() - 1) + "/in")))
        .isInstanceOf(Answer.Refused.class);
  }

  @Test
  void noAnswerSendsItOn() {
    origin.on("/in", "HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere", "");

    assertThat(post(FetchSettings.DEFAULTS.with(PrivateAddresses.ALLOWED), origin.address("/in")))
        .isEqualTo(new Answer.Said(307, null, ""));
    assertThat(origin.asked("/elsewhere")).isEmpty();
  }

  @Test
  void aReceiverSaysHowLongItWantsToBeLeftAlone() {
    origin.on("/in", "HTTP/1.1 429 Too Many\r\nRetry-After: 120", "");

    assertThat(post(FetchSettings.DEFAULTS.with(PrivateAddresses.ALLOWED), origin.address("/in")))
        .isEqualTo(new Answer.Said(429, Duration.ofSeconds(120), ""));
  }
}
