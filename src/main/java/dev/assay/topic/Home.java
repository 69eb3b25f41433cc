package dev.assay.topic;

import dev.assay.article.ArticleId;
import dev.assay.desk.ReadingScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The first page as data.
///
/// @param made when
/// @param articles all that are stored, copies too
/// @param independent those that are no copy of another
/// @param topics the saved ones, those with the newest articles first
/// @param newest the newest articles of all whose day is known, copies folded
/// @param undated the last to arrive of the others
/// @param names what the newest articles are about, most often first
public record Home(
    Instant made,
    long articles,
    long independent,
    List<TopicLine> topics,
    List<ArticleLine> newest,
    List<ArticleLine> undated,
    List<Facts.Related> names) {

  /// A saved topic on the first page.
  ///
  /// @param weeks the last twelve, oldest first
  /// @param newest its newest articles, each with what it says of the topic
  /// @param about how likely a reader takes each of these to be about it, 0 to 1; for a topic that
  ///   is looked for by its words, 1 for each whose title has them
  /// @param scope all its articles
  public record TopicLine(
      Name name,
      List<Name> otherNames,
      List<Week> weeks,
      List<Mentioning> newest,
      Map<ArticleId, Double> about,
      ReadingScope scope) {

    public TopicLine {
      otherNames = List.copyOf(otherNames);
      weeks = List.copyOf(weeks);
      newest = List.copyOf(newest);
      about = Map.copyOf(about);
    }
  }

  public Home {
    topics = List.copyOf(topics);
    newest = List.copyOf(newest);
    undated = List.copyOf(undated);
    names = List.copyOf(names);
  }
}
