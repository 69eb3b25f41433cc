package dev.assay.export;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// Text as it must be written in XML and HTML, in Markdown, and in the fragment of an address.
final class Markup {

  /// A longer quote is named by its first and last letters or words.
  private static final int LONG = 300;

  private static final int END_LETTERS = 8;
  private static final int END_WORDS = 3;

  private Markup() {}

  /// Text in XML or HTML, also within quotation marks. What XML cannot hold is left out.
  static String xml(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\t', '\n', '\r' -> out.append((char) c);
                default -> {
                  boolean held =
                      c >= 0x20 && !(c >= 0xD800 && c < 0xE000) && c != 0xFFFE && c != 0xFFFF;
                  if (held) {
                    out.appendCodePoint(c);
                  }
                }
              }
            });
    return out.toString();
  }

  /// Text in one line of Markdown, none of it taken for markup.
  static String markdown(String text) {
    return text.replaceAll("\\s+", " ").strip().replaceAll("([\\\\`*_\\[\\]<>#|~^])", "\\\\$1");
  }

  /// A link that opens a page at the words: <https://wicg.github.io/scroll-to-text-fragment/>.
  /// Empty where the source has no address, or is no page.
  static String fragment(Quote quote) {
    if (quote.source().address() == null || quote.paragraph() == 0) {
      return "";
    }
    String address = quote.source().address().toString();
    if (address.toLowerCase(Locale.ROOT).endsWith(".pdf")) {
      return "";
    }
    int hash = address.indexOf('#');
    String page = hash < 0 ? address : address.substring(0, hash);
    return page + "#:~:text=" + words(quote.exact().strip());
  }

  /// The words, or of many the first and the last.
  private static String words(String text) {
    if (text.length() <= LONG) {
      return escaped(text);
    }
    String[] words = text.split("\\s+");
    if (words.length <= 2 * END_WORDS) {
      return escaped(text.substring(0, text.offsetByCodePoints(0, END_LETTERS)))
          + ","
          + escaped(text.substring(text.offsetByCodePoints(text.length(), -END_LETTERS)));
    }
    return escaped(String.join(" ", Arrays.copyOf(words, END_WORDS)))
        + ","
        + escaped(
            String.join(" ", Arrays.copyOfRange(words, words.length - END_WORDS, words.length)));
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("-", "%2D");
  }
}
