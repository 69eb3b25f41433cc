package dev.assay.event.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.event.EventReader;
import dev.assay.event.Facts;
import dev.assay.event.Spoken;
import dev.assay.event.Wording;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.store.Session;
import dev.assay.topic.Library;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Texts that find their events in the store.
final class EventJoinTest {

  private static final Instant AT = Instant.parse("2025-11-20T08:00:00Z");

  @TempDir Path folder;

  private final EventJoin join =
      new EventJoin(
          new EventReader(Lexicon.shipped(), () -> new TagMatcher(Names.load(Lexicon.shipped()))));

  /// Texts on one happening: they all speak of the same.
  private List<ArticleId> texts(Library library, int number) {
    List<ArticleId> ids = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      String published = "2025-11-10T%02d:%02d:00Z".formatted(i / 60, i % 60);
      ids.add(library.add("text-" + i, Language.EN, "Wire", published, "Text " + i, "Text.").id());
    }
    Map<Long, Float> terms = new HashMap<>();
    for (long term = 1; term <= 12; term++) {
      terms.put(term, 1f);
    }
    library
        .store()
        .change(
            session ->
                ids.forEach(
                    id ->
                        new EventTable(session)
                            .put(
                                id,
                                Spoken.of(
                                    terms, Set.of(), Map.of(), Facts.NONE, Wording.NONE, false))));
    return ids;
  }

  private static List<ArticleId> together(Session session, ArticleId any) {
    EventTable table = new EventTable(session);
    return table.event(any).map(event -> table.members(List.of(event))).orElse(List.of()).stream()
        .map(EventTable.Member::article)
        .toList();
  }

  @Test
  void keepsALargeEventWholeWhenAnotherTextComes() {
    try (Library library = new Library(folder)) {
      List<ArticleId> ids = texts(library, 130);
      library
          .store()
          .change(
              session -> {
                ids.forEach(id -> join.join(session, id, AT));
                assertThat(together(session, ids.getFirst())).containsExactlyElementsOf(ids);
              });
    }
  }

  @Test
  void takesATextThatBecameACopyOutOfItsEvent() {
    try (Library library = new Library(folder)) {
      List<ArticleId> ids = texts(library, 4);
      ArticleId copy = ids.get(2);
      library
          .store()
          .change(
              session -> {
                ids.forEach(id -> join.join(session, id, AT));
                session.articles().setCanonical(copy, ids.getFirst(), AT);
                join.join(session, copy, AT);
                assertThat(together(session, ids.getFirst()))
                    .containsExactly(ids.get(0), ids.get(1), ids.get(3));
                assertThat(
                        session
                            .handle()
                            .createQuery("select distinct article_id from event_key")
                            .mapTo(Long.class)
                            .list())
                    .containsExactlyInAnyOrder(
                        ids.get(0).value(), ids.get(1).value(), ids.get(3).value());
              });
    }
  }

  @Test
  void callsAnEventAnewWhenTheTextThatItWasCalledByBecameACopyOfAnother() {
    try (Library library = new Library(folder)) {
      List<ArticleId> ids = texts(library, 4);
      String earlier = "2025-11-09T08:00:00Z";
      ArticleId other = library.add("other", Language.EN, "Wire", earlier, "Other", "Text.").id();
      library
          .store()
          .change(
              session -> {
                new EventTable(session)
                    .put(
                        other,
                        Spoken.of(
                            Map.of(90L, 1f, 91L, 1f),
                            Set.of(),
                            Map.of(),
                            Facts.NONE,
                            Wording.NONE,
                            false));
                ids.forEach(id -> join.join(session, id, AT));
                session.articles().setCanonical(ids.getFirst(), other, AT);
                join.join(session, other, AT);
                assertThat(together(session, ids.get(1)))
                    .containsExactly(ids.get(1), ids.get(2), ids.get(3));
                assertThat(new EventTable(session).event(ids.get(3))).contains(ids.get(1));
              });
    }
  }
}
