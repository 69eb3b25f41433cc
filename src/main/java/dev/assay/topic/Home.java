package dev.assay.topic;

import java.time.LocalDate;
import java.util.List;

/// The first page as data.
///
/// @param today in UTC
/// @param articles all that are stored, copies too
/// @param independent those that are no copy of another
/// @param topics the saved ones, those with the newest articles first
/// @param newest the newest articles of all, copies folded
/// @param names what the newest articles are about, most often first
public record Home(
    LocalDate today,
    long articles,
    long independent,
    List<TopicLine> topics,
    List<ArticleLine> newest,
    List<Facts.Related> names) {

  /// A saved topic on the first page.
  ///
  /// @param weeks the last twelve, oldest first
  /// @param newest its newest articles, at most three
  public record TopicLine(
      Name name, List<Name> otherNames, List<Week> weeks, List<ArticleLine> newest) {

    public TopicLine {
      otherNames = List.copyOf(otherNames);
      weeks = List.copyOf(weeks);
      newest = List.copyOf(newest);
    }
  }

  public Home {
    topics = List.copyOf(topics);
    newest = List.copyOf(newest);
    names = List.copyOf(names);
  }
}
