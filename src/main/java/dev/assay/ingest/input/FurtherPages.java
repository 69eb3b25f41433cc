package dev.assay.ingest.input;

import dev.assay.article.RawDocument;
import dev.assay.clean.CleanResult;
import dev.assay.clean.Cleaner;
import dev.assay.fetch.FetchRequest;
import dev.assay.fetch.FetchResult;
import dev.assay.fetch.Fetcher;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Fetches the further pages that a page names as its own, and makes one document of them.
///
/// Bounded: so many pages and bytes, each address once, and what cannot be fetched ends the article
/// there. The rules of the fetcher (robots.txt, waits, public addresses only) hold for each page.
public final class FurtherPages {

  private static final int MOST_PAGES = 20;

  /// All pages together; the cleaner reads pages up to this size.
  private static final long MOST_BYTES = 16_000_000;

  private final Fetcher fetcher;
  private final Cleaner cleaner = new Cleaner();

  public FurtherPages(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  /// The document, or all pages of the article that it begins.
  public RawDocument whole(RawDocument first) {
    return whole(first, FetchRequest::page);
  }

  /// The same, with the further pages asked for as the first one was.
  public RawDocument whole(RawDocument first, FetchRequest asked) {
    return whole(first, asked::at);
  }

  private RawDocument whole(RawDocument first, Function<URI, FetchRequest> request) {
    if (!first.mediaType().equals(RawDocument.HTML)) {
      return first;
    }
    List<RawDocument> pages = new ArrayList<>(List.of(first));
    Set<URI> seen = new HashSet<>();
    long bytes = first.bytes().length;
    URI next = next(first);
    while (next != null && seen.add(next) && pages.size() < MOST_PAGES) {
      if (!(fetcher.fetch(request.apply(next)) instanceof FetchResult.Fetched(RawDocument page, _))
          || !page.mediaType().equals(RawDocument.HTML)
          || (bytes += page.bytes().length) > MOST_BYTES) {
        break;
      }
      pages.add(page);
      next = next(page);
    }
    return pages.size() == 1 ? first : Cleaner.joined(pages);
  }

  private @Nullable URI next(RawDocument page) {
    return cleaner.clean(page) instanceof CleanResult.Cleaned(_, URI next) ? next : null;
  }
}
