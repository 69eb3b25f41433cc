package dev.assay.ingest;

import dev.assay.article.Article;
import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.ingest.input.Given;
import dev.assay.store.ArticleTable;
import dev.assay.store.RawDocumentTable.RawBytes;
import dev.assay.store.Session;
import dev.assay.store.Store;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Every document that an article rests on, as it was fetched, in the order of the articles' ids;
/// after them those that a stage failed on.
final class StoredDocuments implements Iterator<Given> {

  /// Read in one transaction; their bytes are in memory together.
  private static final int STEP = 16;

  private final Store store;
  private final Queue<Given> read = new ArrayDeque<>();
  private long last = -1;
  private String lastFailed = "";

  StoredDocuments(Store store) {
    this.store = store;
  }

  @Override
  public boolean hasNext() {
    if (read.isEmpty()) {
      store.read(this::readStep);
    }
    return !read.isEmpty();
  }

  @Override
  public Given next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no document after the last");
    }
    return read.remove();
  }

  private boolean readStep(Session session) {
    readArticles(session);
    if (read.isEmpty()) {
      for (RawDocument document : session.failures().after(lastFailed, STEP)) {
        read.add(new Given.Document(document));
        lastFailed = document.identity().key();
      }
    }
    return true;
  }

  private void readArticles(Session session) {
    for (Article article : session.articles().after(last, STEP)) {
      read.add(given(session, article));
      last = article.id().value();
    }
  }

  private static Given given(Session session, Article article) {
    ArticleTable.Origin origin = session.articles().origin(article.id()).orElseThrow();
    return session
        .rawDocuments()
        .find(origin.rawHash())
        .<Given>map(raw -> new Given.Document(document(article, origin, raw)))
        .orElseGet(
            () ->
                new Given.Refused(
                    origin.identity(), "Its raw bytes are missing: run assay verify."));
  }

  private static RawDocument document(Article article, ArticleTable.Origin origin, RawBytes raw) {
    return new RawDocument(
        origin.identity(),
        address(origin.identity(), article.address()),
        raw.mediaType(),
        raw.bytes(),
        origin.headers(),
        article.fetchedAt());
  }

  private static @Nullable URI address(Identity identity, @Nullable URI known) {
    return identity instanceof Identity.OfAddress(URI address) ? address : known;
  }
}
