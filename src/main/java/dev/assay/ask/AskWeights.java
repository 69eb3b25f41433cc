package dev.assay.ask;

import dev.assay.analyze.weigh.Weights;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.ArrayList;
import java.util.List;

/// How much each feature counts, as it was learned: which sentence comes first, which further ones
/// answer, whether one says what is asked at all, whether one adds anything to others, and whether
/// there is an answer. Immutable; safe for use by many threads.
///
/// @param first chooses among sentences
/// @param each tells of one sentence how likely it is a part of the answer, if there is one
/// @param told tells of one sentence how likely it says what is asked
/// @param next tells of one sentence how likely it says something of what is asked that the chosen
///   ones do not
/// @param any tells how likely there is an answer
record AskWeights(Weights first, Weights each, Weights told, Weights next, Weights any) {

  static final String FIRST = "f ";
  static final String EACH = "s ";
  static final String TOLD = "t ";
  static final String NEXT = "n ";
  static final String ANY = "a ";

  static AskWeights of(Lexicon lexicon) {
    LexiconFile file = lexicon.once("ask-weights.tsv");
    return new AskWeights(
        of(file, FIRST), of(file, EACH), of(file, TOLD), of(file, NEXT), of(file, ANY));
  }

  private static Weights of(LexiconFile file, String model) {
    List<String> lines = new ArrayList<>();
    for (LexiconFile.Row row : file.rows()) {
      if (row.cells().getFirst().startsWith(model)) {
        lines.add(row.cells().getFirst().substring(model.length()) + "\t" + row.cell(1));
      }
    }
    return Weights.read(lines);
  }
}
