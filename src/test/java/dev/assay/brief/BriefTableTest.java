package dev.assay.brief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.Analyses;
import dev.assay.article.Article;
import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.brief.extract.EvalArticles;
import dev.assay.brief.extract.ExtractiveBriefs;
import dev.assay.store.ArticleTable;
import dev.assay.store.RawDocumentTable;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.Stores;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BriefTableTest {

  @TempDir Path folder;

  @Test
  void keepsTheLastBriefOfAnArticle() {
    Article article =
        EvalArticles.article(
            "one", Language.EN, "Tin", "Tin prices rose by 4% in London on Monday.");
    Brief brief = ExtractiveBriefs.of(Analyses.of(article));
    Brief other =
        new Brief(
            article.id(),
            Language.EN,
            brief.viewpoint(),
            List.of(),
            new Maker.Model("small", 3, 0));
    try (Store store = Stores.openToWrite(folder)) {
      store.change(session -> insert(session, article));
      store.change(session -> new BriefTable(session).put(brief));
      store.change(session -> new BriefTable(session).put(other));
      assertThat(
              store.<Map<?, ?>>read(session -> new BriefTable(session).of(List.of(article.id()))))
          .isEqualTo(Map.of(article.id(), other));
    }
  }

  private static void insert(Session session, Article article) {
    byte[] bytes = "tin".getBytes(StandardCharsets.UTF_8);
    byte[] hash = RawDocumentTable.hash(bytes);
    session.rawDocuments().put(hash, "text/plain", bytes.length, RawDocumentTable.deflated(bytes));
    session
        .articles()
        .insert(
            article,
            new ArticleTable.Origin(new Identity.OfExternal("test", "one"), hash, Map.of()),
            article.id());
  }
}
