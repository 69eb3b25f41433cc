package dev.assay.search;

import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.index.IndexedArticle;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What hits must be, besides matching the query. An empty set lets everything through.
///
/// @param languages any of these; `zh` stands for both scripts
/// @param sources any of these outlets, by name
/// @param kinds any of these
/// @param tags any of these entity ids
/// @param months published in any of these, in UTC
/// @param facts all of these, such as [#DISPUTED]
/// @param articles any of these
/// @param from ordered at this moment or later
/// @param until ordered before this moment
public record Filters(
    Set<Language> languages,
    Set<String> sources,
    Set<ArticleKind> kinds,
    Set<String> tags,
    Set<YearMonth> months,
    Set<String> facts,
    Set<ArticleId> articles,
    @Nullable Instant from,
    @Nullable Instant until) {

  /// The fact that figures of the article differ from another source's.
  public static final String DISPUTED = IndexedArticle.DISPUTED;

  public static final Filters NONE =
      new Filters(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null);

  public Filters {
    languages = Set.copyOf(languages);
    sources = Set.copyOf(sources);
    kinds = Set.copyOf(kinds);
    tags = Set.copyOf(tags);
    months = Set.copyOf(months);
    facts = Set.copyOf(facts);
    articles = Set.copyOf(articles);
  }

  public Filters withLanguages(Set<Language> wanted) {
    return new Filters(wanted, sources, kinds, tags, months, facts, articles, from, until);
  }

  public Filters withSources(Set<String> wanted) {
    return new Filters(languages, wanted, kinds, tags, months, facts, articles, from, until);
  }

  public Filters withKinds(Set<ArticleKind> wanted) {
    return new Filters(languages, sources, wanted, tags, months, facts, articles, from, until);
  }

  public Filters withTags(Set<String> wanted) {
    return new Filters(languages, sources, kinds, wanted, months, facts, articles, from, until);
  }

  public Filters withMonths(Set<YearMonth> wanted) {
    return new Filters(languages, sources, kinds, tags, wanted, facts, articles, from, until);
  }

  public Filters withFacts(Set<String> wanted) {
    return new Filters(languages, sources, kinds, tags, months, wanted, articles, from, until);
  }

  public Filters withArticles(Set<ArticleId> wanted) {
    return new Filters(languages, sources, kinds, tags, months, facts, wanted, from, until);
  }

  public Filters between(@Nullable Instant start, @Nullable Instant end) {
    return new Filters(languages, sources, kinds, tags, months, facts, articles, start, end);
  }
}
