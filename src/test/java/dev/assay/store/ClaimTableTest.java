package dev.assay.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.claim.Claim.Stance;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.number.Modifier;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.cite.Span;
import dev.assay.lexicon.Unit;
import dev.assay.store.CorrectionTable.WrongVerdict;
import dev.assay.store.LabelTable.Label;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClaimTableTest {

  private static final Instant NOW = Instant.parse("2025-11-25T06:00:00Z");
  private static final String TEXT = "据美国地质调查局，2024年中国占全球稀土精炼近九成。";

  @TempDir Path folder;

  private static Article article(String externalId) {
    Identity identity = new Identity.OfExternal("songling", externalId);
    return new Article(
        identity.articleId(),
        null,
        "松岭早报",
        externalId,
        "稀土",
        List.of(),
        null,
        null,
        NOW,
        Language.ZH_HANS,
        ArticleKind.NEWS,
        null,
        null,
        List.of(new Paragraph(1, Paragraph.Kind.TEXT, TEXT)));
  }

  private static void insert(Session session, Article article) {
    byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
    byte[] hash = RawDocumentTable.hash(bytes);
    session.rawDocuments().put(hash, "text/plain", bytes.length, RawDocumentTable.deflated(bytes));
    Identity identity = new Identity.OfExternal("songling", String.valueOf(article.externalId()));
    session
        .articles()
        .insert(article, new ArticleTable.Origin(identity, hash, Map.of()), article.id());
  }

  private static Object seen(Store store, Function<Session, Object> work) {
    return store.read(work);
  }

  private static Claim share(String high) {
    return new Claim(
        new Thing("country:CN", "中国"),
        Property.SHARE,
        List.of(
            new Part(Facet.MATERIAL, "material:rare-earths", "稀土"),
            new Part(Facet.STAGE, "refining", "精炼"),
            new Part(Facet.OTHER, null, "a\tb")),
        new TimeExpression(
            new Span(9, 13),
            2024,
            0,
            0,
            0,
            -1,
            TimeExpression.Grain.YEAR,
            true,
            LocalDate.of(2024, 1, 1),
            LocalDate.of(2024, 12, 31)),
        new Claim.Value.Figure(
            new Quantity(
                new Span(23, 26),
                null,
                new BigDecimal(high),
                new Unit("%", "ratio", new BigDecimal("0.01")),
                Modifier.NEARLY,
                BigDecimal.TEN)),
        1,
        new Span(0, TEXT.length()),
        new Thing(null, "美国地质调查局"),
        Stance.REPORTED,
        new Claim.Reading(0.83, new Span(0, 2)));
  }

  private static Claim founded() {
    TimeExpression day =
        new TimeExpression(
            new Span(0, 4), 0, 0, 10, 20, -1, TimeExpression.Grain.DAY, false, null, null);
    return new Claim(
        new Thing(null, "the deal"),
        Property.DATE,
        List.of(),
        null,
        new Claim.Value.Moment(day),
        0,
        new Span(0, 2),
        null,
        Stance.DENIED);
  }

  private static ClaimTable.Reading reading(Claim... claims) {
    return new ClaimTable.Reading(
        Stream.of(claims)
            .map(claim -> new ClaimTable.DrawnClaim(claim, drawer(claim), "", sentence(claim)))
            .toList(),
        "1",
        "songling");
  }

  private static String drawer(Claim claim) {
    return claim.property().word();
  }

  private static String sentence(Claim claim) {
    return claim.paragraph() == 0 ? "稀土" : TEXT;
  }

  private static StoredClaim stored(Article article, int number, Claim claim) {
    return new StoredClaim(
        article.id(),
        number,
        drawer(claim),
        sentence(claim),
        new StoredClaim.Place(article.id(), "松岭早报", "songling", null, NOW, Language.ZH_HANS),
        claim);
  }

  @Test
  void givesBackClaimsWholeByArticleAndByDrawer() {
    Article article = article("1");
    Claim claim = share("90");
    Claim spaced =
        new Claim(
            claim.entity(),
            claim.property(),
            List.of(claim.of().get(0), claim.of().get(1), new Part(Facet.OTHER, null, "a b")),
            claim.time(),
            claim.value(),
            claim.paragraph(),
            claim.sentence(),
            claim.speaker(),
            claim.stance(),
            claim.reading());
    try (Store store = Stores.openToWrite(folder)) {
      store.change(session -> insert(session, article));
      store.change(session -> session.claims().put(article.id(), reading(claim, founded())));

      List<StoredClaim> stored = List.of(stored(article, 1, spaced), stored(article, 2, founded()));
      assertThat(stored.getFirst().written()).isEqualTo("近九成");
      assertThat(seen(store, session -> session.claims().of(List.of(article.id()))))
          .isEqualTo(Map.of(article.id(), stored));
      assertThat(seen(store, session -> session.claims().in(drawer(claim))))
          .isEqualTo(List.of(stored.getFirst()));
      assertThat(seen(store, session -> session.claims().find(article.id(), 2)))
          .isEqualTo(Optional.of(stored.getLast()));
      assertThat(seen(store, session -> session.claims().count()))
          .isEqualTo(new ClaimTable.Counts(2, 1));
    }
  }

  /// As an entry has them in which the figures of very many scopes came together.
  @Test
  void givesBackTheClaimsOfMoreScopesThanADatabaseTakesValues() {
    List<String> scopes =
        IntStream.range(0, 20_000).mapToObj(i -> "scope " + i).collect(Collectors.toList());
    try (Store store = Stores.openToWrite(folder)) {
      for (int i : new int[] {3, 1, 2}) {
        Article article = article(String.valueOf(i));
        ClaimTable.DrawnClaim drawn =
            new ClaimTable.DrawnClaim(share("9" + i), "share", "scope " + 9_000 * (i - 1), TEXT);
        store.change(session -> insert(session, article));
        store.change(
            session ->
                session
                    .claims()
                    .put(article.id(), new ClaimTable.Reading(List.of(drawn), "1", "songling")));
      }
      List<ArticleId> known =
          Stream.of("1", "2", "3")
              .map(id -> article(id).id())
              .sorted(Comparator.comparingLong(ArticleId::value))
              .toList();

      assertThat(seen(store, session -> articles(session.claims().versions("share", scopes))))
          .isEqualTo(known);
      assertThat(
              seen(
                  store,
                  session ->
                      articles(session.claims().versions("share", scopes.subList(9_000, 17_000)))))
          .isEqualTo(List.of(article("2").id()));
    }
  }

  private static List<ArticleId> articles(List<ClaimTable.Version> versions) {
    return versions.stream().map(version -> version.claim().article()).toList();
  }

  @Test
  void saysWhichDrawersAreStaleWhenClaimsComeChangeOrGo() {
    Article article = article("1");
    List<String> both = List.of("date", "share");
    try (Store store = Stores.openToWrite(folder)) {
      store.change(session -> insert(session, article));
      store.change(session -> session.claims().put(article.id(), reading(share("90"))));
      assertThat(seen(store, session -> session.claims().stale(9))).isEqualTo(List.of("share"));

      store.change(session -> session.claims().put(article.id(), reading(founded())));
      assertThat(seen(store, session -> session.claims().stale(9))).isEqualTo(both);

      both.forEach(drawer -> store.change(session -> session.claims().markFresh(drawer)));
      store.change(session -> session.articles().delete(article.id()));
      assertThat(seen(store, session -> session.claims().stale(9))).isEqualTo(List.of("date"));
      assertThat(seen(store, session -> session.claims().count()))
          .isEqualTo(new ClaimTable.Counts(0, 0));
    }
  }

  @Test
  void findsTheArticlesThatWereStoredBeforeClaimsWereRead() {
    try (Store store = Stores.openToWrite(folder)) {
      List<ArticleId> ids =
          List.of(article("1"), article("2"), article("3")).stream()
              .map(Article::id)
              .sorted()
              .toList();
      for (String id : List.of("1", "2", "3")) {
        store.change(session -> insert(session, article(id)));
      }
      store.change(session -> session.claims().put(ids.get(1), reading()));

      assertThat(seen(store, session -> session.claims().unread(-1, "1", 10)))
          .isEqualTo(List.of(ids.get(0), ids.get(2)));
      assertThat(seen(store, session -> session.claims().unread(ids.get(0).value(), "1", 10)))
          .isEqualTo(List.of(ids.get(2)));
    }
  }

  @Test
  void knowsACorrectedReadingAgainWhenTheArticleIsReadAnew() {
    Article article = article("1");
    StoredClaim read = stored(article, 1, share("90"));
    Label wrong =
        new Label(article.id(), LabelTable.mark(read), "wrong_property", "separation", NOW);
    try (Store store = Stores.openToWrite(folder)) {
      store.change(session -> insert(session, article));
      store.change(session -> session.claims().put(article.id(), reading(share("90"))));
      store.change(session -> session.labels().put(wrong, read, "the paragraph"));

      // A better cleaner puts a paragraph before it, and numbers change.
      store.change(session -> session.claims().put(article.id(), reading(founded(), share("90"))));
      assertThat(
              seen(store, session -> session.labels().of(List.of(article.id())).get(article.id())))
          .isEqualTo(List.of(wrong));
      assertThat(LabelTable.mark(stored(article, 1, founded()))).isNotEqualTo(wrong.mark());

      List<LabelTable.Kept> kept = new ArrayList<>();
      store.change(session -> session.labels().each(kept::add));
      assertThat(kept)
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.label()).isEqualTo(wrong);
                assertThat(one.passage()).isEqualTo("the paragraph");
                assertThat(one.claim().value()).isEqualTo(read.claim().value());
                assertThat(one.claim().entity()).isEqualTo(read.claim().entity());
              });

      store.change(session -> session.labels().delete(article.id(), wrong.mark(), NOW));
      assertThat(seen(store, session -> session.labels().of(List.of(article.id()))))
          .isEqualTo(Map.of());

      store.change(session -> session.labels().put(wrong, read, "the paragraph"));
      store.change(session -> session.articles().delete(article.id()));
      assertThat(seen(store, session -> session.labels().of(List.of(article.id()))))
          .isEqualTo(Map.of());
    }
  }

  @Test
  void keepsAWrongVerdictUntilItIsTakenBack() {
    WrongVerdict wrong =
        new WrongVerdict("e5", "share", "differ", "not_comparable", "one is a quota", NOW);
    try (Store store = Stores.openToWrite(folder)) {
      store.change(session -> session.corrections().put(wrong));
      assertThat(seen(store, session -> session.corrections().verdictsIn("share")))
          .isEqualTo(List.of(wrong));

      store.change(session -> session.corrections().deleteVerdict(List.of("e5"), "share", NOW));
      assertThat(seen(store, session -> session.corrections().verdictsIn("share")))
          .isEqualTo(List.of());
    }
  }
}
