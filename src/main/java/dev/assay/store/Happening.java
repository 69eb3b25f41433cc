package dev.assay.store;

import dev.assay.article.ArticleId;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One thing that happened on the desk.
///
/// @param id grows with each
/// @param at when the desk learned of it: of an article, when it was fetched
public record Happening(long id, Instant at, Kind kind, About about) {

  /// The detail of an article whose text was there already.
  public static final String COPY = "copy";

  /// What it happened to.
  ///
  /// @param article the one it is about, or that brought it about; null if there is none
  /// @param subject id of what it is about; of which space, its kind says
  /// @param detail more of it, as its kind says; may be empty
  public record About(@Nullable ArticleId article, String subject, String detail) {

    /// Of an article itself.
    public static About article(ArticleId id, String detail) {
      return new About(id, id.toString(), detail);
    }

    /// Of something that no article stands behind.
    public static About of(String subject, String detail) {
      return new About(null, subject, detail);
    }
  }

  /// What can happen. A further kind comes where it is written.
  public enum Kind {
    /// An article came in. Subject: the article; detail: [#COPY] if its text was there already.
    ARTICLE_CREATED("article.created"),
    /// Its source put another text in its place. Subject: the article; detail: the number of the
    /// text that it replaced.
    ARTICLE_EDITED("article.edited"),
    /// A source changed more of a text than its look. Subject: the article; detail: the number of
    /// the text that it replaced, the kinds of change apart by commas, and `silent` if the source
    /// says nothing of it; apart by spaces.
    EDIT_FOUND("edit.found"),
    /// A second text tells of a happening. Subject: the event; the article: that text.
    EVENT_CREATED("event.created"),
    /// A further text tells of it. Subject: the event; the article: that text; detail: how many
    /// texts there are.
    EVENT_JOINED("event.joined"),
    /// A name begins to rise. Subject: the thing; detail: how many texts of three days, of how many
    /// independent sources, how many were expected, and `new` if it was not named before; apart by
    /// spaces.
    NAME_RISING("name.rising"),
    /// An article brought a figure to the ledger. Subject: the entry; detail: the id of the figure.
    FIGURE_CREATED("figure.created"),
    /// Figures of an entry cannot hold together any more. Subject: the entry.
    DISPUTE_OPENED("dispute.opened"),
    /// They can again. Subject: the entry.
    DISPUTE_CLOSED("dispute.closed"),
    /// A source that is followed cannot be read any more. Subject: its number; detail: the reason
    /// in words.
    SOURCE_FAILING("source.failing"),
    /// It can be read again. Subject: its number.
    SOURCE_RECOVERED("source.recovered");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /// As it stands in the store, in JSON and in settings.
    public String word() {
      return word;
    }

    static Kind of(String word) {
      return Arrays.stream(values())
          .filter(kind -> kind.word.equals(word))
          .findFirst()
          .orElseThrow();
    }
  }
}
