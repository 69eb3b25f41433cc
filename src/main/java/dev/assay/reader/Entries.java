package dev.assay.reader;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.desk.Item;
import dev.assay.desk.Mark;
import dev.assay.follow.Sources;
import dev.assay.source.Source;
import dev.assay.topic.ArticleLine;
import dev.assay.topic.Card;
import dev.assay.topic.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Articles as the protocol's items.
///
/// @param server the address before every path
/// @param reader in which language key figures are told
record Entries(
    Topics topics, Sources sources, Subscriptions subscriptions, String server, Language reader) {

  List<ReaderShapes.Entry> of(List<Item> items) {
    return of(
        items.stream().map(Item::id).toList(),
        items.stream().collect(Collectors.toMap(Item::id, Item::mark)));
  }

  /// Those of `ids` that are stored, in their order.
  List<ReaderShapes.Entry> of(Collection<ArticleId> ids, Map<ArticleId, Mark> marks) {
    List<Card> cards = topics.cards(ids, reader);
    Map<ArticleId, Subscription> feeds = feeds(ids);
    cards.forEach(
        card ->
            feeds.putIfAbsent(card.article().id(), Subscription.outlet(card.article().source())));
    Map<Subscription, String> streams = subscriptions.streams(feeds.values());
    return cards.stream()
        .map(
            card -> {
              Subscription feed = Objects.requireNonNull(feeds.get(card.article().id()));
              return entry(
                  card,
                  marks.getOrDefault(card.article().id(), Mark.NONE),
                  new ReaderShapes.Origin(
                      Objects.requireNonNull(streams.get(feed)),
                      feed.name(),
                      Addresses.page(feed, server)));
            })
        .toList();
  }

  /// The feeds of those that came of a followed source.
  private Map<ArticleId, Subscription> feeds(Collection<ArticleId> ids) {
    Map<Integer, Subscription> followed =
        sources.followed().stream().collect(Collectors.toMap(Source::id, Subscription::of));
    Map<ArticleId, Subscription> feeds = new HashMap<>();
    sources
        .cameBy(ids)
        .forEach(
            (id, source) ->
                Optional.ofNullable(followed.get(source)).ifPresent(feed -> feeds.put(id, feed)));
    return feeds;
  }

  private ReaderShapes.Entry entry(Card card, Mark mark, ReaderShapes.Origin origin) {
    ArticleLine article = card.article();
    String page = server + "/articles/" + article.id();
    String address = article.address() == null ? page : article.address().toString();
    List<ReaderShapes.Link> links = List.of(new ReaderShapes.Link(address, "text/html"));
    long published = article.orderedBy().getEpochSecond();
    long crawled = article.fetchedAt().toEpochMilli();
    return new ReaderShapes.Entry(
        ItemIds.longForm(article.id()),
        Long.toString(crawled),
        Long.toString(crawled * 1_000),
        published,
        published,
        article.title(),
        links,
        links,
        new ReaderShapes.Body(ItemBody.of(card, server, reader), "ltr"),
        categories(mark),
        origin,
        article.source());
  }

  private static List<String> categories(Mark mark) {
    List<String> categories = new ArrayList<>(List.of(Streams.READING_LIST));
    if (mark.read()) {
      categories.add(Streams.READ);
    }
    if (mark.starred()) {
      categories.add(Streams.STARRED);
    }
    return categories;
  }
}
