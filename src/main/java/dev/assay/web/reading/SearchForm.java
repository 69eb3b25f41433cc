package dev.assay.web.reading;

import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.search.Filters;
import dev.assay.search.SearchRequest;
import dev.assay.search.SearchRequest.Copies;
import dev.assay.search.SearchRequest.Mode;
import dev.assay.search.SearchRequest.Sort;
import dev.assay.web.Links;
import dev.assay.web.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the reader asked the search page for; all of it stands in the page's address.
///
/// @param query as typed
/// @param tags ids of names that hits mention, any of them
/// @param disputed only articles with a figure that another source contradicts
/// @param from published at this minute or later
/// @param until published at this minute or before
/// @param zone whose clock both are read on
/// @param after token of the page that is shown; null for the first
public record SearchForm(
    String query,
    Set<Language> languages,
    Set<String> sources,
    Set<ArticleKind> kinds,
    Set<String> tags,
    boolean disputed,
    Age age,
    @Nullable LocalDateTime from,
    @Nullable LocalDateTime until,
    ZoneId zone,
    Sort sort,
    Copies copies,
    Mode mode,
    @Nullable String after) {

  /// In the order in which they are offered, the usual one first.
  public static final List<Mode> MODES = List.of(Mode.SMART, Mode.KEYWORD, Mode.SEMANTIC);

  /// Names offered as a filter.
  public static final int NAMES = 12;

  private static final int HITS = 10;

  /// How old an article may be.
  public enum Age {
    ANY(null),
    WEEK(Duration.ofDays(7)),
    MONTH(Duration.ofDays(31)),
    YEAR(Duration.ofDays(366));

    private final @Nullable Duration most;

    Age(@Nullable Duration most) {
      this.most = most;
    }

    /// The value in the address.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public SearchForm {
    languages = Set.copyOf(languages);
    sources = Set.copyOf(sources);
    kinds = Set.copyOf(kinds);
    tags = Set.copyOf(tags);
  }

  SearchRequest request(Instant now) {
    Filters filters =
        Filters.NONE
            .withLanguages(languages)
            .withSources(sources)
            .withKinds(kinds)
            .withTags(tags)
            .withFacts(disputed ? Set.of(Filters.DISPUTED) : Set.of())
            .between(earliest(now), until == null ? null : moment(until).plusSeconds(60));
    return SearchRequest.of(query)
        .withFilters(filters)
        .withSort(sort)
        .withCopies(copies)
        .withMode(mode)
        .withPageToken(after)
        .withLimit(HITS);
  }

  /// The later of the two bounds, if both are given.
  private @Nullable Instant earliest(Instant now) {
    Instant young = age.most == null ? null : startOfDay(now).minus(age.most);
    Instant given = from == null ? null : moment(from);
    if (young == null || given == null) {
      return young == null ? given : young;
    }
    return young.isAfter(given) ? young : given;
  }

  /// A whole day, so that the next page is one of the same search.
  private Instant startOfDay(Instant now) {
    return now.atZone(zone).truncatedTo(ChronoUnit.DAYS).toInstant();
  }

  private Instant moment(LocalDateTime time) {
    return time.atZone(zone).toInstant();
  }

  /// On whose clock a reader is asked for times: that of the times in the address, or else the
  /// reader's own.
  public ZoneId zoneFor(Messages say) {
    ZoneId own = say.zone();
    return from != null || until != null || own == null ? zone : own;
  }

  /// The value in the address.
  public static String word(Mode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }

  /// The usual mode for what is no mode's word.
  static Mode mode(@Nullable String word) {
    return MODES.stream().filter(mode -> word(mode).equals(word)).findFirst().orElse(Mode.SMART);
  }

  public Language queryLanguage() {
    return LanguageDetector.detect(query, Language.UNKNOWN);
  }

  public boolean isFiltered() {
    return !filters().isEmpty();
  }

  public boolean showsCopies() {
    return copies == Copies.SHOWN;
  }

  /// The same search without a filter.
  public String unfiltered() {
    return Links.search(query);
  }

  public boolean byTime() {
    return sort == Sort.NEWEST;
  }

  public boolean isLater() {
    return after != null;
  }

  /// The same search in the other order.
  public String otherSort() {
    return address(byTime() ? Sort.RELEVANCE : Sort.NEWEST, null);
  }

  public String first() {
    return address(sort, null);
  }

  public String next(String token) {
    return address(sort, token);
  }

  /// The same search with another query.
  public String asking(String other) {
    return address(other, sort, null);
  }

  /// The feed of this search, newest first, with its filters.
  public String feed() {
    return joined(Links.searchFeed(query), filters());
  }

  /// The same search as a query in the language of search, its filters as fields, as of `now`: the
  /// name of a topic that holds the same articles.
  String asTopic(Instant now) {
    List<String> parts = new ArrayList<>();
    if (!query.isEmpty()) {
      parts.add('(' + query + ')');
    }
    parts.add(anyOf("lang:", languages.stream().map(Language::tag).sorted().toList()));
    parts.add(anyOf("kind:", kinds.stream().sorted().map(ArticleKind::word).toList()));
    parts.add(anyOf("source:", sources.stream().sorted().map(SearchForm::quoted).toList()));
    parts.add(anyOf("tag:", tags.stream().sorted().map(SearchForm::quoted).toList()));
    parts.add(disputed ? "fact:" + Filters.DISPUTED : "");
    Instant earliest = earliest(now);
    parts.add(earliest == null ? "" : "from:" + minute(earliest));
    parts.add(until == null ? "" : "until:" + until);
    return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
  }

  private static String anyOf(String field, List<String> values) {
    String any = values.stream().map(field::concat).collect(Collectors.joining(" OR "));
    return values.size() > 1 ? '(' + any + ')' : any;
  }

  /// Between quotation marks that do not stand in it.
  private static String quoted(String value) {
    return value.indexOf('"') < 0 ? '"' + value + '"' : '「' + value + '」';
  }

  private static String minute(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC)
        .truncatedTo(ChronoUnit.MINUTES)
        .toString();
  }

  /// The same search as data, with its filters as of `now`.
  String json(Instant now) {
    List<String> fields = new ArrayList<>();
    for (String field : filters()) {
      if (Stream.of("age=", "from=", "until=", "zone=").noneMatch(field::startsWith)) {
        fields.add(field);
      }
    }
    Instant earliest = earliest(now);
    if (earliest != null) {
      add("from", minute(earliest), fields);
    }
    if (until != null) {
      add("until", minute(moment(until)), fields);
    }
    if (byTime()) {
      add("sort", "newest", fields);
    }
    return joined(Links.searchJson(query), fields);
  }

  private String address(Sort order, @Nullable String token) {
    return address(query, order, token);
  }

  private String address(String asked, Sort order, @Nullable String token) {
    List<String> fields = filters();
    if (order == Sort.NEWEST) {
      add("sort", "newest", fields);
    }
    if (token != null) {
      add("after", token, fields);
    }
    return joined(Links.search(asked), fields);
  }

  private static String joined(String start, List<String> fields) {
    return fields.isEmpty() ? start : start + "&" + String.join("&", fields);
  }

  private List<String> filters() {
    List<String> fields = new ArrayList<>();
    languages.stream().map(Language::tag).sorted().forEach(tag -> add("language", tag, fields));
    kinds.stream().sorted().forEach(kind -> add("kind", kind.word(), fields));
    sources.stream().sorted().forEach(source -> add("source", source, fields));
    tags.stream().sorted().forEach(tag -> add("tag", tag, fields));
    if (disputed) {
      add("fact", Filters.DISPUTED, fields);
    }
    if (age != Age.ANY) {
      add("age", age.word(), fields);
    }
    if (from != null) {
      add("from", from.toString(), fields);
    }
    if (until != null) {
      add("until", until.toString(), fields);
    }
    if ((from != null || until != null) && !zone.equals(ZoneOffset.UTC)) {
      add("zone", zone.getId(), fields);
    }
    if (copies == Copies.SHOWN) {
      add("copies", "shown", fields);
    }
    if (mode != Mode.SMART) {
      add("mode", word(mode), fields);
    }
    return fields;
  }

  private static void add(String field, String value, List<String> fields) {
    fields.add(field + "=" + Links.escape(value));
  }
}
