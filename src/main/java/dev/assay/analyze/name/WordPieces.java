package dev.assay.analyze.name;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import dev.assay.lexicon.HanScript;

/// Tells a name from a piece of a word or of two: 中东 in 中东部, `laser` in `laser-like`, `Euro` in
/// `Euro-Atlantic`.
final class WordPieces {

  private static final int LONGEST_WORD = 4;
  private static final int LONGEST_NAME = 4;

  private WordPieces() {}

  /// Whether the known name at this place is only a piece.
  static boolean isPiece(String text, NameMatch match) {
    return HanScript.isHan(text.charAt(match.start()))
        ? isPieceOfHan(text, match.start(), match.end())
        : isPieceOfLatin(text, match);
  }

  /// Whether the characters around are likelier two other words, by how often HanLP's corpus has
  /// them.
  private static boolean isPieceOfHan(String text, int start, int end) {
    if (end - start > LONGEST_NAME || end - start < 2) {
      return false;
    }
    String name = HanScript.simplify(text.substring(start, end));
    long own = frequency(name);
    for (int from = start + 1; from < end; from++) {
      for (int to = end + 1; to <= Math.min(text.length(), from + LONGEST_WORD); to++) {
        String left = HanScript.simplify(text.substring(start, from));
        String across = HanScript.simplify(text.substring(from, to));
        String rest = HanScript.simplify(text.substring(end, to));
        if (isLikelier(left, across, own, rest)) {
          return true;
        }
      }
    }
    for (int to = end - 1; to > start; to--) {
      for (int from = start - 1; from >= Math.max(0, to - LONGEST_WORD); from--) {
        String right = HanScript.simplify(text.substring(to, end));
        String across = HanScript.simplify(text.substring(from, to));
        String rest = HanScript.simplify(text.substring(from, start));
        if (isLikelier(right, across, own, rest)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isLikelier(String part, String across, long own, String rest) {
    long crossing = frequency(across);
    return crossing > 0
        && isHan(across)
        && (double) frequency(part) * crossing
            > (double) Math.max(1, own) * Math.max(1, frequency(rest)) * CERTAIN;
  }

  /// So many times likelier the other words must be.
  private static final double CERTAIN = 3;

  private static boolean isHan(String text) {
    return text.chars().allMatch(c -> HanScript.isHan((char) c));
  }

  private static long frequency(String word) {
    CoreDictionary.Attribute found = CoreDictionary.get(word);
    return found == null ? 0 : found.totalFrequency;
  }

  private static boolean isPieceOfLatin(String text, NameMatch match) {
    int end = match.end();
    if (end + 1 >= text.length() || text.charAt(end) != '-') {
      return false;
    }
    boolean currency =
        match.readings().stream().anyMatch(one -> one.entity().kind().equals("currency"));
    return text.startsWith("-like", end) || currency && Character.isLetter(text.charAt(end + 1));
  }
}
