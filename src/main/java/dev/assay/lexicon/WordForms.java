package dev.assay.lexicon;

import java.util.List;
import java.util.stream.Stream;

/// English words that are other forms of one, where a stemmer gives them other stems: *decide* and
/// *decision*, *win* and *won*.
public final class WordForms {

  /// Two forms of one word, in small letters.
  public record Pair(String word, String other) {}

  /// Read on first use.
  private static final class Table {
    static final List<Pair> PAIRS =
        Lexicon.shipped().table("en/word-forms.tsv").rows().stream()
            .flatMap(
                row -> Stream.of(row.cell(1).split(" ")).map(other -> new Pair(row.cell(0), other)))
            .toList();
  }

  private WordForms() {}

  public static List<Pair> pairs() {
    return Table.PAIRS;
  }
}
