package dev.assay.search;

import dev.assay.analyze.Sentences;
import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.cite.Span;
import dev.assay.index.Words;
import dev.assay.index.Words.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the stretches of an article where the terms of a question stand.
final class Passages {

  private static final int MOST_PASSAGES = 3;

  /// Longest stretch shown, in UTF-16 units, unless one sentence is longer.
  private static final int LONGEST = 320;

  /// A long article is searched this far.
  private static final int MOST_TEXT = 400_000;

  private final Map<String, Double> weights;
  private final Words.Sought sought;

  /// @param weights terms of the question, as [Words] makes them, and what each is worth
  Passages(Map<String, Double> weights) {
    this.weights = weights;
    this.sought = new Words.Sought(weights.keySet());
  }

  private record Mark(Span span, String term) {}

  private record Scored(Passage passage, double score) {}

  List<Span> highlights(String text) {
    return merged(marks(text));
  }

  /// The best stretches, best first, each of another paragraph.
  List<Passage> of(Article article) {
    List<Scored> scored = new ArrayList<>();
    int read = 0;
    for (Paragraph paragraph : article.paragraphs()) {
      read += paragraph.text().length();
      if (read > MOST_TEXT) {
        break;
      }
      List<Mark> marks = marks(paragraph.text());
      if (!marks.isEmpty()) {
        scored.add(best(paragraph, marks));
      }
    }
    scored.sort(
        Comparator.comparingDouble(Scored::score)
            .reversed()
            .thenComparing(s -> s.passage().paragraph()));
    return scored.stream().limit(MOST_PASSAGES).map(Scored::passage).toList();
  }

  private Scored best(Paragraph paragraph, List<Mark> marks) {
    Scored best = null;
    for (Span stretch : stretches(paragraph.text())) {
      List<Mark> inside = marks.stream().filter(m -> stretch.contains(m.span())).toList();
      double score = score(inside);
      if (best == null || score > best.score()) {
        best = new Scored(new Passage(paragraph.number(), stretch, merged(inside)), score);
      }
    }
    return best == null
        ? new Scored(
            new Passage(paragraph.number(), new Span(0, paragraph.text().length()), merged(marks)),
            score(marks))
        : best;
  }

  /// The paragraph, or its sentences joined as long as they are short enough.
  private static List<Span> stretches(String text) {
    if (text.length() <= LONGEST) {
      return List.of(new Span(0, text.length()));
    }
    List<Span> stretches = new ArrayList<>();
    for (Span sentence : Sentences.of(text)) {
      Span last = stretches.isEmpty() ? null : stretches.getLast();
      if (last != null && sentence.end() - last.start() <= LONGEST) {
        stretches.set(stretches.size() - 1, new Span(last.start(), sentence.end()));
      } else {
        stretches.add(sentence);
      }
    }
    return stretches;
  }

  /// Each term counts once, and a little for each time it is said again.
  private double score(List<Mark> marks) {
    Set<String> seen = new HashSet<>();
    double score = 0;
    for (Mark mark : marks) {
      double weight = weights.getOrDefault(mark.term(), 0.0);
      score += seen.add(mark.term()) ? weight : weight / 20;
    }
    return score;
  }

  private List<Mark> marks(String text) {
    List<Mark> marks = new ArrayList<>();
    for (Word word : Words.among(text, sought)) {
      if (weights.containsKey(word.term())) {
        marks.add(new Mark(new Span(word.start(), word.end()), word.term()));
      }
    }
    return marks;
  }

  private static List<Span> merged(List<Mark> marks) {
    List<Span> spans = new ArrayList<>();
    marks.stream()
        .map(Mark::span)
        .sorted(Comparator.comparingInt(Span::start).thenComparingInt(Span::end))
        .forEach(span -> add(span, spans));
    return spans;
  }

  private static void add(Span span, List<Span> spans) {
    Span last = spans.isEmpty() ? null : spans.getLast();
    if (last == null || span.start() >= last.end()) {
      spans.add(span);
    } else if (span.end() > last.end()) {
      spans.set(spans.size() - 1, new Span(last.start(), span.end()));
    }
  }
}
