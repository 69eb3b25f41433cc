package dev.assay.event.figure;

import dev.assay.analyze.quantity.Basis;
import dev.assay.analyze.quantity.BasisReader;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.analyze.text.Word;
import dev.assay.analyze.text.Word.Part;
import dev.assay.analyze.text.WordClasses;
import dev.assay.analyze.text.WordCutter;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.cite.Span;
import dev.assay.event.EventReader;
import dev.assay.event.figure.StatedFigure.Window;
import dev.assay.ledger.Interval;
import dev.assay.ledger.Widths;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the figures of a report with the words around them. Safe for use by many threads.
final class FigureReader {

  /// What has more figures is no report on one happening but a study, a speech or a table: among so
  /// many some are like any other.
  private static final int MOST_FIGURES = 40;

  private static final int WORDS_BEFORE = 4;
  private static final int WORDS_BEHIND = 2;

  /// What a figure is of is told by these.
  private static final Set<Part> TELLING =
      EnumSet.of(
          Part.PERSON,
          Part.PLACE,
          Part.BODY,
          Part.NAME,
          Part.NOUN,
          Part.VERB_NOUN,
          Part.VERB,
          Part.ADJECTIVE,
          Part.ATTRIBUTE,
          Part.MEASURE,
          Part.OTHER);

  private static final Set<Part> NAMES = EnumSet.of(Part.PERSON, Part.PLACE, Part.BODY, Part.NAME);
  private static final Set<Part> NOUNS =
      EnumSet.of(Part.NOUN, Part.VERB_NOUN, Part.NAME, Part.BODY, Part.OTHER);
  private static final Set<Part> BEFORE_NOUNS =
      EnumSet.of(
          Part.NOUN,
          Part.VERB_NOUN,
          Part.NAME,
          Part.BODY,
          Part.PLACE,
          Part.ADJECTIVE,
          Part.ATTRIBUTE,
          Part.MEASURE,
          Part.OTHER);

  private static final String CLAUSE_ENDS = ",;:，；：、—()（）";

  /// What may stand behind the sign by which Chinese counts, and the signs of numbers, which are
  /// none.
  private static final String AROUND = "多余来以上下左右内";

  private static final String NUMERALS = "十百千万亿一二两三四五六七八九零〇半";

  private final EventReader reader;
  private final BasisReader bases;
  private final Widths widths;
  private final WordClasses chinese;
  private final WordClasses english;

  FigureReader(Lexicon lexicon, EventReader reader) {
    this.reader = reader;
    this.bases = new BasisReader(lexicon);
    this.widths = Widths.of(lexicon);
    this.chinese = new WordClasses(lexicon, "zh");
    this.english = new WordClasses(lexicon, "en");
  }

  /// The figures of a report, in the order of its text; none of what is no report.
  List<StatedFigure> of(List<TextReading> report) {
    List<StatedFigure> figures = new ArrayList<>();
    if (report.stream().mapToInt(text -> text.numbers().quantities().size()).sum() > MOST_FIGURES) {
      return figures;
    }
    int sentences = 0;
    for (TextReading paragraph : report) {
      new Reading(paragraph, sentences).addTo(figures);
      sentences += paragraph.sentences().size();
    }
    return figures;
  }

  /// The reading of one paragraph.
  private final class Reading {
    private final TextReading paragraph;
    private final String text;
    private final int first;
    private final List<Quantity> quantities;
    private final List<Span> places;
    private final char[] folded;

    /// @param first the number of its first sentence
    Reading(TextReading paragraph, int first) {
      this.paragraph = paragraph;
      this.text = paragraph.text();
      this.first = first;
      this.quantities = paragraph.numbers().quantities();
      this.places = quantities.stream().map(Quantity::span).toList();
      this.folded = Folding.letters(text);
    }

    void addTo(List<StatedFigure> figures) {
      int next = 0;
      for (int i = 0; i < paragraph.sentences().size(); i++) {
        Span sentence = paragraph.sentences().get(i);
        int from = next;
        while (next < places.size() && places.get(next).start() < sentence.end()) {
          next++;
        }
        if (next > from) {
          new Sentence(sentence, first + i, from, next).addTo(figures);
        }
      }
    }

    /// One of its sentences with its figures, those from `from` to `to` of the paragraph.
    private final class Sentence {
      private final Span span;
      private final int place;
      private final int from;
      private final int to;
      private final List<Word> words;
      private final Set<Integer> years;
      private final Set<Integer> days;
      private final Set<String> whole;

      Sentence(Span span, int place, int from, int to) {
        this.span = span;
        this.place = place;
        this.from = from;
        this.to = to;
        this.words = WordCutter.of(text, span);
        List<TimeExpression> times =
            paragraph.numbers().times().stream()
                .filter(time -> span.contains(time.span()))
                .toList();
        this.years =
            times.stream()
                .map(TimeExpression::year)
                .filter(year -> year > 0)
                .collect(Collectors.toSet());
        this.days =
            times.stream()
                .filter(time -> time.day() > 0)
                .map(time -> 100 * time.month() + time.day())
                .collect(Collectors.toSet());
        this.whole = terms(telling(words));
      }

      void addTo(List<StatedFigure> figures) {
        for (int i = from; i < to; i++) {
          figures.add(figure(i));
        }
      }

      private StatedFigure figure(int index) {
        Quantity quantity = quantities.get(index);
        Basis basis = bases.read(folded, places, index).each(quantity.unit());
        Span number = quantity.span();
        List<Word> clause = clause(number);
        List<Word> before =
            telling(clause).stream().filter(word -> word.end() <= number.start()).toList();
        before = before.subList(Math.max(0, before.size() - WORDS_BEFORE), before.size());
        List<Word> behind = telling(behind(clause, number)).stream().limit(WORDS_BEHIND).toList();
        Set<String> right = terms(before);
        Set<String> left = terms(behind);
        Set<String> near = new HashSet<>(right);
        near.addAll(left);
        return new StatedFigure(
            paragraph.paragraph(),
            span,
            place,
            quantity,
            range(quantity, basis),
            isAge(quantity) ? StatedFigure.AGE : measure(number),
            basis,
            years,
            days,
            Map.of(
                Window.BEFORE,
                right,
                Window.BEHIND,
                left,
                Window.NEAR,
                near,
                Window.CLAUSE,
                terms(telling(clause)),
                Window.SENTENCE,
                whole,
                Window.HEAD,
                terms(head(clause, number)),
                Window.NAME,
                terms(name(words, number)),
                Window.NAMED_BEFORE,
                terms(name(before(number), number))),
            beside(index));
      }

      /// The words between the signs around a number.
      private List<Word> clause(Span number) {
        int start = span.start();
        int end = span.end();
        for (Word word : words) {
          if (CLAUSE_ENDS.indexOf(text.charAt(word.start())) >= 0) {
            start = word.end() <= number.start() ? word.end() : start;
            end = word.start() >= number.end() ? Math.min(end, word.start()) : end;
          }
        }
        Span clause = new Span(start, end);
        return words.stream()
            .filter(word -> clause.start() <= word.start() && word.end() <= clause.end())
            .toList();
      }

      /// The words of a clause behind a number, up to the next one.
      private List<Word> behind(List<Word> clause, Span number) {
        return clause.stream()
            .filter(word -> word.start() >= number.end())
            .takeWhile(word -> !isFigure(word))
            .toList();
      }

      /// The last of the nouns that stand right behind a number, with what stands before nouns
      /// between them.
      private List<Word> head(List<Word> clause, Span number) {
        List<Word> nouns =
            clause.stream()
                .filter(word -> word.start() >= number.end())
                .takeWhile(word -> BEFORE_NOUNS.contains(word.part()) && !isFigure(word))
                .filter(word -> NOUNS.contains(word.part()))
                .toList();
        return nouns.isEmpty() ? nouns : List.of(nouns.getLast());
      }

      private List<Word> before(Span number) {
        return words.stream().filter(word -> word.end() <= number.start()).toList();
      }

      /// The words of the name among others that stands nearest to a number.
      private List<Word> name(List<Word> among, Span number) {
        List<Word> name = new ArrayList<>();
        List<Word> nearest = List.of();
        for (Word word : among) {
          if (!NAMES.contains(word.part()) || isFigure(word)) {
            continue;
          }
          if (!name.isEmpty() && word.start() - name.getLast().end() > 1) {
            name = new ArrayList<>();
          }
          name.add(word);
          if (nearest.isEmpty() || distance(name, number) < distance(nearest, number)) {
            nearest = name;
          }
        }
        return nearest;
      }

      /// How many characters stand between a name and a number.
      private static int distance(List<Word> name, Span number) {
        return name.getLast().end() <= number.start()
            ? number.start() - name.getLast().end()
            : name.getFirst().start() - number.end();
      }

      private List<Word> telling(List<Word> all) {
        return all.stream()
            .filter(word -> TELLING.contains(word.part()) && !isFigure(word))
            .toList();
      }

      private boolean isFigure(Word word) {
        return places.subList(from, to).stream()
            .anyMatch(number -> number.start() <= word.start() && word.end() <= number.end());
      }

      private Set<String> beside(int index) {
        Set<String> beside = new HashSet<>();
        for (int i = from; i < to; i++) {
          Quantity other = quantities.get(i);
          if (i != index) {
            other
                .value()
                .map(value -> value.multiply(other.unit().factor()).stripTrailingZeros())
                .map(BigDecimal::toPlainString)
                .ifPresent(value -> beside.add(value + other.unit().kind()));
          }
        }
        return beside;
      }
    }

    private Set<String> terms(List<Word> words) {
      Set<String> terms = new HashSet<>();
      for (Word word : words) {
        String base = HanScript.simplify(word.base());
        boolean han = HanScript.isHan(base.charAt(0));
        terms.add(base);
        for (int i = 0; han && i + 2 < base.length(); i++) {
          terms.add(base.substring(i, i + 2));
        }
        String kind = (han ? chinese : english).of(base).narrow();
        if (!kind.equals(WordClasses.UNKNOWN)) {
          terms.add("~" + kind);
        }
      }
      if (!words.isEmpty()) {
        terms.addAll(
            reader.concepts(text.substring(words.getFirst().start(), words.getLast().end())));
      }
      return terms;
    }

    /// Whether a number of years is how old somebody is: 32-year-old, and the bare one behind a
    /// name.
    private boolean isAge(Quantity quantity) {
      String written = quantity.span().in(text);
      return quantity.unit().isDuration()
          && (written.endsWith("old")
              || Character.isDigit(written.charAt(written.length() - 1))
                  && !HanScript.isHan(written.charAt(0)));
    }

    private Interval range(Quantity quantity, Basis basis) {
      String written = quantity.span().in(text);
      boolean more = quantity.unit().equals(Units.TIMES) && basis.course() != null;
      Interval range = widths.of(quantity, written).times(quantity.unit().factor());
      return more && HanScript.isHan(written.charAt(written.length() - 1)) ? oneMore(range) : range;
    }

    /// What grows 一倍 has doubled.
    private static Interval oneMore(Interval range) {
      return new Interval(
          oneMore(range.low()), range.lowIncluded(), oneMore(range.high()), range.highIncluded());
    }

    private static @Nullable BigDecimal oneMore(@Nullable BigDecimal end) {
      return end == null ? null : end.add(BigDecimal.ONE);
    }

    private String measure(Span number) {
      int end = number.end();
      while (end > number.start() + 1 && AROUND.indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      }
      String last = text.substring(end - 1, end);
      return HanScript.isHan(last.charAt(0)) && !NUMERALS.contains(last) ? last : "";
    }
  }
}
