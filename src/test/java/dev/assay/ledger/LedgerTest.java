package dev.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.Claim.Facet;
import dev.assay.analyze.Property;
import dev.assay.article.Language;
import dev.assay.lexicon.Names;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LedgerTest {

  private static final Ledger LEDGER = Ledger.shipped();
  private static final Names NAMES = Names.load();

  private static List<LedgerEntry> entries(Told... told) {
    return LEDGER.entries(Arrays.stream(told).map(Told::evidence).toList(), Corrections.NONE);
  }

  private static LedgerEntry entry(Told... told) {
    List<LedgerEntry> entries = entries(told);
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }

  private static Told refining(Told told) {
    return told.in(Facet.MATERIAL, "material:rare-earths").in(Facet.STAGE, "refining");
  }

  private static Told mining(Told told) {
    return told.in(Facet.MATERIAL, "material:rare-earths").in(Facet.STAGE, "mining");
  }

  private static Told reserves(Told told) {
    return told.in(Facet.MEASURE, "reserves");
  }

  @Test
  void letsASumWithoutAPurposeContradictNothing() {
    Told one = Told.by("A", "$16 million").property(Property.INVESTMENT);
    Told other = Told.by("乙", "11亿美元").property(Property.INVESTMENT);
    LedgerEntry entry = entry(one, other);
    assertThat(entry.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(Wording.of(NAMES, Language.EN).reason(entry.reason()))
        .isEqualTo(
            "No two of the figures can be compared: they do not both say exactly of what they are.");
    assertThat(entry(mining(one), mining(other)).verdict()).isEqualTo(Verdict.DIFFER);
  }

  @Test
  void comparesNoShareThatSaysNotOfWhichStep() {
    Told ground = Told.by("A", "34%").in(Facet.PLACE, "world");
    Told made = Told.by("乙", "六成").in(Facet.PLACE, "world");
    assertThat(entry(ground, made).verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
  }

  /// A share of something else in the same drawer keeps the two of mining together.
  @Test
  void comparesSharesOfOneStepWhateverElseIsShared() {
    List<LedgerEntry> entries =
        LEDGER.entries(
            List.of(
                mining(Told.by("A", "约60%")).evidence(),
                Told.by("B", "about 70%").in(Facet.STAGE, "mining").evidence(),
                Told.by("C", "58%").in(Facet.OTHER, "patents").evidence(),
                Told.by("D", "30%").in(Facet.OTHER, "parts").evidence()),
            Corrections.NONE);
    assertThat(entries)
        .extracting(LedgerEntry::verdict)
        .containsExactly(Verdict.DIFFER, Verdict.NONE, Verdict.NONE);
  }

  private static String setAndOpponent(Row row) {
    return row.standing() instanceof Standing.Compared(int set, Evidence against)
        ? set + " against " + against.written()
        : row.standing().toString();
  }

  @Test
  void findsThatMoreThanNinetyCannotHoldTogetherWithEightyFive() {
    LedgerEntry entry =
        entry(
            refining(Told.by("东岭网", "85%")),
            refining(Told.by("南屏观察", "近九成")),
            refining(Told.by("Kestrel", "over 90%")));
    assertThat(entry.verdict()).isEqualTo(Verdict.DIFFER);
    assertThat(entry.independent()).isEqualTo(3);
    assertThat(Wording.of(NAMES, Language.EN).reason(entry.reason()))
        .isEqualTo("85% cannot hold together with over 90%.");
    assertThat(Wording.of(NAMES, Language.ZH_HANS).reason(entry.reason()))
        .isEqualTo("85%与over 90%不能同时成立。");
    assertThat(entry.rows().stream().map(LedgerTest::setAndOpponent))
        .containsExactlyInAnyOrder("0 against over 90%", "0 against over 90%", "1 against 85%");
  }

  @Test
  void letsNearlyNinetyAndEightyFiveAgreeAcrossLanguages() {
    LedgerEntry entry =
        entry(refining(Told.by("东岭网", "85%")), refining(Told.by("Post", "nearly 90%")));
    assertThat(entry.verdict()).isEqualTo(Verdict.AGREE);
    assertThat(entry.reason()).isEqualTo(new Reason.Together(2));
  }

  @Test
  void neverBringsMiningAndRefiningTogetherByARowThatStatesNoStage() {
    Told unstated = Told.by("Post", "80%").in(Facet.MATERIAL, "material:rare-earths");
    List<LedgerEntry> entries =
        entries(mining(Told.by("A", "60%")), refining(Told.by("B", "90%")), unstated);
    assertThat(entries).hasSize(3);
    assertThat(entries).extracting(LedgerEntry::verdict).containsOnly(Verdict.NONE);
  }

  @Test
  void comparesARowThatStatesLessWhereItFitsOneScopeOnly() {
    Told unstated = Told.by("Post", "80%").in(Facet.STAGE, "mining");
    assertThat(entry(mining(Told.by("A", "60%")), unstated).verdict()).isEqualTo(Verdict.DIFFER);
  }

  @Test
  void showsCapacityAndOutputApart() {
    LedgerEntry entry =
        entry(
            refining(Told.by("A", "85%")).in(Facet.MEASURE, "capacity"),
            refining(Told.by("B", "92%")).in(Facet.MEASURE, "output"));
    assertThat(entry.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(Wording.of(NAMES, Language.EN).reason(entry.reason()))
        .isEqualTo("No two of the figures can be compared: one is capacity, the other output.");
  }

  @Test
  void setsTonnesInTwoLanguagesSideBySide() {
    LedgerEntry entry =
        entry(
            Told.by("云浦日报", "54万吨").of("country:AU", "澳大利亚", Property.EXPORTS),
            Told.by("Kestrel", "540,000 t").of("country:AU", "Australia", Property.EXPORTS),
            Told.by("Post", "540 kt").of("country:AU", "Australia", Property.EXPORTS));
    assertThat(entry.verdict()).isEqualTo(Verdict.AGREE);
    assertThat(entry.unit()).isEqualTo("t");
  }

  @Test
  void convertsUnitsOfOneKindButNoCurrencies() {
    LedgerEntry mass =
        entry(
            mining(Told.by("A", "417 kg").property(Property.AMOUNT)),
            mining(Told.by("B", "408 kg").property(Property.AMOUNT)),
            mining(Told.by("C", "0.417 t").property(Property.AMOUNT)));
    assertThat(mass.verdict()).isEqualTo(Verdict.DIFFER);
    LedgerEntry money =
        entry(
            mining(Told.by("A", "$1 billion").property(Property.INVESTMENT).on("2025-10-20")),
            mining(Told.by("B", "30亿元人民币").property(Property.INVESTMENT)));
    assertThat(money.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(Wording.of(NAMES, Language.ZH_HANS).reason(money.reason()))
        .isEqualTo("没有两个数字可以比较：一个以USD计，另一个以CNY计；货币不作换算。");
  }

  @Test
  void comparesSharesOfNeighbouringYearsAndNotOfDistantOnes() {
    assertThat(
            entry(
                    refining(Told.by("A", "85%")).time("in 2023"),
                    refining(Told.by("B", "92%")).time("in 2024"))
                .verdict())
        .isEqualTo(Verdict.DIFFER);
    LedgerEntry apart =
        entry(
            refining(Told.by("A", "85%")).time("in 2023"),
            refining(Told.by("B", "92%")).time("in 2025"));
    assertThat(apart.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(Wording.of(NAMES, Language.EN).reason(apart.reason()))
        .isEqualTo("No two of the figures can be compared: one is for 2023, the other for 2025.");
  }

  @Test
  void comparesOutputOfOneYearOnly() {
    Told last = Told.by("A", "240,000 t").property(Property.PRODUCTION).time("in 2023");
    Told next = Told.by("B", "270,000 t").property(Property.PRODUCTION).time("in 2024");
    Told same = Told.by("C", "210,000 t").property(Property.PRODUCTION).time("in 2023");
    assertThat(entry(last, next).verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(entry(last, same).verdict()).isEqualTo(Verdict.DIFFER);
  }

  @Test
  void givesRanksNoWidth() {
    LedgerEntry entry =
        entry(
            reserves(Told.by("东岭网", "全球第五").of("country:AU", "澳大利亚", Property.RANK)),
            reserves(Told.by("松岭早报", "全球第二").of("country:AU", "澳大利亚", Property.RANK)));
    assertThat(entry.verdict()).isEqualTo(Verdict.DIFFER);
  }

  @Test
  void countsCopiesOnce() {
    Told first = refining(Told.by("A", "85%"));
    LedgerEntry entry = entry(first, refining(Told.by("B", "85%")).copyOf(first));
    assertThat(entry.verdict()).isEqualTo(Verdict.NONE);
    assertThat(entry.rows()).hasSize(1);
    assertThat(entry.rows().getFirst().copies()).hasSize(1);
    assertThat(entry.independent()).isEqualTo(1);
  }

  @Test
  void showsADeniedFigureAndLetsItMakeNoVerdict() {
    LedgerEntry entry =
        entry(refining(Told.by("A", "85%")), refining(Told.by("B", "95%")).denied());
    assertThat(entry.verdict()).isEqualTo(Verdict.NONE);
    assertThat(entry.rows()).hasSize(2);
    assertThat(entry.rows())
        .extracting(Row::standing)
        .contains(new Standing.NotCompared(new Mismatch.Denied(null)));
  }

  @Test
  void alignsThingsThatNoPackKnowsByTheirWords() {
    LedgerEntry entry =
        entry(
            mining(
                Told.by("A", "12 months")
                    .of("", "the Halden Tunnel", Property.DURATION)
                    .time("in 2021")),
            mining(
                Told.by("B", "18 months")
                    .of("", "Halden Tunnel's", Property.DURATION)
                    .time("in 2021")));
    assertThat(entry.verdict()).isEqualTo(Verdict.DIFFER);
    assertThat(
            entry(
                    mining(Told.by("甲", "12个月").of("", "龍門隧道", Property.DURATION).time("in 2021")),
                    mining(Told.by("乙", "18个月").of("", "龙门隧道", Property.DURATION).time("in 2021")))
                .verdict())
        .isEqualTo(Verdict.DIFFER);
  }

  @Test
  void comparesDatesAsFarAsBothNameThem() {
    Told year = Told.by("A", "in 2021").of("", "Halden Tunnel", Property.DATE);
    Told day = Told.by("B", "on May 3, 2021").of("", "Halden Tunnel", Property.DATE);
    Told other = Told.by("C", "2021年6月3日").of("", "Halden Tunnel", Property.DATE);
    assertThat(entry(year, day).verdict()).isEqualTo(Verdict.AGREE);
    assertThat(entry(year, day, other).verdict()).isEqualTo(Verdict.DIFFER);
  }

  @Test
  void tellsWhoPrintedAFigureFirstAndWhoRepeatsIt() {
    LedgerEntry entry =
        entry(
            refining(Told.by("Late", "85%")).on("2025-11-02"),
            refining(Told.by("First", "85%")).on("2025-05-06"),
            refining(Told.by("Other", "92%")).on("2025-06-01"));
    assertThat(entry.tellings()).hasSize(2);
    assertThat(entry.tellings().getFirst().first().evidence().source()).isEqualTo("First");
    assertThat(entry.tellings().getFirst().repeats())
        .extracting(row -> row.evidence().source())
        .containsExactly("Late");
  }

  @Test
  void takesWhatAReaderMarkedAsMisreadOutOfTheVerdict() {
    List<Evidence> evidence =
        List.of(refining(Told.by("A", "85%")).evidence(), refining(Told.by("B", "95%")).evidence());
    Corrections corrections = new Corrections(Set.of(evidence.get(1).id()), Map.of(), List.of());
    LedgerEntry entry = LEDGER.entries(evidence, corrections).getFirst();
    assertThat(entry.verdict()).isEqualTo(Verdict.NONE);
    assertThat(entry.rows()).extracting(Row::standing).contains(new Standing.Withdrawn());
  }

  @Test
  void remembersThatAReaderOverruledAVerdictUntilItChanges() {
    List<Evidence> evidence =
        List.of(refining(Told.by("A", "85%")).evidence(), refining(Told.by("B", "95%")).evidence());
    EntryId id = LEDGER.entries(evidence, Corrections.NONE).getFirst().id();
    Corrections corrections =
        new Corrections(
            Set.of(),
            Map.of(),
            List.of(new Corrections.Overruling(id, Verdict.DIFFER, Verdict.NOT_COMPARABLE)));
    LedgerEntry overruled = LEDGER.entries(evidence, corrections).getFirst();
    assertThat(overruled.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(Wording.of(NAMES, Language.EN).reason(overruled.reason()))
        .isEqualTo(
            "A reader judged otherwise. By the rules: differ. 85% cannot hold together with 95%.");
  }

  @Test
  void partsByHandWhatIsOfTwoThings() {
    List<Evidence> evidence =
        List.of(refining(Told.by("A", "85%")).evidence(), refining(Told.by("B", "95%")).evidence());
    Corrections corrections =
        new Corrections(Set.of(), Map.of(evidence.get(1).id(), "another company"), List.of());
    assertThat(LEDGER.entries(evidence, corrections))
        .hasSize(2)
        .extracting(LedgerEntry::verdict)
        .containsOnly(Verdict.NONE);
  }

  @Test
  void namesWhatAnEntryIsAboutInBothLanguages() {
    LedgerEntry entry = entry(refining(Told.by("A", "85%")));
    assertThat(Wording.of(NAMES, Language.EN).title(entry))
        .isEqualTo("China, share of rare earth refining");
    assertThat(Wording.of(NAMES, Language.ZH_HANS).title(entry)).isEqualTo("中国，稀土精炼占比");
  }
}
