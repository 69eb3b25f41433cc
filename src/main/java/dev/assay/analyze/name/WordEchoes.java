package dev.assay.analyze.name;

import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// How often the words of names stand in an article, in other names and outside of any too: the
/// words of *Mount Sefton Hospital* in "the hospital", the characters of 绿色转型 in 绿色化. In Chinese a
/// word is any two characters that stand together, or one that is a name by itself (钕).
final class WordEchoes {

  private static final int LEAST_LETTERS = 3;

  private final Set<String> small;

  /// The words of the names, by their hashes: so no word of the text need be cut out to be counted.
  private final String[] words;

  private final int[] hashes;
  private final int[] inTitle;
  private final int[] inText;

  /// @param blocks the title and the paragraphs
  /// @param names whose words are counted
  /// @param small words that are in every text
  WordEchoes(List<String> blocks, Collection<String> names, Set<String> small) {
    this.small = small;
    this.words =
        names.stream()
            .flatMap(name -> ofName(name).stream())
            .distinct()
            .sorted(Comparator.comparingInt(String::hashCode).thenComparing(word -> word))
            .toArray(String[]::new);
    this.hashes = Arrays.stream(words).mapToInt(String::hashCode).toArray();
    this.inTitle = new int[words.length];
    this.inText = new int[words.length];
    count(blocks.getFirst(), inTitle);
    blocks.subList(1, blocks.size()).forEach(block -> count(block, inText));
  }

  /// The share of `own` that the title has.
  double inTitle(Set<String> own) {
    return own.isEmpty()
        ? 0
        : (double) own.stream().filter(word -> of(word, inTitle) > 0).count() / own.size();
  }

  /// How often the text has that of `own` that it has most.
  int most(Set<String> own) {
    return own.stream().mapToInt(word -> of(word, inText)).max().orElse(0);
  }

  /// How often the text has one of `own`, in the mean.
  double mean(Set<String> own) {
    return own.stream().mapToInt(word -> of(word, inText)).average().orElse(0);
  }

  private int of(String word, int[] counts) {
    for (int i = first(word.hashCode()); i < words.length; i++) {
      if (words[i].equals(word)) {
        return counts[i];
      }
    }
    return 0;
  }

  /// The place of the first word with this hash, or past all words.
  private int first(int hash) {
    int at = Arrays.binarySearch(hashes, hash);
    while (at > 0 && hashes[at - 1] == hash) {
      at--;
    }
    return at < 0 ? words.length : at;
  }

  /// The words of a name.
  List<String> ofName(String name) {
    if (name.length() == 1 && HanScript.isHan(name.charAt(0))) {
      return List.of(name);
    }
    List<String> own = new ArrayList<>();
    int at = 0;
    while (at < name.length()) {
      int end = wordEnd(name, at);
      String word = lower(name, at, end);
      if (!word.isEmpty() && !small.contains(word)) {
        own.add(word);
      }
      at = next(name, at, end);
    }
    return own;
  }

  /// The end of the word that begins at `at`; `at` if none does.
  private static int wordEnd(String text, int at) {
    if (HanScript.isHan(text.charAt(at))) {
      return at + 1 < text.length() && HanScript.isHan(text.charAt(at + 1)) ? at + 2 : at;
    }
    int end = lettersEnd(text, at);
    return end - at >= LEAST_LETTERS ? end : at;
  }

  /// Where the next word may begin: two characters share one, letters that hang together none.
  private static int next(String text, int at, int end) {
    return HanScript.isHan(text.charAt(at))
        ? at + 1
        : Math.max(at + 1, Math.max(end, lettersEnd(text, at)));
  }

  private static int lettersEnd(String text, int at) {
    int end = at;
    while (end < text.length()
        && Character.isLetter(text.charAt(end))
        && !HanScript.isHan(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static String lower(String text, int from, int to) {
    char[] letters = new char[to - from];
    for (int i = from; i < to; i++) {
      letters[i - from] = Character.toLowerCase(text.charAt(i));
    }
    return new String(letters);
  }

  private void count(String text, int[] counts) {
    int at = 0;
    while (at < text.length()) {
      if (HanScript.isHan(text.charAt(at))) {
        count(text, at, at + 1, counts); // a name of one character
      }
      int end = wordEnd(text, at);
      if (end > at) {
        count(text, at, end, counts);
      }
      at = next(text, at, end);
    }
  }

  private void count(String text, int from, int to, int[] counts) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + Character.toLowerCase(text.charAt(i)); // as String does
    }
    for (int i = first(hash); i < words.length && hashes[i] == hash; i++) {
      if (isAt(words[i], text, from, to)) {
        counts[i]++;
      }
    }
  }

  private static boolean isAt(String word, String text, int from, int to) {
    boolean same = word.length() == to - from;
    for (int i = from; same && i < to; i++) {
      same = word.charAt(i - from) == Character.toLowerCase(text.charAt(i));
    }
    return same;
  }
}
