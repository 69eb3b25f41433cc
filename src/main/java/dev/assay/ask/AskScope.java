package dev.assay.ask;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which articles a question is asked of. An empty list lets everything through.
///
/// @param topic only articles of the topic of this name; null for any
/// @param sources any of these outlets, by name
/// @param articles any of these
/// @param languages any of these; `zh` stands for both scripts
/// @param from published at this moment or later; null for any
/// @param until published before this moment; null for any
/// @param asOf only what was known on the desk at this moment; null for now
public record AskScope(
    @Nullable String topic,
    List<String> sources,
    List<ArticleId> articles,
    List<Language> languages,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable Instant asOf) {

  /// The whole library.
  public static final AskScope ALL =
      new AskScope(null, List.of(), List.of(), List.of(), null, null, null);

  public AskScope {
    sources = List.copyOf(sources);
    articles = List.copyOf(articles);
    languages = List.copyOf(languages);
  }

  public AskScope withTopic(@Nullable String name) {
    return new AskScope(name, sources, articles, languages, from, until, asOf);
  }

  public AskScope withArticles(List<ArticleId> some) {
    return new AskScope(topic, sources, some, languages, from, until, asOf);
  }

  public AskScope withAsOf(@Nullable Instant moment) {
    return new AskScope(topic, sources, articles, languages, from, until, moment);
  }
}
