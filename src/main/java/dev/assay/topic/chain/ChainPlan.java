package dev.assay.topic.chain;

import dev.assay.article.Language;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What is told of a pack's supply chain: `lexicon/chains/`, a table named as the pack.
///
/// @param of the materials that it is of, the one that it is called by first
/// @param stages from the ore on
/// @param facts what stands beside it
record ChainPlan(Part of, List<Part> stages, List<Part> facts) {

  private static final String TABLE = "chains/critical-minerals.tsv";

  /// One row.
  ///
  /// @param by ids, words of the lexicon, or kinds of ids with `:*`
  record Part(String id, String zhHans, String zhHant, String en, List<String> by) {

    String label(Language language) {
      return !language.isChinese() ? en : language.equals(Language.ZH_HANT) ? zhHant : zhHans;
    }

    boolean has(String id) {
      return by.stream()
          .anyMatch(
              one ->
                  one.endsWith("*")
                      ? id.startsWith(one.substring(0, one.length() - 1))
                      : one.equals(id));
    }
  }

  ChainPlan {
    stages = List.copyOf(stages);
    facts = List.copyOf(facts);
  }

  /// The chain of the pack of critical minerals.
  static ChainPlan of(Lexicon lexicon) {
    List<Part> of = new ArrayList<>();
    List<Part> stages = new ArrayList<>();
    List<Part> facts = new ArrayList<>();
    for (LexiconFile.Row row : lexicon.table(TABLE).rows()) {
      Part part =
          new Part(
              row.cell(0),
              row.cell(2),
              row.cell(3),
              row.cell(4),
              Arrays.stream(row.cell(5).split("\\|")).map(String::strip).toList());
      switch (row.cell(1)) {
        case "of" -> of.add(part);
        case "stage" -> stages.add(part);
        case "fact" -> facts.add(part);
        default ->
            throw new IllegalArgumentException(
                "%s must say of, stage or fact, got %s".formatted(TABLE, row.cell(1)));
      }
    }
    return new ChainPlan(of.getFirst(), stages, facts);
  }
}
