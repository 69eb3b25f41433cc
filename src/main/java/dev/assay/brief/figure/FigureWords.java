package dev.assay.brief.figure;

import dev.assay.analyze.claim.ClaimText;
import dev.assay.analyze.quantity.Property;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.WordTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the words of one language do beside the number of a key figure: those of
/// `lexicon/figure-words.tsv` and the names of properties. Immutable.
final class FigureWords {

  /// The kinds of `lexicon/figure-words.tsv`, whose head tells what each does, and `PROPERTY`. Of
  /// two meanings of a word the later one here is tried first.
  enum Kind {
    LIGHT,
    STOP,
    FROM,
    PAST,
    REFUSE,
    SCENE,
    PROPERTY,
    REPORT,
    OWN,
    GIVE,
    ANAPHOR,
    BASIS,
    STATE,
    TIME,
    TARIFF,
    FUND,
    PROFIT,
    STOCK,
    MOVE,
    MEASURE,
    THING,
    ROLE
  }

  /// One thing that a word does.
  ///
  /// @param id of the part of a scope that it is told as; of a property its word
  record Meaning(Kind kind, String id) {}

  static final FigureWords CHINESE = read("zh", 2, " ");
  static final FigureWords ENGLISH = read("en", 1, ", ");

  private final WordTable<List<Meaning>> words;

  private FigureWords(Map<String, List<Meaning>> words) {
    words.values().forEach(all -> all.sort(Comparator.comparing(Meaning::kind).reversed()));
    this.words = WordTable.forwards(words);
  }

  private static FigureWords read(String folder, int column, String between) {
    Map<String, List<Meaning>> words = new HashMap<>();
    for (LexiconFile.Row row : Lexicon.shipped().table(ClaimText.WORDS).rows()) {
      Kind kind = Kind.valueOf(row.cell(0).toUpperCase(Locale.ROOT));
      for (String word : row.cell(column).split(between)) {
        int sign = word.indexOf('=');
        String id = sign > 0 ? word.substring(0, sign) : ClaimText.wordId(row);
        add(words, word.substring(sign + 1), new Meaning(kind, id));
      }
    }
    for (LexiconFile.Row row : Lexicon.shipped().table(folder + "/properties.tsv").rows()) {
      Property property = Property.of(row.cell(2).replaceFirst("[+-]$", ""));
      for (String word : row.cell(0).split(between)) {
        add(words, word, new Meaning(Kind.PROPERTY, property.word()));
      }
    }
    return new FigureWords(words);
  }

  private static void add(Map<String, List<Meaning>> words, String word, Meaning meaning) {
    if (!word.isEmpty()) {
      words.computeIfAbsent(word.toLowerCase(Locale.ROOT), _ -> new ArrayList<>(2)).add(meaning);
    }
  }

  /// The longest word that begins at `from` and ends at `limit` at the latest, or null.
  WordTable.@Nullable Match<List<Meaning>> at(char[] text, int from, int limit) {
    return words.at(text, from, limit);
  }

  static boolean is(WordTable.@Nullable Match<List<Meaning>> match, Kind kind) {
    return match != null && match.value().stream().anyMatch(meaning -> meaning.kind() == kind);
  }

  /// Whether the word names `property`.
  static boolean names(WordTable.@Nullable Match<List<Meaning>> match, Property property) {
    return match != null && match.value().contains(new Meaning(Kind.PROPERTY, property.word()));
  }
}
