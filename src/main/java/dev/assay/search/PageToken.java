package dev.assay.search;

import dev.assay.article.UnknownPage;
import dev.assay.index.IndexRequest.Anchor;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;

/// Where a page ended, as text that means nothing to its reader.
///
/// @param request a mark of the request, so that a token of another search is refused
/// @param now the moment by which freshness is told, the same on all pages
/// @param ahead what the first page showed ahead of its place; 0 for none
/// @param every whether hits have all words, the same on all pages
record PageToken(int request, long now, Anchor anchor, long ahead, boolean every) {

  private static final int LENGTH = 2 * Integer.BYTES + 4 * Long.BYTES + 1;

  String text() {
    ByteBuffer bytes =
        ByteBuffer.allocate(LENGTH)
            .putInt(request)
            .putLong(now)
            .putLong(anchor.article())
            .putFloat(anchor.score())
            .putLong(anchor.seconds())
            .putLong(ahead)
            .put((byte) (every ? 1 : 0));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /// Reads a token of the request with this mark.
  ///
  /// @throws UnknownPage if it is none
  static PageToken parse(String text, int request) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      int mark = bytes.getInt();
      long now = bytes.getLong();
      long article = bytes.getLong();
      Anchor anchor = new Anchor(article, bytes.getFloat(), bytes.getLong());
      long ahead = bytes.getLong();
      boolean every = bytes.get() != 0;
      if (mark == request && article >= 0 && !bytes.hasRemaining()) {
        return new PageToken(mark, now, anchor, ahead, every);
      }
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      throw new UnknownPage(e);
    }
    throw new UnknownPage(null);
  }
}
