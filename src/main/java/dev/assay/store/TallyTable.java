package dev.assay.store;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// How many articles and documents there are of each kind. The database keeps the numbers itself,
/// by triggers, in the transactions that change them: asking for them costs the same however many
/// there are.
final class TallyTable {

  private final Handle handle;

  TallyTable(Handle handle) {
    this.handle = handle;
  }

  /// What is counted by its words.
  enum Subject {
    ARTICLE,
    INDEPENDENT,
    LANGUAGE,
    SOURCE,
    OUTCOME
  }

  /// The number of each word of a subject, the largest first; words of which there is none are left
  /// out.
  Map<String, Long> of(Subject subject) {
    Map<String, Long> numbers = new LinkedHashMap<>();
    handle
        .createQuery(
            "select word, sum(number) as many from tally where subject = :subject"
                + " group by word having sum(number) > 0 order by many desc, word")
        .bind("subject", subject.name().toLowerCase(Locale.ROOT))
        .map((row, _) -> Map.entry(row.getString("word"), row.getLong("many")))
        .forEach(one -> numbers.put(one.getKey(), one.getValue()));
    return numbers;
  }

  /// The number of a subject that has no words.
  long number(Subject subject) {
    return of(subject).getOrDefault("", 0L);
  }
}
