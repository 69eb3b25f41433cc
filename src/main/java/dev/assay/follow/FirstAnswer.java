package dev.assay.follow;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Hands steps on, and remembers whether the first request of them got an answer. For one thread.
final class FirstAnswer implements Steps {

  private final Steps further;
  private @Nullable Step answer;

  FirstAnswer(Steps further) {
    this.further = further;
  }

  @Override
  public void took(Step step) {
    if (answer == null && (step instanceof Step.Answered || step instanceof Step.Failed)) {
      answer = step;
    }
    further.took(step);
  }

  /// Why the first request got none.
  Optional<String> failure() {
    return answer instanceof Step.Failed(_, _, String reason)
        ? Optional.of(reason)
        : Optional.empty();
  }
}
