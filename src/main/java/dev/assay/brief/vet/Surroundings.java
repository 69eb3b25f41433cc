package dev.assay.brief.vet;

import dev.assay.cite.Span;
import dev.assay.lexicon.HanScript;
import java.util.Optional;

/// What stands on both sides of a place, held against another text of the same language: a sentence
/// that repeats a line but for a few words has others in their place.
final class Surroundings {

  /// So many letters on each side are looked at; a Chinese character is two.
  static final int ALL = 12;

  /// With fewer than these on each side two places are not the same.
  private static final int FEWEST = 6;

  /// So many characters at most stand in the place of others.
  private static final int MOST_BETWEEN = 24;

  /// A longer text is not searched: each place is held against every place of it.
  private static final int LONGEST = 8_000;

  private static final String MARKS = ".。!！?？;；:：,，\"“”\n";

  private Surroundings() {}

  /// A place of the other text, `[start, end)`; empty where it has nothing in the place.
  ///
  /// @param agreed as [#agreed] has it
  record There(int start, int end, int agreed) {}

  /// How many letters are the same before both places and behind both, on the side with fewer;
  /// where a text or a part of it ends on both, all are.
  static int agreed(String text, Span place, String other, Span there) {
    return Math.min(
        before(text, place.start(), other, there.start()),
        behind(text, place.end(), other, there.end()));
  }

  /// The place of `other` whose surroundings are most like those of `place`; empty if none are.
  static Optional<There> in(String other, String text, Span place) {
    if (other.length() > LONGEST) {
      return Optional.empty();
    }
    int start = place.start();
    int end = place.end();
    while (start > 0 && text.charAt(start - 1) == ' ') {
      start--;
    }
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    int[] behind = new int[other.length() + 1];
    for (int i = 0; i < behind.length; i++) {
      behind[i] = behind(text, end, other, i);
    }
    There best = null;
    for (int from = 0; from < behind.length; from++) {
      int before = before(text, start, other, from);
      for (int to = from;
          before >= FEWEST && to < Math.min(behind.length, from + MOST_BETWEEN);
          to++) {
        int agreed = Math.min(before, behind[to]);
        if (agreed >= FEWEST && (best == null || agreed > best.agreed)) {
          best = new There(from, to, agreed);
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static int before(String text, int end, String other, int there) {
    int letters = 0;
    int i = end - 1;
    int k = there - 1;
    while (letters < ALL && i >= 0 && k >= 0 && isSame(text.charAt(i), other.charAt(k))) {
      letters += letters(text.charAt(i));
      i--;
      k--;
    }
    return letters >= ALL || opens(text, i) && opens(other, k) ? ALL : letters;
  }

  private static int behind(String text, int start, String other, int there) {
    int letters = 0;
    int i = start;
    int k = there;
    while (letters < ALL
        && i < text.length()
        && k < other.length()
        && isSame(text.charAt(i), other.charAt(k))) {
      letters += letters(text.charAt(i));
      i++;
      k++;
    }
    return letters >= ALL || closes(text, i) && closes(other, k) ? ALL : letters;
  }

  /// Whether nothing but a mark stands at `i` and before, or nothing at all.
  private static boolean opens(String text, int i) {
    int at = i;
    while (at >= 0 && text.charAt(at) == ' ') {
      at--;
    }
    return at < 0 || MARKS.indexOf(text.charAt(at)) >= 0;
  }

  private static boolean closes(String text, int i) {
    return i >= text.length() || MARKS.indexOf(text.charAt(i)) >= 0;
  }

  private static int letters(char c) {
    return HanScript.isHan(c) ? 2 : 1;
  }

  private static boolean isSame(char one, char other) {
    return Character.toLowerCase(one) == Character.toLowerCase(other);
  }
}
