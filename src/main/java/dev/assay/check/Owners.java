package dev.assay.check;

import java.util.List;

/// Tells when a number stands with the wrong thing: when the words beside it are those that the
/// source puts beside another number of its kind.
final class Owners {

  /// How much better the words must fit the other number, in weights of marks.
  private static final float MARGIN = 1.2f;

  /// And how many times better.
  private static final float FACTOR = 1.5f;

  private Owners() {}

  /// Whether two numbers of a sentence are exchanged.
  static boolean isSwapped(
      Context one, Context other, Context factOfOne, Context factOfOther, List<Context> rivals) {
    float straight = one.shared(factOfOne, rivals) + other.shared(factOfOther, rivals);
    float crossed = one.shared(factOfOther, rivals) + other.shared(factOfOne, rivals);
    return crossed > straight + MARGIN && crossed > FACTOR * straight;
  }

  /// Whether the words beside a number fit `rival` much better than `own`. A number of the source
  /// that the sentence gives `twice` is suspect from the beginning.
  static boolean isMisplaced(
      Context said, Context own, Context rival, List<Context> rivals, boolean twice) {
    float mine = said.shared(own, rivals);
    float other = said.shared(rival, rivals);
    float margin = twice ? MARGIN / 3 : MARGIN * 1.5f;
    return other > mine + margin && other > (twice ? 1.3f : 2) * mine;
  }
}
