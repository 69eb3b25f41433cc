package dev.assay.topic;

import dev.assay.article.UnknownPage;
import dev.assay.store.ArticleTable.Place;
import java.nio.ByteBuffer;
import java.util.Base64;

/// Where a page ended, as text that means nothing to its reader.
final class PlaceToken {

  private static final int LENGTH = 2 * Long.BYTES;

  private PlaceToken() {}

  static String of(Place place) {
    ByteBuffer bytes = ByteBuffer.allocate(LENGTH).putLong(place.orderedBy()).putLong(place.id());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /// Reads a token.
  ///
  /// @throws UnknownPage if it is none
  static Place parse(String token) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes(token));
    return new Place(buffer.getLong(), buffer.getLong());
  }

  private static byte[] bytes(String token) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      if (bytes.length == LENGTH) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      throw new UnknownPage(e);
    }
    throw new UnknownPage(null);
  }
}
