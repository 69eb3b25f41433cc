package dev.assay.api.research;

import dev.assay.search.Filters;
import dev.assay.search.Search;
import dev.assay.search.SearchHit;
import dev.assay.search.SearchPage;
import dev.assay.search.SearchRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Pages by number of what a search finds.
final class Lists {

  private static final int USUAL = 10;
  private static final int MOST = 100;

  /// Nobody turns so many pages; programs go on with a date.
  private static final int LAST = 10_000;

  private final Search search;
  private final Documents documents;

  Lists(Search search, Documents documents) {
    this.search = search;
    this.documents = documents;
  }

  /// Which page is asked for.
  ///
  /// @param number from 1
  /// @param leastScore of a hit; null for any
  record Asked(int number, int size, @Nullable Double leastScore) {

    static Asked of(Body body) {
      return new Asked(
          body.number("page_num", 1, LAST),
          body.number("page_size", USUAL, MOST),
          body.asks("min_score") ? body.decimal("min_score") : null);
    }

    static Asked of(@Nullable String number, @Nullable String size) {
      return new Asked(
          number == null ? 1 : Body.within("page_num", number, LAST),
          size == null ? USUAL : Body.within("page_size", size, MOST),
          null);
    }

    Asked {
      if (number * size > LAST) {
        throw new Body.Unfit(
            "page_num",
            "Lists end at %,d documents; ask for the days before with end_date.".formatted(LAST));
      }
    }

    int from() {
      return (number - 1) * size;
    }

    long pages(long total) {
      return (total + size - 1) / size;
    }
  }

  static SearchRequest newest(Filters filters) {
    return SearchRequest.of("").withFilters(filters).withSort(SearchRequest.Sort.NEWEST);
  }

  /// One page of `request`, or an empty one if nothing is let through.
  ResearchShapes.Documents page(
      Optional<SearchRequest> request, Asked asked, Documents.Highlights highlights) {
    Part part = request.map(found -> part(found, asked)).orElse(Part.NONE);
    return new ResearchShapes.Documents(
        part.total(),
        asked.pages(part.total()),
        asked.number(),
        asked.size(),
        documents.list(part.hits(), highlights));
  }

  /// Hits of one page, and how many there are.
  record Part(List<SearchHit> hits, long total) {
    static final Part NONE = new Part(List.of(), 0);
  }

  Part part(SearchRequest request, Asked asked) {
    return asked.leastScore() == null
        ? walk(request, asked)
        : scored(request, asked, asked.leastScore());
  }

  private Part walk(SearchRequest request, Asked asked) {
    int skip = asked.from();
    String token = null;
    while (true) {
      int limit = Math.min(SearchRequest.MOST_HITS, skip + asked.size());
      SearchPage page = search.find(request.withLimit(limit).withPageToken(token));
      List<SearchHit> hits = page.hits();
      token = page.nextToken();
      if (skip < hits.size() || token == null) {
        return new Part(
            hits.subList(Math.min(skip, hits.size()), Math.min(skip + asked.size(), hits.size())),
            page.total().count());
      }
      skip -= hits.size();
    }
  }

  private Part scored(SearchRequest request, Asked asked, double least) {
    List<SearchHit> good =
        search.find(request.withLimit(SearchRequest.MOST_HITS)).hits().stream()
            .filter(hit -> hit.score() >= least)
            .toList();
    return new Part(good.stream().skip(asked.from()).limit(asked.size()).toList(), good.size());
  }
}
