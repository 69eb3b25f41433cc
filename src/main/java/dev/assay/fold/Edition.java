package dev.assay.fold;

import dev.assay.analyze.name.NameSpots;
import dev.assay.article.Article;
import dev.assay.article.PublicationTime;
import dev.assay.cite.Span;
import dev.assay.lexicon.Folding;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One outlet's text, made ready to be compared with others. Immutable once made.
///
/// What outlets put around a text (who edited it, advertisements, disclaimers) is left out, so that
/// it neither joins nor parts two texts.
public final class Edition {

  /// Characters that a notice has fewer than.
  private static final int NOTICE = 450;

  private final String text;
  private final ContentTokens tokens;
  private final long[] figures;
  private final @Nullable PublicationTime publishedAt;
  private volatile @Nullable List<Span> names;
  private volatile @Nullable List<Span> named;
  private volatile @Nullable String folded;

  private Edition(String text, @Nullable PublicationTime publishedAt) {
    this.text = text;
    this.tokens = ContentTokens.of(Furniture.blanked(text));
    this.publishedAt = publishedAt;
    this.figures =
        IntStream.range(0, tokens.size())
            .filter(tokens::isFigure)
            .mapToLong(tokens::hash)
            .sorted()
            .distinct()
            .toArray();
  }

  /// The edition that an article is.
  public static Edition of(Article article) {
    return new Edition(Fingerprint.content(article), article.publishedAt());
  }

  /// A text without its title.
  ///
  /// @param publishedAt when it was published, if that is known
  public static Edition of(String text, @Nullable PublicationTime publishedAt) {
    return new Edition(text, publishedAt);
  }

  /// Where names may stand in it, and in a notice nouns too; found when it is first asked, which
  /// takes as long as to read them takes.
  List<Span> names() {
    List<Span> found = names;
    if (found == null) {
      found = isNotice() ? NameSpots.withNouns(text) : NameSpots.withoutBylines(text);
      names = found;
    }
    return found;
  }

  /// Where names stand in it, without the nouns of a notice; found when it is first asked.
  List<Span> named() {
    List<Span> found = named;
    if (found == null) {
      found = isNotice() ? NameSpots.withoutBylines(text) : names();
      named = found;
    }
    return found;
  }

  /// Whether token `i` is the first of a sentence or of a line.
  boolean beginsSentence(int i) {
    int before = tokens.start(i) - 1;
    while (before >= 0 && !isSeam(before)) {
      if (Character.isLetterOrDigit(text.charAt(before))) {
        return false;
      }
      before--;
    }
    return true;
  }

  /// Where the first sentence of the line ends in which `at` stands, or the line.
  int firstSentenceEnd(int at) {
    int end = text.lastIndexOf('\n', at - 1) + 1;
    while (end < text.length() && !isSeam(end)) {
      end++;
    }
    return end;
  }

  private boolean isSeam(int at) {
    return "。！？!?\n".indexOf(text.charAt(at)) >= 0
        || text.charAt(at) == '.'
            && at + 1 < text.length()
            && Character.isWhitespace(text.charAt(at + 1));
  }

  /// The text with each character in its simple form, of the same length.
  String folded() {
    String made = folded;
    if (made == null) {
      made = new String(Folding.fold(text));
      folded = made;
    }
    return made;
  }

  /// Whether it is a short notice, of which every name counts.
  boolean isNotice() {
    return text.length() < NOTICE;
  }

  ContentTokens tokens() {
    return tokens;
  }

  /// The words of tokens `from` to `to`, `to` left out, as they were written.
  String words(int from, int to) {
    return text.substring(tokens.start(from), tokens.end(to - 1));
  }

  /// A number by which two texts of one length are put in order, whichever is given first.
  long contentOrder() {
    long order = 0;
    for (int i = 0; i < tokens.size(); i++) {
      order = 31 * order + tokens.hash(i);
    }
    return order;
  }

  boolean hasFigure(long hash) {
    return Arrays.binarySearch(figures, hash) >= 0;
  }

  /// Whether this one was certainly published after `other`: of two that are only dated, a day or
  /// more after.
  boolean isAfter(Edition other) {
    return publishedAt != null
        && other.publishedAt != null
        && !publishedAt.instant().isBefore(end(other.publishedAt));
  }

  /// The first moment after the stretch of time that was written.
  private static Instant end(PublicationTime time) {
    OffsetDateTime local = time.local();
    return switch (time.precision()) {
      case MONTH -> local.plusMonths(1).toInstant();
      case DAY -> local.plusDays(1).toInstant();
      case MINUTE -> local.plusMinutes(1).toInstant();
      case SECOND -> local.plusSeconds(1).toInstant();
    };
  }
}
