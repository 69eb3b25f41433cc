package dev.assay.lexicon;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import dev.assay.article.Language;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/// Writes amounts for a reader: currencies and measures by their CLDR names, the rest by those of
/// `lexicon/units.tsv`. Slow beside reading a number: for showing, not for comparing. Immutable;
/// safe for use by many threads.
public final class UnitNames {

  private static final String CLDR = "cldr:";

  private static final class Table {
    static final Map<String, String> BY_CODE = read();

    private static Map<String, String> read() {
      Map<String, String> names = new HashMap<>();
      for (LexiconFile.Row row : Lexicon.shipped().table("units.tsv").rows()) {
        names.put(row.cell(0), row.cell(3));
      }
      return Map.copyOf(names);
    }
  }

  private final Language language;
  private final ULocale locale;
  private final NumberFormatter.UnitWidth width;

  /// Names for a reader of `language`; other languages than Chinese read English.
  public UnitNames(Language language) {
    this(language, NumberFormatter.UnitWidth.FULL_NAME);
  }

  /// Names of measures and currencies in a width of CLDR.
  UnitNames(Language language, NumberFormatter.UnitWidth width) {
    this.language = language;
    this.width = width;
    this.locale =
        !language.isChinese()
            ? ULocale.UK
            : language.equals(Language.ZH_HANT)
                ? ULocale.TRADITIONAL_CHINESE
                : ULocale.SIMPLIFIED_CHINESE;
  }

  /// So much of the unit that Assay writes `code`: `540,000 tonnes`, `85亿美元` is `8,500,000,000美元`.
  public String amount(BigDecimal value, String code) {
    int slash = Table.BY_CODE.containsKey(code) ? -1 : code.indexOf('/');
    if (slash > 0) {
      return per(amount(value, code.substring(0, slash)), code.substring(slash + 1));
    }
    if (code.equals(Units.RANK.code()) || code.equals(Units.ORDINAL.code())) {
      return language.isChinese() ? "第" + number(value) : "no. " + number(value);
    }
    String name = Table.BY_CODE.get(code);
    if (name == null) {
      return isCurrency(code)
          ? formatter().unit(Currency.getInstance(code)).format(value).toString()
          : number(value);
    }
    if (isCldr(name)) {
      return formatter().unit(measure(name)).format(value).toString();
    }
    String own = own(name);
    return own.isEmpty() ? number(value) : number(value) + (language.isChinese() ? "" : " ") + own;
  }

  /// A number with its thousands set apart.
  public String number(BigDecimal value) {
    return formatter().format(value).toString();
  }

  private LocalizedNumberFormatter formatter() {
    return NumberFormatter.withLocale(locale).precision(Precision.maxFraction(10)).unitWidth(width);
  }

  private String per(String amount, String code) {
    return language.isChinese() ? amount + "/" + name(code) : amount + " per " + name(code);
  }

  /// The unit's name alone.
  private String name(String code) {
    String name = Table.BY_CODE.getOrDefault(code, code + "|" + code);
    if (!isCldr(name)) {
      return own(name);
    }
    if (language.isChinese()) {
      return MeasureFormat.getInstance(locale, MeasureFormat.FormatWidth.WIDE)
          .getUnitDisplayName(measure(name));
    }
    String one = formatter().unit(measure(name)).format(BigDecimal.ONE).toString();
    return one.substring(one.indexOf(' ') + 1);
  }

  private boolean isCldr(String name) {
    return name.startsWith(CLDR) && !(language.isChinese() && name.indexOf('|') > 0);
  }

  private static MeasureUnit measure(String name) {
    int bar = name.indexOf('|');
    return MeasureUnit.forIdentifier(name.substring(CLDR.length(), bar < 0 ? name.length() : bar));
  }

  private String own(String name) {
    String[] names = name.split("\\|", -1);
    int wanted = !language.isChinese() ? 0 : language.equals(Language.ZH_HANT) ? 2 : 1;
    return names[Math.min(wanted, names.length - 1)];
  }

  private static boolean isCurrency(String code) {
    return code.length() == 3 && code.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }
}
