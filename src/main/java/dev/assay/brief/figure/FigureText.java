package dev.assay.brief.figure;

import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.analyze.text.Word;
import dev.assay.analyze.text.WordCutter;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.cite.Places;
import dev.assay.cite.Span;
import dev.assay.lexicon.Folding;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/// A paragraph as each of its claims is held against it, made ready once: a long one has thousands.
/// For one thread.
final class FigureText {

  private final TextReading text;
  private final char[] letters;
  private final String folded;
  private final List<Span> numbers;
  private final Map<Span, Integer> numberAt = new HashMap<>();
  private final BitSet counted = new BitSet();
  private final Set<String> names;
  private final Map<Span, List<Word>> words = new HashMap<>();

  /// @param names that were read in it, as they are written
  FigureText(TextReading text, Set<String> names) {
    this.text = text;
    this.letters = Folding.letters(text.text());
    this.folded = new String(letters);
    this.names = names;
    this.numbers =
        Stream.concat(text.numbers().quantities().stream(), text.numbers().weak().stream())
            .map(Quantity::span)
            .sorted(Comparator.comparingInt(Span::start))
            .toList();
    for (int i = 0; i < numbers.size(); i++) {
      numberAt.putIfAbsent(numbers.get(i), i);
    }
    text.numbers().quantities().stream().map(Quantity::span).forEach(this::count);
    text.numbers().times().stream().map(TimeExpression::span).forEach(this::count);
  }

  private void count(Span span) {
    counted.set(span.start(), span.end());
  }

  /// Simplified, in small letters.
  String folded() {
    return folded;
  }

  /// The same, as it is read for what stands beside numbers.
  char[] letters() {
    return letters;
  }

  /// All numbers, stated or not, in order.
  List<Span> numbers() {
    return numbers;
  }

  /// The place among [#numbers] of the one that stands there.
  OptionalInt number(Span span) {
    Integer number = numberAt.get(span);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /// Whether a character is of a stated number or a time.
  boolean isCounted(int at) {
    return counted.get(at);
  }

  boolean isName(String words) {
    return names.contains(words);
  }

  /// The words of a stretch.
  List<Word> words(Span span) {
    return words.computeIfAbsent(span, one -> WordCutter.of(text.text(), one));
  }

  /// The stated numbers that begin from `from` to before `to`.
  List<Quantity> stated(int from, int to) {
    return Places.within(text.numbers().quantities(), one -> one.span().start(), from, to);
  }

  /// The times that begin within `span`.
  List<TimeExpression> times(Span span) {
    return Places.within(
        text.numbers().times(), one -> one.span().start(), span.start(), span.end());
  }
}
