package dev.assay.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which items of a scope are listed, in the order of their arrival.
///
/// @param only which marks an item must have
/// @param from arrived then or later; null for no bound
/// @param until arrived before then; null for no bound
/// @param after the last item of the page before; null for the first page
/// @param limit how many at most, 1 or more
public record ItemQuery(
    Only only,
    Order order,
    @Nullable Instant from,
    @Nullable Instant until,
    Item.@Nullable Place after,
    int limit) {

  /// Which marks an item may have.
  public enum Only {
    ALL,
    UNREAD,
    READ,
    STARRED
  }

  public enum Order {
    NEWEST_FIRST,
    OLDEST_FIRST
  }

  public ItemQuery {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be 1 or more, got " + limit);
    }
  }

  /// The newest ones.
  public static ItemQuery newest(Only only, int limit) {
    return new ItemQuery(only, Order.NEWEST_FIRST, null, null, null, limit);
  }

  public ItemQuery after(Item.@Nullable Place place) {
    return new ItemQuery(only, order, from, until, place, limit);
  }
}
