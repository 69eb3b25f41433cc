package dev.assay.search;

import dev.assay.analyze.text.Sentences;
import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.cite.Span;
import dev.assay.index.IndexQuery.PlacedTerm;
import dev.assay.index.IndexTerms;
import dev.assay.index.IndexTerms.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds the stretches of an article where the terms of a question stand.
final class Passages {

  private static final int MOST_PASSAGES = 3;

  /// Longest stretch shown, in UTF-16 units, unless one sentence is longer.
  private static final int LONGEST = 320;

  /// A long article is searched this far.
  private static final int MOST_TEXT = 400_000;

  private final Highlights wanted;
  private final IndexTerms.Sought sought;
  private final Map<String, List<List<PlacedTerm>>> runsByFirst;
  private final Map<String, Double> apart;

  Passages(Highlights wanted) {
    this.wanted = wanted;
    this.runsByFirst =
        wanted.runs().keySet().stream()
            .collect(Collectors.groupingBy(run -> run.getFirst().term()));
    this.apart = apart(wanted);
    this.sought = new IndexTerms.Sought(apart.keySet());
  }

  /// Every term for itself: what is marked where no run stands whole.
  private static Map<String, Double> apart(Highlights wanted) {
    Map<String, Double> apart = new HashMap<>(wanted.words());
    wanted
        .runs()
        .forEach(
            (run, weight) ->
                run.forEach(term -> apart.merge(term.term(), weight / run.size(), Math::max)));
    return apart;
  }

  /// @param worth at its first place in a stretch
  private record Mark(Span span, String term, double worth) {}

  private record Scored(Passage passage, double score) {}

  /// What an article holds of the question.
  ///
  /// @param title words of the title
  /// @param passages the best stretches, best first, each of another paragraph
  record Found(List<Span> title, List<Passage> passages) {
    Found {
      title = List.copyOf(title);
      passages = List.copyOf(passages);
    }
  }

  Found of(Article article) {
    Found whole = found(article, this::marks);
    boolean none = whole.title().isEmpty() && whole.passages().isEmpty();
    return none && !wanted.runs().isEmpty() ? found(article, this::marksApart) : whole;
  }

  /// Whether a text holds a word or a run that is marked.
  boolean marksAnyOf(String text) {
    return !marks(text).isEmpty();
  }

  private Found found(Article article, Function<String, List<Mark>> marking) {
    List<Scored> scored = new ArrayList<>();
    int read = 0;
    for (Paragraph paragraph : article.paragraphs()) {
      read += paragraph.text().length();
      if (read > MOST_TEXT) {
        break;
      }
      List<Mark> marks = marking.apply(paragraph.text());
      if (!marks.isEmpty()) {
        scored.add(best(paragraph, marks));
      }
    }
    scored.sort(
        Comparator.comparingDouble(Scored::score)
            .reversed()
            .thenComparing(s -> s.passage().paragraph()));
    return new Found(
        merged(marking.apply(article.title())),
        scored.stream().limit(MOST_PASSAGES).map(Scored::passage).toList());
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
  private static double score(List<Mark> marks) {
    Set<String> seen = new HashSet<>();
    double score = 0;
    for (Mark mark : marks) {
      score += seen.add(mark.term()) ? mark.worth() : mark.worth() / 20;
    }
    return score;
  }

  private List<Mark> marksApart(String text) {
    return IndexTerms.among(text, sought).stream()
        .flatMap(word -> mark(word, apart).stream())
        .toList();
  }

  /// The words that are wanted alone, and the runs that stand whole.
  private List<Mark> marks(String text) {
    List<Word> words = IndexTerms.among(text, sought);
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      mark(words.get(i), wanted.words()).ifPresent(marks::add);
      for (List<PlacedTerm> run : runsByFirst.getOrDefault(words.get(i).term(), List.of())) {
        run(run, words, i).ifPresent(marks::add);
      }
    }
    return marks;
  }

  private static Optional<Mark> mark(Word word, Map<String, Double> worths) {
    Double worth = worths.get(word.term());
    return worth == null
        ? Optional.empty()
        : Optional.of(new Mark(new Span(word.start(), word.end()), word.term(), worth));
  }

  /// The run that begins at `words.get(first)`, if all its terms stand where they should.
  private Optional<Mark> run(List<PlacedTerm> run, List<Word> words, int first) {
    Word start = words.get(first);
    Word last = start;
    int at = first;
    for (PlacedTerm term : run.subList(1, run.size())) {
      int place = start.position() + term.place() - run.getFirst().place();
      while (at < words.size() && !isAt(words.get(at), term, place)) {
        if (words.get(at).position() > place) {
          return Optional.empty();
        }
        at++;
      }
      if (at == words.size()) {
        return Optional.empty();
      }
      last = words.get(at);
    }
    String terms = run.stream().map(PlacedTerm::term).collect(Collectors.joining(" "));
    double worth = wanted.runs().getOrDefault(run, 0.0);
    return Optional.of(new Mark(new Span(start.start(), last.end()), terms, worth));
  }

  private static boolean isAt(Word word, PlacedTerm term, int place) {
    return word.position() == place && word.term().equals(term.term());
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
