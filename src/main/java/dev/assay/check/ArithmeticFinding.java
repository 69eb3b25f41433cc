package dev.assay.check;

import dev.assay.article.Language;
import dev.assay.cite.Span;
import dev.assay.lexicon.UnitNames;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/// A number of an article that its own numbers contradict.
///
/// @param paragraph number of the paragraph, from 1
/// @param stated where the total or the rate stands in it
/// @param parts where the numbers stand from which it follows: the parts, or the old and new value
/// @param computed what follows from them, in `unit`
public record ArithmeticFinding(
    Kind kind, int paragraph, Span stated, List<Span> parts, BigDecimal computed, String unit) {

  /// What does not fit.
  public enum Kind {
    SUM,
    GROWTH;

    /// The word used in JSON.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public ArithmeticFinding {
    parts = List.copyOf(parts);
  }

  /// One sentence for a reader; `text` is that of the paragraph.
  public String say(String text, Language reader) {
    boolean chinese = reader.isChinese();
    String words = stated.in(text);
    String value = new UnitNames(reader).amount(rounded(), unit);
    return switch (kind) {
      case SUM ->
          (chinese ? "各项相加为%s，文中合计写作“%s”。" : "The parts add up to %s; the text gives “%s”.")
              .formatted(value, words);
      case GROWTH ->
          (chinese
                  ? "由前后两数算得变化%s，文中写作“%s”。"
                  : "The two values make a change of %s; the text gives “%s”.")
              .formatted(value, words);
    };
  }

  private BigDecimal rounded() {
    return kind == Kind.GROWTH ? computed.setScale(1, RoundingMode.HALF_UP) : computed;
  }
}
