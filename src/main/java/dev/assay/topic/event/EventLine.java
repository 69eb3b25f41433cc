package dev.assay.topic.event;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.topic.ArticleLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// An event in a list, and on the card of one of its texts.
///
/// @param lead the article of the text that most independent sources have
/// @param others the other texts, the first first
/// @param independent sources behind all of them
/// @param differing how many quantities its texts state differently
/// @param last when the last text came
public record EventLine(
    ArticleId id,
    ArticleLine lead,
    List<ArticleLine> others,
    int independent,
    int differing,
    Instant last) {

  public EventLine {
    others = List.copyOf(others);
  }

  /// The same led by a text in the reader's language, if there is one.
  public EventLine inWordsOf(Language reader) {
    ArticleLine own = ArticleLine.inWordsOf(reader, lead, others.stream());
    List<ArticleLine> texts = new ArrayList<>(others);
    texts.replaceAll(text -> text.equals(own) ? lead : text);
    return new EventLine(id, own, texts, independent, differing, last);
  }

  /// How many texts there are.
  public int texts() {
    return 1 + others.size();
  }
}
