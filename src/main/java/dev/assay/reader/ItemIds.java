package dev.assay.reader;

import dev.assay.article.ArticleId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Articles' ids as the protocol writes them: the same 63 bits, in one of three ways.
final class ItemIds {

  private static final String LONG = "tag:google.com,2005:reader/item/";
  private static final Pattern HEX = Pattern.compile("(?:" + LONG + "|item/)?([0-9a-fA-F]{16})");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,19}");
  private static final int HEXADECIMAL = 16;

  private ItemIds() {}

  /// `tag:google.com,2005:reader/item/` and 16 hexadecimal digits.
  static String longForm(ArticleId id) {
    return LONG + "%016x".formatted(id.value());
  }

  static String decimal(ArticleId id) {
    return Long.toString(id.value());
  }

  /// Reads any of the forms that programs send: the long one, its end, and decimal; sixteen digits
  /// are hexadecimal.
  static Optional<ArticleId> parse(String text) {
    try {
      Matcher hex = HEX.matcher(text);
      if (hex.matches()) {
        return id(Long.parseUnsignedLong(hex.group(1), HEXADECIMAL));
      }
      return DECIMAL.matcher(text).matches() ? id(Long.parseLong(text)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<ArticleId> id(long value) {
    return value < 0 ? Optional.empty() : Optional.of(new ArticleId(value));
  }
}
