package dev.assay.watch;

import dev.assay.article.ReaderId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a reader is told.
///
/// @param id 10 letters and digits
/// @param address http(s), or of mail
/// @param secret what it is signed with, or a token; may be empty
/// @param secretBefore the one that is in use beside it for a while; null if there is none
/// @param stopped why nothing is sent there any more; empty while it is
public record Channel(
    String id,
    ReaderId reader,
    Kind kind,
    String address,
    String secret,
    @Nullable String secretBefore,
    String stopped,
    Instant createdAt) {

  public static final int LONGEST_ADDRESS = 2_000;

  /// Of one reader.
  public static final int MOST = 20;

  /// What is there.
  public enum Kind {
    /// Whatever reads Standard Webhooks.
    WEBHOOK,
    MAIL,
    NTFY,
    APPRISE,
    FEISHU,
    WECOM,
    DINGTALK;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
  }

  public boolean isOn() {
    return stopped.isEmpty();
  }

  /// The address without what would let others in: a robot's key stands in its address.
  public String shown() {
    if (kind == Kind.MAIL || kind == Kind.NTFY || kind == Kind.WEBHOOK || kind == Kind.APPRISE) {
      return address;
    }
    int kept = Math.min(address.length(), address.indexOf('/', "https://".length()) + 1);
    return address.substring(0, kept)
        + "…"
        + address.substring(Math.max(kept, address.length() - 4));
  }

  @Override
  public String toString() {
    return kind.word() + " " + shown();
  }
}
