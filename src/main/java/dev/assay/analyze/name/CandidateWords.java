package dev.assay.analyze.name;

import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words by which names that nobody knows are told from others: `names/not-names.tsv`.
final class CandidateWords {

  private final Map<String, Set<String>> words = new HashMap<>();
  private final Map<String, EntityType> ends = new LinkedHashMap<>();

  CandidateWords(Lexicon lexicon) {
    for (LexiconFile.Row row : lexicon.table("names/not-names.tsv").rows()) {
      words
          .computeIfAbsent(row.cell(0), _ -> new HashSet<>())
          .addAll(Arrays.asList(row.cell(1).split(" ")));
    }
    for (EntityType type : EntityType.values()) {
      of(type.word() + "-end").forEach(word -> ends.put(word, type));
    }
  }

  /// All words of a kind.
  Set<String> of(String kind) {
    return words.getOrDefault(kind, Set.of());
  }

  /// Whether `word` begins with a capital for another reason than being a name.
  boolean isNoName(String word) {
    return of("not").contains(word.toLowerCase(Locale.ROOT));
  }

  /// Whether `word` may stand inside a name in small letters.
  boolean joins(String word) {
    return of("joiner").contains(word);
  }

  /// What a run that ends with `word` is.
  Optional<EntityType> end(String word) {
    return Optional.ofNullable(ends.get(word));
  }

  /// Whether `word` stands before a person.
  boolean isTitle(String word) {
    return of("person-before").contains(word.toLowerCase(Locale.ROOT));
  }

  /// Whether `word` is a person's given name as well as a word of the language.
  boolean isGiven(String word) {
    return of("given").contains(word.toLowerCase(Locale.ROOT));
  }

  /// Whether a Chinese word of `kind` is `text`.
  boolean is(String text, String kind) {
    return of(kind).contains(text);
  }
}
