package dev.assay.topic;

import dev.assay.analyze.name.Tag;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.brief.BriefSentence;
import dev.assay.search.Filters;
import dev.assay.search.Search;
import dev.assay.search.SearchHit;
import dev.assay.search.SearchPage;
import dev.assay.search.SearchRequest;
import dev.assay.store.ArticleHead;
import dev.assay.store.ArticleTable.Place;
import dev.assay.store.Session;
import dev.assay.store.StoredArticle;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which articles a topic lists, and what each of them says of it. Safe for use by many threads.
final class TopicLists {

  /// Articles that name a topic in passing, on its first page.
  private static final int MENTIONS = 6;

  private final Search search;
  private final NamingSentences naming;

  TopicLists(Search search, NamingSentences naming) {
    this.search = search;
    this.naming = naming;
  }

  /// Articles of a page, and the token of the next.
  ///
  /// @param said sentences that a search found; those of a thing are found when they are shown
  record Listed(
      List<ArticleHead> heads, Map<ArticleId, List<BriefSentence>> said, @Nullable String next) {}

  /// Those of `ids` that are stored, in their order.
  static Listed of(Session session, Collection<ArticleId> ids) {
    return new Listed(heads(session, List.copyOf(ids)), Map.of(), null);
  }

  /// The articles of one page of a topic, the newest first.
  ///
  /// @param after the token of the page; null for the first
  Listed listed(
      Session session,
      TopicSubject subject,
      Selection selection,
      @Nullable String after,
      int limit) {
    return subject.isQuery()
        ? matching(session, subject, selection, after, limit)
        : about(session, subject, selection, after, limit);
  }

  private static Listed about(
      Session session,
      TopicSubject subject,
      Selection selection,
      @Nullable String after,
      int limit) {
    Place place = after == null ? Place.START : PlaceToken.parse(after);
    List<Place> places =
        new TopicTable(session)
            .about(subject.entityIds(), selection, grade(selection), place, limit + 1);
    List<Place> shown = places.subList(0, Math.min(limit, places.size()));
    return new Listed(
        heads(session, ids(shown)),
        Map.of(),
        places.size() > limit ? PlaceToken.of(shown.getLast()) : null);
  }

  private static TopicTable.Grade grade(Selection selection) {
    return switch (selection.mentions()) {
      case APART -> TopicTable.Grade.ABOUT;
      case SHOWN -> TopicTable.Grade.ANY;
    };
  }

  private static List<ArticleId> ids(List<Place> places) {
    return places.stream().map(place -> new ArticleId(place.id())).toList();
  }

  /// Where the articles stand that name a thing in passing, if they are listed apart.
  static List<Place> passing(Session session, TopicSubject subject, Selection selection) {
    return subject.isQuery() || selection.mentions() == Selection.Mentions.SHOWN
        ? List.of()
        : new TopicTable(session)
            .about(
                subject.entityIds(),
                selection,
                TopicTable.Grade.PASSING,
                Place.START,
                TopicPage.MOST_PASSING);
  }

  /// The first of `passing` with the sentence in which each names the subject.
  List<Mentioning> mentions(Session session, TopicSubject subject, List<Place> passing) {
    List<ArticleId> ids = ids(passing.subList(0, Math.min(MENTIONS, passing.size())));
    Map<ArticleId, StoredArticle> found = session.articles().find(ids);
    return ids.stream()
        .flatMap(id -> Stream.ofNullable(found.get(id)))
        .map(
            stored ->
                new Mentioning(
                    ArticleLine.of(stored.article()),
                    naming.of(stored, subject.entityIds()).stream().limit(1).toList()))
        .toList();
  }

  private Listed matching(
      Session session,
      TopicSubject subject,
      Selection selection,
      @Nullable String after,
      int limit) {
    SearchPage page =
        subject
            .in(search)
            .find(
                new SearchRequest(
                    subject.query(),
                    Filters.NONE
                        .withLanguages(selection.languages())
                        .withKinds(selection.kinds())
                        .withSources(selection.sources())
                        .between(selection.start(), selection.end()),
                    SearchRequest.Sort.NEWEST,
                    switch (selection.copies()) {
                      case FOLDED -> SearchRequest.Copies.FOLDED;
                      case SHOWN -> SearchRequest.Copies.SHOWN;
                    },
                    after,
                    limit,
                    SearchRequest.Mode.KEYWORD));
    List<ArticleId> ids = page.hits().stream().map(SearchHit::article).map(Article::id).toList();
    Map<ArticleId, List<BriefSentence>> said = new HashMap<>();
    page.hits().forEach(hit -> said.put(hit.article().id(), found(hit)));
    return new Listed(heads(session, ids), said, page.nextToken());
  }

  /// The sentences of an article that hold the words that were looked for.
  private static List<BriefSentence> found(SearchHit hit) {
    return NamingSentences.naming(
        hit.article(),
        hit.passages().stream()
            .flatMap(
                passage ->
                    passage.highlights().stream()
                        .map(span -> new Tag.Mention(passage.paragraph(), span)))
            .toList());
  }

  /// The heads of `ids` in their order.
  private static List<ArticleHead> heads(Session session, List<ArticleId> ids) {
    Map<ArticleId, ArticleHead> heads = session.articles().heads(ids);
    return ids.stream().map(heads::get).filter(Objects::nonNull).toList();
  }

  /// The same articles with the sentences that speak of the subject.
  Listed saying(Session session, Listed listed, TopicSubject subject) {
    if (subject.isQuery()) {
      return listed;
    }
    Map<ArticleId, List<BriefSentence>> said = new HashMap<>();
    session
        .articles()
        .find(listed.heads().stream().map(ArticleHead::id).toList())
        .forEach((id, stored) -> said.put(id, naming.of(stored, subject.entityIds())));
    return new Listed(listed.heads(), said, listed.next());
  }
}
