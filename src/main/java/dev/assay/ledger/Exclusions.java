package dev.assay.ledger;

import dev.assay.analyze.quantity.Clause;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Words that say that something is left out of the whole: "excluding China", 除中国外.
/// `lexicon/ledger/exclusions.tsv`.
record Exclusions(List<Word> words) {

  private static final String GAP = "~";

  /// A word, and what stands in its clause where it leaves nothing out.
  record Word(Pattern pattern, List<String> notWith) {

    private static Word of(LexiconFile.Row row) {
      String quoted =
          Arrays.stream(row.cell(0).split(GAP))
              .map(Pattern::quote)
              .reduce((one, other) -> one + "[^，,。]{1,12}?" + other)
              .orElseThrow();
      List<String> notWith =
          row.cell(1).equals("-") ? List.of() : Arrays.asList(row.cell(1).split("\\|"));
      return new Word(Pattern.compile(quoted), notWith);
    }

    private boolean leavesOut(String text) {
      return pattern.matcher(text).find() && notWith.stream().noneMatch(text::contains);
    }
  }

  static Exclusions of(Lexicon lexicon) {
    return new Exclusions(
        lexicon.table("ledger/exclusions.tsv").rows().stream().map(Word::of).toList());
  }

  /// Whether the sentence says so up to the end of the figure's clause.
  boolean areIn(Clause clause) {
    String text = clause.earlier() + clause.before() + " " + clause.after();
    return words.stream().anyMatch(word -> word.leavesOut(text));
  }
}
