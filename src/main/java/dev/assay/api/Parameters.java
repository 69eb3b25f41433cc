package dev.assay.api;

import dev.assay.article.ArticleKind;
import dev.assay.article.AskedTime;
import dev.assay.article.Language;
import dev.assay.search.SearchRequest;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What stands after the `?` of an address. All that cannot be understood is refused with what is
/// allowed: a filter that was passed over would look like an answer.
public final class Parameters {

  /// UTF-16 units of a query; a longer one is no question.
  static final int LONGEST_QUERY = 4_000;

  private final Context context;

  /// @param known what the route takes, besides `lang`, the earlier word for `language`
  /// @throws BadRequestResponse if another parameter is given
  public Parameters(Context context, String... known) {
    this.context = context;
    Set<String> unknown = new TreeSet<>(context.queryParamMap().keySet());
    unknown.removeAll(Set.of(known));
    if (Set.of(known).contains("language")) {
      unknown.remove("lang");
    }
    if (!unknown.isEmpty()) {
      throw new BadRequestResponse(
          "%s is no parameter here; there are %s."
              .formatted(unknown.iterator().next(), known(known)));
    }
  }

  private static String known(String[] known) {
    return Arrays.stream(known).sorted().collect(Collectors.joining(", "));
  }

  /// Name of the moment as of which a route answers.
  static final String AS_OF = "as_of";

  /// The moment as of which an answer is wanted; empty for today.
  static Optional<Instant> asOf(Context context) {
    return asOf(context.queryParam(AS_OF));
  }

  /// The same of a value that stands elsewhere.
  static Optional<Instant> asOf(@Nullable String asked) {
    return Optional.ofNullable(asked)
        .filter(value -> !value.isBlank())
        .map(
            value ->
                AskedTime.moment(value)
                    .orElseThrow(
                        () ->
                            new BadRequestResponse(
                                ("as_of must be a day such as 2025-11-22, a minute such as"
                                        + " 2025-11-22T07:10 or a moment such as 2025-11-22T07:10:00Z,"
                                        + " got %s.")
                                    .formatted(value))));
  }

  /// What is asked for; empty if nothing is.
  public String query() {
    String query = Optional.ofNullable(context.queryParam("q")).orElse("");
    if (query.length() > LONGEST_QUERY) {
      throw new BadRequestResponse(
          "q must be at most %d characters, got %d.".formatted(LONGEST_QUERY, query.length()));
    }
    return query;
  }

  Set<Language> languages() {
    return Stream.of("language", "lang")
        .flatMap(name -> values(name, Parameters::language).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  static Language language(String tag) {
    if (tag.equals("und")) {
      return Language.UNKNOWN;
    }
    return Language.asked(tag)
        .orElseThrow(
            () ->
                new BadRequestResponse(
                    "language must be a tag such as zh, zh-Hant or en, got %s.".formatted(tag)));
  }

  Set<ArticleKind> kinds() {
    List<String> known = Arrays.stream(ArticleKind.values()).map(ArticleKind::word).toList();
    return values("kind", word -> ArticleKind.of(oneOf("kind", word, known)));
  }

  Set<YearMonth> months() {
    return values("month", Parameters::month);
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw new BadRequestResponse("month must be a year and month, such as 2025-11.");
    }
  }

  Set<String> values(String name) {
    return values(name, Function.identity());
  }

  /// Any of `known`.
  Set<String> values(String name, String... known) {
    return values(name, value -> oneOf(name, value, List.of(known)));
  }

  private <T> Set<T> values(String name, Function<String, T> reader) {
    Set<T> values = new HashSet<>();
    context.queryParams(name).stream()
        .filter(value -> !value.isBlank())
        .forEach(value -> values.add(reader.apply(value)));
    return values;
  }

  /// One of `known`, the first if none is asked for.
  public String choice(String name, String... known) {
    String value = context.queryParam(name);
    return value == null ? known[0] : oneOf(name, value, List.of(known));
  }

  private static String oneOf(String name, String value, List<String> known) {
    if (!known.contains(value)) {
      throw new BadRequestResponse(
          "%s must be one of %s, got %s.".formatted(name, String.join(", ", known), value));
    }
    return value;
  }

  /// How many items are asked for; as many as a search gives if nothing is said.
  public int limit() {
    return limit(SearchRequest.DEFAULT_HITS);
  }

  /// How many items are asked for.
  ///
  /// @param unasked if nothing is said
  public int limit(int unasked) {
    String value = context.queryParam("limit");
    if (value == null) {
      return unasked;
    }
    try {
      int limit = Integer.parseInt(value);
      if (limit >= 1 && limit <= SearchRequest.MOST_HITS) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // answered below, like a number out of bounds
    }
    throw new BadRequestResponse(
        "limit must be 1 to %d, got %s.".formatted(SearchRequest.MOST_HITS, value));
  }

  /// The token of a page; null for the first.
  public @Nullable String page() {
    return context.queryParam("page");
  }

  /// A day of UTC, or null.
  @Nullable LocalDate day(String name) {
    return day(context, name);
  }

  /// The same for a route that reads its other parameters itself.
  static @Nullable LocalDate day(Context context, String name) {
    String value = context.queryParam(name);
    return value == null || value.isBlank()
        ? null
        : AskedTime.day(value)
            .orElseThrow(
                () ->
                    new BadRequestResponse(
                        "%s must be a day such as 2025-11-22, got %s.".formatted(name, value)));
  }

  /// The first moment of a day or minute of UTC, or a moment; null if there is none.
  public @Nullable Instant from() {
    return from(context.queryParam("from"));
  }

  /// The same of a value that stands elsewhere.
  static @Nullable Instant from(@Nullable String value) {
    return moment("from", value, AskedTime::start);
  }

  /// The first moment after a day or minute of UTC, or a moment; null if there is none.
  public @Nullable Instant until() {
    return until(context.queryParam("until"));
  }

  /// The same of a value that stands elsewhere.
  static @Nullable Instant until(@Nullable String value) {
    return moment("until", value, AskedTime::end);
  }

  private static @Nullable Instant moment(
      String name, @Nullable String value, Function<String, Optional<LocalDateTime>> dayOrMinute) {
    return value == null || value.isBlank()
        ? null
        : dayOrMinute
            .apply(value)
            .map(time -> time.toInstant(ZoneOffset.UTC))
            .or(() -> moment(value))
            .orElseThrow(
                () ->
                    new BadRequestResponse(
                        ("%s must be a day such as 2025-11-22, a minute such as 2025-11-22T07:10 or a"
                                + " moment such as 2025-11-22T07:10:00Z, got %s.")
                            .formatted(name, value)));
  }

  /// A moment that an answer gave before; null if there is none.
  static @Nullable Instant moment(Context context, String name) {
    String value = context.queryParam(name);
    return value == null || value.isBlank()
        ? null
        : moment(value)
            .orElseThrow(
                () ->
                    new BadRequestResponse(
                        "%s must be a moment such as 2025-11-22T07:10:00Z, got %s."
                            .formatted(name, value)));
  }

  /// A moment of the years 0 to 9999.
  private static Optional<Instant> moment(String text) {
    try {
      return Character.isDigit(text.charAt(0))
          ? Optional.of(Instant.parse(text))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
