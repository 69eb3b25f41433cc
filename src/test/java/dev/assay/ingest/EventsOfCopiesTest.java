package dev.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.ArticleId;
import dev.assay.event.kept.EventTable;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What stands for a group of copies stands in its event, whichever text of the group goes.
final class EventsOfCopiesTest {

  private static final String FIRE =
      "A fire broke out at the Ostrava smelter of Kestrel Metals on 18 November, and 340 workers left the plant. The furnace will stand still for six weeks, Kestrel Metals said.";

  private static final String OTHER =
      "Kestrel Metals shut its Ostrava smelter after the fire of 18 November; 340 workers were sent home. Kestrel Metals expects the furnace to stand still for six weeks.";

  private static final String THIRD =
      "Kestrel Metals said that the fire of 18 November at its Ostrava smelter sent 340 workers home, and that the furnace will stand still for six weeks.";

  @TempDir Path folder;

  private static void take(Newsstand stand, String id, String source, String hour, String text) {
    stand.take(
        List.of(
            new Newsstand.Copy(
                id, source, "2025-11-19T%s:00:00Z".formatted(hour), "Fire at " + source, text)));
  }

  private static Newsstand withACopy(Path folder) {
    Newsstand stand = new Newsstand(folder);
    take(stand, "first", "Meridian Wire", "06", FIRE);
    take(stand, "copy", "Carrow Dispatch", "07", FIRE);
    take(stand, "other", "Harbour Post", "08", OTHER);
    assertThat(stand.groups().get("copy")).isEqualTo("first");
    assertThat(event(stand, "first")).containsExactly(ids("first", "other"));
    return stand;
  }

  private static ArticleId[] ids(String... names) {
    return Newsstand.ids(names).toArray(ArticleId[]::new);
  }

  private static List<ArticleId> event(Newsstand stand, String name) {
    return stand.store.read(
        session -> {
          EventTable table = new EventTable(session);
          return table
              .event(Newsstand.id(name))
              .map(event -> table.members(List.of(event)))
              .orElse(List.of())
              .stream()
              .map(EventTable.Member::article)
              .toList();
        });
  }

  @Test
  void anHeirStandsInTheEventOfATextThatIsDeleted() {
    try (Newsstand stand = withACopy(folder)) {
      stand.upkeep.delete(Newsstand.id("first"));
      assertThat(event(stand, "copy")).containsExactly(ids("copy", "other"));
      take(stand, "third", "North Daily", "09", THIRD);
      assertThat(event(stand, "copy")).containsExactly(ids("copy", "other", "third"));
    }
  }

  @Test
  void anHeirStandsInTheEventOfATextThatItsSourceReplaced() {
    try (Newsstand stand = withACopy(folder)) {
      take(stand, "first", "Meridian Wire", "06", "水价表自明年起调整，居民用水每吨加收两角。");
      assertThat(event(stand, "copy")).containsExactly(ids("copy", "other"));
      assertThat(event(stand, "first")).isEmpty();
    }
  }

  @Test
  void aTextThatIsUnfoldedByHandFindsItsEventAndOneThatIsFoldedLeavesIt() {
    try (Newsstand stand = withACopy(folder)) {
      stand.folds.unfold(Newsstand.id("copy"));
      assertThat(event(stand, "other")).containsExactly(ids("first", "copy", "other"));
      stand.folds.fold(Newsstand.ids("first", "copy"));
      assertThat(event(stand, "other")).containsExactly(ids("first", "other"));
    }
  }

  @Test
  void aCopyThatANewTextPartsFromItsGroupFindsItsEvent() {
    try (Newsstand stand = new Newsstand(folder)) {
      take(stand, "short", "Meridian Wire", "08", FIRE);
      take(stand, "part", "Carrow Dispatch", "09", FIRE + " The repair costs 12 million euros.");
      take(stand, "other", "Harbour Post", "10", OTHER);
      assertThat(stand.groups().get("part")).isEqualTo("short");

      take(stand, "early", "North Daily", "05", FIRE + " The repair costs 31 million euros.");
      assertThat(stand.groups()).containsEntry("short", "early").containsEntry("part", "part");
      assertThat(event(stand, "part")).containsExactly(ids("early", "part", "other"));
    }
  }
}
