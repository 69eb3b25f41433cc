package dev.assay.fold;

import dev.assay.analyze.text.Sentences;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What differs between two copies of a text: silent edits, local additions, and what was left out.
///
/// Sentences that say the same in both, in whatever order, script or spacing, are no difference. Of
/// the rest, two that share half of their words are one sentence that was changed.
///
/// @param list those of figures first, then in order of the text, what was added last
/// @param kept share of the first text's words and figures that the second has too, 0 to 1
public record Changes(List<Change> list, double kept) {

  /// Words that two readings of one sentence share, as a share of those of the longer.
  private static final double ONE_SENTENCE = 0.5;

  /// Sentences of each side that are laid side by side; the rest are added or removed.
  private static final int MOST_SENTENCES = 300;

  public Changes {
    list = List.copyOf(list);
  }

  /// A sentence with what is compared of it.
  private record Sentence(
      String text, ContentTokens tokens, long content, Set<Long> words, Set<Long> figures) {

    static Sentence of(String text) {
      ContentTokens tokens = ContentTokens.of(text);
      Set<Long> words = new HashSet<>();
      Set<Long> figures = new HashSet<>();
      for (int i = 0; i < tokens.size(); i++) {
        (tokens.isFigure(i) ? figures : words).add(tokens.hash(i));
      }
      return new Sentence(text, tokens, Fingerprint.of(tokens).contentHash(), words, figures);
    }

    double likeness(Sentence other) {
      long shared = words.stream().filter(other.words::contains).count();
      return (double) shared / Math.max(1, Math.max(words.size(), other.words.size()));
    }
  }

  /// The differences from `before` to `after`. Takes about a millisecond for texts of a page.
  public static Changes between(String before, String after) {
    List<Sentence> first = sentences(before);
    List<Sentence> second = sentences(after);
    int size = first.stream().mapToInt(sentence -> sentence.tokens().size()).sum();
    leaveOutCommon(first, second);
    int lost = 0;
    List<Change> changes = new ArrayList<>();
    for (Sentence sentence : first) {
      Sentence match = best(sentence, second);
      if (match == null) {
        changes.add(new Change.Removed(sentence.text()));
        lost += sentence.tokens().size();
      } else {
        second.remove(match);
        WordDifference words = WordDifference.of(sentence.tokens(), match.tokens());
        changes.add(changed(sentence, match, words));
        lost += words.lost();
      }
    }
    second.forEach(sentence -> changes.add(new Change.Added(sentence.text())));
    changes.sort(Comparator.comparing(change -> !change.ofFigures()));
    return new Changes(changes, size == 0 ? 1 : 1 - (double) lost / size);
  }

  private static Change changed(Sentence before, Sentence after, WordDifference words) {
    return new Change.Changed(
        before.text(),
        after.text(),
        !before.figures().equals(after.figures()),
        words.inFirst(),
        words.inSecond());
  }

  /// Changed sentences in which a figure is another.
  public long ofFigures() {
    return list.stream().filter(Change::ofFigures).count();
  }

  private static List<Sentence> sentences(String text) {
    List<Sentence> sentences = new ArrayList<>();
    for (var span : Sentences.of(text)) {
      Sentence sentence = Sentence.of(span.in(text));
      if (!sentence.words().isEmpty() || !sentence.figures().isEmpty()) {
        sentences.add(sentence);
      }
    }
    return sentences;
  }

  private static void leaveOutCommon(List<Sentence> first, List<Sentence> second) {
    Map<Long, Deque<Sentence>> known = new HashMap<>();
    for (Sentence sentence : second) {
      known.computeIfAbsent(sentence.content(), _ -> new ArrayDeque<>()).add(sentence);
    }
    Set<Sentence> common = new HashSet<>();
    first.removeIf(
        sentence -> {
          Sentence same = known.getOrDefault(sentence.content(), new ArrayDeque<>()).poll();
          if (same != null) {
            common.add(same);
          }
          return same != null;
        });
    second.removeIf(common::contains);
  }

  private static @Nullable Sentence best(Sentence sentence, List<Sentence> others) {
    return others.stream()
        .limit(MOST_SENTENCES)
        .filter(other -> sentence.likeness(other) >= ONE_SENTENCE)
        .max(Comparator.comparingDouble(sentence::likeness))
        .orElse(null);
  }
}
