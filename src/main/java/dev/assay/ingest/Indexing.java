package dev.assay.ingest;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.index.IndexedArticle;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The form in which the index takes an article: with the names of what it mentions in each script,
/// so that it is found by all of them.
final class Indexing {

  private static final List<Language> SCRIPTS =
      List.of(Language.ZH_HANS, Language.ZH_HANT, Language.EN);

  private Indexing() {}

  static IndexedArticle of(
      Article article, ArticleId canonical, List<String> entities, Names names) {
    List<String> labels = entities.stream().flatMap(id -> labels(id, names)).distinct().toList();
    return new IndexedArticle(article, canonical, Set.copyOf(entities), labels, Set.of());
  }

  private static Stream<String> labels(String id, Names names) {
    Optional<NamedEntity> entity = names.entity(id);
    return entity.stream().flatMap(found -> SCRIPTS.stream().map(found::label));
  }
}
