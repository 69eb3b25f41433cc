package dev.assay.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Hands something to a program at an address, by one POST that follows nothing. The same addresses
/// are refused as for fetching, and the connection goes to the very one that was checked. Safe for
/// use by many threads.
public final class Courier implements AutoCloseable {

  /// Of an answer: enough for a word of why.
  private static final int MOST_ANSWERED = 64 * 1024;

  private static final int OK = 200;

  private final HttpClient client;
  private final InstantSource clock;

  /// @param settings of which the timeout, the private addresses and the neighbours count
  public Courier(FetchSettings settings, InstantSource clock) {
    this.client = new HttpClient(settings, CheckedNames::platform);
    this.clock = clock;
  }

  /// What came back.
  public sealed interface Answer {

    /// An answer.
    ///
    /// @param pause how long the receiver wants to be left alone; null if it does not say
    /// @param body the first of it, if the status is 200; else empty
    record Said(int status, @Nullable Duration pause, String body) implements Answer {}

    /// The address leads to this machine or network.
    record Refused(String reason) implements Answer {}

    /// No answer.
    record None(String reason) implements Answer {}
  }

  /// Hands a body over, and hears what is said to it.
  ///
  /// @param type of the body, such as `application/json`
  public Answer post(URI address, Map<String, String> headers, String type, byte[] body) {
    return switch (client.post(address, headers, type, body, MOST_ANSWERED)) {
      case Exchange.Whole(byte[] bytes, _) ->
          new Answer.Said(OK, null, new String(bytes, StandardCharsets.UTF_8));
      case Exchange.Other(int status, Map<String, String> answered, _) ->
          new Answer.Said(status, RetryAfter.of(answered, clock.instant()), "");
      case Exchange.Private(String reason) -> new Answer.Refused(reason);
      case Exchange.None(_, int status, String reason) ->
          status == OK ? new Answer.Said(OK, null, "") : new Answer.None(reason);
    };
  }

  /// Why nothing is sent to an address, as far as its name tells now; empty if it may be.
  public Optional<String> refusal(URI address) {
    return client.refusal(address);
  }

  @Override
  public void close() {
    client.close();
  }
}
