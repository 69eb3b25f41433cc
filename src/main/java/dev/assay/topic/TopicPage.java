package dev.assay.topic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A topic page as data.
///
/// @param cards newest first
/// @param next token of the page with older articles; null on the last page
public record TopicPage(
    Heading heading, Facts facts, Selection selection, List<Card> cards, @Nullable String next) {

  public TopicPage {
    cards = List.copyOf(cards);
  }
}
