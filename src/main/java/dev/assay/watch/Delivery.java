package dev.assay.watch;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One message to one place.
///
/// @param id what the receiver knows it by, however often it is sent
/// @param rule what its rule is called; empty for a word of the desk's own
/// @param tries how often it was sent
/// @param dueAt when it is sent next, while it waits
/// @param said what the last try came to, in words; may be empty
/// @param endedAt null while it waits
public record Delivery(
    String id,
    String rule,
    Channel channel,
    Instant madeAt,
    int tries,
    Instant dueAt,
    State state,
    String said,
    @Nullable Instant endedAt) {

  /// How it stands.
  public enum State {
    WAITING,
    SENT,
    /// It was tried as often as things are tried.
    FAILED,
    /// There is nobody to take it, or nothing left to tell.
    DROPPED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
