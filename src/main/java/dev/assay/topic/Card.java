package dev.assay.topic;

import dev.assay.brief.Brief;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.model.ModelTitle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One article on a topic page, with its copies folded under it.
///
/// @param copies other articles with the same text, oldest first
/// @param brief null if the article is too short for one or is not analysed yet
/// @param names what the article is about, most important first, in the reader's language
/// @param said its sentences that name the topic, in its order; empty if only the title does
/// @param title in the reader's language, as a model wrote it; null if the article is in it or
///   there is none
/// @param from where the text says that it comes from; null if it does not say
/// @param arrival how much of its text came
public record Card(
    ArticleLine article,
    @Nullable ModelTitle title,
    List<ArticleLine> copies,
    @Nullable Brief brief,
    List<Name> names,
    List<BriefSentence> said,
    @Nullable From from,
    Arrival arrival) {

  public Card {
    copies = List.copyOf(copies);
    names = List.copyOf(names);
    said = List.copyOf(said);
  }

  /// What the card shows of the article.
  public Focus focus() {
    return Focus.of(brief, said);
  }
}
