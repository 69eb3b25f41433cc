package dev.assay.fold;

import dev.assay.fold.CopyVerdict.Copy;
import dev.assay.fold.CopyVerdict.Difference;
import dev.assay.fold.CopyVerdict.Different;
import dev.assay.fold.CopyVerdict.Reason;
import dev.assay.fold.CopyVerdict.Relation;
import dev.assay.fold.CopyVerdict.Vetoed;
import java.util.List;
import java.util.Optional;

/// Says whether two texts are copies of one.
///
/// The two are laid side by side, figures left out of account ([TextAlignment]); then it is asked
/// what each has of its own, and whether the figures agree where the words do. A copy has nothing
/// of its own on one side at least: it is an edited text if the other side has little, an excerpt
/// if it has much. Two texts that each bring sentences of their own tell of one event at most.
/// Symmetric: swapping the two swaps the shares and the sides of the differences, and nothing else.
public final class Copies {

  /// What either side may have of its own in an edited text, as a share of its tokens.
  private static final double MOST_OWN_OF_LESSER = 0.17;

  /// What the other side may have of its own in an edited text.
  private static final double MOST_OWN_OF_GREATER = 1.0 / 3;

  /// The same where figures by the dozen agree: such texts are of one origin, however much was cut.
  private static final double MOST_OWN_AROUND_FIGURES = 0.5;

  private static final int MANY_FIGURES = 20;

  /// An editor cuts and polishes, and seldom moves: two reports that quote the same speakers tell
  /// it in their own order.
  private static final double LEAST_IN_ORDER = 0.7;

  /// An excerpt is cut out and not put together anew.
  private static final double LEAST_IN_ORDER_OF_EXCERPT = 0.8;

  /// An excerpt brings next to nothing of its own.
  private static final double MOST_OWN_OF_EXCERPT = 0.05;

  /// An excerpt is the very words of the whole, but for typing errors: what was rewritten is
  /// another text.
  private static final double LEAST_VERBATIM = 0.95;

  /// An excerpt shorter than this could be a phrase that both use.
  private static final int LEAST_EXCERPT = 40;

  /// Figures that an edited text may add before it counts as having news of its own.
  private static final int FREE_NEW_FIGURES = 2;

  /// With every so many figures that agree, one more may be added.
  private static final int AGREED_FOR_ONE_NEW = 8;

  private Copies() {}

  /// Compares two texts. Takes some tenths of a millisecond for texts of a page; linear in them.
  public static CopyVerdict compare(Edition first, Edition second) {
    Comparison c = Comparison.of(first, second);
    double ofFirst = c.sharedOfFirst();
    double ofSecond = c.sharedOfSecond();
    if (c.isSame()) {
      return new Copy(Relation.SAME, ofFirst, ofSecond);
    }
    if (!c.conflicts().isEmpty() && c.wordsAgree()) {
      return new Vetoed(Reason.FIGURES, c.conflicts());
    }
    boolean edited = isEdited(c);
    boolean excerpt = !edited && !c.isFollowUp() && isExcerpt(c);
    if (edited || excerpt) {
      Optional<Difference> replaced = c.replacedName();
      if (replaced.isPresent()) {
        return new Vetoed(Reason.NAMES, List.of(replaced.get()));
      }
    }
    if (edited) {
      return new Copy(Relation.EDITED, ofFirst, ofSecond);
    }
    if (c.isFollowUp()) {
      return new Vetoed(Reason.FOLLOW_UP, c.conflicts());
    }
    if (excerpt) {
      return new Copy(Relation.EXCERPT, ofFirst, ofSecond);
    }
    return new Different(ofFirst, ofSecond);
  }

  private static boolean isEdited(Comparison c) {
    double mostOwn =
        c.agreedFigures() >= MANY_FIGURES ? MOST_OWN_AROUND_FIGURES : MOST_OWN_OF_GREATER;
    return c.inOrder() >= LEAST_IN_ORDER
        && c.lesserOwn() <= MOST_OWN_OF_LESSER
        && c.greaterOwn() <= mostOwn
        && c.newFigures() <= mostNewFigures(c);
  }

  /// The later text may leave figures out, but not bring them.
  private static boolean isExcerpt(Comparison c) {
    return c.shortTokens() >= LEAST_EXCERPT
        && c.inOrder() >= LEAST_IN_ORDER_OF_EXCERPT
        && c.newFiguresOfLater() <= mostNewFigures(c)
        && c.ownOfShorterButInsertion() <= MOST_OWN_OF_EXCERPT
        && c.verbatimOfShorter() >= LEAST_VERBATIM;
  }

  private static int mostNewFigures(Comparison c) {
    return FREE_NEW_FIGURES + c.agreedFigures() / AGREED_FOR_ONE_NEW;
  }
}
