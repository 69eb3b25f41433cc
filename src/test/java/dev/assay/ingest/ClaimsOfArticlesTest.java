package dev.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.claim.Claim;
import dev.assay.article.ArticleId;
import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.brief.work.ModelReadings;
import dev.assay.index.IndexQuery;
import dev.assay.index.IndexQuery.KeywordField;
import dev.assay.index.IndexedArticle;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.ingest.input.Given;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.store.Store;
import dev.assay.store.StoredClaim;
import dev.assay.store.Stores;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClaimsOfArticlesTest {

  private static final Identity CHINESE = new Identity.OfExternal("", "zh");
  private static final Identity ENGLISH = new Identity.OfExternal("", "en");
  private static final Instant FETCHED = Instant.parse("2025-11-23T00:00:00Z");

  @TempDir Path folder;

  private Store store;
  private LuceneIndex index;
  private Ingest ingest;

  @BeforeEach
  void twoArticles() {
    store = Stores.openToWrite(folder);
    index = LuceneIndex.open(folder.resolve("index"));
    ingest =
        new Ingest(store, index, ShippedStages.of(Names.load(Lexicon.shipped())), () -> FETCHED);
    give(
        CHINESE,
        "{\"id\":\"zh\",\"title\":\"储量\",\"source\":\"东岭网\",\"published\":\"2025-07-08\",\"text\":\"中国的稀土储量为4400万吨。\"}");
    give(
        ENGLISH,
        "{\"id\":\"en\",\"title\":\"Reserves\",\"source\":\"Kestrel\",\"published\":\"2025-09-27\",\"text\":\"China has rare earth reserves of 44 million tonnes.\"}");
  }

  @AfterEach
  void close() {
    index.close();
    store.close();
  }

  private void give(Identity identity, String line) {
    RawDocument document =
        new RawDocument(
            identity,
            null,
            RawDocument.BATCH_LINE,
            line.getBytes(StandardCharsets.UTF_8),
            Map.of(),
            FETCHED);
    ingest.run(List.<Given>of(new Given.Document(document)).iterator(), (_, _) -> {});
  }

  private List<String> claims() {
    return List.of(CHINESE, ENGLISH).stream()
        .flatMap(
            identity ->
                store
                    .read(session -> session.claims().of(List.of(identity.articleId())))
                    .getOrDefault(identity.articleId(), List.of())
                    .stream())
        .map(ClaimsOfArticlesTest::told)
        .toList();
  }

  private static String told(StoredClaim stored) {
    return "%s %s %s by %s"
        .formatted(
            stored.claim().entity().id(),
            stored.claim().property().word(),
            stored.written(),
            stored.place().voice());
  }

  private long stale() {
    return store.read(session -> session.claims().stale(9)).size();
  }

  @Test
  void areStoredWithTheArticleAndWhoSpeaksInIt() {
    assertThat(claims())
        .containsExactly(
            "country:CN reserves 4400万吨 by 东岭网",
            "country:CN reserves 44 million tonnes by kestrel");
    assertThat(stale()).isZero();
  }

  private Set<ArticleId> inDispute() {
    return index
        .matching(new IndexQuery.Value(KeywordField.FACT, List.of(IndexedArticle.DISPUTED)), 9)
        .orElseThrow();
  }

  @Test
  void letTheIndexKnowWhichArticlesAreInDispute() {
    assertThat(inDispute()).isEmpty();

    Identity third = new Identity.OfExternal("", "third");
    give(
        third,
        "{\"id\":\"third\",\"title\":\"Counted anew\",\"source\":\"Meridian Wire\",\"published\":\"2025-09-28\",\"text\":\"China has rare earth reserves of 61 million tonnes.\"}");
    assertThat(inDispute())
        .containsExactlyInAnyOrder(CHINESE.articleId(), ENGLISH.articleId(), third.articleId());

    give(
        third,
        "{\"id\":\"third\",\"title\":\"Counted anew\",\"source\":\"Meridian Wire\",\"published\":\"2025-09-28\",\"text\":\"China has rare earth reserves of 44 million tonnes.\"}");
    assertThat(inDispute()).isEmpty();
  }

  @Test
  void areReadLaterForArticlesThatWereStoredBefore() {
    List<String> before = claims();
    store.change(session -> session.handle().execute("delete from claim"));
    store.change(session -> session.handle().execute("delete from claim_reading"));

    assertThat(ingest.catchUpClaims()).isEqualTo(2);
    assertThat(claims()).isEqualTo(before);
    assertThat(stale()).isZero();
    assertThat(ingest.catchUpClaims()).isZero();
  }

  /// What a model reads is kept by the text, so that it also outlives another reading.
  @Test
  void areThoseOfAModelTooOnceItHasReadTheArticle() {
    String answer =
        """
        {"claims": [{"paragraph": 1, "quote": "中国的稀土储量为4400万吨。", "figure": "4400万吨", "low": "44000000",
          "high": "44000000", "unit": "t", "bound": "exact", "subject": "中国", "property": "reserves",
          "of": "稀土", "when": null, "speaker": null, "stance": "asserted"}]}""";
    assertThat(ModelReadings.have(store, answer, ingest::catchUpClaims)).isEqualTo(2);

    assertThat(seconds()).containsExactly("4400万吨 small agrees", "44 million tonnes -");
    store.change(session -> session.handle().execute("update claim_reading set version = 'older'"));
    assertThat(ingest.catchUpClaims()).isEqualTo(2);
    assertThat(seconds()).containsExactly("4400万吨 small agrees", "44 million tonnes -");
    assertThat(stale()).isZero();
  }

  @Test
  void areNotReadAgainForAModelThatReadNothing() {
    assertThat(ModelReadings.have(store, "I cannot do that.", ingest::catchUpClaims)).isEqualTo(2);
    assertThat(ingest.catchUpClaims()).isZero();
  }

  private List<String> seconds() {
    return List.of(CHINESE, ENGLISH).stream()
        .flatMap(
            identity ->
                store
                    .read(session -> session.claims().of(List.of(identity.articleId())))
                    .get(identity.articleId())
                    .stream())
        .map(
            stored -> {
              Claim.Second second = stored.claim().reading().second();
              return stored.written()
                  + (second == null
                      ? " -"
                      : " " + second.model() + " " + second.agreement().word());
            })
        .toList();
  }

  @Test
  void areReadAgainWhenAnEarlierVersionReadThem() {
    store.change(session -> session.handle().execute("update claim_reading set version = 'older'"));

    assertThat(ingest.catchUpClaims()).isEqualTo(2);
  }
}
