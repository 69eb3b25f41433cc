package dev.assay.brief.model;

import dev.assay.analyze.Analyses;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.brief.BriefTable;
import dev.assay.brief.extract.EvalArticles;
import dev.assay.brief.extract.ExtractiveBriefs;
import dev.assay.store.ArticleTable;
import dev.assay.store.RawDocumentTable;
import dev.assay.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Articles in a store, with the briefs of their own sentences.
public final class StoredArticles {

  private final Store store;
  private final List<ArticleId> ids = new ArrayList<>();

  public StoredArticles(Store store) {
    this.store = store;
  }

  public List<ArticleId> ids() {
    return List.copyOf(ids);
  }

  /// @param text a paragraph a line
  public ArticleId put(String name, Language language, String title, String text) {
    return put(name, language, title, text, Map.of());
  }

  public ArticleId put(
      String name, Language language, String title, String text, Map<String, String> headers) {
    Article article = EvalArticles.article(name, language, title, text);
    byte[] raw = name.getBytes(StandardCharsets.UTF_8);
    byte[] hash = RawDocumentTable.hash(raw);
    store.change(
        session -> {
          session
              .rawDocuments()
              .put(hash, "text/plain", raw.length, RawDocumentTable.deflated(raw));
          session
              .articles()
              .insert(
                  article,
                  new ArticleTable.Origin(new Identity.OfExternal("test", name), hash, headers),
                  article.id());
          new BriefTable(session).put(ExtractiveBriefs.of(Analyses.of(article)));
        });
    ids.add(article.id());
    return article.id();
  }
}
