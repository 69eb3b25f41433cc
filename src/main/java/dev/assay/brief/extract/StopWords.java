package dev.assay.brief.extract;

import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// ParagraphWords that carry no subject, each with the reason.
final class StopWords {

  enum Kind {
    /// Grammar.
    FUNCTION,
    /// A common verb: may not stand in a heading.
    VERB,
    /// A noun or adjective too general to name a subject.
    EMPTY,
    /// A character that may end a compound.
    SUFFIX,
    /// A character that may begin a compound (高, 新).
    PREFIX,
    /// A character that is a word: may begin and end a compound (铜, 锂).
    MATERIAL,
    /// Makes a phrase useless as a heading: the name of who reports, not of what.
    SOURCE
  }

  private final Map<String, Kind> kinds = new HashMap<>();
  private final Set<String> nouns = new HashSet<>();

  StopWords(String file) {
    List<LexiconFile.Row> rows = Lexicon.shipped().table(file).rows();
    rows.stream()
        .filter(row -> row.cell(0).equals("noun"))
        .forEach(row -> nouns.addAll(words(row)));
    for (LexiconFile.Row row : rows) {
      switch (row.cell(0)) {
        case "noun" -> {}
        case "base" ->
            words(row).stream()
                .flatMap(StopWords::forms)
                .filter(form -> !nouns.contains(form))
                .forEach(form -> kinds.putIfAbsent(form, Kind.VERB));
        case String kind -> put(words(row), Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
      }
    }
  }

  private void put(List<String> words, Kind kind) {
    for (String word : words) {
      if (kind != Kind.VERB || !nouns.contains(word)) {
        kinds.putIfAbsent(word, kind);
      }
    }
  }

  private static List<String> words(LexiconFile.Row row) {
    return List.of(row.cell(1).split(" "));
  }

  /// The regular forms of an English verb.
  private static Stream<String> forms(String verb) {
    char last = verb.charAt(verb.length() - 1);
    String stem = verb.substring(0, verb.length() - 1);
    boolean vowelBefore = verb.length() > 1 && "aeiou".indexOf(verb.charAt(verb.length() - 2)) >= 0;
    if (last == 'e') {
      return Stream.of(verb, verb + "s", verb + "d", stem + "ing");
    }
    if (last == 'y' && !vowelBefore) {
      return Stream.of(verb, stem + "ies", stem + "ied", verb + "ing");
    }
    boolean hisses = "sxz".indexOf(last) >= 0 || verb.endsWith("ch") || verb.endsWith("sh");
    return Stream.of(verb, verb + (hisses ? "es" : "s"), verb + "ed", verb + "ing");
  }

  /// The kind of `word` (lower case or simplified), or null if it may name a subject.
  @Nullable Kind kind(String word) {
    return kinds.get(word);
  }

  /// Whether the list says that `word`, though a verb by its form, is a noun.
  boolean isNoun(String word) {
    return nouns.contains(word);
  }
}
