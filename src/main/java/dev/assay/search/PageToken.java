package dev.assay.search;

import dev.assay.article.UnknownPage;
import dev.assay.index.IndexRequest.Anchor;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a page ended, as text that means nothing to its reader.
///
/// @param request a mark of the request, so that a token of another search is refused
/// @param now the moment by which freshness is told, the same on all pages
/// @param anchor the last hit of the index up to which all was shown; null for none
/// @param ahead what the first page showed ahead of its place
/// @param every whether hits have all words, the same on all pages
record PageToken(int request, long now, @Nullable Anchor anchor, List<Long> ahead, boolean every) {

  private static final int LENGTH = 2 * Integer.BYTES + 3 * Long.BYTES + 1;

  /// Stands for no anchor.
  private static final Anchor START = new Anchor(-1, 0, 0);

  PageToken {
    ahead = List.copyOf(ahead);
  }

  String text() {
    Anchor end = anchor == null ? START : anchor;
    ByteBuffer bytes =
        ByteBuffer.allocate(LENGTH + ahead.size() * Long.BYTES)
            .putInt(request)
            .putLong(now)
            .putLong(end.article())
            .putFloat(end.score())
            .putLong(end.seconds())
            .put((byte) (every ? 1 : 0));
    ahead.forEach(bytes::putLong);
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
      boolean every = bytes.get() != 0;
      List<Long> ahead = new ArrayList<>();
      while (bytes.hasRemaining()) {
        ahead.add(bytes.getLong());
      }
      boolean start = anchor.equals(START);
      boolean known = start || article >= 0;
      if (mark == request && known && ahead.size() <= SearchRequest.MOST_HITS) {
        return new PageToken(mark, now, start ? null : anchor, ahead, every);
      }
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      throw new UnknownPage(e);
    }
    throw new UnknownPage(null);
  }
}
