package dev.assay.fold;

import dev.assay.fold.CopyVerdict.Difference;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /// Stretches whose order is looked at; of more the order is taken for the same.
  private static final int MOST_ORDERED = 500;

  /// Tokens on each side of a figure that are looked at for words.
  private static final int WORDS_AROUND = 4;

  /// One word or two Chinese characters on each side place a figure.
  private static final int LEAST_AROUND = 3;

  /// The shorter text, and the longer one.
  private final Edition first;

  private final Edition second;

  /// Whether the longer one was given first.
  private final boolean swapped;

  private final Side ofFirst;
  private final Side ofSecond;
  private final List<Difference> conflicts = new ArrayList<>();
  private int agreedFigures;
  private final double inOrder;
  private final List<TextAlignment.Tile> tiles;

  private Comparison(Edition first, Edition second, boolean swapped) {
    this.swapped = swapped;
    this.first = first;
    this.second = second;
    List<TextAlignment.Tile> tiles =
        MistypedWords.join(TextAlignment.of(first.tokens(), second.tokens()), first, second);
    BitSet matchedFirst = new BitSet(first.tokens().size());
    BitSet matchedSecond = new BitSet(second.tokens().size());
    for (TextAlignment.Tile tile : tiles) {
      matchedFirst.set(tile.first(), tile.first() + tile.length());
      matchedSecond.set(tile.second(), tile.second() + tile.length());
    }
    compareFigures(tiles);
    this.tiles = tiles;
    inOrder = inOrder(tiles);
    ofFirst = Side.of(first, second, matchedFirst);
    ofSecond = Side.of(second, first, matchedSecond);
  }

  /// Each stretch of the shorter text is looked for in the longer one and found once, so the result
  /// is the same whichever is given first.
  static Comparison of(Edition first, Edition second) {
    int order = Integer.compare(first.tokens().size(), second.tokens().size());
    boolean inOrder = order < 0 || order == 0 && first.contentOrder() <= second.contentOrder();
    return inOrder ? new Comparison(first, second, false) : new Comparison(second, first, true);
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

  /// Share of what the two have in common that stands in one order in both: the heaviest chain of
  /// stretches that come one after the other in both texts.
  private static double inOrder(List<TextAlignment.Tile> tiles) {
    if (tiles.size() > MOST_ORDERED) {
      return 1;
    }
    int[] chains = new int[tiles.size()];
    int all = 0;
    int heaviest = 0;
    for (int i = 0; i < chains.length; i++) {
      TextAlignment.Tile tile = tiles.get(i);
      for (int k = 0; k < i; k++) {
        if (tiles.get(k).second() < tile.second()) {
          chains[i] = Math.max(chains[i], chains[k]);
        }
      }
      chains[i] += tile.length();
      heaviest = Math.max(heaviest, chains[i]);
      all += tile.length();
    }
    return all == 0 ? 1 : (double) heaviest / all;
  }

  /// Figures with the same words before and behind them must be the same figure. Not held against
  /// the texts are two that merely changed places, and one that stands for the same figure in
  /// another place: where one text has a date more, its neighbour is no other date.
  private void compareFigures(List<TextAlignment.Tile> tiles) {
    BitSet agreedFirst = new BitSet();
    BitSet agreedSecond = new BitSet();
    for (TextAlignment.Tile tile : tiles) {
      for (int k = 0; k < tile.length(); k++) {
        int i = tile.first() + k;
        int j = tile.second() + k;
        if (first.tokens().isFigure(i) && first.tokens().hash(i) == second.tokens().hash(j)) {
          agreedFirst.set(i);
          agreedSecond.set(j);
        }
      }
    }
    agreedFigures = agreedFirst.cardinality();
    Set<Long> looseOfFirst = loose(first.tokens(), agreedFirst);
    Set<Long> looseOfSecond = loose(second.tokens(), agreedSecond);
    for (TextAlignment.Tile tile : tiles) {
      for (int k = 0; k < tile.length(); k++) {
        int i = tile.first() + k;
        int j = tile.second() + k;
        boolean agreed = agreedFirst.get(i) || agreedSecond.get(j);
        if (first.tokens().isFigure(i) && !agreed && hasWords(tile, k)) {
          boolean exchanged =
              looseOfSecond.contains(first.tokens().hash(i))
                  && looseOfFirst.contains(second.tokens().hash(j));
          if (!exchanged) {
            addConflict(i, j);
          }
        }
      }
    }
  }

  /// Figures that found no like in the other text at their place.
  private static Set<Long> loose(ContentTokens tokens, BitSet agreed) {
    Set<Long> loose = new HashSet<>();
    for (int i = agreed.nextClearBit(0); i < tokens.size(); i = agreed.nextClearBit(i + 1)) {
      if (tokens.isFigure(i)) {
        loose.add(tokens.hash(i));
      }
    }
    return loose;
  }

  private void addConflict(int i, int j) {
    if (conflicts.size() < MOST_DIFFERENCES) {
      String shorter = around(first, i);
      String longer = around(second, j);
      conflicts.add(swapped ? new Difference(longer, shorter) : new Difference(shorter, longer));
    }
  }

  /// Whether words stand in the tile both before and behind its token `k`, or a text ends there; on
  /// one side in short notices, where little stands around.
  private boolean hasWords(TextAlignment.Tile tile, int k) {
    int i = tile.first() + k;
    int j = tile.second() + k;
    int before = words(tile, k, -1);
    int behind = words(tile, k, 1);
    boolean atStart = i < WORDS_AROUND || j < WORDS_AROUND;
    boolean atEnd =
        first.tokens().size() - i <= WORDS_AROUND || second.tokens().size() - j <= WORDS_AROUND;
    boolean wordsBefore = before >= LEAST_AROUND || atStart;
    boolean wordsBehind = behind >= LEAST_AROUND || atEnd;
    return first.isNotice() && second.isNotice()
        ? wordsBefore || wordsBehind
        : wordsBefore && wordsBehind;
  }

  /// Weight of the words of the tile next to its token `k`, on one side.
  private int words(TextAlignment.Tile tile, int k, int step) {
    int weight = 0;
    for (int d = 1; d <= WORDS_AROUND; d++) {
      int at = k + d * step;
      if (at < 0 || at >= tile.length()) {
        break;
      }
      weight +=
          switch (first.tokens().kind(tile.first() + at)) {
            case CHARACTER -> 2;
            case WORD -> 3;
            case NUMBER, CODE -> 0;
          };
    }
    return weight;
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

  /// Where the two name others in one place; found out when it is asked.
  Optional<Difference> replacedName() {
    return ReplacedNames.find(tiles, first, second)
        .map(
            gap -> {
              String shorter = around(first, gap.first());
              String longer = around(second, gap.second());
              return swapped ? new Difference(longer, shorter) : new Difference(shorter, longer);
            });
  }

  /// Share of what both have, that stands in one order in both, 0 to 1.
  double inOrder() {
    return inOrder;
  }

  int agreedFigures() {
    return agreedFigures;
  }

  double sharedOfFirst() {
    return swapped ? ofSecond.shared() : ofFirst.shared();
  }

  double sharedOfSecond() {
    return swapped ? ofFirst.shared() : ofSecond.shared();
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
    return ofFirst.size();
  }

  /// Share of the shorter text that it has of its own, one insertion allowed.
  double ownOfShorterButInsertion() {
    return ofFirst.ownShareButInsertion();
  }

  /// Of what the shorter text has from the other, one insertion left out, the share that stands
  /// there word by word.
  double verbatimOfShorter() {
    return ofFirst.verbatimShare();
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
