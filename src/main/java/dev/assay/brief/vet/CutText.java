package dev.assay.brief.vet;

import dev.assay.analyze.text.Sentences;
import dev.assay.analyze.text.Word;
import dev.assay.analyze.text.WordCutter;
import dev.assay.cite.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The words of a text, cut when one is first asked for: most texts need none. Used by one thread.
final class CutText {

  private final String text;
  private @Nullable List<Word> words;

  /// Begins and ends of the words.
  private final Set<Span> places = new HashSet<>();

  CutText(String text) {
    this.text = text;
  }

  /// Whether a word begins and ends there: 会 of 他会来, not of 发布会.
  boolean isWord(int start, int end) {
    words();
    return places.contains(new Span(start, end));
  }

  /// Whether words begin and end there, one or several: 世界报 of 据世界报报道, not of 世界报告.
  boolean areWords(int start, int end) {
    return words().stream().anyMatch(word -> word.start() == start)
        && words().stream().anyMatch(word -> word.end() == end);
  }

  /// The first word behind `place` that is no sign.
  Optional<Word> after(int place) {
    return words().stream()
        .filter(word -> word.start() >= place && word.part() != Word.Part.SIGN)
        .findFirst();
  }

  private List<Word> words() {
    if (words == null) {
      words = new ArrayList<>();
      for (Span sentence : Sentences.of(text)) {
        words.addAll(WordCutter.of(text, sentence));
      }
      words.forEach(word -> places.add(new Span(word.start(), word.end())));
    }
    return words;
  }
}
