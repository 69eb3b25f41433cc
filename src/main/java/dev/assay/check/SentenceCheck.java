package dev.assay.check;

import java.util.List;

/// The verdicts on all numbers, dates and ranks of one sentence, and on the names in it that the
/// lexicon knows, each in order.
public record SentenceCheck(List<NumberCheck> numbers, List<NameCheck> names) {

  public SentenceCheck {
    numbers = List.copyOf(numbers);
    names = List.copyOf(names);
  }

  /// Whether no number is unsupported and no name missing. A sentence without either has nothing
  /// against it.
  public boolean isSupported() {
    return numbers.stream().allMatch(NumberCheck::isSupported)
        && names.stream().noneMatch(name -> name.standing() == NameCheck.Standing.MISSING);
  }
}
