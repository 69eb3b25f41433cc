package dev.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ingest.Newsstand.Copy;
import dev.assay.store.SqliteSteps;
import dev.assay.store.Stores;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A copy that comes costs the same however many there are.
final class ManyCopiesTest {

  private static final String TEXT =
      "The ferry company of Carrow will keep its winter timetable until the end of April, its director said on Monday."
          + " Ice on the northern route had held up 14 crossings in February, and repairs to the pier take longer than planned.\n"
          + "Passengers with season tickets can ask for a tenth of the price back at any counter until the end of June.";

  @TempDir Path folder;

  private static List<Copy> copies(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            i ->
                new Copy(
                    "c" + i,
                    "Outlet " + i,
                    "2025-11-%02dT08:%02d:00Z".formatted(10 + i / 60, i % 60),
                    "Ferries keep to the winter timetable",
                    TEXT))
        .toList();
  }

  private static long steps(Newsstand stand, List<Copy> copies) {
    SqliteSteps steps = stand.store.write(SqliteSteps::counting);
    stand.take(copies);
    return steps.hundreds();
  }

  @Test
  void costNoMoreTheMoreThereAre() {
    Stores.assumeAFolder(); // steps are those of SQLite
    try (Newsstand stand = new Newsstand(folder)) {
      stand.take(copies(0, 80));
      long some = steps(stand, copies(80, 90));
      stand.take(copies(90, 240));
      long many = steps(stand, copies(240, 250));
      assertThat(many).as("after 240, and after 80: %d", some).isLessThan(some * 3 / 2);
      assertThat(stand.groups().values()).containsOnly("c0");
    }
  }
}
