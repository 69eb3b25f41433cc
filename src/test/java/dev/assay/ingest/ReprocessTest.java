package dev.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Identity;
import dev.assay.article.Outcome;
import dev.assay.article.Paragraph;
import dev.assay.article.RawDocument;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefTable;
import dev.assay.brief.Maker;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.ingest.input.Given;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.store.ArticleTable;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import dev.assay.store.Stores;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReprocessTest {

  private static final Instant FETCHED = Instant.parse("2025-11-23T00:00:00Z");
  private static final Identity ID = new Identity.OfExternal("", "1");
  private static final ArticleId ARTICLE = ID.articleId();

  @TempDir Path folder;

  private Store store;
  private LuceneIndex index;
  private Ingest ingest;
  private final List<Outcome> outcomes = new ArrayList<>();

  @BeforeEach
  void open() {
    store = Stores.openToWrite(folder);
    index = LuceneIndex.open(folder.resolve("index"));
    ingest =
        new Ingest(store, index, ShippedStages.of(Names.load(Lexicon.shipped())), () -> FETCHED);
  }

  @AfterEach
  void close() {
    index.close();
    store.close();
  }

  private void give(String line) {
    RawDocument document =
        new RawDocument(
            ID,
            null,
            RawDocument.BATCH_LINE,
            line.getBytes(StandardCharsets.UTF_8),
            Map.of(),
            FETCHED);
    ingest.run(List.<Given>of(new Given.Document(document)).iterator(), (_, _) -> {});
  }

  private void reprocess() {
    outcomes.clear();
    ingest.reprocess((_, outcome) -> outcomes.add(outcome));
  }

  private StoredArticle article() {
    return store.read(session -> session.articles().find(ARTICLE)).orElseThrow();
  }

  /// As an older cleaner would have left it: a menu before the text.
  private void spoil() {
    Article article = article().article();
    List<Paragraph> paragraphs = new ArrayList<>();
    paragraphs.add(new Paragraph(1, Paragraph.Kind.TEXT, "首页 新闻 登录"));
    article
        .paragraphs()
        .forEach(p -> paragraphs.add(new Paragraph(p.number() + 1, p.kind(), p.text())));
    store.change(
        session -> {
          ArticleTable.Origin origin = session.articles().origin(ARTICLE).orElseThrow();
          session.articles().rewrite(article.withParagraphs(paragraphs), origin, ARTICLE);
        });
  }

  @Test
  void putsWhatABetterCleanerReadsInThePlaceOfTheTextWithoutARevision() {
    give("{\"id\":\"1\",\"title\":\"镓的出口管制\",\"text\":\"中国对镓实行出口管制。\"}");
    give("{\"id\":\"1\",\"title\":\"镓的出口管制\",\"text\":\"中国对镓和锗实行出口管制。\"}");
    StoredArticle before = article();
    spoil();

    reprocess();

    assertThat(outcomes).containsExactly(new Outcome.Updated(ARTICLE, 2));
    assertThat(article().article()).isEqualTo(before.article());
    assertThat(article().revision()).isEqualTo(2);
    List<ArticleTable.Revision> revisions =
        store.read(session -> session.articles().revisions(ARTICLE));
    assertThat(revisions).hasSize(1);
    assertThat(index.committedSequence()).isEqualTo(article().sequence());

    reprocess();
    assertThat(outcomes).containsExactly(new Outcome.Unchanged(ARTICLE));
  }

  @Test
  void keepsTheBriefThatAModelWroteIfTheTextIsTheSame() {
    give("{\"id\":\"1\",\"title\":\"Gallium\",\"text\":\"Exporters of gallium need a licence.\"}");
    Brief extracted = brief();
    Brief written =
        new Brief(
            ARTICLE,
            extracted.language(),
            extracted.viewpoint(),
            extracted.groups(),
            new Maker.Model("small", 1, 0));
    store.change(session -> new BriefTable(session).put(written));

    reprocess();
    assertThat(brief()).isEqualTo(written);

    spoil();
    reprocess();
    assertThat(brief()).isEqualTo(extracted);
  }

  private Brief brief() {
    Map<ArticleId, Brief> briefs =
        store.read(session -> new BriefTable(session).of(List.of(ARTICLE)));
    return briefs.getOrDefault(ARTICLE, null);
  }
}
