package dev.assay.clean.date;

import dev.assay.article.PublicationTime.Precision;
import dev.assay.clean.text.VisibleText;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads times that are counted back from the present: 3小时前, 2 hours ago, il y a 3 heures, 昨天,
/// gestern. The words stand in `dates/ago.tsv`.
///
/// @param now the present where the text is read
record RelativeDates(DateCharacters characters, LocalDateTime now) {

  /// In a longer text "today" is not the day of publication.
  private static final int LONGEST_TEXT = 40;

  /// How long a Chinese word for a unit or a day is at most.
  private static final int LONGEST_HAN = 3;

  private static final class Words {
    static final Map<String, Duration> UNITS = new HashMap<>();
    static final Map<String, Integer> DAYS = new HashMap<>();
    static final List<String> BEFORE;
    static final List<String> AFTER;

    static {
      Map<String, List<String>> marks = new HashMap<>();
      for (LexiconFile.Row row : Lexicon.shipped().table("dates/ago.tsv").rows()) {
        List<String> words = List.of(row.cell(2).split("\\|"));
        switch (row.cell(0)) {
          case "unit" -> words.forEach(word -> UNITS.put(word, seconds(row.cell(1))));
          case "day" -> words.forEach(word -> DAYS.put(word, Integer.valueOf(row.cell(1))));
          default -> marks.put(row.cell(0), words);
        }
      }
      BEFORE = marks.getOrDefault("before", List.of());
      AFTER = marks.getOrDefault("after", List.of());
    }

    private static Duration seconds(String count) {
      return Duration.ofSeconds(Long.parseLong(count));
    }
  }

  /// The time that begins with the number `count` at `start`; its unit stands at `at`, which lies
  /// inside the text.
  Optional<DateText.Found> counted(int count, int start, int at) {
    return VisibleText.isWide(characters.text().charAt(at))
        ? han(count, start, at)
        : alphabetic(count, start, at);
  }

  /// The day that the letters from `start` name by themselves, such as 昨天 or "yesterday", with the
  /// time of day behind it: 昨天 14:05.
  Optional<DateText.Found> day(int start) {
    String text = characters.text();
    if (text.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    int end =
        VisibleText.isWide(text.charAt(start))
            ? Math.min(start + 2, text.length())
            : characters.wordEnd(start);
    Integer back = Words.DAYS.get(text.substring(start, end).toLowerCase(Locale.ROOT));
    if (back == null) {
      return Optional.empty();
    }
    LocalDateTime day = now.minusDays(back);
    TimeOfDay time = TimeOfDay.after(characters, end);
    return Optional.of(
        time == null
            ? found(day, Precision.DAY, start, end)
            : new DateText.Found(
                day.toLocalDate().atTime(time.time()),
                time.precision(),
                time.zone(),
                start,
                time.end(),
                true));
  }

  private Optional<DateText.Found> han(int count, int start, int at) {
    String text = characters.text();
    int unitAt = text.startsWith("个", at) || text.startsWith("個", at) ? at + 1 : at;
    int end = text.indexOf('前', unitAt);
    return end < 0 || end > unitAt + LONGEST_HAN
        ? Optional.empty()
        : ago(count, Words.UNITS.get(text.substring(unitAt, end)), start, end + 1);
  }

  private Optional<DateText.Found> alphabetic(int count, int start, int at) {
    String text = characters.text();
    int wordEnd = characters.wordEnd(at);
    @Nullable Duration unit = Words.UNITS.get(text.substring(at, wordEnd).toLowerCase(Locale.ROOT));
    int after = characters.skipSpaces(wordEnd);
    for (String word : Words.AFTER) {
      if (text.regionMatches(true, after, word, 0, word.length())) {
        return ago(count, unit, start, after + word.length());
      }
    }
    return Words.BEFORE.stream().anyMatch(word -> isPrecededBy(start, word))
        ? ago(count, unit, start, wordEnd)
        : Optional.empty();
  }

  private boolean isPrecededBy(int at, String word) {
    String text = characters.text();
    int end = at;
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    int start = end - word.length();
    return start >= 0
        && text.regionMatches(true, start, word, 0, word.length())
        && (start == 0 || !Character.isLetter(text.charAt(start - 1)));
  }

  private Optional<DateText.Found> ago(int count, @Nullable Duration unit, int start, int end) {
    if (unit == null) {
      return Optional.empty();
    }
    Precision precision = unit.toDays() > 0 ? Precision.DAY : Precision.MINUTE;
    return Optional.of(found(now.minus(unit.multipliedBy(count)), precision, start, end));
  }

  private static DateText.Found found(LocalDateTime time, Precision precision, int start, int end) {
    return new DateText.Found(time, precision, null, start, end, true);
  }
}
