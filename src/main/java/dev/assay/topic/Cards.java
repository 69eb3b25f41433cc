package dev.assay.topic;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefTable;
import dev.assay.brief.model.ModelTitle;
import dev.assay.brief.work.ModelTextTable;
import dev.assay.fold.Origin;
import dev.assay.fold.Outlets;
import dev.assay.lexicon.Names;
import dev.assay.store.ArticleHead;
import dev.assay.store.Session;
import dev.assay.store.TagTable.TagRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes the cards of articles: what a list shows of each, in the reader's language. Safe for use
/// by many threads.
final class Cards {

  private static final int NAMES_ON_A_CARD = 6;

  private final Supplier<Names> names;
  private final Outlets outlets;

  /// @param names as they are at each moment
  /// @param outlets who owns which outlet
  Cards(Supplier<Names> names, Outlets outlets) {
    this.names = names;
    this.outlets = outlets;
  }

  /// The cards of what is listed, in its order.
  ///
  /// @param own what needs no naming on these cards
  List<Card> of(
      Session session,
      TopicLists.Listed listed,
      Set<String> own,
      Selection selection,
      Language reader) {
    List<ArticleHead> heads = listed.heads();
    List<ArticleId> ids = heads.stream().map(ArticleHead::id).toList();
    Map<ArticleId, Brief> briefs = briefs(session, ids, reader);
    Map<ArticleId, List<TagRow>> tags = session.tags().of(ids);
    Map<ArticleId, List<ArticleHead>> copies =
        switch (selection.copies()) {
          case FOLDED -> session.articles().copies(ids);
          case SHOWN -> Map.of();
        };
    Map<ArticleId, Origin> origins = session.origins().of(ids);
    Map<ArticleId, Map<String, String>> headers = session.articles().headers(ids);
    Map<ArticleId, ModelTitle> titles = new ModelTextTable(session).titles(ids, reader);
    return heads.stream()
        .map(
            head ->
                new Card(
                    ArticleLine.of(head),
                    titles.get(head.id()),
                    copies.getOrDefault(head.id(), List.of()).stream()
                        .map(ArticleLine::of)
                        .toList(),
                    briefs.get(head.id()),
                    names(tags.getOrDefault(head.id(), List.of()), own, reader),
                    listed.said().getOrDefault(head.id(), List.of()),
                    from(origins.get(head.id()), reader),
                    Arrival.of(headers.getOrDefault(head.id(), Map.of()))))
        .toList();
  }

  private @Nullable From from(@Nullable Origin origin, Language reader) {
    return origin == null ? null : From.of(origin, outlets, reader);
  }

  /// The briefs of articles, in the reader's language where a model wrote one.
  static Map<ArticleId, Brief> briefs(Session session, List<ArticleId> ids, Language reader) {
    return new ModelTextTable(session).shown(new BriefTable(session).of(ids), reader);
  }

  /// What the reader calls the first of these tags, but those `without`.
  List<Name> names(List<TagRow> tags, Set<String> without, Language reader) {
    return tags.stream()
        .map(TagRow::entityId)
        .filter(id -> !without.contains(id))
        .flatMap(id -> TopicSubject.nameOf(id, names.get(), reader).stream())
        .limit(NAMES_ON_A_CARD)
        .toList();
  }
}
