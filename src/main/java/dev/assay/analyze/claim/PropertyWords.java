package dev.assay.analyze.claim;

import dev.assay.analyze.quantity.Property;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/// The nouns that name what a figure measures, `lexicon/LANGUAGE/properties.tsv`: 净利润 and "net
/// sales" need no other word for it; and those that measure whatever they name
/// (`measuring-words.tsv`). Immutable; safe for use by many threads.
final class PropertyWords {

  private static final Map<Lexicon, PropertyWords> KNOWN =
      Collections.synchronizedMap(new WeakHashMap<>());

  private static final int SHORTEST_CHINESE = 2;

  private final Map<Property, Set<String>> chinese = new EnumMap<>(Property.class);
  private final Map<Property, Set<String>> english = new EnumMap<>(Property.class);

  private final Set<String> chineseMeasures = new HashSet<>();
  private final Set<String> englishMeasures = new HashSet<>();

  private PropertyWords(Lexicon lexicon) {
    for (LexiconFile.Row row : lexicon.table("measuring-words.tsv").rows()) {
      chineseMeasures.addAll(Arrays.asList(row.cell(1).split(" ")));
      englishMeasures.addAll(Arrays.asList(row.cell(2).split(", ")));
    }
    add(lexicon.table("zh/properties.tsv"), " ", chinese);
    add(lexicon.table("en/properties.tsv"), ", ", english);
  }

  /// Those of a lexicon; made once, since every page that tells of figures asks for them.
  static PropertyWords of(Lexicon lexicon) {
    return KNOWN.computeIfAbsent(lexicon, PropertyWords::new);
  }

  private static void add(LexiconFile file, String between, Map<Property, Set<String>> words) {
    for (LexiconFile.Row row : file.rows()) {
      if (row.cell(1).equals("noun")) {
        words
            .computeIfAbsent(Property.of(row.cell(2).replaceAll("[+-]$", "")), _ -> new HashSet<>())
            .addAll(Arrays.asList(row.cell(0).split(between)));
      }
    }
  }

  /// Whether a phrase names the property, or tells by itself how what it names is measured.
  boolean names(Property property, String phrase) {
    String folded = new String(Folding.fold(phrase));
    String spaced = " " + folded + " ";
    return chineseMeasures.stream().anyMatch(folded::endsWith)
        || englishMeasures.stream().anyMatch(word -> spaced.contains(" " + word + " "))
        || namesProperty(property, folded, spaced);
  }

  private boolean namesProperty(Property property, String folded, String spaced) {
    return chinese.getOrDefault(property, Set.of()).stream()
            .anyMatch(word -> word.length() >= SHORTEST_CHINESE && folded.contains(word))
        || english.getOrDefault(property, Set.of()).stream()
            .anyMatch(word -> spaced.contains(" " + word + " "));
  }
}
