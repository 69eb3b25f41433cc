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
record PageToken(int request, long now, Anchor anchor) {

  private static final int LENGTH = 2 * Integer.BYTES + 3 * Long.BYTES;

  String text() {
    ByteBuffer bytes =
        ByteBuffer.allocate(LENGTH)
            .putInt(request)
            .putLong(now)
            .putLong(anchor.article())
            .putFloat(anchor.score())
            .putLong(anchor.seconds());
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
      if (mark == request && article >= 0 && !bytes.hasRemaining()) {
        return new PageToken(mark, now, anchor);
      }
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      throw new UnknownPage(e);
    }
    throw new UnknownPage(null);
  }
}
