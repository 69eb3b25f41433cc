package dev.assay.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Language;
import dev.assay.event.kept.Risings;
import dev.assay.fold.Outlets;
import dev.assay.lexicon.Lexicon;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RisesTest {

  @TempDir Path folder;

  private static final List<String> OUTLETS =
      List.of("Carrow Dispatch", "Harbour Wire", "北岸财经", "South Post");

  /// Four weeks of one text a day on Lynas, then six on gallium within two days.
  private static void fill(Library library, int outlets) {
    Instant now = Library.CLOCK.instant();
    for (int day = 1; day < 30; day++) {
      String at = now.minusSeconds(86_400L * day + 3_600).toString();
      library.add(
          "lynas-" + day,
          Language.EN,
          OUTLETS.get(day % 4),
          at,
          "Lynas note number " + day,
          "Lynas told its partners in note %d of line %d that kiln %d is in order."
              .formatted(day, day * 7 % 23, day * 11 % 31));
    }
    for (int i = 0; i < 6; i++) {
      String at = now.minusSeconds(7_200L * i + 3_600).toString();
      boolean chinese = i % 2 == 0;
      library.add(
          "gallium-" + i,
          chinese ? Language.ZH_HANS : Language.EN,
          OUTLETS.get(i % outlets),
          at,
          chinese ? "镓的消息之" + i : "Gallium item " + i,
          chinese
              ? List.of("镓的报价第一次超过往年。", "", "镓出口许可仍在等待批复。", "", "镓的库存由仓库重新清点。").get(i)
              : List.of(
                      "",
                      "Gallium buyers look for kilns.",
                      "",
                      "Gallium waits at the port of Carrow.",
                      "",
                      "Gallium recycling begins in spring.")
                  .get(i));
    }
  }

  @Test
  void findsANewNameOfWhichSeveralIndependentSourcesTellWithItsSentences() {
    try (Library library = new Library(folder)) {
      fill(library, 4);
      List<Rise> rises = library.rises().now(Language.EN);
      assertThat(rises.stream().map(rise -> rise.name().label()).toList())
          .containsExactly("gallium");
      Rise rise = rises.getFirst();
      assertThat(rise.isNew()).isTrue();
      assertThat(rise.texts()).isEqualTo(6);
      assertThat(rise.independent()).isEqualTo(4);
      assertThat(rise.expected()).isZero();
      assertThat(rise.said()).hasSize(3);
      assertThat(rise.said().getFirst().said().getFirst().text()).contains("镓的报价第一次超过往年");
      assertThat(library.rises().now(Language.ZH_HANS).getFirst().name().label()).isEqualTo("镓");
    }
  }

  @Test
  void isNoRiseIfTwoSourcesAloneTellOfIt() {
    try (Library library = new Library(folder)) {
      fill(library, 2);
      assertThat(library.rises().now(Language.EN)).isEmpty();
    }
  }

  @Test
  void tellsOfARiseOnceAmongWhatHappens() {
    try (Library library = new Library(folder)) {
      fill(library, 4);
      assertThat(library.told()).containsExactly("element:Ga 6 4 0.0 new");
      assertThat(library.told()).containsExactly("element:Ga 6 4 0.0 new");
    }
  }

  @Test
  void areFoundOnceForAllWhoAskUntilSomethingComes() {
    try (Library library = new Library(folder)) {
      fill(library, 4);
      Risings risings = new Risings(Outlets.of(Lexicon.shipped()), Library.CLOCK);
      Risings.Found found = risings.fresh(library.store());
      assertThat(risings.fresh(library.store())).isSameAs(found);
      assertThat(risings.now(library.store())).isEqualTo(found);
      library.add(
          "gallium-more",
          Language.EN,
          "East Ledger",
          Library.CLOCK.instant().minusSeconds(60).toString(),
          "Gallium once more",
          "Gallium leaves the port of Carrow by rail from now on.");
      assertThat(risings.fresh(library.store()).rising().getFirst().texts()).isEqualTo(7);
    }
  }
}
