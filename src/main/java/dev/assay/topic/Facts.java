package dev.assay.topic;

import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.fold.Independence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is true of all articles of a topic, not only of those shown.
///
/// @param articles how many there are, copies too
/// @param exact whether `articles` is exact or at least that many
/// @param texts those that are no copy of another
/// @param independent independent sources behind them: copies of one text count once, and so do
///   texts of one agency and of outlets with one owner
/// @param voices those of these sources that have a name, most articles first; at most [#VOICES]
/// @param sources different outlets that have a name
/// @param first day of the oldest article that states one, in UTC; null if there is no article
/// @param last day of the newest
/// @param weeks of articles that state a day, without gaps, oldest first, at most [#WEEKS], the
///   last one that of `last`
/// @param related names of what the same articles are about, most of all first
/// @param languages articles in each language, most first
/// @param kinds articles of each kind, most first
/// @param outlets the sources that have most articles, at most [#OUTLETS], most first
public record Facts(
    long articles,
    boolean exact,
    long texts,
    long independent,
    List<Independence.Voice> voices,
    long sources,
    @Nullable LocalDate first,
    @Nullable LocalDate last,
    List<Week> weeks,
    List<Related> related,
    List<Count<Language>> languages,
    List<Count<ArticleKind>> kinds,
    List<Count<String>> outlets) {

  /// Half a year fits beside a page and shows whether a subject is rising.
  static final int WEEKS = 29;

  /// Sources that are named beside a page.
  static final int VOICES = 12;

  /// Outlets offered as a filter.
  static final int OUTLETS = 8;

  /// A thing beside the topic, and why it is named: it stands in so many of its articles.
  ///
  /// @param articles that name it, of the newest ones
  /// @param about those of them that are about it
  public record Related(Name name, long articles, long about) {}

  /// How many articles one thing has.
  public record Count<T>(T of, long articles) {}

  public Facts {
    voices = List.copyOf(voices);
    weeks = List.copyOf(weeks);
    related = List.copyOf(related);
    languages = List.copyOf(languages);
    kinds = List.copyOf(kinds);
    outlets = List.copyOf(outlets);
  }

  public static Facts none() {
    return new Facts(
        0, true, 0, 0, List.of(), 0, null, null, List.of(), List.of(), List.of(), List.of(),
        List.of());
  }
}
