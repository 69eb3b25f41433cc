package dev.assay.analyze.quantity;

import dev.assay.analyze.text.FoldedText;
import dev.assay.analyze.text.Sentences;
import dev.assay.cite.Span;
import dev.assay.lexicon.CountryWords;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.Unit;
import dev.assay.lexicon.Units;
import dev.assay.lexicon.WordTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Says which currency is meant where several share a name: pesos are Chile's where Chile is spoken
/// of. Of the countries that call their money so, the nearest that the sentence names before the
/// sum counts, else the nearest behind it, else the nearest of the paragraph, else the one that the
/// article names most. Where none is named, the name stays the unit. Safe for use by many threads.
final class SharedCurrencies {

  private final Lexicon lexicon;

  /// Of each name the currencies by the countries that pay with them.
  private final Map<String, Map<String, String>> byName = new HashMap<>();

  /// Made at the first sum that needs it: few texts have one.
  private volatile @Nullable WordTable<String> countries;

  SharedCurrencies(Lexicon lexicon) {
    this.lexicon = lexicon;
    for (LexiconFile.Row row : lexicon.table("shared-currencies.tsv").rows()) {
      Map<String, String> codes = byName.computeIfAbsent(row.cell(0), _ -> new HashMap<>());
      for (String country : row.cell(2).split(" ")) {
        codes.put(country, row.cell(1));
      }
    }
  }

  /// A country where it is named.
  private record Mention(String country, int at) {}

  /// `reading` of `text`, with what the text itself tells of its currencies.
  QuantityExtractor.Reading in(FoldedText text, QuantityExtractor.Reading reading) {
    if (!isOpen(reading)) {
      return reading;
    }
    List<Mention> mentions = mentions(text);
    NavigableMap<Integer, Span> sentences = new TreeMap<>();
    Sentences.of(text.original).forEach(one -> sentences.put(one.start(), one));
    Map<String, NavigableMap<Integer, String>> codes = new HashMap<>();
    return with(
        reading,
        sum ->
            nearest(
                sum,
                codes.computeIfAbsent(name(sum.unit()), name -> codes(name, mentions)),
                sentences));
  }

  /// The paragraphs of an article, with what all of it tells of the currencies that are still open.
  List<TextReading> in(String title, List<TextReading> paragraphs) {
    if (paragraphs.stream().noneMatch(paragraph -> isOpen(paragraph.numbers()))) {
      return paragraphs;
    }
    Map<String, Integer> named = new LinkedHashMap<>();
    count(title, named);
    paragraphs.forEach(paragraph -> count(paragraph.text(), named));
    List<TextReading> told = new ArrayList<>();
    for (TextReading one : paragraphs) {
      told.add(one.with(with(one.numbers(), sum -> most(sum, named))));
    }
    return List.copyOf(told);
  }

  /// A loop, since each paragraph of each article is asked.
  private boolean isOpen(QuantityExtractor.Reading reading) {
    List<Quantity> quantities = reading.quantities();
    for (int i = 0; i < quantities.size(); i++) {
      if (isShared(quantities.get(i))) {
        return true;
      }
    }
    return false;
  }

  private interface Choice {
    /// The currency of a sum; null if nothing tells it.
    @Nullable String of(Quantity sum);
  }

  private QuantityExtractor.Reading with(QuantityExtractor.Reading reading, Choice choice) {
    return new QuantityExtractor.Reading(
        reading.quantities().stream().map(sum -> settled(sum, choice)).toList(),
        reading.weak(),
        reading.times());
  }

  private Quantity settled(Quantity sum, Choice choice) {
    String code = isShared(sum) ? choice.of(sum) : null;
    return code == null ? sum : sum.as(of(sum.unit(), code));
  }

  private static Unit of(Unit shared, String code) {
    return Units.known(code + shared.code().substring(name(shared).length()));
  }

  private boolean isShared(Quantity sum) {
    return byName.containsKey(name(sum.unit()));
  }

  /// The money of a unit that may be a rate: rupee of rupee/L.
  private static String name(Unit unit) {
    int slash = unit.code().indexOf('/');
    return slash < 0 ? unit.code() : unit.code().substring(0, slash);
  }

  /// The currencies of a name by where their countries are named.
  private NavigableMap<Integer, String> codes(String name, List<Mention> mentions) {
    Map<String, String> codes = byName.getOrDefault(name, Map.of());
    NavigableMap<Integer, String> places = new TreeMap<>();
    for (Mention mention : mentions) {
      String code = codes.get(mention.country());
      if (code != null) {
        places.put(mention.at(), code);
      }
    }
    return places;
  }

  private static @Nullable String nearest(
      Quantity sum, NavigableMap<Integer, String> codes, NavigableMap<Integer, Span> sentences) {
    int at = sum.span().start();
    Map.Entry<Integer, Span> sentence = sentences.floorEntry(at);
    Span own =
        sentence != null && at < sentence.getValue().end() ? sentence.getValue() : sum.span();
    Map.Entry<Integer, String> before = codes.floorEntry(at);
    Map.Entry<Integer, String> behind = codes.higherEntry(at);
    boolean nearer =
        before == null
            || before.getKey() < own.start() && behind != null && behind.getKey() < own.end();
    Map.Entry<Integer, String> nearest = nearer ? behind : before;
    return nearest == null ? null : nearest.getValue();
  }

  private @Nullable String most(Quantity sum, Map<String, Integer> named) {
    Map<String, String> codes = byName.getOrDefault(name(sum.unit()), Map.of());
    return named.entrySet().stream()
        .filter(country -> codes.containsKey(country.getKey()))
        .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
        .map(country -> codes.get(country.getKey()))
        .orElse(null);
  }

  private void count(String text, Map<String, Integer> named) {
    mentions(new FoldedText(text)).forEach(one -> named.merge(one.country(), 1, Integer::sum));
  }

  private List<Mention> mentions(FoldedText text) {
    WordTable<String> words = words();
    List<Mention> mentions = new ArrayList<>();
    int i = 0;
    while (i < text.length) {
      boolean begins = text.isHan(i) || text.isUpper(i) && !text.isLatin(i - 1);
      WordTable.Match<String> match = begins ? words.at(text.chars, i, text.length) : null;
      if (match != null) {
        mentions.add(new Mention(match.value(), i));
      }
      i = match == null ? i + 1 : match.end();
    }
    return mentions;
  }

  private WordTable<String> words() {
    WordTable<String> made = countries;
    if (made == null) {
      Map<String, String> words = new HashMap<>();
      CountryWords.of(lexicon).forEach((word, code) -> words.put(FoldedText.fold(word), code));
      made = WordTable.forwards(words);
      countries = made;
    }
    return made;
  }
}
