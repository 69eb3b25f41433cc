package dev.assay.lexicon;

import com.ibm.icu.number.NumberFormatter;
import dev.assay.article.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Writes amounts as a newspaper of the reader's language does: `$8.5 billion` and 85亿美元, `540,000
/// t` and 54万吨, `70%`. No digit that was written is lost: what does not fit a round form is written
/// out.
///
/// Names of units come from CLDR and `lexicon/units.tsv`, signs of currencies from
/// `lexicon/currency-signs.tsv`. Each unit is looked up once. Immutable to its users; safe for use
/// by many threads.
public final class AmountText {

  private static final int MOST_DECIMALS = 4;
  private static final int ENDLESS_DECIMALS = 8;
  private static final BigDecimal GROUPED_FROM = BigDecimal.valueOf(100_000);

  /// A number's name and its power of ten.
  private record Scale(String name, int power) {}

  private static final List<Scale> ENGLISH =
      List.of(new Scale(" trillion", 12), new Scale(" billion", 9), new Scale(" million", 6));
  private static final List<Scale> SIMPLIFIED =
      List.of(new Scale("万亿", 12), new Scale("亿", 8), new Scale("万", 4));
  private static final List<Scale> TRADITIONAL =
      List.of(new Scale("萬億", 12), new Scale("億", 8), new Scale("萬", 4));

  /// What stands before and after the number of a unit.
  private record Frame(String before, String after) {
    String around(String number) {
      return before + number + after;
    }
  }

  private static final class Signs {
    static final Map<String, String> BY_CURRENCY = read();

    /// The first sign of each currency, without the yuan and yen sign: that of two currencies.
    private static Map<String, String> read() {
      Map<String, String> signs = new HashMap<>();
      for (LexiconFile.Row row : Lexicon.shipped().table("currency-signs.tsv").rows()) {
        char last = row.cell(0).charAt(row.cell(0).length() - 1);
        if (!Character.isLetterOrDigit(last) && last != '¥' && last != '.') {
          signs.putIfAbsent(row.cell(1), row.cell(0));
        }
      }
      return Map.copyOf(signs);
    }
  }

  private final boolean chinese;
  private final List<Scale> scales;
  private final UnitNames names;
  private final UnitNames times;
  private final Map<String, Frame> singular = new ConcurrentHashMap<>();
  private final Map<String, Frame> plural = new ConcurrentHashMap<>();

  /// Amounts for readers of `language`; other languages than Chinese read English.
  public AmountText(Language language) {
    chinese = language.isChinese();
    scales = !chinese ? ENGLISH : language.equals(Language.ZH_HANT) ? TRADITIONAL : SIMPLIFIED;
    times = new UnitNames(language);
    names = chinese ? times : new UnitNames(language, NumberFormatter.UnitWidth.SHORT);
  }

  /// So much of the unit that Assay writes `code`.
  public String amount(BigDecimal value, String code) {
    return frame(value, code).around(number(value));
  }

  /// A stretch, both ends included: `8 to 10 years`, 20%至30%.
  public String range(BigDecimal low, BigDecimal high, String code) {
    Frame frame = frame(high, code);
    String first = frame.before() + number(low) + (frame.after().equals("%") ? "%" : "");
    return first + (chinese ? "至" : " to ") + frame.around(number(high));
  }

  /// The number alone: `540,000`, `8.5 billion`, 54万.
  public String number(BigDecimal value) {
    BigDecimal size = readable(value.abs()).stripTrailingZeros();
    for (Scale scale : scales) {
      BigDecimal scaled = size.movePointLeft(scale.power()).stripTrailingZeros();
      if (scaled.compareTo(BigDecimal.ONE) >= 0 && scaled.scale() <= MOST_DECIMALS) {
        return sign(value) + plain(scaled) + scale.name();
      }
    }
    return sign(value) + plain(size);
  }

  /// A third is 33.3333 and so on: to one decimal.
  private static BigDecimal readable(BigDecimal size) {
    return size.scale() > ENDLESS_DECIMALS && size.compareTo(BigDecimal.ONE) >= 0
        ? size.setScale(1, RoundingMode.HALF_UP)
        : size;
  }

  private static String sign(BigDecimal value) {
    return value.signum() < 0 ? "−" : "";
  }

  private String plain(BigDecimal size) {
    if (chinese && size.compareTo(GROUPED_FROM) < 0) {
      return size.toPlainString();
    }
    String whole = "%,d".formatted(size.setScale(0, RoundingMode.DOWN).toBigInteger());
    String all = size.toPlainString();
    int point = all.indexOf('.');
    return point < 0 ? whole : whole + all.substring(point);
  }

  private Frame frame(BigDecimal value, String code) {
    boolean one = value.compareTo(BigDecimal.ONE) == 0;
    return (one ? singular : plural)
        .computeIfAbsent(code, _ -> learn(one ? BigDecimal.ONE : BigDecimal.valueOf(7), code));
  }

  private Frame learn(BigDecimal probe, String code) {
    int slash = code.indexOf('/');
    String money = slash < 0 ? code : code.substring(0, slash);
    String sign = chinese ? null : Signs.BY_CURRENCY.get(money);
    Frame frame = split(named(probe, code), probe);
    if (sign == null) {
      return frame;
    }
    String per =
        slash < 0 ? "" : frame.after().substring(Math.max(0, frame.after().indexOf(" per ")));
    return new Frame(sign, per);
  }

  private String named(BigDecimal probe, String code) {
    boolean spelledOut = isCurrency(code) || Units.of(code).filter(Unit::isDuration).isPresent();
    return (spelledOut ? times : names).amount(probe, code);
  }

  private static boolean isCurrency(String code) {
    return Units.of(code).filter(unit -> unit.kind().startsWith("money ")).isPresent();
  }

  private static Frame split(String sample, BigDecimal probe) {
    String digits = probe.toPlainString();
    int at = sample.indexOf(digits);
    return new Frame(sample.substring(0, at), sample.substring(at + digits.length()));
  }
}
