package dev.assay.topic.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Language;
import dev.assay.event.kept.RiseFinder;
import dev.assay.event.kept.Risings;
import dev.assay.fold.Outlets;
import dev.assay.lexicon.Lexicon;
import dev.assay.topic.Library;
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
      assertThat(rises.stream().map(Rise::label).toList()).containsExactly("gallium");
      Rise rise = rises.getFirst();
      assertThat(rise.isNew()).isTrue();
      assertThat(rise.texts()).isEqualTo(6);
      assertThat(rise.independent()).isEqualTo(4);
      assertThat(rise.expected()).isZero();
      assertThat(rise.said()).hasSize(3);
      assertThat(rise.said().getFirst().said().getFirst().text()).contains("镓的报价第一次超过往年");
      assertThat(library.rises().now(Language.ZH_HANS).getFirst().label()).isEqualTo("镓");
    }
  }

  /// Each of the two names is told of every day, by itself; now six texts have both.
  @Test
  void findsTwoNamesThatMeetThoughNeitherRises() {
    try (Library library = new Library(folder)) {
      Instant now = Library.CLOCK.instant();
      for (int i = 1; i < 61; i++) {
        boolean gallium = i % 2 == 0;
        String name = gallium ? "Gallium" : "Lynas";
        add(
            library,
            i,
            now.minusSeconds(40_000L * i),
            name + " item " + i,
            name + " waits in row %d of hall %d.".formatted(i * 7 % 23, i * 11 % 31));
      }
      for (int i = 0; i < 6; i++) {
        add(
            library,
            100 + i,
            now.minusSeconds(3_600L * i + 60),
            "Lynas and gallium, part " + i,
            "Lynas looks for gallium in pit %d of region %d.".formatted(i, i * 5));
      }
      List<Rise> rises = library.rises().now(Language.EN);
      assertThat(rises.stream().map(Rise::label)).containsExactly("Lynas Rare Earths + gallium");
      Rise rise = rises.getFirst();
      assertThat(rise.id()).isEqualTo("pair:company:lynas+element:Ga");
      assertThat(rise.texts()).isEqualTo(6);
      assertThat(rise.said().getFirst().said().getFirst().text())
          .startsWith("Lynas looks for gallium");
    }
  }

  private static void add(Library library, int number, Instant at, String title, String text) {
    Language language =
        title.codePoints().anyMatch(Character::isIdeographic) ? Language.ZH_HANS : Language.EN;
    library.add("text-" + number, language, OUTLETS.get(number % 4), at.toString(), title, text);
  }

  @Test
  void findsThePhrasesOfTitlesInTheWordsOfEachLanguage() {
    try (Library library = new Library(folder)) {
      Instant now = Library.CLOCK.instant();
      List<String> streets = List.of("north", "south", "east", "west", "upper", "lower", "inner");
      for (int day = 1; day < 30; day++) {
        add(
            library,
            day,
            now.minusSeconds(86_400L * day + 7_200),
            "Kiln %d was closed in the %s hall".formatted(day, streets.get(day % 7)),
            "Kiln %d of row %d was closed.".formatted(day, day * 7 % 23));
      }
      for (int i = 0; i < 6; i++) {
        Instant at = now.minusSeconds(5_400L * i + 600);
        String street = streets.get(i);
        add(
            library,
            100 + i,
            at,
            "A rail levy was asked for in the %s hall".formatted(street),
            "The rail levy of kiln %d is to stand in the %s hall.".formatted(i, street));
        add(
            library,
            200 + i,
            at,
            "第%d号厂等待窑炉税收名单".formatted(i + 1),
            "第%d号厂希望进入窑炉税收名单，编号%d。".formatted(i + 1, i * 37));
      }
      List<Rise> rises = library.rises().now(Language.EN);
      assertThat(rises.stream().map(Rise::label)).contains("rail levy", "窑炉税收名单");
      Rise english =
          rises.stream().filter(rise -> rise.label().equals("rail levy")).findFirst().orElseThrow();
      assertThat(english.kind()).isEqualTo(RiseFinder.Kind.PHRASE);
      assertThat(english.isNew()).isTrue();
      assertThat(english.independent()).isEqualTo(4);
      assertThat(english.said().getFirst().said().getFirst().text())
          .isEqualTo("The rail levy of kiln 0 is to stand in the north hall.");
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
