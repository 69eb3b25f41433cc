package dev.assay.index;

import dev.assay.index.IndexQuery.KeywordField;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One question to the index.
///
/// @param query what to find and how to score it
/// @param filter what hits must match besides; not scored
/// @param after the last hit of the page before, if any
/// @param limit hits wanted, from 1
/// @param counted fields whose values are counted over all hits, each one of [#COUNTED]
public record IndexRequest(
    IndexQuery query,
    IndexQuery filter,
    Order order,
    Copies copies,
    @Nullable Anchor after,
    int limit,
    Set<KeywordField> counted) {

  /// The fields whose values can be counted.
  public static final Set<KeywordField> COUNTED =
      Set.of(
          KeywordField.LANGUAGE,
          KeywordField.SOURCE,
          KeywordField.KIND,
          KeywordField.TAG,
          KeywordField.MONTH,
          KeywordField.FACT);

  public IndexRequest {
    counted = Set.copyOf(counted);
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be 1 or more, got " + limit);
    }
    if (!COUNTED.containsAll(counted)) {
      throw new IllegalArgumentException("only " + COUNTED + " can be counted, got " + counted);
    }
  }

  /// The hits that score highest, nothing counted.
  public static IndexRequest best(IndexQuery query, IndexQuery filter, Copies copies, int limit) {
    return new IndexRequest(query, filter, Order.RELEVANCE, copies, null, limit, Set.of());
  }

  /// In which order hits come.
  public enum Order {
    RELEVANCE,
    NEWEST
  }

  /// Whether the articles of a duplicate group are one hit or many.
  public enum Copies {
    FOLDED,
    SHOWN
  }

  /// Where the page before ended. The article is looked up again, so that the next page goes on
  /// from it even when scores have moved; if it is gone, score and time stand for it.
  ///
  /// @param score what the last hit scored
  /// @param seconds when it is ordered, since 1970
  public record Anchor(long article, float score, long seconds) {}
}
