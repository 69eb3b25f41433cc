package dev.assay.topic;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A topic page as data.
///
/// @param cards newest first
/// @param mentions the newest articles that name the topic in passing, on the first page
/// @param passing how many there are of these, counted up to [#MOST_PASSING]
/// @param next token of the page with older articles; null on the last page
public record TopicPage(
    Heading heading,
    Facts facts,
    Selection selection,
    List<Card> cards,
    List<Mentioning> mentions,
    int passing,
    @Nullable String next) {

  public static final int MOST_PASSING = 1_000;

  public TopicPage {
    cards = List.copyOf(cards);
    mentions = List.copyOf(mentions);
  }

  /// The cards of which somebody says when they were published.
  public List<Card> dated() {
    return cards.stream().filter(card -> card.article().publishedAt() != null).toList();
  }

  /// Those of which nobody does. They came among the others by when they were taken in, and never
  /// lead a page that has dated ones.
  public List<Card> undated() {
    return cards.stream().filter(card -> card.article().publishedAt() == null).toList();
  }

  /// What the topic's articles are, where that was counted.
  ///
  /// @param about texts that are about the topic
  /// @param passing texts that name it in passing
  /// @param copies further articles that are copies of one of these
  public record Parts(long about, long passing, long copies) {}

  /// What the topic's articles are; none on later pages, of a filtered list, of so many that they
  /// were not counted, and where none names the topic in passing.
  public Optional<Parts> parts() {
    return passing > 0
            && passing < MOST_PASSING
            && facts.exact()
            && facts.texts() >= passing
            && selection.equals(Selection.all())
        ? Optional.of(new Parts(facts.texts() - passing, passing, facts.articles() - facts.texts()))
        : Optional.empty();
  }

  /// All, as they are shown.
  public List<Card> inOrder() {
    return Stream.concat(dated().stream(), undated().stream()).toList();
  }
}
