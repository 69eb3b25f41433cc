package dev.assay.analyze.claim;

import dev.assay.lexicon.HanScript;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whether two phrases name the same: they share half of the shorter, in Chinese characters that
/// follow each other or in words.
final class Naming {

  private static final Pattern WORD = Pattern.compile("[a-z0-9]+");
  private static final Set<String> EMPTY = Set.of("the", "of", "and", "a", "in", "for", "s");

  private Naming() {}

  static boolean same(String one, String other) {
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
    text.chars().filter(c -> HanScript.isHan((char) c)).forEach(c -> han.append((char) c));
    return han.toString();
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .filter(word -> !EMPTY.contains(word))
        .collect(Collectors.toSet());
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
