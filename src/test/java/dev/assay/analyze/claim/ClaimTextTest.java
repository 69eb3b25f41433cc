package dev.assay.analyze.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.claim.Claim.Stance;
import dev.assay.analyze.claim.Claim.Value;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Language;
import dev.assay.cite.Span;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClaimTextTest {

  private static final Names NAMES = Names.load(Lexicon.shipped());
  private static final ClaimText ENGLISH = new ClaimText(NAMES, Language.EN);
  private static final ClaimText CHINESE = new ClaimText(NAMES, Language.ZH_HANS);
  private static final ClaimText TRADITIONAL = new ClaimText(NAMES, Language.ZH_HANT);
  private static final QuantityExtractor NUMBERS = new QuantityExtractor(Lexicon.shipped());

  private static final Part RARE_EARTHS = new Part(Facet.MATERIAL, "material:rare-earths", "稀土");
  private static final Part REFINING = new Part(Facet.STAGE, "refining", "精炼");
  private static final Part WORLD = new Part(Facet.PLACE, "world", "全球");
  private static final Thing CHINA = new Thing("country:CN", "中国");

  /// The claim that `entity` has the one figure of `text`, at the first time that it states.
  private static Claim claim(String text, Thing entity, Property property, Part... of) {
    Language language = LanguageDetector.detect(text, Language.EN);
    QuantityExtractor.Reading read = NUMBERS.read(text, language, null);
    Quantity quantity = read.quantities().getFirst();
    return new Claim(
        entity,
        property,
        List.of(of),
        read.times().isEmpty() ? null : read.times().getFirst(),
        new Value.Figure(quantity),
        1,
        new Span(0, text.length()),
        null,
        Stance.ASSERTED);
  }

  private static String amount(ClaimText reader, String text) {
    return reader.value(claim(text, CHINA, Property.AMOUNT));
  }

  @Test
  void tellsAChineseClaimInEnglish() {
    Claim claim =
        claim("2024年，中国占全球稀土精炼的近九成。", CHINA, Property.SHARE, WORLD, RARE_EARTHS, REFINING);
    assertThat(ENGLISH.line(claim))
        .isEqualTo("China, share of world rare earth refining, 2024: nearly 90%");
  }

  @Test
  void tellsAnAgeByItsOwnWord() {
    Part age = new Part(Facet.MEASURE, "age", "45岁");
    Claim claim = claim("孟晓岚45岁。", new Thing(null, "孟晓岚"), Property.AMOUNT, age);
    assertThat(CHINESE.line(claim)).isEqualTo("孟晓岚，年龄：45岁");
    assertThat(TRADITIONAL.line(claim)).isEqualTo("孟晓岚，年齡：45歲");
    Claim english =
        claim("Ellwood is 45 years old.", new Thing(null, "Ellwood"), Property.AMOUNT, age);
    assertThat(ENGLISH.line(english)).isEqualTo("Ellwood, age: 45");
  }

  @Test
  void joinsTwoStepsByAnAnd() {
    Part processing = new Part(Facet.STAGE, "processing", "加工");
    Claim claim =
        claim("中国占全球稀土加工和精炼的90%。", CHINA, Property.SHARE, WORLD, RARE_EARTHS, processing, REFINING);
    assertThat(ENGLISH.line(claim))
        .isEqualTo("China, share of world rare earth processing and refining: 90%");
    assertThat(CHINESE.line(claim)).isEqualTo("中国，全球稀土加工与精炼占比：90%");
  }

  @Test
  void saysOfANumberWhatIsCounted() {
    Thing ferries = new Thing(null, "Norvik Ferries");
    Part passengers = new Part(Facet.OTHER, null, "passengers");
    Claim claim =
        claim(
            "Norvik Ferries carried 2.8 million passengers.", ferries, Property.COUNT, passengers);
    assertThat(ENGLISH.line(claim)).isEqualTo("Norvik Ferries, number of passengers: 2.8 million");
    Part seats = new Part(Facet.OTHER, null, "座位");
    Part planned = new Part(Facet.OTHER, "planned", "将");
    assertThat(
            CHINESE.line(
                claim("音乐厅将有1200个座位。", new Thing(null, "音乐厅"), Property.COUNT, planned, seats)))
        .isEqualTo("音乐厅，座位数目，计划中：1200");
  }

  /// A phrase in the reader's language says where by itself; one in another language does not.
  @ParameterizedTest
  @EnumSource(names = {"PLACE", "COUNTERPART"})
  void saysAPlaceOnce(Facet facet) {
    Part fiji = new Part(facet, "country:FJ", "Fiji");
    Part projects = new Part(Facet.OTHER, null, "solar projects in Fiji");
    Claim claim =
        claim(
            "Norvik invested $2 million in solar projects in Fiji.",
            new Thing(null, "Norvik"),
            Property.INVESTMENT,
            fiji,
            projects);
    assertThat(ENGLISH.line(claim)).isEqualTo("Norvik, solar projects in Fiji: $2 million");
    assertThat(CHINESE.line(claim)).contains("斐济").contains("solar projects in Fiji");
  }

  @Test
  void callsAFigureByThePhraseForWhatItMeasures() {
    Thing ferries = new Thing(null, "Norvik Ferries");
    assertThat(
            ENGLISH.line(
                claim(
                    "Norvik Ferries made an operating profit of $9 million.",
                    ferries,
                    Property.PROFIT,
                    new Part(Facet.OTHER, null, "operating profit"))))
        .isEqualTo("Norvik Ferries, operating profit: $9 million");
    assertThat(
            ENGLISH.line(
                claim(
                    "Norvik Ferries pays $12 per kg for scrap cobalt.",
                    ferries,
                    Property.PRICE,
                    new Part(Facet.OTHER, null, "scrap cobalt"))))
        .isEqualTo("Norvik Ferries, price of scrap cobalt: $12 per kilogram");
    Thing firm = new Thing(null, "北湾渡轮");
    assertThat(
            CHINESE.line(
                claim(
                    "北湾渡轮归母净利润900万元。",
                    firm,
                    Property.PROFIT,
                    new Part(Facet.OTHER, null, "归母净利润"))))
        .isEqualTo("北湾渡轮，归母净利润：900万人民币");
    assertThat(
            CHINESE.line(
                claim(
                    "北湾市失业率5%。",
                    new Thing(null, "北湾市"), Property.AMOUNT, new Part(Facet.OTHER, null, "失业率"))))
        .isEqualTo("北湾市，失业率：5%");
  }

  @Test
  void saysOfAReliedOnImportThatItIsOneOnce() {
    Claim claim =
        claim(
            "日本63%的稀土从中国进口。",
            new Thing("country:JP", "日本"),
            Property.IMPORT_RELIANCE,
            RARE_EARTHS,
            new Part(Facet.MEASURE, "imports", "进口"),
            new Part(Facet.COUNTERPART, "country:CN", "中国"));
    assertThat(CHINESE.line(claim)).isEqualTo("日本，自中国稀土进口依存度：63%");
    assertThat(ENGLISH.line(claim))
        .isEqualTo("Japan, import reliance, rare earths from China: 63%");
  }

  @Test
  void tellsAnEnglishClaimInBothChineseScripts() {
    Part europe = new Part(Facet.COUNTERPART, "region:europe", "Europe");
    Part magnets = new Part(Facet.MATERIAL, "product:permanent-magnets", "magnets");
    Claim claim =
        claim(
            "China shipped over 5,800 tonnes of magnets to Europe in September 2025.",
            new Thing("country:CN", "China"),
            Property.EXPORTS,
            magnets,
            europe);
    assertThat(CHINESE.line(claim)).isEqualTo("中国，对欧洲永磁体出口量，2025年9月：超过5800吨");
    assertThat(TRADITIONAL.line(claim)).isEqualTo("中國，對歐洲永磁體出口量，2025年9月：超過5800噸");
    assertThat(ENGLISH.line(claim))
        .isEqualTo("China, permanent magnet exports to Europe, September 2025: more than 5,800 t");
  }

  @Test
  void writesAmountsAsANewspaperOfTheReadersLanguageDoes() {
    assertThat(List.of("54万吨", "85亿美元", "超过70%", "8到10年", "约1.2345亿元", "排名第二", "3倍"))
        .extracting(text -> amount(ENGLISH, text))
        .containsExactly(
            "540,000 t",
            "$8.5 billion",
            "more than 70%",
            "8 to 10 years",
            "about 123.45 million Chinese yuan",
            "no. 2",
            "3 times");
    assertThat(
            List.of(
                "540,000 tonnes",
                "$8.5 billion",
                "less than a third",
                "A$1.25 million",
                "10 to 20 percent",
                "$900 per kg",
                "12,345,678 people"))
        .extracting(text -> amount(CHINESE, text))
        .containsExactly(
            "54万吨", "85亿美元", "不到33.3%", "125万澳大利亚元", "10%至20%", "900美元/千克", "1234.5678万");
  }

  @Test
  void losesNoDigitOfALongNumber() {
    assertThat(amount(ENGLISH, "12,345,678 tonnes")).isEqualTo("12,345,678 t");
    assertThat(amount(CHINESE, "123,456,789 tonnes")).isEqualTo("12345.6789万吨");
  }

  @Test
  void saysWhichWayAChangeGoes() {
    Quantity fall = claim("9月出口下降近30%", CHINA, Property.CHANGE).quantity().orElseThrow();
    Quantity negative =
        new Quantity(
            fall.span(),
            fall.high().negate(),
            fall.low().negate(),
            fall.unit(),
            fall.modifier(),
            fall.precision());
    Part exports = new Part(Facet.MEASURE, "exports", "出口");
    Part buyer = new Part(Facet.COUNTERPART, "country:US", "美国");
    Claim claim =
        new Claim(
            CHINA,
            Property.CHANGE,
            List.of(exports, buyer),
            null,
            new Value.Figure(negative),
            1,
            new Span(0, 10),
            null,
            Stance.ASSERTED);
    assertThat(ENGLISH.line(claim)).isEqualTo("China, exports to United States: down nearly 30%");
    assertThat(CHINESE.line(claim)).isEqualTo("中国，对美国出口：下降近30%");
  }

  @Test
  void givesTheSourcesWordsBesideAFigureThatTheReaderCannotReadThere() {
    String chinese = "产量为54万吨";
    assertThat(ENGLISH.value(claim(chinese, CHINA, Property.PRODUCTION), chinese))
        .isEqualTo("540,000 t (54万吨)");
    String english = "worth $8.5 billion";
    assertThat(CHINESE.value(claim(english, CHINA, Property.INVESTMENT), english))
        .isEqualTo("85亿美元（$8.5 billion）");
    String percent = "占70%";
    assertThat(ENGLISH.value(claim(percent, CHINA, Property.SHARE), percent)).isEqualTo("70%");
  }

  @Test
  void tellsARankAsOne() {
    Claim claim = claim("智利的铜产量居全球第二", new Thing("country:CL", "智利"), Property.RANK, WORLD);
    assertThat(ENGLISH.value(claim)).isEqualTo("No. 2");
    assertThat(CHINESE.value(claim)).isEqualTo("第2");
  }

  @Test
  void tellsTheKindOfAProfitInThePlaceOfTheWord() {
    Part profit = new Part(Facet.MEASURE, "profit to shareholders", "归母净利润");
    Claim earned = claim("归母净利润2亿元", new Thing("company:lynas", "莱纳斯"), Property.PROFIT, profit);
    assertThat(ENGLISH.about(earned)).isEqualTo("Lynas Rare Earths, net profit to shareholders");
  }

  @Test
  void namesTheThingInFullWhereNoOtherWordFollows() {
    Claim claim = claim("占70%", CHINA, Property.SHARE, RARE_EARTHS);
    assertThat(ENGLISH.about(claim)).isEqualTo("China, share of rare earths");
    Claim output = claim("产量为54吨", CHINA, Property.PRODUCTION, RARE_EARTHS);
    assertThat(ENGLISH.about(output)).isEqualTo("China, rare earth production");
  }

  @Test
  void keepsTheWordsOfAThingThatNoPackKnowsAndSaysSo() {
    Claim unknown = claim("沙坡村产量为54吨", new Thing(null, "沙坡村"), Property.PRODUCTION);
    assertThat(ENGLISH.about(unknown)).isEqualTo("沙坡村, production");
    assertThat(ENGLISH.isForeign(ENGLISH.about(unknown))).isTrue();
    assertThat(CHINESE.isForeign(CHINESE.about(unknown))).isFalse();
    Claim described =
        claim(
            "the old smelter made 54 tonnes",
            new Thing(null, "the old smelter"),
            Property.PRODUCTION);
    assertThat(CHINESE.isForeign(CHINESE.about(described))).isTrue();
    Claim named = claim("54 tonnes", new Thing(null, "Torngat"), Property.QUOTA);
    assertThat(CHINESE.isForeign(CHINESE.about(named))).isFalse();
  }

  @Test
  void saysThatAFigureIsDenied() {
    Claim plain = claim("占70%", CHINA, Property.SHARE, REFINING);
    Claim denied =
        new Claim(
            plain.entity(),
            plain.property(),
            plain.of(),
            null,
            plain.value(),
            1,
            plain.sentence(),
            new Thing("country:US", "美方"),
            Stance.DENIED);
    assertThat(ENGLISH.line(denied)).isEqualTo("China, share of refining: 70% (denied)");
  }

  @Test
  void saysTimesAsFarAsTheyAreTold() {
    assertThat(List.of("2025年第四季度", "2025年上半年", "2025年10月20日", "10月20日", "2024年"))
        .extracting(text -> NUMBERS.read(text, Language.ZH_HANS, null).times().getFirst())
        .extracting(ENGLISH::time)
        .containsExactly("Q4 2025", "first half of 2025", "20 October 2025", "20 October", "2024");
    assertThat(List.of("in Q4 2025", "in the first half of 2025", "on 20 October 2025", "in 2024"))
        .extracting(text -> NUMBERS.read(text, Language.EN, null).times().getFirst())
        .extracting(CHINESE::time)
        .containsExactly("2025年第四季度", "2025年上半年", "2025年10月20日", "2024年");
    assertThat(List.of("十五五期间", "2025年1至9月"))
        .extracting(text -> NUMBERS.read(text, Language.ZH_HANS, null).times().getFirst())
        .extracting(ENGLISH::time)
        .containsExactly("2026 to 2030", "January to September 2025");
    assertThat(List.of("in the 15th Five-Year Plan"))
        .extracting(text -> NUMBERS.read(text, Language.EN, null).times().getFirst())
        .extracting(CHINESE::time)
        .containsExactly("2026年至2030年");
  }
}
