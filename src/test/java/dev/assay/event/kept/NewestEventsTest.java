package dev.assay.event.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.ArticleId;
import dev.assay.event.kept.EventTable.Line;
import dev.assay.store.SqliteSteps;
import dev.assay.store.Store;
import dev.assay.store.Stores;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The newest events are found at the same cost however many there are.
final class NewestEventsTest {

  /// Events of three texts each; the second and the third of an event come with the next events.
  private static final String EVENTS =
      "with recursive number(n) as (select 1 union all select n + 1 from number where n < %1$d)"
          + " insert into event_member select 3 * n + text, 3 * n, (n + 2 * text) / 2, 3 * n, 0.9, 0, 0"
          + " from number, (select 0 as text union all select 1 union all select 2)";

  @TempDir private Path folder;

  private Path desk(int events) {
    Path desk = folder.resolve("events-" + events);
    Stores.assumeAFolder();
    Stores.openToWrite(desk).close();
    Jdbi.create("jdbc:sqlite:" + desk.resolve("assay.db"))
        .useHandle(handle -> handle.execute(EVENTS.formatted(events)));
    return desk;
  }

  private static List<Line> pages(Store store, int pages, int limit) {
    return store.read(
        session -> {
          List<Line> lines = new ArrayList<>();
          for (int i = 0; i < pages; i++) {
            Line behind = lines.isEmpty() ? null : lines.getLast();
            lines.addAll(new EventTable(session).newestEvents(behind, limit));
          }
          return lines;
        });
  }

  @Test
  void eachStandsOnceAtItsLastText() {
    try (Store store = Stores.openToWrite(desk(5))) {
      assertThat(pages(store, 4, 2))
          .containsExactly(line(12, 4), line(15, 4), line(6, 3), line(9, 3), line(3, 2))
          .isSortedAccordingTo(Line.NEWEST);
    }
  }

  private static Line line(long event, long last) {
    return new Line(new ArticleId(event), 3, Instant.ofEpochMilli(last));
  }

  @Test
  void costTheSameHoweverManyThereAre() {
    assertThat(steps(desk(5_000))).isLessThan(2 * steps(desk(500)) + 5);
  }

  private static long steps(Path desk) {
    try (Store store = Stores.openToWrite(desk)) {
      return store.write(
          session -> {
            SqliteSteps steps = SqliteSteps.counting(session);
            new EventTable(session).newestEvents(null, 51);
            return steps.hundreds();
          });
    }
  }
}
