package dev.assay.ask;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/// The lasting name of an answer: sixteen letters and digits by chance, which nobody guesses.
///
/// @param value `a` and sixteen of [#DIGITS]
public record AnswerId(String value) implements Comparable<AnswerId> {

  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 16;
  private static final Pattern FORM = Pattern.compile("a[0-9a-hjkmnp-tv-z]{" + LENGTH + "}");
  private static final SecureRandom CHANCE = new SecureRandom();

  public AnswerId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "answer id must be a and %d letters or digits, got %s".formatted(LENGTH, value));
    }
  }

  /// One that no answer has.
  static AnswerId fresh() {
    StringBuilder value = new StringBuilder("a");
    for (int i = 0; i < LENGTH; i++) {
      value.append(DIGITS.charAt(CHANCE.nextInt(DIGITS.length())));
    }
    return new AnswerId(value.toString());
  }

  /// Empty if `text` is no id.
  public static Optional<AnswerId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new AnswerId(text)) : Optional.empty();
  }

  @Override
  public int compareTo(AnswerId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
