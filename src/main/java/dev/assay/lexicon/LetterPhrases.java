package dev.assay.lexicon;

import java.util.List;
import java.util.Locale;

/// Phrases that stand around the text of a mail: how to get no more of them, where to see the same
/// in a browser. From `lexicon/boilerplate/letters.tsv`. Safe for use by many threads.
public final class LetterPhrases {

  private LetterPhrases() {}

  private static final class Table {
    static final List<String> FEET = phrases("foot");
    static final List<String> ONLINE = phrases("online");

    private static List<String> phrases(String kind) {
      return Lexicon.shipped().table("boilerplate/letters.tsv").rows().stream()
          .filter(row -> row.cell(0).equals(kind))
          .map(row -> row.cell(1))
          .toList();
    }
  }

  /// Whether a link or a block tells how to get no more mails.
  public static boolean isFoot(String text) {
    return holds(text, Table.FEET);
  }

  /// Whether a link leads to where the mail is shown in a browser.
  public static boolean isOnlineLink(String text) {
    return holds(text, Table.ONLINE);
  }

  private static boolean holds(String text, List<String> phrases) {
    String lower = text.toLowerCase(Locale.ROOT);
    return phrases.stream().anyMatch(lower::contains);
  }
}
