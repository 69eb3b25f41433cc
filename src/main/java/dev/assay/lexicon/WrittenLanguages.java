package dev.assay.lexicon;

import dev.assay.article.Language;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What tells the languages of `languages.tsv` from each other: a script of their own, or their
/// commonest small words.
///
/// Immutable; safe for use by many threads.
final class WrittenLanguages {

  /// So many more of its small words than of the next language's a text must have. A name has two
  /// or three in any language ("Banco de la Nación").
  private static final int MARGIN = 4;

  /// The share of its words that are such ones; it is a third to a half in running text.
  private static final double LEAST_SHARE = 0.12;

  /// How many more times its words than those of English. Others lend and share a few ("in",
  /// "was").
  private static final int OVER_ENGLISH = 2;

  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private final Map<String, List<Language>> byWord = new HashMap<>();
  private final Map<UnicodeScript, Language> byScript = new EnumMap<>(UnicodeScript.class);

  private WrittenLanguages(LexiconFile table) {
    for (LexiconFile.Row row : table.rows()) {
      Language language = new Language(row.cell(0));
      if (row.cell(2).isEmpty()) {
        byScript.put(UnicodeScript.forName(row.cell(1)), language);
      } else {
        for (String word : row.cell(2).split(" ")) {
          byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(language);
        }
      }
    }
  }

  private static final class Shipped {
    static final WrittenLanguages LANGUAGES =
        new WrittenLanguages(Lexicon.shipped().once("languages.tsv"));
  }

  static WrittenLanguages shipped() {
    return Shipped.LANGUAGES;
  }

  /// The language that has this script to itself here, if one has.
  Optional<Language> of(UnicodeScript script) {
    return Optional.ofNullable(byScript.get(script));
  }

  /// The language of a text in Latin letters; empty where its small words do not tell, as in a name
  /// or a short title.
  Optional<Language> of(String text) {
    Map<Language, Integer> counts = new HashMap<>();
    int words = 0;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words++;
      String small = word.group().toLowerCase(Locale.ROOT);
      byWord.getOrDefault(small, List.of()).forEach(one -> counts.merge(one, 1, Integer::sum));
    }
    int english = counts.getOrDefault(Language.EN, 0);
    int enough = (int) Math.ceil(words * LEAST_SHARE);
    Optional<Map.Entry<Language, Integer>> other =
        counts.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(Language.EN))
            .max(
                Map.Entry.<Language, Integer>comparingByValue()
                    .thenComparing(entry -> entry.getKey().tag()));
    int most = other.map(Map.Entry::getValue).orElse(0);
    if (most >= enough && most >= english * OVER_ENGLISH && most >= english + MARGIN) {
      return other.map(Map.Entry::getKey);
    }
    return english >= enough && english >= MARGIN ? Optional.of(Language.EN) : Optional.empty();
  }
}
