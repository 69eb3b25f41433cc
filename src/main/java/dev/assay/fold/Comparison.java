package dev.assay.fold;

import dev.assay.analyze.ContentTokens;
import dev.assay.fold.Verdict.Difference;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// What two texts have in common, what each has of its own, and where their figures disagree.
final class Comparison {

  /// Unmatched tokens in a row that make a passage of its own; fewer are an edited phrase.
  private static final int OWN_PASSAGE = 10;

  /// A passage no longer than this, and than a quarter of the text, may have been put into an
  /// excerpt by the outlet: an advertisement.
  private static final int LONGEST_INSERTION = 60;

  /// What stands at the head or the foot of a text, if it is shorter than this and a tenth of the
  /// text, is a headline or a note.
  private static final int LONGEST_FRAME = 30;

  /// An opening of the later text that is longer than this and holds other figures is news.
  private static final int NEWS_OPENING = 25;

  /// Texts that share less than this on both sides are no versions of each other: their figures say
  /// nothing.
  private static final double WORDS_AGREE = 0.5;

  private static final int MOST_DIFFERENCES = 3;

  private final Edition first;
  private final Edition second;
  private final Side ofFirst;
  private final Side ofSecond;
  private final List<Difference> conflicts = new ArrayList<>();
  private int agreedFigures;

  private Comparison(Edition first, Edition second) {
    this.first = first;
    this.second = second;
    List<Alignment.Tile> tiles = Alignment.of(first.tokens(), second.tokens());
    BitSet matchedFirst = new BitSet(first.tokens().size());
    BitSet matchedSecond = new BitSet(second.tokens().size());
    for (Alignment.Tile tile : tiles) {
      matchedFirst.set(tile.first(), tile.first() + tile.length());
      matchedSecond.set(tile.second(), tile.second() + tile.length());
      compareFigures(tile);
    }
    ofFirst = Side.of(first, second, matchedFirst);
    ofSecond = Side.of(second, first, matchedSecond);
  }

  static Comparison of(Edition first, Edition second) {
    return new Comparison(first, second);
  }

  /// What one text has of its own.
  ///
  /// @param matched tokens that stand in the other text
  /// @param own tokens in passages of its own
  /// @param insertion the longest of these passages that an outlet may have put in
  /// @param changed tokens between the matched ones that do not stand in the other text, insertion
  ///   left out
  /// @param newFigures figures in its own passages that the other text does not have
  /// @param newsOpening whether it opens with a passage of its own that holds such a figure
  private record Side(
      int size,
      int matched,
      int own,
      int insertion,
      int changed,
      int newFigures,
      boolean newsOpening) {

    static Side of(Edition edition, Edition other, BitSet matched) {
      ContentTokens tokens = edition.tokens();
      int size = tokens.size();
      int own = 0;
      int insertion = 0;
      int changed = 0;
      int changedByInsertion = 0;
      int newFigures = 0;
      boolean opening = false;
      for (int from = matched.nextClearBit(0); from < size; ) {
        int next = matched.nextSetBit(from);
        int to = next < 0 ? size : next;
        int length = to - from;
        boolean inside = from > 0 && to < size;
        int figures = newFigures(tokens, from, to, other);
        changed += inside ? length : 0;
        if (length >= OWN_PASSAGE && !isFrame(tokens, from, to, figures)) {
          own += length;
          newFigures += figures;
          opening |= from < OWN_PASSAGE && length >= NEWS_OPENING && figures > 0;
          if (length <= Math.min(LONGEST_INSERTION, size / 4) && length > insertion) {
            insertion = length;
            changedByInsertion = inside ? length : 0;
          }
        }
        from = matched.nextClearBit(to);
      }
      return new Side(
          size,
          matched.cardinality(),
          own,
          insertion,
          changed - changedByInsertion,
          newFigures,
          opening);
    }

    /// A headline that was left standing at the head of a text, or a line below it.
    private static boolean isFrame(ContentTokens tokens, int from, int to, int figures) {
      int most = Math.min(LONGEST_FRAME, tokens.size() / 10);
      return to - from <= most && (from == 0 && figures == 0 || to == tokens.size());
    }

    private static int newFigures(ContentTokens tokens, int from, int to, Edition other) {
      int count = 0;
      for (int i = from; i < to; i++) {
        count += tokens.isFigure(i) && !other.hasFigure(tokens.hash(i)) ? 1 : 0;
      }
      return count;
    }

    double shared() {
      return size == 0 ? 0 : (double) matched / size;
    }

    double ownShare() {
      return size == 0 ? 1 : (double) own / size;
    }

    double ownShareButInsertion() {
      return size == 0 ? 1 : (double) (own - insertion) / size;
    }

    double verbatimShare() {
      return matched == 0 ? 0 : (double) matched / (matched + changed);
    }
  }

  /// Figures with the same words before and behind them must be the same figure. Two that merely
  /// changed places are not held against the texts.
  private void compareFigures(Alignment.Tile tile) {
    for (int k = 0; k < tile.length(); k++) {
      int i = tile.first() + k;
      int j = tile.second() + k;
      if (!first.tokens().isFigure(i)) {
        continue;
      }
      if (first.tokens().hash(i) == second.tokens().hash(j)) {
        agreedFigures++;
      } else if (isConflict(tile, k, i, j) && conflicts.size() < MOST_DIFFERENCES) {
        conflicts.add(new Difference(around(first, i), around(second, j)));
      }
    }
  }

  private boolean isConflict(Alignment.Tile tile, int k, int i, int j) {
    boolean moved =
        second.hasFigure(first.tokens().hash(i)) && first.hasFigure(second.tokens().hash(j));
    return !moved && hasWords(tile, k);
  }

  /// Whether words stand in the tile both before and behind its token `k`, or one text ends there.
  private boolean hasWords(Alignment.Tile tile, int k) {
    int before = 0;
    for (int d = 1; d <= 3 && k - d >= 0; d++) {
      before += first.tokens().isFigure(tile.first() + k - d) ? 0 : 1;
    }
    boolean atStart = tile.first() + k - before == 0 || tile.second() + k - before == 0;
    int behind = k + 1;
    boolean ends =
        tile.first() + behind == first.tokens().size()
            || tile.second() + behind == second.tokens().size();
    return (before >= 1 || atStart) && (behind < tile.length() || ends);
  }

  private static String around(Edition edition, int token) {
    return edition.words(Math.max(0, token - 3), Math.min(edition.tokens().size(), token + 3));
  }

  /// Whether the tokens are the same, one by one.
  boolean isSame() {
    ContentTokens a = first.tokens();
    ContentTokens b = second.tokens();
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (a.hash(i) != b.hash(i)) {
        return false;
      }
    }
    return true;
  }

  boolean wordsAgree() {
    return Math.max(ofFirst.shared(), ofSecond.shared()) >= WORDS_AGREE;
  }

  List<Difference> conflicts() {
    return conflicts;
  }

  int agreedFigures() {
    return agreedFigures;
  }

  double sharedOfFirst() {
    return ofFirst.shared();
  }

  double sharedOfSecond() {
    return ofSecond.shared();
  }

  double lesserOwn() {
    return Math.min(ofFirst.ownShare(), ofSecond.ownShare());
  }

  double greaterOwn() {
    return Math.max(ofFirst.ownShare(), ofSecond.ownShare());
  }

  /// New figures of the side that has more of them.
  int newFigures() {
    return Math.max(ofFirst.newFigures(), ofSecond.newFigures());
  }

  int shortTokens() {
    return Math.min(ofFirst.size(), ofSecond.size());
  }

  /// Share of the shorter text that it has of its own, one insertion allowed.
  double ownOfShorterButInsertion() {
    return shorter().ownShareButInsertion();
  }

  /// Of what the shorter text has from the other, one insertion left out, the share that stands
  /// there word by word.
  double verbatimOfShorter() {
    return shorter().verbatimShare();
  }

  private Side shorter() {
    return ofFirst.size() <= ofSecond.size() ? ofFirst : ofSecond;
  }

  /// New figures of the text that was certainly published later; 0 if neither was.
  int newFiguresOfLater() {
    return first.isAfter(second)
        ? ofFirst.newFigures()
        : second.isAfter(first) ? ofSecond.newFigures() : 0;
  }

  /// Whether the later text opens with news of its own.
  boolean isFollowUp() {
    boolean opensAnew =
        first.isAfter(second) && ofFirst.newsOpening()
            || second.isAfter(first) && ofSecond.newsOpening();
    return opensAnew && wordsAgree();
  }
}
