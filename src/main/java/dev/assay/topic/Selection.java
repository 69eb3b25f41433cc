package dev.assay.topic;

import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which of a topic's articles the reader wants to see.
///
/// @param languages empty for all
/// @param kinds empty for all
/// @param sources outlets by name, empty for all
/// @param from first day in UTC; null for no bound
/// @param until last day in UTC; null for no bound
/// @param copies whether copies are folded under the first article or shown as cards of their own
/// @param mentions whether articles that name the topic in passing are listed apart
public record Selection(
    Set<Language> languages,
    Set<ArticleKind> kinds,
    Set<String> sources,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    Copies copies,
    Mentions mentions) {

  /// What is done with articles that only name the topic in passing.
  public enum Mentions {
    /// They are listed apart.
    APART,
    /// They are shown as cards among the others.
    SHOWN
  }

  /// What is done with copies.
  public enum Copies {
    FOLDED,
    SHOWN
  }

  public Selection {
    languages = Set.copyOf(languages);
    kinds = Set.copyOf(kinds);
    sources = Set.copyOf(sources);
  }

  /// What names the topic in passing stands apart.
  public Selection(
      Set<Language> languages,
      Set<ArticleKind> kinds,
      Set<String> sources,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      Copies copies) {
    this(languages, kinds, sources, from, until, copies, Mentions.APART);
  }

  public Selection(Set<Language> languages, Set<ArticleKind> kinds, Copies copies) {
    this(languages, kinds, Set.of(), null, null, copies);
  }

  /// The first moment of the first day, or null.
  @Nullable Instant start() {
    return from == null ? null : from.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /// The first moment after the last day, or null.
  @Nullable Instant end() {
    return until == null ? null : until.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /// The same with other mentions.
  public Selection with(Mentions shown) {
    return new Selection(languages, kinds, sources, from, until, copies, shown);
  }

  /// Everything, copies folded.
  public static Selection all() {
    return new Selection(Set.of(), Set.of(), Copies.FOLDED);
  }
}
