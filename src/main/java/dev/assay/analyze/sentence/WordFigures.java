package dev.assay.analyze.sentence;

import dev.assay.analyze.number.Modifier;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.text.FoldedText;
import dev.assay.cite.Span;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.Unit;
import dev.assay.lexicon.Units;
import dev.assay.lexicon.WordTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Figures that a text gives in words without a number, by `LANGUAGE/word-figures.tsv`: "the
/// largest producer" is the first rank, "nearly all" nearly 100 %. They are read for claims only;
/// no number stands there that a check could find.
public final class WordFigures {

  /// How far behind a superlative its noun may stand, in characters: "largest rare earth producer".
  private static final int REACH = 48;

  private static final int REACH_CHINESE = 12;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /// The precision of a figure of which no digit was written.
  private static final BigDecimal NO_DIGIT = BigDecimal.ZERO;

  private final WordTable<String> words;
  private final boolean isChinese;

  public WordFigures(Lexicon lexicon, String folder, String between) {
    Map<String, String> kinds = new HashMap<>();
    for (LexiconFile.Row row : lexicon.table(folder + "/word-figures.tsv").rows()) {
      for (String word : row.cell(0).split(between)) {
        kinds.put(FoldedText.fold(word), row.cell(1));
      }
    }
    this.words = WordTable.forwards(kinds);
    this.isChinese = folder.equals("zh");
  }

  /// The figures of `text`, in order.
  public List<Mark.Number> of(FoldedText text) {
    List<Mark.Number> figures = new ArrayList<>();
    boolean listed = false;
    int i = 0;
    while (i < text.length) {
      WordTable.Match<String> match = at(text, i);
      if (match == null) {
        listed &= text.isLatin(i) || text.at(i) == ' ' || text.at(i) == '\'' || text.at(i) == '’';
        i = text.isLatin(i) ? text.wordEnd(i) : i + 1;
        continue;
      }
      switch (match.value()) {
        case "not-first" -> listed = true;
        case "all" -> {
          if (behind("narrow", text, match.end()) == null) {
            figures.add(figure(i, match.end(), Units.PERCENT, Modifier.NEARLY));
          }
        }
        case "first" -> {
          if (!listed && !isOrdinal(text, i) && ranks(text, match.end())) {
            figures.add(figure(i, match.end(), Units.RANK, Modifier.EXACT));
          }
        }
        default -> {}
      }
      i = match.end();
    }
    return figures;
  }

  /// Whether the figure is one that is told without a number.
  public static boolean isOne(Quantity quantity) {
    return quantity.precision().signum() == 0;
  }

  private static Mark.Number figure(int start, int end, Unit unit, Modifier modifier) {
    BigDecimal value = unit.equals(Units.RANK) ? BigDecimal.ONE : HUNDRED;
    Quantity quantity = new Quantity(new Span(start, end), value, value, unit, modifier, NO_DIGIT);
    return new Mark.Number(start, end, quantity);
  }

  /// A whole word of the table.
  private WordTable.@Nullable Match<String> at(FoldedText text, int i) {
    WordTable.Match<String> match = words.at(text.chars, i, text.length);
    boolean part =
        match != null
            && text.isLatin(i)
            && (text.isLatin(i - 1) || text.isLatin(match.end()) || text.at(match.end()) == '-');
    return part ? null : match;
  }

  /// "second largest".
  private static boolean isOrdinal(FoldedText text, int i) {
    int end = text.skipSpacesBack(i);
    return text.at(end - 1) == '-'
        || text.endsWith("nd", end)
        || text.endsWith("rd", end)
        || text.endsWith("th", end)
        || text.endsWith("st", end);
  }

  /// Whether a noun that can be ranked follows, as one and not as many.
  private boolean ranks(FoldedText text, int from) {
    WordTable.Match<String> noun = behind("of", text, from);
    WordTable.Match<String> after = noun == null ? null : at(text, noun.end());
    return noun != null && (after == null || !after.value().equals("not-first"));
  }

  /// The first word of a kind within reach, before the next sign.
  private WordTable.@Nullable Match<String> behind(String kind, FoldedText text, int from) {
    int limit = Math.min(text.length, from + (isChinese ? REACH_CHINESE : REACH));
    int i = from;
    while (i < limit && ",.;:()，。；：（）".indexOf(text.at(i)) < 0) {
      WordTable.Match<String> match = at(text, i);
      if (match != null && match.value().equals(kind)) {
        return match;
      }
      i = text.isLatin(i) ? text.wordEnd(i) : i + 1;
    }
    return null;
  }
}
