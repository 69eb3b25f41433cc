package dev.assay.api;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Decimal numbers as the published JSON has them: strings, since a reader of JSON numbers may
/// round them, without an exponent and without zeros at the end.
final class Decimals {

  private Decimals() {}

  static String text(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  static @Nullable String orNull(@Nullable BigDecimal value) {
    return value == null ? null : text(value);
  }
}
