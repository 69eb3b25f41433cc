package dev.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.claim.ClaimTrust;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.reading.ClaimReader;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PassageLedgerTest {

  private static final QuantityExtractor NUMBERS = new QuantityExtractor(Lexicon.shipped());
  private static final PassageLedger PASSAGES =
      new PassageLedger(
          Lexicon.shipped(),
          NUMBERS,
          new ClaimReader(Lexicon.shipped(), ClaimTrust.Use.RAW),
          new TagMatcher(Names.load(Lexicon.shipped())));

  private static List<String> differing(String... texts) {
    return PASSAGES.entries(List.of(texts)).stream()
        .filter(entry -> entry.verdict() == Verdict.DIFFER)
        .map(
            entry ->
                String.join(
                    " / ", entry.rows().stream().map(row -> row.evidence().written()).toList()))
        .toList();
  }

  @Test
  void setsFiguresAmongTheSameWordsSideBySide() {
    assertThat(
            differing(
                "Mar 3, 2020 ... The Halden tunnel was opened to traffic on May 5, 2019, after nine years of work.",
                "The Halden tunnel was opened to traffic on June 5, 2019, after nine years of work.",
                "Tickets for the ferry cost 12 euros."))
        .containsExactly("May 5, 2019 / June 5, 2019");
    assertThat(
            differing(
                "大桥全长12.4公里，2018年10月24日正式通车，工程总投资约480亿元。",
                "大桥全长12.4公里，2016年10月24日正式通车，工程总投资约480亿元。"))
        .containsExactly("2018年10月24日 / 2016年10月24日");
  }

  @Test
  void setsClaimsSideBySideHoweverTheyAreWorded() {
    assertThat(
            differing(
                "China refines 85% of the world's rare earths.",
                "Nearly all countries buy abroad: 70 percent of global rare earth refining is done by China.",
                "全球稀土精炼的85%由中国完成。"))
        .hasSize(1);
    List<LedgerEntry> agreed =
        PASSAGES.entries(
            List.of(
                "Lynas produced 12,000 tonnes of rare earth oxides in 2024.",
                "2024年，莱纳斯的稀土氧化物产量为1.2万吨。"));
    assertThat(agreed)
        .filteredOn(entry -> entry.verdict() != Verdict.NONE)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.verdict()).isEqualTo(Verdict.AGREE);
              assertThat(entry.property().word()).isEqualTo("production");
              assertThat(entry.rows()).hasSize(2);
            });
  }

  @Test
  void keepsThingsApartThatTheNearestWordsTellApart() {
    assertThat(differing("全年出生人口1465万人，城镇人口占六成。", "全年死亡人口998万人，城镇人口占六成。")).isEmpty();
    assertThat(
            differing(
                "The plant shipped 40 tonnes of ore in the first half.",
                "The plant bought 75 tonnes of acid in the first half."))
        .isEmpty();
  }

  @Test
  void takesNoDatelineForAFigure() {
    assertThat(differing("新社东京3月29日电（记者王某）开幕式将推迟。", "新社东京3月30日电（记者王某）开幕式将推迟。")).isEmpty();
    assertThat(
            differing(
                "Jan 3, 2020 ... The fair will take place in the old hall again.",
                "Dec 9, 2019 ... The fair will take place in the old hall again."))
        .isEmpty();
  }

  @Test
  void agreesAcrossWaysOfWritingADate() {
    List<LedgerEntry> entries =
        PASSAGES.entries(
            List.of(
                "The film opened in cinemas across the country on 21 July 2017.",
                "The film opened in cinemas across the country on July 21, 2017."));
    assertThat(entries).extracting(LedgerEntry::verdict).containsExactly(Verdict.AGREE);
    assertThat(entries.getFirst().entity().words())
        .isEqualTo("The film opened in cinemas across the country on ….");
  }

  @Test
  void answersEmptyAndHugeInputs() {
    assertThat(PASSAGES.entries(List.of())).isEmpty();
    assertThat(PASSAGES.entries(List.of("", " "))).isEmpty();
    String many = "The mine sold 5 tonnes of ore to the mill in May. ".repeat(2000);
    assertThat(PASSAGES.entries(List.of(many, many))).isNotEmpty();
  }
}
