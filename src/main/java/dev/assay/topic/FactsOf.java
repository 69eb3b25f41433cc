package dev.assay.topic;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.fold.Independence;
import dev.assay.fold.Independence.Voice;
import dev.assay.fold.Outlets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Counts the articles of a topic.
final class FactsOf {

  private FactsOf() {}

  /// A guessed time, or that of fetching, moves neither the span nor the weeks, unless no article
  /// has a better one.
  ///
  /// @param rows all articles of the topic, newest first
  /// @param exact whether there are no more than these
  static Facts of(
      List<TopicTable.Row> rows,
      boolean exact,
      Outlets outlets,
      Language reader,
      List<Facts.Related> related) {
    if (rows.isEmpty()) {
      return Facts.none();
    }
    Set<ArticleId> texts = new HashSet<>();
    rows.forEach(row -> texts.add(row.canonical()));
    List<Voice> voices =
        Independence.of(rows.reversed().stream().map(TopicTable.Row::heard).toList(), outlets);
    List<TopicTable.Row> dated = rows.stream().filter(TopicTable.Row::stated).toList();
    List<TopicTable.Row> inTime = dated.isEmpty() ? rows : dated;
    return new Facts(
        rows.size(),
        exact,
        texts.size(),
        voices.size(),
        voices.stream()
            .filter(voice -> !voice.name().isEmpty())
            .sorted(Comparator.comparingInt(Voice::articles).reversed())
            .limit(Facts.VOICES)
            .map(voice -> voice.forReader(outlets, reader))
            .toList(),
        rows.stream()
            .map(TopicTable.Row::source)
            .filter(source -> !source.isBlank())
            .distinct()
            .count(),
        day(inTime.getLast()),
        day(inTime.getFirst()),
        weeks(inTime),
        related,
        counts(rows, TopicTable.Row::language),
        counts(rows, TopicTable.Row::kind),
        counts(rows, TopicTable.Row::source).stream()
            .filter(count -> !count.of().isEmpty())
            .limit(Facts.OUTLETS)
            .toList());
  }

  private static LocalDate day(TopicTable.Row row) {
    return LocalDate.ofInstant(row.orderedBy(), ZoneOffset.UTC);
  }

  static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /// The first article of each text counts as independent, in the week in which it came.
  private static List<Week> weeks(List<TopicTable.Row> rows) {
    LocalDate last = monday(day(rows.getFirst()));
    LocalDate oldest = monday(day(rows.getLast()));
    int count = (int) Math.min(Facts.WEEKS, ChronoUnit.WEEKS.between(oldest, last) + 1);
    long[] own = new long[count];
    long[] all = new long[count];
    Set<ArticleId> seen = new HashSet<>();
    for (TopicTable.Row row : rows.reversed()) {
      long back = ChronoUnit.WEEKS.between(monday(day(row)), last);
      boolean independent = seen.add(row.canonical());
      if (back < count) {
        int week = count - 1 - (int) back;
        all[week]++;
        own[week] += independent ? 1 : 0;
      }
    }
    return IntStream.range(0, count)
        .mapToObj(i -> new Week(last.minusWeeks(count - 1L - i), own[i], all[i] - own[i]))
        .toList();
  }

  /// `count` weeks up to that of `today`, from the weeks that a topic has.
  static List<Week> upTo(LocalDate today, int count, List<Week> weeks) {
    Map<LocalDate, Week> byMonday =
        weeks.stream().collect(Collectors.toMap(Week::monday, Function.identity()));
    Week[] wanted = new Week[count];
    Arrays.setAll(
        wanted,
        i -> {
          LocalDate monday = monday(today).minusWeeks(count - 1L - i);
          return byMonday.getOrDefault(monday, new Week(monday, 0, 0));
        });
    return List.of(wanted);
  }

  private static <T> List<Facts.Count<T>> counts(
      List<TopicTable.Row> rows, Function<TopicTable.Row, T> value) {
    Map<T, Long> counts =
        rows.stream()
            .collect(Collectors.groupingBy(value, LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(entry -> new Facts.Count<>(entry.getKey(), entry.getValue()))
        .sorted((a, b) -> Long.compare(b.articles(), a.articles()))
        .toList();
  }
}
