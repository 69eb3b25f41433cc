package dev.assay.web;

import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.search.Filters;
import dev.assay.search.SearchRequest;
import dev.assay.search.SearchRequest.Sort;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the reader asked the search page for; all of it stands in the page's address.
///
/// @param query as typed
/// @param after token of the page that is shown; null for the first
public record SearchForm(
    String query,
    Set<Language> languages,
    Set<String> sources,
    Set<ArticleKind> kinds,
    Age age,
    Sort sort,
    @Nullable String after) {

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
  }

  SearchRequest request(Instant now) {
    Filters filters =
        Filters.NONE
            .withLanguages(languages)
            .withSources(sources)
            .withKinds(kinds)
            .between(age.most == null ? null : now.minus(age.most), null);
    return SearchRequest.of(query)
        .withFilters(filters)
        .withSort(sort)
        .withPageToken(after)
        .withLimit(HITS);
  }

  public Language queryLanguage() {
    return LanguageDetector.detect(query, Language.UNKNOWN);
  }

  public boolean isFiltered() {
    return !languages.isEmpty() || !sources.isEmpty() || !kinds.isEmpty() || age != Age.ANY;
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

  private String address(Sort order, @Nullable String token) {
    List<String> fields = new ArrayList<>();
    languages.stream().map(Language::tag).sorted().forEach(tag -> add("language", tag, fields));
    kinds.stream().sorted().forEach(kind -> add("kind", kind.word(), fields));
    sources.stream().sorted().forEach(source -> add("source", source, fields));
    if (age != Age.ANY) {
      add("age", age.word(), fields);
    }
    if (order == Sort.NEWEST) {
      add("sort", "newest", fields);
    }
    if (token != null) {
      add("after", token, fields);
    }
    return fields.isEmpty()
        ? Links.search(query)
        : Links.search(query) + "&" + String.join("&", fields);
  }

  private static void add(String field, String value, List<String> fields) {
    fields.add(field + "=" + Links.escape(value));
  }
}
