package dev.assay.topic;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The other places and times in which an article's text stands.
///
/// @param original the article of which this one is a copy; null if it is none
/// @param copies other articles with the same text, oldest first, without `original`
/// @param apart articles that read alike and are not folded: other figures, a later report, or a
///   reader's word
/// @param revisions earlier texts of the article, newest first
/// @param byHand whether a reader said what the article is folded with
/// @param from where the text says that it comes from; null if it does not say
public record Editions(
    @Nullable CopyLine original,
    List<CopyLine> copies,
    List<ArticleLine> apart,
    List<Version> revisions,
    boolean byHand,
    @Nullable From from) {

  /// An article that stands alone.
  public static final Editions NONE =
      new Editions(null, List.of(), List.of(), List.of(), false, null);

  public Editions {
    copies = List.copyOf(copies);
    apart = List.copyOf(apart);
    revisions = List.copyOf(revisions);
  }

  /// The other articles with the text, the canonical one first.
  public List<CopyLine> all() {
    return Stream.concat(Stream.ofNullable(original), copies.stream()).toList();
  }

  /// How many other articles have the text.
  public int others() {
    return copies.size() + (original == null ? 0 : 1);
  }
}
