package dev.assay.ingest;

import dev.assay.analyze.name.Aboutness;
import dev.assay.article.Language;
import dev.assay.index.IndexedArticle;
import dev.assay.index.SearchIndex;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import dev.assay.store.TagTable.TagRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The form in which the index takes an article: with the names of what it mentions in each script,
/// so that it is found by all of them.
public final class Indexing {

  private static final List<Language> SCRIPTS =
      List.of(Language.ZH_HANS, Language.ZH_HANT, Language.EN);

  private Indexing() {}

  /// Puts into the index what the store has and the index lacks.
  ///
  /// @param names asked for when something is lacking
  public static void catchUp(Store store, SearchIndex index, Supplier<Names> names) {
    new IndexFollower(store, index, names).catchUp(_ -> {});
  }

  static IndexedArticle of(
      StoredArticle stored, List<TagRow> tags, Set<String> facts, Names names) {
    return new IndexedArticle(
        stored.article(),
        stored.canonical(),
        tags.stream().map(TagRow::entityId).collect(Collectors.toSet()),
        tags.stream()
            .filter(tag -> tag.about().score() >= Aboutness.ABOUT)
            .map(TagRow::entityId)
            .collect(Collectors.toSet()),
        tags.stream().flatMap(tag -> labels(tag.entityId(), names)).distinct().toList(),
        facts,
        stored.sequence());
  }

  private static Stream<String> labels(String id, Names names) {
    Optional<NamedEntity> entity = names.entity(id);
    return entity.stream().flatMap(found -> SCRIPTS.stream().map(found::label));
  }
}
