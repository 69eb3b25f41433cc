package dev.assay.analyze.reading;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.sentence.Mark;
import dev.assay.analyze.sentence.MarkedSentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Figures behind a label: "China: 44 million tonnes" in a list under "Rare earth reserves by
/// country", 美方出资：10亿美元. What the label leaves open, the line above the list may tell.
final class LabelledFigures {

  /// A longer label is a clause.
  private static final int LONGEST_LABEL = 8;

  private final MarkedSentence sentence;
  private final int paragraph;

  LabelledFigures(MarkedSentence sentence, int paragraph) {
    this.sentence = sentence;
    this.paragraph = paragraph;
  }

  /// `read`, the claims of the sentence read as a sentence, with those of the figures behind a
  /// label in their place, in the order of the text.
  List<Claim> claims(List<Claim> read, List<HeadWords> above, List<Part> materials) {
    int colon = colon();
    if (colon < 1) {
      return read;
    }
    List<Mark> marks = sentence.marks();
    HeadWords label = HeadWords.of(sentence.lexicon(), sentence.text(), marks.subList(0, colon));
    HeadedFigure.Heads heads = new HeadedFigure.Heads(List.of(label), above, null, materials);
    Map<Integer, Claim> claims = new TreeMap<>();
    read.forEach(claim -> claims.put(claim.value().span().start(), claim));
    HeadedFigure.claims(
            sentence.lexicon(),
            sentence.text(),
            marks.subList(colon + 1, marks.size()),
            heads,
            paragraph,
            sentence.span())
        .forEach(claim -> claims.put(claim.value().span().start(), claim));
    return new ArrayList<>(claims.values());
  }

  /// The mark of the colon or dash behind the label; -1 if the sentence does not open with one.
  private int colon() {
    List<Mark> marks = sentence.marks();
    for (int i = 0; i < Math.min(marks.size(), LONGEST_LABEL); i++) {
      Mark mark = marks.get(i);
      if (mark instanceof Mark.Stop stop && ":：—-".indexOf(stop.sign()) >= 0) {
        return i;
      }
      boolean label =
          !(mark instanceof Mark.Number) && !(mark instanceof Mark.Stop) && !mark.is(Role.SAY);
      if (!label) {
        return -1;
      }
    }
    return -1;
  }
}
