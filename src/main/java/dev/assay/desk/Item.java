package dev.assay.desk;

import dev.assay.article.ArticleId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// One line of a reader's list.
///
/// @param arrivedAt when the article's first text was fetched; never changes
public record Item(ArticleId id, Instant arrivedAt, Mark mark) {

  public Place place() {
    return new Place(arrivedAt, id);
  }

  /// Where a list goes on: after the article that has this moment and id.
  ///
  /// @param at to the millisecond
  public record Place(Instant at, ArticleId id) {

    private static final int LENGTH = 2 * Long.BYTES;

    /// As text that means nothing to its reader.
    public String token() {
      ByteBuffer bytes = ByteBuffer.allocate(LENGTH).putLong(at.toEpochMilli()).putLong(id.value());
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// Reads a token; empty if it is none.
    public static Optional<Place> of(String token) {
      byte[] bytes;
      try {
        bytes = Base64.getUrlDecoder().decode(token);
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
      if (bytes.length != LENGTH) {
        return Optional.empty();
      }
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      Instant at = Instant.ofEpochMilli(buffer.getLong());
      long id = buffer.getLong();
      return id < 0 ? Optional.empty() : Optional.of(new Place(at, new ArticleId(id)));
    }
  }
}
