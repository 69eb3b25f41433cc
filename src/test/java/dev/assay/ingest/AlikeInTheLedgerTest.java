package dev.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ingest.Newsstand.Copy;
import dev.assay.ledger.Verdict;
import dev.assay.ledger.kept.About;
import dev.assay.ledger.kept.Bookkeeping;
import dev.assay.ledger.kept.LedgerFilter;
import dev.assay.ledger.kept.LedgerTable;
import dev.assay.lexicon.Lexicon;
import dev.assay.store.ClaimTable.Reading;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the ledger holds of things that no pack knows.
final class AlikeInTheLedgerTest {

  private static final Bookkeeping BOOKS = Bookkeeping.of(Lexicon.shipped());

  private static final Copy COURIER =
      english(
          "courier",
          "Tarn Courier",
          "2025-03-02",
          "The Ullen ferry carries 310,000 passengers a year.");

  private static final Copy GAZETTE =
      english(
          "gazette",
          "Lowland Gazette",
          "2025-03-05",
          "Each year 420,000 passengers take the Ullen ferry across the Tarn.");

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

  private static Copy english(String id, String source, String day, String text) {
    return new Copy(id, source, day, "", text);
  }

  private List<String> entries() {
    return stand.store.read(
        session ->
            new LedgerTable(session)
                    .list(
                        new About.Everything(),
                        LedgerFilter.SEVERAL.withVerdicts(EnumSet.allOf(Verdict.class)),
                        0,
                        9)
                    .stream()
                    .map(kept -> BOOKS.entry(session, kept).orElseThrow())
                    .map(
                        entry ->
                            "%s %d: %s"
                                .formatted(
                                    entry.verdict().word(),
                                    entry.rows().size(),
                                    entry.entity().words()))
                    .toList());
  }

  @Test
  void figuresOfTwoOutletsStandInOneEntry() {
    stand.take(List.of(COURIER, GAZETTE));

    assertThat(entries()).containsExactly("differ 2: The Ullen ferry carries … passengers a year");
  }

  @Test
  void theyDoInChinese() {
    stand.take(
        List.of(
            new Copy("一", "河谷日报", "2025-03-02", "水库的四十年", "白鹭水库总库容3.8亿立方米，灌溉农田46万亩。"),
            new Copy("二", "水利周刊", "2025-05-11", "清淤", "蓄水多年的白鹭水库，总库容为4.6亿立方米，可灌溉农田46万亩。")));

    assertThat(entries())
        .containsExactly(
            "differ 2: 水库的四十年 | 白鹭水库总库容…，灌溉农田46万亩", "agree 2: 水库的四十年 | 白鹭水库总库容3.8亿立方米，灌溉农田…");
  }

  @Test
  void aThirdTextJoinsThem() {
    stand.take(List.of(COURIER, GAZETTE));
    stand.take(
        List.of(
            english(
                "mail",
                "Harbour Mail",
                "2025-04-01",
                "With 310,000 passengers a year, the Ullen ferry pays.")));

    assertThat(entries()).containsExactly("differ 3: The Ullen ferry carries … passengers a year");
  }

  /// Of what is asked of those that stand together, one that gives the same number is not asked.
  @Test
  void oneThatDiffersJoinsTwoOfOneNumber() {
    stand.take(
        List.of(
            COURIER,
            english(
                "mail",
                "Harbour Mail",
                "2025-03-03",
                "Of the Tarn's ferries the one of Ullen, with 310,000 passengers, is the last.")));
    stand.take(List.of(GAZETTE));

    assertThat(entries()).containsExactly("differ 3: The Ullen ferry carries … passengers a year");
  }

  @Test
  void oneOutletDoesNotDisputeWithItself() {
    stand.take(
        List.of(COURIER, new Copy("later", "Tarn Courier", "2025-07-19", "", GAZETTE.text())));

    assertThat(entries()).isEmpty();
  }

  @Test
  void theyStayWhenTheClaimsOfATextAreReadAgain() {
    stand.take(List.of(COURIER, GAZETTE));

    Reading other = new Reading(List.of(), "other", "");
    stand.store.change(
        session -> Tagging.putClaims(session, Newsstand.id("courier"), other, Newsstand.NOW));
    stand.take(List.of());

    assertThat(entries()).hasSize(1);
  }

  @Test
  void theyGoWithTheTextThatGaveOne() {
    stand.take(List.of(COURIER, GAZETTE));

    stand.take(
        List.of(
            english(
                "gazette", "Lowland Gazette", "2025-03-05", "The Tarn froze over last night.")));

    assertThat(entries()).isEmpty();
  }

  @Test
  void anEntryIsCalledByTheClauseOfItsFigureBehindTheTitle() {
    stand.take(
        List.of(
            new Copy(
                "courier",
                "Tarn Courier",
                "2025-03-02",
                "The Ullen ferry pays",
                "The Ullen ferry pays for itself again, because it carried 310,000 passengers across"
                    + " the Tarn."),
            GAZETTE,
            new Copy(
                "一", "河谷日报", "2025-03-02", "白鹭水库四十年", "白鹭水库四十年来首次清淤，目前这座水库的总库容达到3.8亿立方米，灌溉农田46万亩。"),
            new Copy("二", "水利周刊", "2025-03-03", "清淤", "清淤之后，白鹭水库的总库容为4.6亿立方米，可灌溉农田46万亩。")));

    assertThat(entries())
        .containsExactlyInAnyOrder(
            "differ 2: The Ullen ferry pays | because it carried … passengers across the Tarn",
            "differ 2: 白鹭水库四十年 | 目前这座水库的总库容…",
            "agree 2: 白鹭水库四十年来首次清淤，目前这座水库的总库容达到3.8亿立方米，灌溉农田…",
            "none 1: Ullen");
  }

  @Test
  void twoClausesOfTheSameWordsAreTwoEntries() {
    stand.take(
        List.of(
            new Copy(
                "courier",
                "Tarn Courier",
                "2025-03-02",
                "Boats and cabins",
                "The Ullen ferry got a new engine, and it carried 310,000 passengers. The Brackley"
                    + " cable car got new cabins, and it carried 184,000 passengers."),
            english(
                "gazette",
                "Lowland Gazette",
                "2025-03-02",
                "The Ullen ferry carried 310,000 passengers."),
            english(
                "mail",
                "Harbour Mail",
                "2025-03-02",
                "The Brackley cable car carried 184,000 passengers.")));

    assertThat(entries())
        .containsExactlyInAnyOrder(
            "agree 2: Boats and cabins | and it carried … passengers",
            "agree 2: Boats and cabins | The Ullen ferry got a new engine, and it carried …"
                + " passengers",
            "none 1: Brackley",
            "none 1: Ullen");
  }
}
