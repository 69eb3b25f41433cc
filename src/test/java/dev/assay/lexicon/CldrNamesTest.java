package dev.assay.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Holds the table of CLDR's names to ICU. `-Dassay.rewrite=true` writes the table anew.
final class CldrNamesTest {

  private static final Path FILE =
      Path.of(System.getProperty("assay.root", "."), "src/main/resources/lexicon/names/cldr.tsv");

  private static final List<ULocale> LOCALES =
      List.of(
          ULocale.forLanguageTag("zh-Hans"),
          ULocale.forLanguageTag("zh-Hant"),
          ULocale.forLanguageTag("zh-Hant-HK"),
          ULocale.ENGLISH);

  private static final String HEAD =
      """
      # Countries, regions and currencies as CLDR names them, read from ICU (Unicode License v3,
      # unicode.org/license.txt); CldrNamesTest compares the two and writes this file.
      # country or region, code, then full and short name in zh-Hans, zh-Hant, zh-Hant-HK and en
      # currency, code, then its name in zh-Hans, zh-Hant, zh-Hant-HK and en, and the English plural
      #kind\tcode\tname\tname\tname\tname\tname\tname?\tname?\tname?
      """;

  private static List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (String code : new TreeSet<>(List.of(Locale.getISOCountries()))) {
      rows.add(region("country", code));
    }
    for (LexiconFile.Row row : Lexicon.shipped().table("names/regions.tsv").rows()) {
      rows.add(region("region", row.cell(1)));
    }
    currencies().forEach(code -> rows.add(currency(code)));
    return rows;
  }

  private static String region(String kind, String code) {
    List<String> cells = new ArrayList<>(List.of(kind, code));
    for (ULocale locale : LOCALES) {
      cells.add(names(locale, DisplayContext.LENGTH_FULL).regionDisplayName(code));
      cells.add(names(locale, DisplayContext.LENGTH_SHORT).regionDisplayName(code));
    }
    return String.join("\t", cells);
  }

  private static LocaleDisplayNames names(ULocale locale, DisplayContext length) {
    return LocaleDisplayNames.getInstance(locale, length);
  }

  private static TreeSet<String> currencies() {
    TreeSet<String> codes = new TreeSet<>();
    Lexicon.shipped().table("names/currencies.tsv").rows().forEach(row -> codes.add(row.cell(0)));
    for (String country : Locale.getISOCountries()) {
      java.util.Currency currency = java.util.Currency.getInstance(Locale.of("", country));
      if (currency != null) {
        codes.add(currency.getCurrencyCode());
      }
    }
    return codes;
  }

  private static String currency(String code) {
    Currency currency = Currency.getInstance(code);
    return String.join(
        "\t",
        "currency",
        code,
        plural(currency, LOCALES.get(0), "one"),
        plural(currency, LOCALES.get(1), "one"),
        currency.getName(LOCALES.get(2), Currency.LONG_NAME, null),
        plural(currency, LOCALES.get(3), "one"),
        plural(currency, LOCALES.get(3), "other"));
  }

  private static String plural(Currency currency, ULocale locale, String count) {
    return currency.getName(locale, Currency.PLURAL_LONG_NAME, count, null);
  }

  @Test
  void isWhatIcuSays() throws Exception {
    String text = HEAD + String.join("\n", rows()) + "\n";
    if (Boolean.getBoolean("assay.rewrite")) {
      Files.writeString(FILE, text);
    }

    assertThat(Files.readString(FILE)).isEqualTo(text);
  }
}
