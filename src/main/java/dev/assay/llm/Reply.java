package dev.assay.llm;

import java.time.Duration;

/// What became of a question.
public sealed interface Reply {

  /// The model answered.
  ///
  /// @param text whatever it wrote: perhaps not what was asked for
  record Answered(String text, Usage usage) implements Reply {}

  /// The model, or its provider's filter, would not answer.
  record Refused(Usage usage) implements Reply {}

  /// The answer was cut off at the greatest length.
  record CutOff(Usage usage) implements Reply {}

  /// The provider wants fewer questions.
  ///
  /// @param retryAfter how long it asks to wait; a minute if it does not say
  record Limited(Duration retryAfter) implements Reply {}

  /// No answer came in time.
  record TimedOut() implements Reply {}

  /// The endpoint cannot be reached, or says that it cannot serve now: no fault of what was asked.
  ///
  /// @param reason a few words of our own
  /// @param retryAfter how long it asks to wait; a minute if it does not say
  record Down(String reason, Duration retryAfter) implements Reply {}

  /// The endpoint answered with an error.
  ///
  /// @param reason a few words of our own; never the provider's, which may repeat the key
  record Failed(String reason) implements Reply {}

  /// The tokens that were paid for.
  default Usage usage() {
    return switch (this) {
      case Answered(_, Usage usage) -> usage;
      case Refused(Usage usage) -> usage;
      case CutOff(Usage usage) -> usage;
      case Limited _, Down _, TimedOut _, Failed _ -> Usage.NONE;
    };
  }
}
