package dev.assay.ask;

import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.UnitFamily;
import dev.assay.cite.Span;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The nouns of `properties.tsv` that name what a figure measures, as a question says them, and the
/// verbs by which it asks how far one depends on another. Immutable; safe for use by many threads.
final class MeasureWords {

  private final List<Measure> measures = new ArrayList<>();

  /// @param length of the words, of which the longest says most
  private record Measure(Pattern words, int length, Property property, Set<UnitFamily> families) {}

  /// What a question measures.
  ///
  /// @param families units that its figures can have
  record Measured(Set<Property> properties, Set<UnitFamily> families) {}

  MeasureWords(Lexicon lexicon) {
    add(lexicon.table("zh/properties.tsv"), " ", "%s");
    add(lexicon.table("en/properties.tsv"), ", ", "\\b%ss?\\b");
    measures.sort(Comparator.comparingInt(Measure::length).reversed());
  }

  private void add(LexiconFile file, String between, String form) {
    for (LexiconFile.Row row : file.rows()) {
      if (row.cell(1).equals("noun") || row.cell(2).equals(Property.IMPORT_RELIANCE.word())) {
        Set<UnitFamily> families = EnumSet.noneOf(UnitFamily.class);
        for (String unit : row.cell(3).split(" ")) {
          families.add(UnitFamily.named(unit));
        }
        for (String words : row.cell(0).split(between)) {
          Pattern pattern = Pattern.compile(form.formatted(Pattern.quote(words)));
          measures.add(
              new Measure(
                  pattern,
                  words.length(),
                  Property.of(row.cell(2).replaceAll("[+-]$", "")),
                  families));
        }
      }
    }
  }

  /// Where a question in plain form names what its figure measures.
  List<Span> named(String question, Property property) {
    return measures.stream()
        .filter(measure -> measure.property() == property && measure.length() > 1)
        .flatMap(measure -> measure.words().matcher(question).results())
        .map(found -> new Span(found.start(), found.end()))
        .toList();
  }

  /// Whether a figure of `property` is a part of a whole.
  boolean isPart(Property property) {
    return measures.stream()
        .anyMatch(one -> one.property() == property && one.families().contains(UnitFamily.PART));
  }

  /// What a question in plain form measures.
  Measured in(String question) {
    Set<Property> properties = EnumSet.noneOf(Property.class);
    Set<UnitFamily> families = EnumSet.noneOf(UnitFamily.class);
    for (Measure measure : measures) {
      if (measure.length() > 1 && measure.words().matcher(question).find()) {
        properties.add(measure.property());
        families.addAll(measure.families());
      }
    }
    return new Measured(properties, families);
  }
}
