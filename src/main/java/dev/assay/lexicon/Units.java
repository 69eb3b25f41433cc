package dev.assay.lexicon;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The units that Assay writes: those of `lexicon/units.tsv`, every ISO 4217 currency, and rates of
/// two of them (`USD/kg`). Immutable; safe for use by many threads.
public final class Units {

  public static final Unit COUNT = plain("count");
  public static final Unit PERCENT = new Unit("%", "share", BigDecimal.ONE);
  public static final Unit PERCENTAGE_POINT = new Unit("pp", "points-of-share", BigDecimal.ONE);
  public static final Unit TIMES = plain("times");
  public static final Unit RANK = plain("rank");

  /// A number that names a place in a series (the 14th congress): no quantity, but checkable.
  public static final Unit ORDINAL = plain("ordinal");

  /// A result of two sides, 3:1, written as a decimal fraction of both.
  public static final Unit SCORE = plain("score");

  private static final String MONEY = "money ";

  private static final class Table {
    static final Map<String, Unit> BY_CODE = read();

    /// Of the kind of a name that several currencies share, the kinds of these.
    static final Map<String, Set<String>> SHARED =
        Lexicon.shipped().table("shared-currencies.tsv").rows().stream()
            .collect(
                Collectors.groupingBy(
                    row -> MONEY + row.cell(0),
                    Collectors.mapping(row -> MONEY + row.cell(1), Collectors.toSet())));

    static boolean shares(String name, String own) {
      int slash = name.indexOf('/');
      String per = slash < 0 ? "" : name.substring(slash);
      Set<String> kinds = SHARED.get(slash < 0 ? name : name.substring(0, slash));
      return kinds != null
          && own.endsWith(per)
          && kinds.contains(own.substring(0, own.length() - per.length()));
    }

    private static Map<String, Unit> read() {
      Map<String, Unit> units = new HashMap<>();
      for (LexiconFile.Row row : Lexicon.shipped().table("units.tsv").rows()) {
        units.put(row.cell(0), new Unit(row.cell(0), row.cell(1), new BigDecimal(row.cell(2))));
      }
      return Map.copyOf(units);
    }
  }

  private Units() {}

  private static Unit plain(String code) {
    return new Unit(code, code, BigDecimal.ONE);
  }

  /// The unit of a code as [Unit#code] writes it; three capital letters are a currency.
  public static Optional<Unit> of(String code) {
    int slash = code.indexOf('/');
    Unit listed = Table.BY_CODE.get(code);
    if (listed != null) {
      return Optional.of(listed);
    }
    if (slash > 0) {
      return of(code.substring(0, slash))
          .flatMap(top -> of(code.substring(slash + 1)).map(bottom -> rate(top, bottom)));
    }
    return isCurrencyCode(code) ? Optional.of(currency(code)) : Optional.empty();
  }

  /// The unit of a code that the lexicon is known to hold.
  public static Unit known(String code) {
    return of(code).orElseThrow(() -> new IllegalArgumentException("no unit is written " + code));
  }

  /// The currency of an ISO 4217 code.
  public static Unit currency(String code) {
    return new Unit(code, MONEY + code, BigDecimal.ONE);
  }

  /// So much of `top` for each `bottom`.
  public static Unit rate(Unit top, Unit bottom) {
    return new Unit(
        top.code() + "/" + bottom.code(),
        top.kind() + "/" + bottom.kind(),
        top.factor().divide(bottom.factor(), MathContext.DECIMAL64));
  }

  /// Whether an amount in one unit may be one in the other, though they do not convert: pesos of
  /// which nobody said whose they are, and those of Chile.
  public static boolean mayBe(Unit one, Unit other) {
    return Table.shares(one.kind(), other.kind()) || Table.shares(other.kind(), one.kind());
  }

  private static boolean isCurrencyCode(String code) {
    return code.length() == 3 && code.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }
}
