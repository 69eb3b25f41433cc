package dev.assay.fold;

import dev.assay.fold.ContentTokens.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Finds the words between two matched stretches that stand in the other text too, perhaps with a
/// typing error. A wrong letter in every tenth word would otherwise leave hardly three words in a
/// row. Only for words: of two Chinese characters nobody can say whether one is a slip for the
/// other.
final class MistypedWords {

  /// Longer gaps hold other text.
  private static final int LONGEST_GAP = 16;

  /// From so many letters on, one wrong letter is a slip; from twice as many, two are.
  private static final int LEAST_LETTERS = 4;

  private final Edition first;
  private final Edition second;
  private final List<TextAlignment.Tile> found = new ArrayList<>();

  private MistypedWords(Edition first, Edition second) {
    this.first = first;
    this.second = second;
  }

  /// `tiles` with what was found between them, joined where they touch.
  static List<TextAlignment.Tile> join(
      List<TextAlignment.Tile> tiles, Edition first, Edition second) {
    MistypedWords words = new MistypedWords(first, second);
    for (int t = 0; t < tiles.size(); t++) {
      if (t > 0) {
        words.look(tiles.get(t - 1), tiles.get(t));
      }
      words.add(tiles.get(t));
    }
    return words.found;
  }

  private void add(TextAlignment.Tile tile) {
    if (!found.isEmpty()) {
      TextAlignment.Tile last = found.getLast();
      int length = last.length();
      if (last.first() + length == tile.first() && last.second() + length == tile.second()) {
        found.removeLast();
        found.add(new TextAlignment.Tile(last.first(), last.second(), length + tile.length()));
        return;
      }
    }
    found.add(tile);
  }

  private void look(TextAlignment.Tile before, TextAlignment.Tile after) {
    int from = before.first() + before.length();
    int at = before.second() + before.length();
    int rows = after.first() - from;
    int columns = after.second() - at;
    if (rows > 0 && rows <= LONGEST_GAP && columns > 0 && columns <= LONGEST_GAP) {
      align(from, rows, at, columns);
    }
  }

  /// The longest common subsequence of the two gaps.
  private void align(int from, int rows, int at, int columns) {
    int[][] longest = new int[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        longest[i][j] =
            isSame(from + i, at + j)
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < rows && j < columns) {
      if (isSame(from + i, at + j)) {
        add(new TextAlignment.Tile(from + i, at + j, 1));
        i++;
        j++;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }

  private boolean isSame(int i, int j) {
    ContentTokens a = first.tokens();
    ContentTokens b = second.tokens();
    if (a.kind(i) == Kind.CHARACTER || a.kind(i) != b.kind(j)) {
      return false;
    }
    return a.hash(i) == b.hash(j)
        || a.kind(i) == Kind.WORD && isSlip(first.words(i, i + 1), second.words(j, j + 1));
  }

  /// Whether one word is a slip for the other. Names with another first letter are two: Eastridge
  /// and Westridge.
  static boolean isSlip(String written, String other) {
    boolean names =
        Character.isUpperCase(written.charAt(0)) && Character.isUpperCase(other.charAt(0));
    return (!names || written.charAt(0) == other.charAt(0))
        && isNear(written.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
  }

  private static boolean isNear(String one, String other) {
    int letters = Math.max(one.length(), other.length());
    int most = letters >= 2 * LEAST_LETTERS ? 2 : letters >= LEAST_LETTERS ? 1 : 0;
    return Math.abs(one.length() - other.length()) <= most && distance(one, other, most) <= most;
  }

  /// Letters to put in, leave out, replace, or exchange with their neighbour (*centre*, *center*),
  /// or something above `most`. A name may be a whole list in capitals, so only what lies `most`
  /// beside the diagonal is looked at, and three rows of it are kept.
  private static int distance(String one, String other, int most) {
    int far = most + 1;
    int[][] rows = new int[3][other.length() + 2];
    for (int i = 0; i <= one.length(); i++) {
      int[] row = rows[i % 3];
      int from = Math.max(0, i - most);
      int to = Math.min(other.length(), i + most);
      row[Math.max(0, from - 1)] = far;
      for (int j = from; j <= to; j++) {
        row[j] = i == 0 || j == 0 ? i + j : step(rows, one, i, other, j);
      }
      row[to + 1] = far;
    }
    return rows[one.length() % 3][other.length()];
  }

  private static int step(int[][] rows, String one, int i, String other, int j) {
    int[] above = rows[(i - 1) % 3];
    boolean same = one.charAt(i - 1) == other.charAt(j - 1);
    int least = Math.min(above[j - 1] + (same ? 0 : 1), Math.min(above[j], rows[i % 3][j - 1]) + 1);
    boolean exchanged =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return exchanged ? Math.min(least, rows[(i - 2) % 3][j - 2] + 1) : least;
  }
}
