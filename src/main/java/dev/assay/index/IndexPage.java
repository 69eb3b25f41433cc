package dev.assay.index;

import dev.assay.article.ArticleId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/// What the index answers.
///
/// @param hits best or newest first
/// @param total hits over all pages, duplicate groups counted as the request asked
/// @param counts articles by value, for each field asked for, the [#MOST_VALUES] with most of them,
///   most first, of as many by code points
/// @param more whether a next page may hold hits
public record IndexPage(
    List<Hit> hits, Total total, Map<IndexQuery.KeywordField, List<Count>> counts, boolean more) {

  /// Values of a field that are counted for a reader; names of things have a long tail.
  public static final int MOST_VALUES = 100;

  public IndexPage {
    hits = List.copyOf(hits);
    counts = Map.copyOf(counts);
  }

  /// One article, or the best of its duplicate group.
  ///
  /// @param group the article that stands for its duplicate group; its own id if it is alone
  /// @param seconds when it is ordered, since 1970
  /// @param copies articles of its duplicate group in the index, itself included
  public record Hit(ArticleId id, ArticleId group, float score, long seconds, int copies) {

    /// Where a page that ends with this hit ends.
    public IndexRequest.Anchor anchor() {
      return new IndexRequest.Anchor(id.value(), score, seconds);
    }
  }

  /// A count and how to read it.
  ///
  /// @param exact otherwise there are at least so many
  public record Total(long count, boolean exact) {}

  /// One value and the articles that have it; exact if the page's total is.
  public record Count(String value, long articles) {

    /// Most articles first; of as many by code points, where [String#compareTo] goes by UTF-16.
    private static final Comparator<Count> FIRST =
        Comparator.comparingLong(Count::articles)
            .reversed()
            .thenComparing(Count::bytes, Arrays::compareUnsigned);

    private byte[] bytes() {
      return value.getBytes(StandardCharsets.UTF_8);
    }
  }

  /// The [#MOST_VALUES] with most articles of `articles` by value, most first, of as many by code
  /// points.
  public static List<Count> mostFirst(Map<String, Long> articles) {
    return first(
        articles.entrySet().stream().map(value -> new Count(value.getKey(), value.getValue())),
        Count.FIRST);
  }

  /// The first [#MOST_VALUES] of `counted`, in `order`. Of many thousand the others are passed over
  /// and not sorted.
  public static <T> List<T> first(Stream<T> counted, Comparator<T> order) {
    PriorityQueue<T> first = new PriorityQueue<>(order.reversed());
    counted.forEach(
        value -> {
          if (first.size() < MOST_VALUES) {
            first.add(value);
          } else if (order.compare(value, first.element()) < 0) {
            first.remove();
            first.add(value);
          }
        });
    return first.stream().sorted(order).toList();
  }
}
