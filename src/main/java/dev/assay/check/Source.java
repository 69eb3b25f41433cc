package dev.assay.check;

import dev.assay.analyze.Quantity;
import dev.assay.analyze.QuantityExtractor;
import dev.assay.analyze.TimeExpression;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import dev.assay.lexicon.LanguageDetector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The cited paragraphs, read once, so that many sentences can be checked against them. Immutable;
/// safe for use by many threads.
public final class Source {

  final List<String> paragraphs;
  final List<Fact> facts = new ArrayList<>();
  final List<TimeExpression> times = new ArrayList<>();
  final List<Integer> timeParagraphs = new ArrayList<>();

  Source(
      List<String> paragraphs,
      QuantityExtractor extractor,
      ContextReader contexts,
      @Nullable PublicationTime published) {
    this.paragraphs = List.copyOf(paragraphs);
    for (int i = 0; i < paragraphs.size(); i++) {
      String text = paragraphs.get(i);
      QuantityExtractor.Reading reading =
          extractor.read(text, LanguageDetector.detect(text, Language.UNKNOWN), published);
      addFacts(i, text, reading, contexts);
      for (TimeExpression time : reading.times()) {
        times.add(time);
        timeParagraphs.add(i);
      }
    }
  }

  private void addFacts(
      int paragraph, String text, QuantityExtractor.Reading reading, ContextReader contexts) {
    List<Quantity> all = new ArrayList<>(reading.quantities());
    all.addAll(reading.weak());
    all.sort(Comparator.comparingInt(quantity -> quantity.span().start()));
    List<ContextReader.Place> places = places(all);
    char[] folded = ContextReader.fold(text);
    for (int i = 0; i < all.size(); i++) {
      Quantity quantity = all.get(i);
      boolean stated = reading.quantities().contains(quantity);
      Context context = stated && all.size() > 1 ? contexts.read(folded, places, i) : Context.EMPTY;
      facts.add(new Fact(quantity, paragraph, stated, context));
    }
  }

  static List<ContextReader.Place> places(List<Quantity> quantities) {
    return quantities.stream()
        .map(
            quantity ->
                new ContextReader.Place(
                    quantity.span().start(), quantity.span().end(), quantity.unit().kind()))
        .toList();
  }

  String words(Fact fact) {
    return fact.quantity().span().in(paragraphs.get(fact.paragraph()));
  }
}
