package dev.assay.check;

import java.util.List;

/// The verdicts on all numbers, dates and ranks of one sentence, in order.
public record SentenceCheck(List<NumberCheck> numbers) {

  public SentenceCheck {
    numbers = List.copyOf(numbers);
  }

  /// Whether no number is unsupported. A sentence without numbers has nothing against it.
  public boolean isSupported() {
    return numbers.stream().allMatch(NumberCheck::isSupported);
  }
}
