package dev.assay.analyze.claim;

import dev.assay.lexicon.HanScript;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Whether two phrases name the same: they share half of the shorter, in Chinese characters that
/// follow each other or in words.
public final class Naming {

  private static final Set<String> EMPTY = Set.of("the", "of", "and", "a", "in", "for", "s");

  private Naming() {}

  public static boolean same(String one, String other) {
    return one.equals(other)
        || sameHan(han(one), han(other))
        || sameWords(words(one), words(other));
  }

  private static boolean sameHan(String one, String other) {
    int shared = one.isEmpty() || other.isEmpty() ? 0 : shared(one, other);
    int shorter = Math.min(one.length(), other.length());
    return shared >= 2 && shared * 2 >= shorter
        || shared > 0 && shared == one.length() && shared == other.length();
  }

  private static boolean sameWords(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    return !both.isEmpty() && both.size() * 2 >= Math.min(one.size(), other.size());
  }

  private static String han(String text) {
    StringBuilder han = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (HanScript.isHan(text.charAt(i))) {
        han.append(text.charAt(i));
      }
    }
    return han.toString();
  }

  private static Set<String> words(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Set<String> words = new HashSet<>();
    int start = 0;
    for (int i = 0; i <= lower.length(); i++) {
      if (i == lower.length() || !isPart(lower.charAt(i))) {
        if (i > start) {
          words.add(lower.substring(start, i));
        }
        start = i + 1;
      }
    }
    words.removeAll(EMPTY);
    return words;
  }

  private static boolean isPart(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }

  /// The length of the longest stretch that both have.
  private static int shared(String one, String other) {
    int best = 0;
    for (int i = 0; i < one.length(); i++) {
      for (int k = 0; k < other.length(); k++) {
        int run = 0;
        while (i + run < one.length()
            && k + run < other.length()
            && one.charAt(i + run) == other.charAt(k + run)) {
          run++;
        }
        best = Math.max(best, run);
      }
    }
    return best;
  }
}
