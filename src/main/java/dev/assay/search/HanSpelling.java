package dev.assay.search;

import dev.assay.cite.Span;
import dev.assay.index.IndexQuery.Term;
import dev.assay.index.IndexQuery.TextField;
import dev.assay.index.IndexTerms;
import dev.assay.index.IndexTerms.Kind;
import dev.assay.index.IndexTerms.Word;
import dev.assay.index.SearchIndex;
import dev.assay.lexicon.Alias;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names;
import dev.assay.lexicon.Sounds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Mends Chinese words that no article has by names that sound the same, tones aside (希土 for 稀土),
/// or differ from them in one character: from three characters in any, else in one that looks alike
/// (稀士).
///
/// Sounds are one reading for each character ([Sounds]). Made when a search first finds next to
/// nothing; safe for use by many threads.
final class HanSpelling {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 8;

  /// From this length one character may differ in sound too.
  private static final int ONE_MAY_DIFFER = 3;

  /// Characters of a query that are looked at.
  private static final int MOST_TEXT = 64;

  /// For each character, those that it is taken for by eye.
  private final Map<Character, String> lookAlikes;

  private final Map<String, Set<String>> bySound = new HashMap<>();

  /// Names by what is left of them when one character is taken out and its place marked.
  private final Map<String, Set<String>> byGap = new HashMap<>();

  HanSpelling(Names names) {
    this.lookAlikes = lookAlikes(names.lexicon());
    for (NamedEntity entity : names.entities()) {
      for (String label : entity.labels().values()) {
        add(HanScript.simplify(label));
      }
      entity.aliases().stream()
          .filter(Alias::isSure)
          .forEach(alias -> add(HanScript.simplify(alias.text())));
    }
  }

  private void add(String label) {
    if (label.length() < SHORTEST
        || label.length() > LONGEST
        || !label.chars().allMatch(c -> HanScript.isHan((char) c))) {
      return;
    }
    bySound.computeIfAbsent(sound(label), _ -> new LinkedHashSet<>()).add(label);
    if (label.length() >= ONE_MAY_DIFFER) {
      gaps(label).forEach(gap -> byGap.computeIfAbsent(gap, _ -> new LinkedHashSet<>()).add(label));
    }
  }

  private String sound(String word) {
    StringBuilder sound = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      sound.append(Sounds.of(word.charAt(i)));
      sound.append(' ');
    }
    return sound.toString();
  }

  private static List<String> gaps(String word) {
    List<String> gaps = new ArrayList<>();
    for (int i = 0; i < word.length(); i++) {
      gaps.add(word.substring(0, i) + '_' + word.substring(i + 1));
    }
    return gaps;
  }

  /// `query` with the longest of its unknown words mended; null if there is nothing to mend.
  ///
  /// @param free the query with spaces for all that is no free word
  @Nullable String mend(String query, String free, SearchIndex index) {
    String text = HanScript.simplify(free.substring(0, Math.min(free.length(), MOST_TEXT)));
    for (int length = LONGEST; length >= SHORTEST; length--) {
      for (int start = 0; start + length <= text.length(); start++) {
        Span span = new Span(start, start + length);
        String better = better(span.in(text), index);
        if (better != null) {
          return query.substring(0, start) + better + query.substring(span.end());
        }
      }
    }
    return null;
  }

  private @Nullable String better(String word, SearchIndex index) {
    Set<String> near = near(word);
    if (near.isEmpty() || frequency(word, index) > 0) {
      return null;
    }
    String best = null;
    int most = 0;
    for (String name : near) {
      int frequency = frequency(name, index);
      if (frequency > most) {
        best = name;
        most = frequency;
      }
    }
    return best;
  }

  private Set<String> near(String word) {
    if (!word.chars().allMatch(c -> HanScript.isHan((char) c))) {
      return Set.of();
    }
    Set<String> near = new LinkedHashSet<>(bySound.getOrDefault(sound(word), Set.of()));
    if (word.length() >= ONE_MAY_DIFFER) {
      gaps(word).forEach(gap -> near.addAll(byGap.getOrDefault(gap, Set.of())));
    }
    near.addAll(lookAlikes(word));
    near.remove(word);
    return near;
  }

  /// The names that `word` is, read with one of its characters for another of the same looks.
  private List<String> lookAlikes(String word) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < word.length(); i++) {
      String others = lookAlikes.getOrDefault(word.charAt(i), "");
      for (int j = 0; j < others.length(); j++) {
        String read = word.substring(0, i) + others.charAt(j) + word.substring(i + 1);
        if (bySound.getOrDefault(sound(read), Set.of()).contains(read)) {
          names.add(read);
        }
      }
    }
    return names;
  }

  private static Map<Character, String> lookAlikes(Lexicon lexicon) {
    Map<Character, String> others = new HashMap<>();
    for (LexiconFile.Row row : lexicon.table("zh/look-alikes.tsv").rows()) {
      String group = row.cell(0);
      for (int i = 0; i < group.length(); i++) {
        String rest = group.substring(0, i) + group.substring(i + 1);
        others.merge(group.charAt(i), rest, String::concat);
      }
    }
    return others;
  }

  /// Articles that have all the pairs of `word`, at most.
  private static int frequency(String word, SearchIndex index) {
    List<Term> pairs =
        IndexTerms.of(word).stream()
            .filter(part -> part.kind() == Kind.PAIR)
            .map(HanSpelling::term)
            .toList();
    Collection<Integer> frequencies = index.frequencies(pairs).values();
    return frequencies.stream().mapToInt(Integer::intValue).min().orElse(0);
  }

  private static Term term(Word word) {
    return new Term(TextField.TEXT, word.kind(), word.term());
  }
}
