package dev.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.quantity.Property;
import dev.assay.article.Language;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LedgerTest {

  private static final Ledger LEDGER = Ledger.of(Lexicon.shipped());
  private static final Names NAMES = Names.load(Lexicon.shipped());

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

  private static Told grant(Told told) {
    return told.of("agency:us-dod", "Pentagon", Property.INVESTMENT)
        .in(Facet.MATERIAL, "material:rare-earths");
  }

  @Test
  void letsASumContradictNothingUnlessBothNameWhoGetsIt() {
    Told one = grant(Told.by("A", "$16 million"));
    Told other = grant(Told.by("乙", "11亿美元"));
    LedgerEntry entry = entry(one, other);
    assertThat(entry.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(Wording.of(NAMES, Language.EN).reason(entry.reason()))
        .isEqualTo(
            "No two of the figures can be compared: they do not both say exactly of what they are.");
    Told country = one.in(Facet.COUNTERPART, "country:ZM");
    assertThat(entry(country, other.in(Facet.COUNTERPART, "country:ZM")).verdict())
        .isEqualTo(Verdict.NOT_COMPARABLE);
    Told firm = one.in(Facet.COUNTERPART, "company:mp-materials");
    assertThat(entry(firm, other.in(Facet.COUNTERPART, "company:mp-materials")).verdict())
        .isEqualTo(Verdict.DIFFER);
  }

  private static String range(String figure, Language reader) {
    Told told = Told.by("A", figure).of("country:CL", "Chile", Property.COUNT).other("mines");
    return Wording.of(NAMES, reader).range(entry(told).rows().getFirst().figure());
  }

  @Test
  void allowsWholeNumbersOfWholeThings() {
    assertThat(range("14 mines", Language.EN)).isEqualTo("14");
    assertThat(range("22个", Language.ZH_HANS)).isEqualTo("22");
    assertThat(range("150个", Language.ZH_HANS)).isEqualTo("147至153");
    assertThat(range("150 mines", Language.EN)).isEqualTo("147 to 153");
    assertThat(range("about 14 mines", Language.EN)).isEqualTo("13.3 to 14.7");
    assertThat(range("14.5 tonnes", Language.EN)).isEqualTo("14.45 t to 14.55 t");
  }

  @Test
  void callsNothingByAPhraseThatWasCutFromAList() {
    LedgerEntry english =
        entry(refining(Told.by("A", "70%")).other("respectively of global capacity"));
    assertThat(Wording.of(NAMES, Language.EN).title(english)).doesNotContain("respectively");
    LedgerEntry chinese = entry(refining(Told.by("乙", "70%")).other("分别为全球产能"));
    assertThat(Wording.of(NAMES, Language.ZH_HANS).title(chinese)).doesNotContain("分别");
    LedgerEntry whole = entry(refining(Told.by("A", "70%")).other("northern plants"));
    assertThat(Wording.of(NAMES, Language.EN).title(whole)).contains("northern plants");
  }

  private static Told aged(String source, String figure) {
    return Told.by(source, figure)
        .of("person:mara-ellwood", "Mara Ellwood", Property.AMOUNT)
        .in(Facet.MEASURE, "age");
  }

  @Test
  void comparesAgesOfOneDayOnly() {
    assertThat(entry(aged("A", "33 years old"), aged("乙", "43岁")).verdict())
        .isEqualTo(Verdict.DIFFER);
    assertThat(
            entry(aged("A", "33 years old").on("2024-03-04"), aged("乙", "35岁").on("2026-03-04"))
                .verdict())
        .isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(
            entry(
                    aged("A", "33 years old").time("2026").on("2026-03-04"),
                    aged("乙", "34岁").time("2026").on("2026-08-04"))
                .verdict())
        .isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(entry(aged("A", "33 years old").on(""), aged("乙", "34岁").on("")).verdict())
        .isEqualTo(Verdict.NOT_COMPARABLE);
  }

  private static Told ofDeal(Told told, Property property, String part) {
    return told.of("agreement:us-australia-critical-minerals", "framework", property)
        .in(Facet.PARTY, part);
  }

  @Test
  void comparesSumsOfOneAgreementIfTheyAreTheSamePartOfIt() {
    LedgerEntry each =
        entry(
            ofDeal(Told.by("A", "$1 billion"), Property.INVESTMENT, "each"),
            ofDeal(Told.by("乙", "30亿美元"), Property.INVESTMENT, "each"));
    assertThat(each.verdict()).isEqualTo(Verdict.DIFFER);
    assertThat(Wording.of(NAMES, Language.ZH_HANS).title(each)).isEqualTo("美澳关键矿产框架协议，投资，每方");
    LedgerEntry whole =
        entry(
            ofDeal(Told.by("A", "$8.5 billion"), Property.AMOUNT, "whole"),
            ofDeal(Told.by("乙", "85亿美元"), Property.AMOUNT, "whole"));
    assertThat(whole.verdict()).isEqualTo(Verdict.AGREE);
    assertThat(
            entries(
                ofDeal(Told.by("A", "$1 billion"), Property.INVESTMENT, "each"),
                ofDeal(Told.by("乙", "5亿美元"), Property.INVESTMENT, "country:US")))
        .hasSize(2);
  }

  @Test
  void takesOneNumberForOnePurposeToAgreeThoughOthersWouldNotBeCompared() {
    Told one =
        mining(Told.by("A", "$2.6 billion")).of("country:UZ", "Uzbekistan", Property.INVESTMENT);
    Told same = mining(Told.by("乙", "26亿美元")).of("country:UZ", "乌兹别克斯坦", Property.INVESTMENT);
    Told other =
        mining(Told.by("C", "$3.1 billion")).of("country:UZ", "Uzbekistan", Property.INVESTMENT);
    assertThat(entry(one, same, other).verdict()).isEqualTo(Verdict.AGREE);
    assertThat(entry(one, other).verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    Told round = mining(Told.by("丁", "30亿美元")).of("country:UZ", "乌兹别克斯坦", Property.INVESTMENT);
    Told again =
        mining(Told.by("E", "$3 billion")).of("country:UZ", "Uzbekistan", Property.INVESTMENT);
    assertThat(entry(round, again).verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
  }

  @Test
  void comparesNoShareThatSaysNotOfWhichStep() {
    Told ground = Told.by("A", "34%").in(Facet.PLACE, "world");
    Told made = Told.by("乙", "六成").in(Facet.PLACE, "world");
    assertThat(entries(ground, made)).isEmpty();
    assertThat(
            entry(
                    ground.in(Facet.MATERIAL, "material:rare-earths"),
                    made.in(Facet.MATERIAL, "material:rare-earths"))
                .verdict())
        .isEqualTo(Verdict.NOT_COMPARABLE);
  }

  /// A share of something else in the same drawer keeps the two of mining together.
  @Test
  void comparesSharesOfOneStepWhateverElseIsShared() {
    List<LedgerEntry> entries =
        LEDGER.entries(
            List.of(
                mining(Told.by("A", "约60%")).evidence(),
                mining(Told.by("B", "about 70%")).evidence(),
                Told.by("C", "58%").in(Facet.OTHER, "patents").evidence(),
                Told.by("D", "30%").in(Facet.OTHER, "parts").evidence()),
            Corrections.NONE);
    assertThat(entries)
        .extracting(LedgerEntry::verdict)
        .containsExactly(Verdict.DIFFER, Verdict.NONE, Verdict.NONE);
  }

  private static String setAndOpponent(Row row) {
    return row.standing() instanceof RowStanding.Compared(int set, Evidence against)
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
        .isEqualTo("85%与超过90%不能同时成立。");
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
  void setsAFigureOfNoMaterialBesideNoneOfOne() {
    Told unstated = Told.by("Post", "80%").in(Facet.STAGE, "mining");
    assertThat(entries(mining(Told.by("A", "60%")), unstated)).hasSize(2);
    assertThat(entry(Told.by("乙", "60%").in(Facet.STAGE, "mining"), unstated).verdict())
        .isEqualTo(Verdict.DIFFER);
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

  private static Told canola(Told told) {
    return told.of("country:AU", "Australia", Property.EXPORTS)
        .in(Facet.MATERIAL, "product:canola")
        .time("in 2024");
  }

  @Test
  void setsTonnesInTwoLanguagesSideBySide() {
    LedgerEntry entry =
        entry(
            canola(Told.by("云浦日报", "54万吨")),
            canola(Told.by("Kestrel", "540,000 t")),
            canola(Told.by("Post", "540 kt")));
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
        entry(grant(Told.by("A", "$1 billion")).on("2025-10-20"), grant(Told.by("B", "30亿元人民币")));
    assertThat(money.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(Wording.of(NAMES, Language.ZH_HANS).reason(money.reason()))
        .isEqualTo("没有两个数字可以比较：一个以USD计，另一个以CNY计；货币不作换算。");
  }

  /// Who names the year tells it from the next; else a share holds for two years.
  @Test
  void comparesSharesOfTheYearThatBothNameOrOfTwoThatTheyDoNot() {
    Told named = refining(Told.by("A", "85%")).time("in 2023");
    Told next = refining(Told.by("乙", "九成二")).time("in 2024");
    assertThat(entry(named, next.time("in 2023")).verdict()).isEqualTo(Verdict.DIFFER);
    Told unnamed = refining(Told.by("C", "92%")).on("2025-05-01");
    assertThat(entry(named, unnamed).verdict()).isEqualTo(Verdict.DIFFER);
    assertThat(entry(named, unnamed.on("2025-11-01")).verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    LedgerEntry apart = entry(named, next);
    assertThat(apart.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(Wording.of(NAMES, Language.EN).reason(apart.reason()))
        .isEqualTo("No two of the figures can be compared: one is for 2023, the other for 2024.");
    assertThat(Wording.of(NAMES, Language.ZH_HANS).reason(apart.reason()))
        .isEqualTo("没有两个数字可以比较：一个是2023的，另一个是2024的。");
  }

  @Test
  void comparesNoGoalForALaterYearWithWhatIsSo() {
    Told goal = refining(Told.by("A", "below 50 percent")).on("2023-03-21").time("in 2025");
    Told is = refining(Told.by("乙", "约六成")).on("2024-11-01");
    assertThat(entry(goal, is).verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(entry(goal.on("2025-03-21"), is).verdict()).isEqualTo(Verdict.DIFFER);
  }

  @Test
  void comparesWhatIsPlannedWithItsLikeOnlyAndNothingWithAPastThatIsNotDated() {
    Told is = refining(Told.by("A", "85%")).other("北方");
    Told planned = refining(Told.by("乙", "六成")).other("北方").in(Facet.OTHER, "planned");
    assertThat(entries(is, planned)).hasSize(2);
    Told goal = refining(Told.by("D", "75%")).other("北方").in(Facet.OTHER, "planned");
    assertThat(entry(planned, goal).verdict()).isEqualTo(Verdict.DIFFER);
    Told past = refining(Told.by("C", "70%")).other("北方").in(Facet.OTHER, "before");
    assertThat(entry(is, past).verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(entry(is.time("2023"), past.time("2023")).verdict()).isEqualTo(Verdict.DIFFER);
  }

  /// What two sums of a country have in common is nothing but the country; that of a mine is its
  /// own.
  @Test
  void entersNoSumThatSaysNothingOfWhatItIs() {
    Told one = Told.by("A", "$5 million").of("country:AU", "Australia", Property.INVESTMENT);
    Told other = Told.by("乙", "3亿美元").of("country:AU", "澳大利亚", Property.INVESTMENT);
    assertThat(entries(one, other)).isEmpty();
    assertThat(
            entry(
                    one.of("mine:eneabba", "Eneabba", Property.INVESTMENT),
                    other.of("mine:eneabba", "埃尼巴", Property.INVESTMENT))
                .verdict())
        .isEqualTo(Verdict.DIFFER);
  }

  @Test
  void comparesThePricesOfOneDayOnlyIfBothNameIt() {
    Told one = Told.by("A", "900美元/千克").of("element:Dy", "dysprosium", Property.PRICE);
    Told other = Told.by("B", "$800/kg").of("element:Dy", "dysprosium", Property.PRICE);
    assertThat(entry(one.on("2025-10-21"), other.on("2025-10-22")).verdict())
        .isEqualTo(Verdict.DIFFER);
    assertThat(entry(one.time("2025-10-21"), other.time("2025-10-22")).verdict())
        .isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(entry(one.time("2025-10-21"), other.time("2025-10-21")).verdict())
        .isEqualTo(Verdict.DIFFER);
  }

  /// Tonnes of rare earths are counted at the mine; copper has a refined output as well.
  @Test
  void takesTheOutputOfAnOreForWhatIsMined() {
    Told mined = mining(Told.by("A", "54%"));
    Told output = Told.by("乙", "七成").in(Facet.MATERIAL, "material:rare-earths");
    assertThat(entry(mined, output.in(Facet.MEASURE, "output")).verdict())
        .isEqualTo(Verdict.DIFFER);
    assertThat(entries(mined, output)).hasSize(2);
    Told copper = Told.by("C", "54%").in(Facet.MATERIAL, "element:Cu");
    Told made = Told.by("丁", "七成").in(Facet.MATERIAL, "element:Cu").in(Facet.MEASURE, "output");
    assertThat(entries(copper.in(Facet.STAGE, "mining"), made)).hasSize(2);
  }

  @Test
  void leavesAStretchThatEndsAboveItsSecondNumberOpen() {
    Told open = refining(Told.by("甲", "80%至90%以上"));
    assertThat(entry(open, refining(Told.by("B", "over 90%"))).verdict()).isEqualTo(Verdict.AGREE);
    assertThat(entry(open, refining(Told.by("C", "75%"))).verdict()).isEqualTo(Verdict.DIFFER);
    Told more = refining(Told.by("D", "80% to 90% or more"));
    assertThat(entry(more, refining(Told.by("戊", "九成五"))).verdict()).isEqualTo(Verdict.AGREE);
  }

  @Test
  void looksPastWordsThatNarrowNothing() {
    Told plain = refining(Told.by("A", "85%"));
    assertThat(entry(plain, refining(Told.by("乙", "92%")).other("环节")).verdict())
        .isEqualTo(Verdict.DIFFER);
    assertThat(entry(plain, refining(Told.by("C", "92%")).other("capabilities")).verdict())
        .isEqualTo(Verdict.DIFFER);
    assertThat(entries(plain, refining(Told.by("D", "92%")).other("patents"))).hasSize(2);
  }

  @Test
  void takesTheWorldForTheWholeButNotOfTradeAndNeverMoreThanAll() {
    Told unsaid = refining(Told.by("A", "85%"));
    assertThat(entry(unsaid, refining(Told.by("乙", "九成二")).in(Facet.PLACE, "world")).verdict())
        .isEqualTo(Verdict.DIFFER);
    assertThat(entry(unsaid, refining(Told.by("C", "92%")).in(Facet.PLACE, "region:EU")).verdict())
        .isEqualTo(Verdict.NOT_COMPARABLE);
    Told imports = refining(Told.by("D", "13%")).in(Facet.MEASURE, "imports");
    Told more = refining(Told.by("戊", "70%")).in(Facet.MEASURE, "imports");
    assertThat(entry(imports, more).verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(
            entry(imports.in(Facet.PLACE, "country:US"), more.in(Facet.PLACE, "country:US"))
                .verdict())
        .isEqualTo(Verdict.DIFFER);
    assertThat(entry(unsaid, refining(Told.by("F", "over 103 percent"))).verdict())
        .isEqualTo(Verdict.NOT_COMPARABLE);
  }

  @Test
  void comparesReservesOfACountryOnlyIfBothSayOfWhat() {
    Told any = Told.by("A", "about 1 billion tonnes").property(Property.RESERVES);
    Told lithium =
        Told.by("乙", "1200万吨").property(Property.RESERVES).in(Facet.MATERIAL, "element:Li");
    assertThat(entries(any, lithium)).hasSize(2);
    Told more =
        Told.by("C", "14 million tonnes")
            .property(Property.RESERVES)
            .in(Facet.MATERIAL, "element:Li");
    assertThat(entry(lithium, more).verdict()).isEqualTo(Verdict.DIFFER);
    assertThat(
            entry(
                    Told.by("D", "1.5 million tonnes")
                        .of("mine:mountain-pass", "Mountain Pass", Property.RESERVES),
                    Told.by("戊", "200万吨").of("mine:mountain-pass", "芒廷帕斯", Property.RESERVES))
                .verdict())
        .isEqualTo(Verdict.DIFFER);
  }

  @Test
  void comparesTariffsOfOneDayAndOneLayerOnly() {
    Told before = tariff(Told.by("A", "34%")).time("on April 8, 2025");
    Told after = tariff(Told.by("乙", "84%")).time("2025年4月10日");
    assertThat(entry(before, after).verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(entry(before.time("2025年4月10日"), after).verdict()).isEqualTo(Verdict.DIFFER);
    assertThat(
            entry(before.time("2025年4月10日").other("fentanyl"), after.other("fentanyl total"))
                .verdict())
        .isEqualTo(Verdict.DIFFER);
    assertThat(entries(before.time("2025年4月10日").other("芬太尼"), after)).hasSize(2);
  }

  private static Told tariff(Told told) {
    return told.of("country:US", "United States", Property.TARIFF)
        .in(Facet.COUNTERPART, "country:CN");
  }

  @Test
  void callsNothingADisputeThatOneVoiceSays() {
    Told then = Told.by("甲", "约2200美元").of("element:Au", "黄金", Property.PRICE).article(7);
    Told now = Told.by("甲", "4200美元").of("element:Au", "黄金", Property.PRICE).article(7);
    assertThat(entry(then, now).verdict()).isEqualTo(Verdict.NONE);
    assertThat(entry(then, now).doubts()).isEmpty();
    LedgerEntry two = entry(then, now.article(8));
    assertThat(two.verdict()).isEqualTo(Verdict.NONE);
    assertThat(two.doubts()).extracting(Doubt::why).containsExactly(Doubt.Why.ONE_VOICE);
    assertThat(entry(then, Told.by("乙", "4200美元").of("element:Au", "黄金", Property.PRICE)).verdict())
        .isEqualTo(Verdict.DIFFER);
  }

  /// What was only fetched on one day may be of any: closing prices of four days are no dispute.
  @Test
  void comparesNothingThatMovesWithWhatIsUndated() {
    Told one = Told.by("甲", "3443元").of("element:Ag", "白银", Property.PRICE).on("");
    Told other = Told.by("B", "CNY 3,606").of("element:Ag", "silver", Property.PRICE).on("");
    assertThat(Wording.of(NAMES, Language.ZH_HANS).reason(entry(one, other).reason()))
        .isEqualTo("没有两个数字可以比较：其中一个没有日期。");
    LedgerEntry shares = entry(mining(Told.by("A", "60%")).on(""), mining(Told.by("乙", "85%")));
    assertThat(shares.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(shares.doubts()).extracting(Doubt::why).containsExactly(Doubt.Why.UNDATED);
    assertThat(entry(one.on("2026-11-24"), other.on("2026-11-24")).verdict())
        .isEqualTo(Verdict.DIFFER);
  }

  @Test
  void passesOverAMeasureThatThePropertySaysAnyway() {
    Told relies =
        Told.by("A", "85%")
            .of("country:JP", "Japan", Property.IMPORT_RELIANCE)
            .in(Facet.MATERIAL, "material:rare-earths")
            .in(Facet.COUNTERPART, "country:CN");
    Told imports =
        Told.by("乙", "九成三")
            .of("country:JP", "日本", Property.IMPORT_RELIANCE)
            .in(Facet.MATERIAL, "material:rare-earths")
            .in(Facet.MEASURE, "imports")
            .in(Facet.COUNTERPART, "country:CN");
    assertThat(entry(relies.time("in 2009"), imports.time("in 2009")).verdict())
        .isEqualTo(Verdict.DIFFER);
  }

  @Test
  void comparesNothingOfASentenceWhoseFiguresItCannotTellApart() {
    String sentence = "Resources here total 12 million tons and 86 million tons in other lands.";
    Told here = lithium(Told.by("A", "12 million tons")).article(5).sentence(sentence);
    Told there = lithium(Told.by("A", "86 million tons")).article(5).sentence(sentence);
    Told sure = lithium(Told.by("乙", "1400万吨"));
    LedgerEntry entry = entry(here, there, sure);
    assertThat(entry.verdict()).isEqualTo(Verdict.NONE);
    assertThat(entry.rows())
        .filteredOn(row -> row.evidence().source().equals("A"))
        .extracting(row -> Wording.of(NAMES, Language.EN).apart(row.standing()).orElse(""))
        .containsOnly("its sentence gives several figures and does not say what each is of");
  }

  private static Told lithium(Told told) {
    return told.of("country:US", "United States", Property.RESERVES)
        .in(Facet.MATERIAL, "element:Li");
  }

  @Test
  void comparesWhatOneSentenceSaysThatTwoOthersSay() {
    String sentence = "地质调查局说是1200万吨，矿业部则说有1400万吨。";
    Told survey = lithium(Told.by("甲", "1200万吨")).article(5).sentence(sentence);
    Told ministry = lithium(Told.by("甲", "1400万吨")).article(5).sentence(sentence);
    assertThat(entry(survey.speaker("地质调查局"), ministry.speaker("矿业部")).verdict())
        .isEqualTo(Verdict.DIFFER);
    assertThat(entry(survey, ministry).verdict()).isNotEqualTo(Verdict.DIFFER);
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
        .contains(new RowStanding.NotCompared(new Mismatch.Denied(null)));
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

  /// Of readings that are not sure those count that another text bears out: the very same thing,
  /// property, unit and scope.
  @Test
  void believesADoubtfulReadingOnlyWhereAnotherTextSaysTheVerySame() {
    Told sure = refining(Told.by("A", "85%"));
    Told doubtful = refining(Told.by("乙", "95%")).trusted(0.4);
    assertThat(entry(sure, doubtful).verdict()).isEqualTo(Verdict.DIFFER);
    Told capacity = doubtful.in(Facet.MEASURE, "capacity");
    LedgerEntry alone = entry(sure, capacity);
    assertThat(alone.verdict()).isEqualTo(Verdict.NONE);
    assertThat(alone.rows()).hasSize(1);
    assertThat(alone.doubts()).extracting(Doubt::why).containsExactly(Doubt.Why.NOT_TRUSTED);
    assertThat(entries(doubtful)).isEmpty();
  }

  @Test
  void believesWhatAReaderConfirmed() {
    Evidence sure = refining(Told.by("A", "85%")).evidence();
    Evidence doubtful =
        refining(Told.by("乙", "95%")).in(Facet.MEASURE, "capacity").trusted(0.4).evidence();
    Corrections confirmed = new Corrections(Set.of(), Set.of(doubtful.id()), List.of());
    assertThat(LEDGER.entries(List.of(sure, doubtful), confirmed))
        .extracting(LedgerEntry::verdict)
        .containsExactly(Verdict.DIFFER);
  }

  @Test
  void setsGoalsLimitsAndWhatIsSupposedBesideNoFact() {
    Told fact = mining(Told.by("A", "60%"));
    for (String sentence :
        List.of(
            "The goal is 35% of mining.",
            "The ministry capped it at 35% of mining.",
            "Mining is expected to reach 35%.",
            "If the works opened, it would be 35%.",
            "Together they mine 35%.")) {
      Told other = mining(Told.by("B", "35%")).sentence(sentence);
      assertThat(entries(fact, other))
          .as(sentence)
          .hasSize(2)
          .extracting(LedgerEntry::verdict)
          .containsOnly(Verdict.NONE);
    }
    Told goal = mining(Told.by("乙", "35%")).sentence("目标是占开采的35%。");
    Told higher = mining(Told.by("C", "50%")).sentence("The goal is 50% of mining.");
    LedgerEntry goals = entry(goal, higher);
    assertThat(goals.verdict()).isEqualTo(Verdict.DIFFER);
    assertThat(Wording.of(NAMES, Language.EN).title(goals))
        .isEqualTo("China, share of rare earth mining, goal");
  }

  @Test
  void takesWhatAReaderMarkedAsMisreadOutOfTheVerdict() {
    List<Evidence> evidence =
        List.of(refining(Told.by("A", "85%")).evidence(), refining(Told.by("B", "95%")).evidence());
    Corrections corrections = new Corrections(Set.of(evidence.get(1).id()), Set.of(), List.of());
    LedgerEntry entry = LEDGER.entries(evidence, corrections).getFirst();
    assertThat(entry.verdict()).isEqualTo(Verdict.NONE);
    assertThat(entry.rows()).extracting(Row::standing).contains(new RowStanding.Withdrawn());
  }

  @Test
  void remembersThatAReaderOverruledAVerdictUntilItChanges() {
    List<Evidence> evidence =
        List.of(refining(Told.by("A", "85%")).evidence(), refining(Told.by("B", "95%")).evidence());
    EntryId id = LEDGER.entries(evidence, Corrections.NONE).getFirst().id();
    Corrections corrections =
        new Corrections(
            Set.of(),
            Set.of(),
            List.of(new Corrections.Overruling(id, Verdict.DIFFER, Verdict.NOT_COMPARABLE)));
    LedgerEntry overruled = LEDGER.entries(evidence, corrections).getFirst();
    assertThat(overruled.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(Wording.of(NAMES, Language.EN).reason(overruled.reason()))
        .isEqualTo(
            "A reader judged otherwise. By the rules: differ. 85% cannot hold together with 95%.");
  }

  @Test
  void saysThatAFigureIsPlannedInTheWordsOfTheReader() {
    Told told = refining(Told.by("A", "85%")).in(Facet.OTHER, "planned").other("环节");
    LedgerEntry entry = entry(told);
    assertThat(Wording.of(NAMES, Language.EN).title(entry))
        .isEqualTo("China, share of rare earth refining, planned");
    assertThat(Wording.of(NAMES, Language.ZH_HANS).title(entry)).isEqualTo("中国，稀土精炼占比，计划中");
  }

  @Test
  void namesWhatAnEntryIsAboutInBothLanguages() {
    LedgerEntry entry = entry(refining(Told.by("A", "85%")));
    assertThat(Wording.of(NAMES, Language.EN).title(entry))
        .isEqualTo("China, share of rare earth refining");
    assertThat(Wording.of(NAMES, Language.ZH_HANS).title(entry)).isEqualTo("中国，稀土精炼占比");
  }
}
