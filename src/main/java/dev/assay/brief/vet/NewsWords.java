package dev.assay.brief.vet;

import dev.assay.analyze.text.EnglishBase;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.WordTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What everyday words mean, in either language: the rows of `lexicon/news-words.tsv`, `bridge.tsv`
/// and `other-names.tsv` and of the places, each a meaning with a number of its own. Immutable;
/// safe for use by many threads.
final class NewsWords {

  private static final int PLACE_HAN = 2;
  private static final int PLACE_LATIN = 4;

  private final WordTable<List<Long>> han;

  /// The phrases that begin with a stem, the longest first.
  private final Map<String, List<Phrase>> latin = new HashMap<>();

  /// The name of each place in the other language.
  private final Map<String, String> places = new HashMap<>();

  /// What finds the names in the other language that each name of `other-names.tsv` has.
  private final Map<String, List<OtherName>> others = new HashMap<>();

  private record Phrase(List<String> stems, long meaning) {}

  NewsWords(Lexicon lexicon) {
    Map<String, List<Long>> words = new HashMap<>();
    long meaning = 1;
    for (String table : List.of("news-words.tsv", "bridge.tsv", "other-names.tsv")) {
      for (LexiconFile.Row row : lexicon.table(table).rows()) {
        add(row.cell(0), row.cell(1), meaning++, words);
      }
    }
    for (String table : List.of("names/capitals.tsv", "names/places.tsv")) {
      for (LexiconFile.Row row : lexicon.table(table).rows()) {
        places.put(row.cell(PLACE_LATIN), row.cell(PLACE_HAN));
        places.put(row.cell(PLACE_HAN), row.cell(PLACE_LATIN));
        add(row.cell(PLACE_HAN), row.cell(PLACE_LATIN), meaning++, words);
      }
    }
    for (LexiconFile.Row row : lexicon.table("other-names.tsv").rows()) {
      List<String> inChinese = List.of(row.cell(0).split(" +"));
      List<String> inEnglish = List.of(row.cell(1).split(", *"));
      addOthers(inChinese, inEnglish);
      addOthers(inEnglish, inChinese);
    }
    this.han = WordTable.forwards(words);
    latin
        .values()
        .forEach(
            phrases ->
                phrases.sort(
                    (one, other) -> Integer.compare(other.stems.size(), one.stems.size())));
  }

  private void addOthers(List<String> names, List<String> inOther) {
    List<OtherName> found = inOther.stream().map(OtherName::of).toList();
    names.forEach(name -> others.computeIfAbsent(name, _ -> new ArrayList<>(1)).addAll(found));
  }

  private void add(String han, String latin, long meaning, Map<String, List<Long>> words) {
    for (String word : han.split(" +")) {
      words
          .computeIfAbsent(new String(Folding.letters(word)), _ -> new ArrayList<>(1))
          .add(meaning);
    }
    for (String several : latin.toLowerCase(Locale.ROOT).split(", *")) {
      List<String> phrase = new ArrayList<>();
      for (String word : several.split("[ -]+")) {
        phrase.add(EnglishBase.stem(word));
      }
      this.latin
          .computeIfAbsent(phrase.getFirst(), _ -> new ArrayList<>(1))
          .add(new Phrase(phrase, meaning));
    }
  }

  /// What a place of this name is called in the other language; empty if it is none.
  Optional<String> placeInOther(String name) {
    return Optional.ofNullable(places.get(name));
  }

  /// What finds the names in the other language of a thing of this name; empty if nothing is.
  List<OtherName> namesInOther(String name) {
    return others.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /// A word of the table in a text.
  ///
  /// @param end where it ends, exclusive: a place in the text, or among the words given
  record Found(List<Long> meanings, int end) {}

  /// The longest Chinese word at `from` of a text that [Folding#letters] has folded.
  @Nullable Found han(char[] text, int from) {
    if (!HanScript.isHan(text[from])) {
      return null;
    }
    WordTable.Match<List<Long>> match = han.at(text, from, text.length);
    return match == null ? null : new Found(match.value(), match.end());
  }

  /// The longest phrase that begins at `from` among the stems of a text, with all its meanings.
  @Nullable Found latin(List<String> words, int from) {
    List<Long> meanings = new ArrayList<>();
    int end = 0;
    for (Phrase phrase : latin.getOrDefault(words.get(from), List.of())) {
      int past = from + phrase.stems.size();
      if (past >= end && past <= words.size() && words.subList(from, past).equals(phrase.stems)) {
        meanings.add(phrase.meaning);
        end = past;
      }
    }
    return meanings.isEmpty() ? null : new Found(meanings, end);
  }
}
