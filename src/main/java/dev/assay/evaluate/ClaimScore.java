package dev.assay.evaluate;

import dev.assay.analyze.claim.Claim;
import java.util.List;

/// How the claims of one reader stand to those that persons judged.
///
/// @param right claims that a person found
/// @param found of these, those that the reader gives
/// @param wrong claims that the reader gives and a person did not find, or found misread
public record ClaimScore(int right, int found, int wrong) {

  public static final ClaimScore NONE = new ClaimScore(0, 0, 0);

  /// The score of what was read in one passage.
  public static ClaimScore of(LabelledPassage passage, List<Claim> read) {
    int found =
        (int)
            passage.right().stream()
                .filter(label -> read.stream().anyMatch(one -> label.isReadAs(one, passage.text())))
                .count();
    int wrong = (int) read.stream().filter(one -> isWrong(one, passage)).count();
    return new ClaimScore(passage.right().size(), found, wrong);
  }

  /// A claim that nobody judged is wrong only where all of the passage was judged.
  private static boolean isWrong(Claim claim, LabelledPassage passage) {
    String text = passage.text();
    return passage.wrong().stream().anyMatch(label -> label.isReadAs(claim, text))
        || passage.isWhole()
            && passage.right().stream().noneMatch(label -> label.isReadAs(claim, text));
  }

  public ClaimScore plus(ClaimScore other) {
    return new ClaimScore(right + other.right, found + other.found, wrong + other.wrong);
  }

  /// Of what the reader gives and was judged, the part that is right; NaN if there is none.
  public double precision() {
    return (double) found / (found + wrong);
  }

  /// Of what is right, the part that the reader gives; NaN if nothing is.
  public double recall() {
    return (double) found / right;
  }
}
