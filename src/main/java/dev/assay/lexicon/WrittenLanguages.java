package dev.assay.lexicon;

import dev.assay.article.Language;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What tells the languages of `languages.tsv` from each other: a script of their own, or their
/// commonest small words.
///
/// Immutable; safe for use by many threads.
final class WrittenLanguages {

  /// So many more different small words than English a text has of its language. A name has two or
  /// three in any language ("Banco de la Nación"); one that is said again counts once.
  private static final int MARGIN = 4;

  /// How many times as many. Others lend and share a few with English ("in", "was").
  private static final int OVER_ENGLISH = 2;

  /// The share of its words that are small ones; it is a third to a half in running text.
  private static final double LEAST_SHARE = 0.12;

  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private final Map<String, List<Language>> byWord = new HashMap<>();
  private final Map<UnicodeScript, Language> byScript = new EnumMap<>(UnicodeScript.class);
  private final Set<Language> told = new HashSet<>();

  private WrittenLanguages(LexiconFile table) {
    for (LexiconFile.Row row : table.rows()) {
      Language language = new Language(row.cell(0));
      told.add(language);
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

  /// Whether a text could be told to be of this language.
  boolean has(Language language) {
    return told.contains(language);
  }

  /// The language that has this script to itself here, if one has.
  Optional<Language> of(UnicodeScript script) {
    return Optional.ofNullable(byScript.get(script));
  }

  /// The language of a text in Latin letters; empty where its small words do not tell, as in a name
  /// or a short title. Only words in small letters are looked at, since *La* and *Los* begin names.
  Optional<Language> of(String text) {
    Map<Language, Small> found = new HashMap<>();
    Set<String> seen = new HashSet<>();
    Matcher words = WORD.matcher(text);
    int number = 0;
    while (words.find()) {
      number++;
      String word = words.group();
      List<Language> having = byWord.getOrDefault(word, List.of());
      boolean first = !having.isEmpty() && seen.add(word);
      for (Language language : having) {
        found.computeIfAbsent(language, _ -> new Small()).count(first, having.size());
      }
    }
    int enough = (int) Math.ceil(number * LEAST_SHARE);
    Small english = found.getOrDefault(Language.EN, new Small());
    Optional<Language> other =
        found.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(Language.EN))
            .filter(entry -> entry.getValue().all >= enough)
            .filter(entry -> entry.getValue().isOver(english))
            .max(
                Comparator.comparingDouble(
                        (Map.Entry<Language, Small> entry) -> entry.getValue().own)
                    .thenComparing(entry -> entry.getKey().tag()))
            .map(Map.Entry::getKey);
    boolean isEnglish = english.all >= enough && english.different >= MARGIN;
    return other.isEmpty() && isEnglish ? Optional.of(Language.EN) : other;
  }

  /// The small words of one language in a text.
  private static final class Small {
    private int all;
    private int different;

    /// The different ones, each as one of so many languages that have it.
    private double own;

    void count(boolean first, int languages) {
      all++;
      different += first ? 1 : 0;
      own += first ? 1.0 / languages : 0;
    }

    boolean isOver(Small english) {
      return different >= english.different + MARGIN
          && different >= english.different * OVER_ENGLISH;
    }
  }
}
