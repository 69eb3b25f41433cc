package dev.assay.mcp;

import dev.assay.article.Paragraph;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// As much of an article as one answer holds.
///
/// @param next the number of the paragraph to go on from; null after the last
/// @param nextAt how much of that paragraph was given, in UTF-16; null if nothing
record Stretch(
    List<McpShapes.Paragraph> paragraphs, @Nullable Integer next, @Nullable Integer nextAt) {

  private static final int MOST_PARAGRAPHS = 60;

  Stretch {
    paragraphs = List.copyOf(paragraphs);
  }

  /// From the paragraph with the number `from`, without its first `at` characters. A paragraph is
  /// broken only where an answer does not hold it whole.
  static Stretch of(List<Paragraph> all, int from, int at) {
    List<McpShapes.Paragraph> given = new ArrayList<>();
    int room = Bounded.MOST_TEXT;
    for (int i = from - 1; i < all.size(); i++) {
      Paragraph paragraph = all.get(i);
      int begin = given.isEmpty() ? Math.min(at, paragraph.text().length()) : 0;
      String text = paragraph.text().substring(begin);
      String start = start(text, room);
      boolean whole = start.length() == text.length();
      if (given.size() == MOST_PARAGRAPHS || !whole && !given.isEmpty()) {
        return new Stretch(given, paragraph.number(), null);
      }
      given.add(new McpShapes.Paragraph(paragraph.number(), start));
      if (!whole) {
        return new Stretch(given, paragraph.number(), begin + start.length());
      }
      room -= bytes(text);
    }
    return new Stretch(given, null, null);
  }

  /// The beginning of a text that has so many bytes at most, without half a character.
  static String start(String text, int most) {
    int end = 0;
    int taken = 0;
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      taken += bytes(text.substring(end, next));
      if (taken > most) {
        return text.substring(0, end);
      }
      end = next;
    }
    return text;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
