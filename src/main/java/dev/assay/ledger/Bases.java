package dev.assay.ledger;

import dev.assay.analyze.quantity.Clause;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Against what something rose or fell, by the words of its clause. `lexicon/ledger/bases.tsv`.
///
/// @param words those of the first row first
record Bases(List<Word> words) {

  /// A word and the base that it tells.
  record Word(String text, String base) {}

  private static final String SINCE = "since";

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");

  static Bases of(Lexicon lexicon) {
    List<Word> words = new ArrayList<>();
    for (LexiconFile.Row row : lexicon.table("ledger/bases.tsv").rows()) {
      for (String cell : List.of(row.cell(1), row.cell(2))) {
        for (String word : cell.split(",")) {
          words.add(new Word(word.strip(), row.cell(0)));
        }
      }
    }
    return new Bases(List.copyOf(words));
  }

  /// The base that a clause tells: `year-before`, `since 2020`; empty if it tells none.
  String of(Clause clause) {
    String text = clause.before() + " " + clause.after();
    for (Word word : words) {
      int at = find(text, word.text());
      if (at >= 0) {
        String base = word.base().equals(SINCE) ? since(text.substring(at)) : word.base();
        if (!base.isEmpty()) {
          return base;
        }
      }
    }
    return "";
  }

  private static int find(String text, String word) {
    int at = text.indexOf(word);
    while (at >= 0 && !Clause.standsAt(text, at, word)) {
      at = text.indexOf(word, at + 1);
    }
    return at;
  }

  private static String since(String text) {
    Matcher year = YEAR.matcher(text);
    return year.find() ? SINCE + " " + year.group() : "";
  }
}
