package dev.assay.lexicon;

import dev.assay.article.Language;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Phrases of a lexicon file in the language of a reader: key, English, simplified Chinese and,
/// where it differs, traditional Chinese. {0}, {1} ... are filled in. Immutable; safe for use by
/// many threads.
public final class PhraseTable {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  private final String file;
  private final Map<String, String> phrases;

  private PhraseTable(String file, Map<String, String> phrases) {
    this.file = file;
    this.phrases = Map.copyOf(phrases);
  }

  /// The phrases of `file` for readers of `language`; other languages than Chinese read English.
  public static PhraseTable of(LexiconFile file, Language language) {
    int column = !language.isChinese() ? 1 : language.equals(Language.ZH_HANT) ? 3 : 2;
    Map<String, String> phrases = new HashMap<>();
    for (LexiconFile.Row row : file.rows()) {
      int last = Math.min(column, row.cells().size() - 1);
      phrases.put(row.cell(0), row.cells().get(last));
    }
    return new PhraseTable(file.name(), phrases);
  }

  public Optional<String> phrase(String key) {
    return Optional.ofNullable(phrases.get(key));
  }

  /// The phrase of a key that the file is known to hold, filled in. A value is taken as it is, also
  /// one that holds a {0} of its own.
  public String say(String key, String... values) {
    String said = phrases.get(key);
    if (said == null) {
      throw new IllegalArgumentException(file + " must have a row for " + key);
    }
    return PLACE.matcher(said).replaceAll(place -> Matcher.quoteReplacement(value(place, values)));
  }

  private static String value(MatchResult place, String[] values) {
    int number = Integer.parseInt(place.group(1));
    return number < values.length ? values[number] : place.group();
  }
}
