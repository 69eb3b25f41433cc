package dev.assay.analyze.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import dev.assay.analyze.number.Modifier;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every rule of the lexicon carries an example; here each is read.
final class QuantityExamplesTest {

  private static final QuantityExtractor EXTRACTOR = new QuantityExtractor(Lexicon.shipped());
  private static final PublicationTime WRITTEN =
      new PublicationTime(
          Instant.parse("2025-11-22T04:00:00Z"),
          PublicationTime.Precision.MINUTE,
          ZoneOffset.ofHours(8),
          true,
          PublicationTime.Certainty.STATED,
          "test");

  @TestFactory
  Stream<DynamicTest> readsTheExampleOfEachRule() {
    return Stream.of(
            "zh/numerals.tsv",
            "en/numerals.tsv",
            "zh/units.tsv",
            "zh/unit-limits.tsv",
            "en/unit-limits.tsv",
            "zh/beside-numbers.tsv",
            "en/beside-numbers.tsv",
            "zh/modifier-limits.tsv",
            "table-scales.tsv",
            "en/units.tsv",
            "zh/currencies.tsv",
            "en/currencies.tsv",
            "currency-signs.tsv",
            "zh/modifiers.tsv",
            "en/modifiers.tsv",
            "en/ordinals.tsv",
            "en/multiples.tsv",
            "zh/multiples.tsv",
            "zh/times.tsv",
            "en/times.tsv",
            "zh/beside-times.tsv",
            "en/beside-times.tsv")
        .flatMap(
            name ->
                Lexicon.shipped().table(name).rows().stream()
                    .map(
                        row ->
                            DynamicTest.dynamicTest(
                                name + ":" + row.line(),
                                () -> check(name, row.cells().getLast()))));
  }

  @Test
  void readsEveryUnitOfTheLexiconByAWordOfIt() {
    Set<String> reached =
        Stream.of("zh/units.tsv", "en/units.tsv", "zh/currencies.tsv", "en/currencies.tsv")
            .flatMap(name -> Lexicon.shipped().table(name).rows().stream())
            .map(row -> row.cell(1))
            .collect(Collectors.toSet());
    // 第二大 and the like; a unit of claims alone
    List<String> read = List.of("rank", "kWp");
    assertThat(Lexicon.shipped().table("units.tsv").rows())
        .extracting(row -> row.cell(0))
        .filteredOn(code -> !read.contains(code))
        .allMatch(reached::contains);
  }

  @Test
  void claimsNothingOfWordsThatOnlyLookLikeNumbers() {
    for (LexiconFile.Row row : Lexicon.shipped().table("zh/not-numbers.tsv").rows()) {
      for (String word : row.cell(0).split(" +")) {
        String text = "谈到" + word + "。";
        assertThat(EXTRACTOR.extract(text, Language.ZH_HANS)).as(text).isEmpty();
      }
    }
  }

  @Test
  void readsEveryCurrencyThatIsInUseByCodeAndName() {
    List<String> missed = new ArrayList<>();
    for (String code : currencies()) {
      Currency currency = Currency.getInstance(code);
      String plural = currency.getName(ULocale.ENGLISH, Currency.PLURAL_LONG_NAME, "other", null);
      String chinese = currency.getName(ULocale.SIMPLIFIED_CHINESE, Currency.LONG_NAME, null);
      if (plural.contains("(") || chinese.contains("（") || chinese.contains("(")) {
        continue; // units of account of funds, no money that is spoken of
      }
      tryMoney("5 million " + plural, Language.EN, code, missed);
      tryMoney("500万" + chinese, Language.ZH_HANS, code, missed);
      if (!NO_CODES.contains(code)) {
        tryMoney(code + " 5 million", Language.EN, code, missed);
        tryMoney("500万" + code, Language.ZH_HANS, code, missed);
      }
    }
    assertThat(missed).isEmpty();
  }

  /// Codes that are words or units as well, and stand for no money.
  private static final Set<String> NO_CODES =
      Set.of(
          "ALL", "TOP", "TRY", "CUP", "MOP", "GEL", "BAM", "PEN", "SOS", "MAD", "COP", "RON", "LAK",
          "AMD", "PAB", "SDG", "NAD", "BOB", "GIP", "KGS");

  private static List<String> currencies() {
    return java.util.Currency.getAvailableCurrencies().stream()
        .filter(currency -> currency.getDefaultFractionDigits() >= 0)
        .map(java.util.Currency::getCurrencyCode)
        .filter(code -> Currency.isAvailable(code, new Date(), new Date()))
        .sorted()
        .toList();
  }

  private static void tryMoney(String text, Language language, String code, List<String> missed) {
    List<String> read =
        EXTRACTOR.extract(text, language).stream().map(QuantityExamplesTest::shown).toList();
    if (!read.equals(List.of("5000000 " + code))) {
      missed.add(text + " -> " + read);
    }
  }

  private static void check(String file, String example) {
    int equals = example.lastIndexOf(" = ");
    String text = example.substring(0, equals).replace(" / ", "\n");
    String expected = example.substring(equals + 3);
    Language language = file.startsWith("zh") ? Language.ZH_HANS : Language.EN;
    Stream<String> read =
        file.endsWith("times.tsv")
            ? EXTRACTOR.read(text, Language.EN, WRITTEN).times().stream().map(TimeExpression::iso)
            : EXTRACTOR.extract(text, language).stream().map(QuantityExamplesTest::shown);
    assertThat(read.collect(Collectors.joining("; ")))
        .isEqualTo(expected.equals("nothing") ? "" : expected);
  }

  static String shown(Quantity quantity) {
    BigDecimal low = quantity.low();
    BigDecimal high = quantity.high();
    String value =
        low != null && high != null && low.compareTo(high) == 0
            ? plain(low)
            : (low == null ? "" : plain(low)) + ".." + (high == null ? "" : plain(high));
    String modifier = quantity.modifier() == Modifier.EXACT ? "" : " " + quantity.modifier().word();
    return value + " " + quantity.unit() + modifier;
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
