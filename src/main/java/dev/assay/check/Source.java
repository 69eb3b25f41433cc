package dev.assay.check;

import dev.assay.analyze.name.Tag;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.article.Paragraph;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The cited paragraphs, read once, so that many sentences can be checked against them. Immutable;
/// safe for use by many threads.
public final class Source {

  /// What a column of a table may hold without telling it in a way that is read.
  private static final Set<String> MEASURES = Set.of("mass", "length", "area", "volume", "energy");

  final List<String> paragraphs;
  final List<Fact> facts = new ArrayList<>();
  final List<TimeExpression> times = new ArrayList<>();
  final List<Integer> timeParagraphs = new ArrayList<>();
  private final SourceNames sourceNames;
  private volatile @Nullable Set<String> entities;

  /// @param cited as they were read; their numbers in the paragraphs do not matter
  Source(List<TextReading> cited, ContextReader contexts, SourceNames sourceNames) {
    this.paragraphs = cited.stream().map(TextReading::text).toList();
    this.sourceNames = sourceNames;
    for (int i = 0; i < paragraphs.size(); i++) {
      QuantityExtractor.Reading reading = cited.get(i).numbers();
      addFacts(i, paragraphs.get(i), reading, contexts);
      for (TimeExpression time : reading.times()) {
        times.add(time);
        timeParagraphs.add(i);
      }
    }
  }

  private void addFacts(
      int paragraph, String text, QuantityExtractor.Reading reading, ContextReader contexts) {
    List<Number> all = new ArrayList<>();
    reading.quantities().forEach(quantity -> all.add(new Number(quantity, true)));
    reading.weak().forEach(quantity -> all.add(new Number(quantity, false)));
    all.sort(Comparator.comparingInt(number -> number.quantity().span().start()));
    List<ContextReader.Place> places = places(all.stream().map(Number::quantity).toList());
    char[] folded = ContextReader.fold(text);
    TableContext table = text.contains(Paragraph.CELL) ? new TableContext(text) : null;
    for (int i = 0; i < all.size(); i++) {
      Number number = all.get(i);
      boolean told = number.stated() && all.size() > 1;
      Context context =
          !told
              ? Context.EMPTY
              : table == null
                  ? contexts.read(folded, places, i)
                  : contexts.read(folded, table.of(places.get(i).start()));
      facts.add(new Fact(number.quantity(), paragraph, number.stated(), context));
    }
  }

  private record Number(Quantity quantity, boolean stated) {}

  /// Whether a paragraph names the thing with this id, by any of its names.
  boolean names(String entity) {
    Set<String> found = entities;
    if (found == null) {
      found = sourceNames.in(paragraphs); // only when a sentence has a name
      entities = found;
    }
    return found.contains(entity);
  }

  /// Whether a paragraph names a thing of the same kind that is none of `said`.
  boolean namesAnother(String entity, List<Tag> said) {
    String kind = NamedEntity.kindOf(entity);
    return sourceNames.tags(paragraphs).stream()
        .filter(tag -> NamedEntity.kindOf(tag.entity()).equals(kind))
        .anyMatch(tag -> said.stream().noneMatch(each -> each.entity().equals(tag.entity())));
  }

  /// Whether the sentence stands in a paragraph as it is: then its numbers stand where they belong.
  boolean says(String sentence) {
    String words = sentence.strip();
    return paragraphs.stream().anyMatch(paragraph -> paragraph.contains(words));
  }

  static List<ContextReader.Place> places(List<Quantity> quantities) {
    return quantities.stream()
        .map(
            quantity ->
                new ContextReader.Place(
                    quantity.span().start(), quantity.span().end(), quantity.unit().kind()))
        .toList();
  }

  /// A number of a table whose unit nobody told is in the unit of the sentence.
  Quantity inUnitOf(Quantity said, Fact fact) {
    Quantity there = fact.quantity();
    boolean open =
        isInTable(fact)
            && there.unit().equals(Units.COUNT)
            && (said.unit().isMoney() || MEASURES.contains(said.unit().kind()));
    return open
        ? new Quantity(
            there.span(),
            there.low(),
            there.high(),
            said.unit(),
            there.modifier(),
            there.precision())
        : there;
  }

  private boolean isInTable(Fact fact) {
    return paragraphs.get(fact.paragraph()).contains(Paragraph.CELL);
  }

  /// The words of a number; in a table with what the head of the table makes of them.
  String words(Fact fact) {
    String words = fact.quantity().span().in(paragraphs.get(fact.paragraph()));
    if (!isInTable(fact)) {
      return words;
    }
    String read = ReadAs.of(fact.quantity()).plainly();
    return read.equals(words.replace(",", "")) ? words : words + " = " + read;
  }
}
