package dev.assay.analyze.name;

import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// How often the words of names stand in an article, in other names and outside of any too: the
/// words of *Mount Sefton Hospital* in "the hospital", the characters of 绿色转型 in 绿色化. In Chinese a
/// word is any two characters that stand together, or one that is a name by itself (钕).
final class WordEchoes {

  private static final int LEAST_LETTERS = 3;

  private final List<String> blocks;
  private final Set<String> small;
  private final Set<String> inTitle = new HashSet<>();
  private final Map<String, Integer> inText = new HashMap<>();

  /// @param blocks the title and the paragraphs
  /// @param small words that are in every text
  WordEchoes(List<String> blocks, Set<String> small) {
    this.blocks = blocks;
    this.small = small;
    inTitle.addAll(words(blocks.getFirst()));
    for (String block : blocks.subList(1, blocks.size())) {
      words(block).forEach(word -> inText.merge(word, 1, Integer::sum));
    }
  }

  /// The share of `words` that the title has.
  double inTitle(Set<String> words) {
    return words.isEmpty()
        ? 0
        : (double) words.stream().filter(this::isInTitle).count() / words.size();
  }

  /// How often the text has that of `words` that it has most.
  int most(Set<String> words) {
    return words.stream().mapToInt(this::count).max().orElse(0);
  }

  /// How often the text has one of `words`, in the mean.
  double mean(Set<String> words) {
    return words.stream().mapToInt(this::count).average().orElse(0);
  }

  private boolean isInTitle(String word) {
    return word.length() == 1 ? blocks.getFirst().contains(word) : inTitle.contains(word);
  }

  private int count(String word) {
    return word.length() == 1 ? single(word.charAt(0)) : inText.getOrDefault(word, 0);
  }

  private int single(char name) {
    long count = 0;
    for (String block : blocks.subList(1, blocks.size())) {
      count += block.chars().filter(c -> c == name).count();
    }
    return (int) count;
  }

  /// The words of a name.
  List<String> ofName(String name) {
    return name.length() == 1 && HanScript.isHan(name.charAt(0)) ? List.of(name) : words(name);
  }

  /// The words of a text, in its order.
  private List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      char c = text.charAt(start);
      if (HanScript.isHan(c)) {
        if (start + 1 < text.length() && HanScript.isHan(text.charAt(start + 1))) {
          words.add(text.substring(start, start + 2));
        }
        start++;
      } else {
        start = latin(text, start, words);
      }
    }
    return words;
  }

  private int latin(String text, int start, List<String> words) {
    int end = start;
    while (end < text.length()
        && Character.isLetter(text.charAt(end))
        && !HanScript.isHan(text.charAt(end))) {
      end++;
    }
    if (end - start >= LEAST_LETTERS) {
      String word = text.substring(start, end).toLowerCase(Locale.ROOT);
      if (!small.contains(word)) {
        words.add(word);
      }
    }
    return Math.max(end, start + 1);
  }
}
