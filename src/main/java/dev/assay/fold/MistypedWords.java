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
        || a.kind(i) == Kind.WORD && isSlip(word(first, i), word(second, j));
  }

  private static String word(Edition edition, int token) {
    return edition.words(token, token + 1).toLowerCase(Locale.ROOT);
  }

  static boolean isSlip(String one, String other) {
    int letters = Math.max(one.length(), other.length());
    int most = letters >= 2 * LEAST_LETTERS ? 2 : letters >= LEAST_LETTERS ? 1 : 0;
    return Math.abs(one.length() - other.length()) <= most && distance(one, other) <= most;
  }

  /// Letters to put in, leave out or replace (Levenshtein); words have 40 letters at most.
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[row.length - 1];
  }
}
