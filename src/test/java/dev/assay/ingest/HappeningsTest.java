package dev.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.Happening;
import dev.assay.store.Happening.Kind;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HappeningsTest {

  private static final String FREIGHT =
      "The port of Ellery closed two of its five berths on Monday after a crane fell. Ships that carry ore wait outside, the harbour master said, and the berths stay closed until the end of the month. A spokesman named no cost.";

  private static final Set<Kind> OF_ARTICLES =
      EnumSet.of(Kind.ARTICLE_CREATED, Kind.ARTICLE_EDITED, Kind.EDIT_FOUND);

  @TempDir Path folder;

  private Newsstand stand;

  @BeforeEach
  void open() {
    stand = new Newsstand(folder);
  }

  @AfterEach
  void close() {
    stand.close();
  }

  private void take(String id, String source, String text) {
    stand.take(
        List.of(
            new Newsstand.Copy(
                id, source, "2025-11-20T08:00:00Z", "Two berths closed at Port Ellery", text)));
  }

  private List<Happening> after(long id) {
    return stand.store.read(session -> session.happenings().after(id, OF_ARTICLES, 100));
  }

  private static Happening.About about(String id, String detail) {
    return Happening.About.article(Newsstand.id(id), detail);
  }

  @Test
  void anArticleThatComesOrIsEditedIsToldInOrderAndOnce() {
    take("first", "Meridian Wire", FREIGHT);
    take("copy", "Carrow Dispatch", FREIGHT);
    take("first", "Meridian Wire", FREIGHT.replace("two of its five", "three of its five"));
    take("first", "Meridian Wire", FREIGHT.replace("two of its five", "three of its five"));
    stand.ingest.reprocess((_, _) -> {});

    List<Happening> all = after(0);
    assertThat(all)
        .extracting(Happening::kind)
        .containsExactly(
            Kind.ARTICLE_CREATED, Kind.ARTICLE_CREATED, Kind.ARTICLE_EDITED, Kind.EDIT_FOUND);
    assertThat(all)
        .extracting(Happening::about)
        .containsExactly(
            about("first", ""),
            about("copy", Happening.COPY),
            about("first", "1"),
            about("first", "1 number silent"));
    assertThat(all).extracting(Happening::at).containsOnly(Newsstand.NOW);
    assertThat(after(all.get(1).id())).containsExactly(all.get(2), all.get(3));
    assertThat(stand.store.<Long>read(session -> session.happenings().last()))
        .isGreaterThanOrEqualTo(all.getLast().id());
  }

  @Test
  void whatHappenedToADeletedArticleIsForgottenAndNoIdIsUsedAgain() {
    take("first", "Meridian Wire", FREIGHT);
    long before = stand.store.read(session -> session.happenings().last());

    stand.upkeep.delete(Newsstand.id("first"));
    assertThat(after(0)).isEmpty();

    take("second", "Meridian Wire", FREIGHT);
    assertThat(after(before)).hasSize(1);
  }
}
