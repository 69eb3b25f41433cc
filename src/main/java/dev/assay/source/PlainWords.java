package dev.assay.source;

import dev.assay.clean.text.VisibleText;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/// A title without the markup that feeds put into titles: HTML, XHTML, or HTML that was escaped
/// once more than it should be.
final class PlainWords {

  private static final Pattern MARKUP =
      Pattern.compile(
          "(?i)</?(?:div|span|p|a|b|i|u|em|strong|small|sub|sup|br|font|mark|img|code)\\b[^<>]*>");
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#\\d{1,7}|#x[0-9a-fA-F]{1,6}|\\w{2,31});");

  private PlainWords() {}

  static String of(String title) {
    if (MARKUP.matcher(title).find()) {
      return stripped(Jsoup.parse(title).text());
    }
    return ENTITY.matcher(title).find()
        ? stripped(Parser.unescapeEntities(title, false))
        : stripped(title);
  }

  /// Also of blanks that hold words together.
  private static String stripped(String title) {
    int start = 0;
    int end = title.length();
    while (start < end && VisibleText.isSpace(title.charAt(start))) {
      start++;
    }
    while (end > start && VisibleText.isSpace(title.charAt(end - 1))) {
      end--;
    }
    return title.substring(start, end);
  }
}
