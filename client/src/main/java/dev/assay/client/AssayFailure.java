package dev.assay.client;

import java.time.Duration;

/// The desk answered that it would not, or could not.
public final class AssayFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final long waitSeconds;

  AssayFailure(int status, String code, String message, long waitSeconds) {
    super(message);
    this.status = status;
    this.code = code;
    this.waitSeconds = waitSeconds;
  }

  /// Of HTTP.
  public int status() {
    return status;
  }

  /// The desk's word for the kind of failure, such as `not_found`.
  public String code() {
    return code;
  }

  /// How long to wait before the same is asked again; zero if the desk does not say.
  public Duration retryAfter() {
    return Duration.ofSeconds(waitSeconds);
  }
}
