package dev.assay.event;

import dev.assay.fold.ContentTokens;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;

/// How a text is worded, with its figures and with them left open: so notices of one form that are
/// filled in anew are told from texts that repeat each other.
///
/// Each is a sketch, the least hashes of the stretches of a few words (Broder, *On the resemblance
/// and containment of documents*, 1997). Immutable.
///
/// @param form with figures left open
/// @param filled with its figures
public record Wording(int[] form, int[] filled) {

  /// Of a text without words, and of one that was kept before wordings were.
  public static final Wording NONE = new Wording(new int[0], new int[0]);

  /// Hashes of a sketch: what two texts have in common is known to about a tenth.
  private static final int MOST = 32;

  /// A Chinese character counts 2, another token 3; a stretch ends where so many are reached.
  private static final int STRETCH = 12;

  private static final long OPEN = 0x9e3779b97f4a7c15L;
  private static final long BASE = 0x2545f4914f6cdd1dL;

  /// The wording of the first `most` tokens.
  static Wording of(ContentTokens tokens, int most) {
    int size = Math.min(most, tokens.size());
    int[] form = new int[size];
    int[] filled = new int[size];
    int stretches = 0;
    for (int from = 0; from < size; from++) {
      long open = 0;
      long whole = 0;
      int weight = 0;
      int to = from;
      while (to < size && weight < STRETCH) {
        boolean figure = isFigure(tokens, to);
        weight += tokens.kind(to) == ContentTokens.Kind.CHARACTER ? 2 : 3;
        open = open * BASE + (figure ? OPEN : tokens.hash(to));
        whole = whole * BASE + tokens.hash(to);
        to++;
      }
      if (weight >= STRETCH) {
        form[stretches] = hash(open);
        filled[stretches++] = hash(whole);
      }
    }
    return new Wording(least(form, stretches), least(filled, stretches));
  }

  private static boolean isFigure(ContentTokens tokens, int i) {
    return switch (tokens.kind(i)) {
      case NUMBER, CODE -> true;
      case CHARACTER, WORD -> false;
    };
  }

  private static int hash(long stretch) {
    long mixed = (stretch ^ (stretch >>> 31)) * OPEN;
    return (int) (mixed >>> 32);
  }

  private static int[] least(int[] hashes, int size) {
    return IntStream.of(hashes).limit(size).sorted().distinct().limit(MOST).toArray();
  }

  /// How much of the form of both is filled in otherwise, 0 to 1: what they have in common with
  /// figures left open, less what they have in common with them.
  double filledAnew(Wording other) {
    return Math.max(0, alike(form, other.form) - alike(filled, other.filled));
  }

  /// The resemblance of two texts by their sketches: of the least hashes of both together, the
  /// share that both have.
  private static double alike(int[] one, int[] other) {
    int i = 0;
    int k = 0;
    int all = 0;
    int both = 0;
    while (i < one.length && k < other.length && all < MOST) {
      int order = Integer.compare(one[i], other[k]);
      both += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      k += order >= 0 ? 1 : 0;
      all++;
    }
    int least = Math.min(MOST, all + one.length - i + other.length - k);
    return least == 0 ? 0 : (double) both / least;
  }

  int bytes() {
    return 2 + Integer.BYTES * (form.length + filled.length);
  }

  void put(ByteBuffer bytes) {
    bytes.put((byte) form.length).put((byte) filled.length);
    IntStream.of(form).forEach(bytes::putInt);
    IntStream.of(filled).forEach(bytes::putInt);
  }

  static Wording read(ByteBuffer bytes) {
    int[] form = new int[bytes.get()];
    int[] filled = new int[bytes.get()];
    Arrays.setAll(form, _ -> bytes.getInt());
    Arrays.setAll(filled, _ -> bytes.getInt());
    return new Wording(form, filled);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Wording that
        && Arrays.equals(form, that.form)
        && Arrays.equals(filled, that.filled);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(form) + Arrays.hashCode(filled);
  }
}
