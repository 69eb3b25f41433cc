package dev.assay.fold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which stretches of two texts have the same words, figures left out of account.
///
/// Greedy string tiling from left to right (after Wise, *String similarity via greedy string
/// tiling*, 1993): at each token of the first text the longest stretch that also stands in the
/// second is taken, and the search goes on behind it. Stretches may stand in another order in the
/// second text, so a moved paragraph is still found. Any number matches any number and any code any
/// code: the figures are compared afterwards, place by place. A stretch has at least four Chinese
/// characters or three words.
///
/// Time is bounded by [#MOST_PLACES] x the length of the texts.
final class TextAlignment {

  /// A stretch of `length` tokens, from `first` in the first text and from `second` in the second.
  record Tile(int first, int second, int length) {}

  /// Two Chinese characters weigh as much as four thirds of a word; the least stretch is 8.
  private static final int LEAST_WEIGHT = 8;

  /// Places of one short stretch in the second text that are tried; more say nothing.
  private static final int MOST_PLACES = 24;

  private static final long ANY_NUMBER = 0x7f4a7c159e3779b9L;
  private static final long ANY_CODE = 0x6659fd93d6e8feb8L;
  private static final long BASE = 0x2545f4914f6cdd1dL;

  private final List<Tile> tiles = new ArrayList<>();

  private TextAlignment() {}

  static List<Tile> of(ContentTokens first, ContentTokens second) {
    TextAlignment alignment = new TextAlignment();
    alignment.fill(new Side(first), new Side(second));
    return alignment.tiles;
  }

  /// A text with its figures made equal, and for each token the hash of the least stretch that
  /// begins there (0 if there is none).
  private static final class Side {
    final long[] words;
    final long[] stretches;

    Side(ContentTokens tokens) {
      words = new long[tokens.size()];
      int[] weights = new int[words.length];
      for (int i = 0; i < words.length; i++) {
        words[i] = word(tokens, i);
        weights[i] = weight(tokens, i);
      }
      stretches = new long[words.length];
      fillStretches(weights, tokens);
    }

    private static long word(ContentTokens tokens, int i) {
      return switch (tokens.kind(i)) {
        case CHARACTER, WORD -> tokens.hash(i);
        case NUMBER -> ANY_NUMBER;
        case CODE -> ANY_CODE;
      };
    }

    private static int weight(ContentTokens tokens, int i) {
      return switch (tokens.kind(i)) {
        case CHARACTER -> 2;
        case WORD -> 3;
        case NUMBER, CODE -> 1;
      };
    }

    /// At most eight tokens a stretch, so this is linear.
    private void fillStretches(int[] weights, ContentTokens tokens) {
      for (int from = 0; from < words.length; from++) {
        int weight = 0;
        int figures = 0;
        long hash = 1;
        for (int i = from; i < words.length && weight < LEAST_WEIGHT; i++) {
          hash = (hash ^ words[i]) * BASE;
          hash ^= hash >>> 31;
          weight += weights[i];
          figures += tokens.isFigure(i) ? 1 : 0;
        }
        stretches[from] = weight >= LEAST_WEIGHT && figures <= 2 ? hash | 1 : 0;
      }
    }
  }

  private void fill(Side first, Side second) {
    Places places = new Places(second.stretches);
    int expected = 0;
    int i = 0;
    while (i < first.words.length) {
      Tile tile = longest(first, second, places, i, expected);
      if (tile == null) {
        i++;
        expected++;
        continue;
      }
      tiles.add(tile);
      i += tile.length();
      expected = tile.second() + tile.length();
    }
  }

  private static @Nullable Tile longest(
      Side first, Side second, Places places, int from, int expected) {
    if (first.stretches[from] == 0) {
      return null;
    }
    Tile best = null;
    int tried = 0;
    for (int at = places.first(first.stretches[from]);
        at >= 0 && tried < MOST_PLACES;
        at = places.next(at), tried++) {
      if (second.stretches[at] != first.stretches[from]) {
        continue;
      }
      int length = matching(first.words, from, second.words, at);
      if (best == null
          || length > best.length()
          || length == best.length()
              && Math.abs(at - expected) < Math.abs(best.second() - expected)) {
        best = length == 0 ? best : new Tile(from, at, length);
      }
    }
    return best;
  }

  private static int matching(long[] first, int from, long[] second, int at) {
    int most = Math.min(first.length - from, second.length - at);
    int mismatch = Arrays.mismatch(first, from, from + most, second, at, at + most);
    return mismatch < 0 ? most : mismatch;
  }

  /// Where each stretch of a text begins: a hash table of chains, in order of place.
  private static final class Places {
    private final int[] heads;
    private final int[] nexts;
    private final int mask;

    Places(long[] stretches) {
      int capacity = Integer.highestOneBit(Math.max(16, stretches.length)) * 2;
      mask = capacity - 1;
      heads = new int[capacity];
      Arrays.fill(heads, -1);
      nexts = new int[stretches.length];
      for (int i = stretches.length - 1; i >= 0; i--) {
        if (stretches[i] != 0) {
          int slot = slot(stretches[i]);
          nexts[i] = heads[slot];
          heads[slot] = i;
        }
      }
    }

    private int slot(long stretch) {
      return (int) (stretch >>> 40) & mask;
    }

    int first(long stretch) {
      return heads[slot(stretch)];
    }

    int next(int place) {
      return nexts[place];
    }
  }
}
