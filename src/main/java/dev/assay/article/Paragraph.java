package dev.assay.article;

import java.util.Locale;

/// One numbered paragraph of an article: what a citation points to.
///
/// A table is one paragraph: its rows are separated by `\n`, its cells by ` │ `; the first row is
/// the header if the source marked one. All other text has no line breaks.
///
/// @param number 1 for the first paragraph of the article
/// @param text not blank, whitespace collapsed, as a reader sees it
public record Paragraph(int number, Kind kind, String text) {

  /// Between two cells of a table's row.
  public static final String CELL = " │ ";

  /// What a paragraph is on its page.
  public enum Kind {
    TEXT,
    HEADING,
    LIST,
    QUOTE,
    TABLE,
    CAPTION;

    /// The word used in JSON and in the store.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  public Paragraph {
    if (number < 1) {
      throw new IllegalArgumentException("paragraph number must be 1 or more, got " + number);
    }
    if (text.isBlank()) {
      throw new IllegalArgumentException("paragraph " + number + " must not be blank");
    }
  }
}
