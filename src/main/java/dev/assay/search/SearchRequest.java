package dev.assay.search;

import org.jspecify.annotations.Nullable;

/// One search.
///
/// @param query what the person typed; any string, an empty one matches every article
/// @param pageToken the [SearchPage#nextToken] of the page before; null for the first page
/// @param limit hits a page, 1 to [#MOST_HITS]
/// @param mode what hits are found by
public record SearchRequest(
    String query,
    Filters filters,
    Sort sort,
    Copies copies,
    @Nullable String pageToken,
    int limit,
    Mode mode) {

  public static final int DEFAULT_HITS = 20;
  public static final int MOST_HITS = 1_000;

  /// Order of hits.
  public enum Sort {
    /// Best first; of two alike the newer first.
    RELEVANCE,
    /// Best first by the text alone, whatever its date.
    RELEVANCE_ONLY,
    NEWEST
  }

  /// What hits are found by.
  public enum Mode {
    /// By their words alone.
    KEYWORD,
    /// By their words, and by meaning where the add-on is installed and words leave room.
    SMART,
    /// By meaning alone; by words where the add-on is not installed, with a remark that says so.
    SEMANTIC
  }

  /// Whether a text and its copies are one hit.
  public enum Copies {
    FOLDED,
    SHOWN
  }

  public SearchRequest {
    if (limit < 1 || limit > MOST_HITS) {
      throw new IllegalArgumentException(
          "limit must be 1 to %d, got %d".formatted(MOST_HITS, limit));
    }
  }

  /// The first page for `query`, best first, copies folded.
  public static SearchRequest of(String query) {
    return new SearchRequest(
        query, Filters.NONE, Sort.RELEVANCE, Copies.FOLDED, null, DEFAULT_HITS, Mode.KEYWORD);
  }

  SearchRequest withQuery(String asked) {
    return new SearchRequest(asked, filters, sort, copies, pageToken, limit, mode);
  }

  public SearchRequest withFilters(Filters wanted) {
    return new SearchRequest(query, wanted, sort, copies, pageToken, limit, mode);
  }

  public SearchRequest withSort(Sort wanted) {
    return new SearchRequest(query, filters, wanted, copies, pageToken, limit, mode);
  }

  public SearchRequest withCopies(Copies wanted) {
    return new SearchRequest(query, filters, sort, wanted, pageToken, limit, mode);
  }

  public SearchRequest withPageToken(@Nullable String token) {
    return new SearchRequest(query, filters, sort, copies, token, limit, mode);
  }

  public SearchRequest withMode(Mode wanted) {
    return new SearchRequest(query, filters, sort, copies, pageToken, limit, wanted);
  }

  public SearchRequest withLimit(int wanted) {
    return new SearchRequest(query, filters, sort, copies, pageToken, wanted, mode);
  }
}
