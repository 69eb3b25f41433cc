package dev.assay.topic.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.event.EventReader;
import dev.assay.event.figure.EventFigures;
import dev.assay.fold.Outlets;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.store.ArticleHead;
import dev.assay.store.ArticleTable;
import dev.assay.store.RawDocumentTable;
import dev.assay.store.Session;
import dev.assay.store.StoredArticle;
import dev.assay.topic.Library;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ComparedFiguresTest {

  private static final TagMatcher TAGS = new TagMatcher(Names.load(Lexicon.shipped()));

  private final ComparedFigures figures =
      new ComparedFigures(
          () ->
              new EventFigures(
                  Lexicon.shipped(),
                  new EventReader(Lexicon.shipped(), () -> TAGS),
                  new QuantityExtractor(Lexicon.shipped()),
                  Outlets.of(Lexicon.shipped())));

  @TempDir Path folder;

  private Library library;
  private Article courier;
  private Article wire;

  @BeforeEach
  void open() {
    library = new Library(folder);
    courier =
        library.add(
            "courier",
            Language.EN,
            "Courier",
            "2025-11-20T08:00:00Z",
            "Wildfire near Arrivas doubles in size",
            "The hills above Arrivas are closed, and the road to the coast is blocked.",
            "A wildfire in the hills above Arrivas had burned 8,400 hectares by Friday morning.",
            "About 620 firefighters and 11 aircraft are at work.");
    wire =
        library.add(
            "wire",
            Language.EN,
            "Wire",
            "2025-11-20T09:00:00Z",
            "Thousands flee as fire burns above Arrivas",
            "A wildfire above Arrivas has burned some 9,000 hectares, officials said on Friday.",
            "Eleven aircraft and more than 600 firefighters were deployed.");
  }

  @AfterEach
  void close() {
    library.close();
  }

  private <T> T of(BiFunction<Session, List<ArticleHead>, T> asked) {
    return library
        .store()
        .read(
            session -> {
              Map<ArticleId, ArticleHead> heads =
                  session.articles().heads(List.of(courier.id(), wire.id()));
              return asked.apply(session, List.of(heads.get(courier.id()), heads.get(wire.id())));
            });
  }

  private List<EventPage.Compared> shown(Session session, List<ArticleHead> texts) {
    return figures.shown(
        session,
        texts,
        ids ->
            session.articles().find(ids).values().stream()
                .collect(Collectors.toMap(StoredArticle::id, StoredArticle::article)));
  }

  private static List<String> told(List<EventPage.Compared> compared) {
    return compared.stream()
        .map(
            row ->
                row.sides().stream()
                    .map(EventPage.Side::written)
                    .collect(Collectors.joining(" | ", row.differ() ? "differ " : "agree ", "")))
        .toList();
  }

  @Test
  void tellsOfATextOnlyWhatItStatesOtherwise() {
    assertThat(told(of(this::shown)))
        .containsExactly(
            "differ 8,400 hectares | some 9,000 hectares",
            "agree About 620 | more than 600",
            "agree 11 | Eleven");
    assertThat(told(of((session, texts) -> figures.against(session, texts, wire.id()))))
        .containsExactly("differ 8,400 hectares | some 9,000 hectares");
    assertThat(told(of((session, texts) -> figures.against(session, texts, new ArticleId(1)))))
        .isEmpty();
  }

  /// What a better program makes of the same bytes was fetched when the text before was.
  @Test
  void readsAnewWhatWasCleanedAnew() {
    assertThat(of(figures::differing)).isEqualTo(1);
    Article shorter =
        Library.article(
            "courier",
            Language.EN,
            "Courier",
            "2025-11-20T08:00:00Z",
            courier.title(),
            courier.paragraph(2).text());
    library
        .store()
        .change(
            session ->
                session
                    .articles()
                    .rewrite(
                        shorter,
                        new ArticleTable.Origin(
                            new Identity.OfExternal("library", "courier"),
                            RawDocumentTable.hash(shorter.title().getBytes(StandardCharsets.UTF_8)),
                            Map.of()),
                        shorter.id()));

    assertThat(of(figures::differing)).isEqualTo(1);
    assertThat(told(of(this::shown)))
        .containsExactly("differ 8,400 hectares | some 9,000 hectares");
    assertThat(of(this::shown).getFirst().sides().getFirst().sentence().text())
        .isEqualTo(courier.paragraph(2).text());
  }
}
