package dev.assay.analyze.quantity;

import dev.assay.analyze.number.Modifier;
import dev.assay.analyze.quantity.QuantityWords.Sign;
import dev.assay.analyze.quantity.QuantityWords.UnitWord;
import dev.assay.analyze.text.FoldedText;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.article.Paragraph;
import dev.assay.cite.Span;
import dev.assay.lexicon.Unit;
import dev.assay.lexicon.Units;
import dev.assay.lexicon.WordTable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gives the cells of a table the scale and the unit that stand at its head, over their column or
/// before their row: "(in millions)", 单位：万元, Output (kt). A row's own counts before a column's, a
/// column's before the table's. Numbers that have a unit or a scale of their own keep it.
final class TableScales {

  /// Longer heads are sentences, in which "in millions" may mean anything.
  private static final int LONGEST_NOTE = 160;

  private static final int LONGEST_SIGN = 5;

  private final QuantityWords words;

  TableScales(QuantityWords words) {
    this.words = words;
  }

  /// What numbers are multiplied by and count; `unit` null if only a scale is told.
  private record Scale(BigDecimal factor, @Nullable Unit unit) {

    Quantity of(Quantity quantity) {
      BigDecimal low = quantity.low();
      BigDecimal high = quantity.high();
      Unit own = quantity.unit();
      return new Quantity(
          quantity.span(),
          low == null ? null : low.multiply(factor),
          high == null ? null : high.multiply(factor),
          own.isMoney() || unit == null ? own : unit,
          quantity.modifier(),
          quantity.precision().multiply(factor));
    }
  }

  /// `[start, end)` in the text.
  private record Cell(int start, int end) {}

  /// `reading` of a table's text, with its cells scaled. `above` is what stands right above the
  /// table, if it may hold the scale. Other texts come back as they are.
  QuantityExtractor.Reading apply(
      FoldedText text, QuantityExtractor.Reading reading, @Nullable String above) {
    if (text.original.indexOf(Paragraph.CELL) < 0) {
      return reading;
    }
    return new Table(text, reading, above).scaled();
  }

  /// One table.
  private final class Table {

    private final FoldedText text;
    private final QuantityExtractor.Reading reading;
    private final List<List<Cell>> rows;
    private final int firstData;
    private final @Nullable Scale whole;

    Table(FoldedText text, QuantityExtractor.Reading reading, @Nullable String above) {
      this.text = text;
      this.reading = reading;
      this.rows = rows(text.original);
      this.firstData = firstData();
      this.whole = whole(above);
    }

    QuantityExtractor.Reading scaled() {
      List<Quantity> stated = new ArrayList<>();
      List<Quantity> weak = new ArrayList<>();
      Cursor cursor = new Cursor();
      for (Quantity quantity : reading.quantities()) {
        Scale scale = cursor.scale(quantity.span());
        stated.add(scale != null && isPlain(quantity) ? scale.of(quantity) : quantity);
      }
      cursor = new Cursor();
      for (Quantity quantity : reading.weak()) {
        Scale scale = cursor.scale(quantity.span());
        boolean scales = scale != null && isPlain(quantity);
        (scales ? stated : weak).add(scales && scale != null ? scale.of(quantity) : quantity);
      }
      List<TimeExpression> times = new ArrayList<>();
      cursor = new Cursor();
      for (TimeExpression time : reading.times()) {
        Scale scale = cursor.scale(time.span());
        if (scale != null && isWholeCell(time.span(), cursor.cell)) {
          stated.add(scale.of(number(time)));
        } else {
          times.add(time);
        }
      }
      stated.sort(Comparator.comparingInt(quantity -> quantity.span().start()));
      return new QuantityExtractor.Reading(stated, weak, times);
    }

    /// Whether a number is written without a unit or a scale of its own; a sign of money may stand
    /// with it.
    private boolean isPlain(Quantity quantity) {
      boolean open = quantity.unit().equals(Units.COUNT) || quantity.unit().isMoney();
      for (int i = quantity.span().start(); open && i < quantity.span().end(); i++) {
        open = text.isDigit(i) || !text.isLatin(i) && !text.isHan(i);
      }
      return open;
    }

    private Quantity number(TimeExpression time) {
      BigDecimal value = BigDecimal.valueOf(time.year());
      return new Quantity(time.span(), value, value, Units.COUNT, Modifier.EXACT, BigDecimal.ONE);
    }

    /// In a scaled column 1985 is a number, not a year.
    private boolean isWholeCell(Span span, @Nullable Cell cell) {
      return cell != null
          && span.start() == cell.start()
          && span.end() == cell.end()
          && span.end() - span.start() == 4
          && text.isDigit(span.start());
    }

    /// Walks through the cells with spans in order.
    private final class Cursor {
      private int row;
      private int column;
      private @Nullable Cell cell;

      /// The scale of the cell that holds `span`; null if it has none.
      @Nullable Scale scale(Span span) {
        while (row < rows.size() && rows.get(row).getLast().end() < span.end()) {
          row++;
          column = 0;
        }
        if (row >= rows.size() || row < firstData) {
          return null;
        }
        List<Cell> cells = rows.get(row);
        column = cells.get(column).start() > span.start() ? 0 : column;
        while (column + 1 < cells.size() && cells.get(column).end() < span.end()) {
          column++;
        }
        cell = cells.get(column);
        return column == 0 ? null : scaleOf(row, column);
      }
    }

    private @Nullable Scale scaleOf(int row, int column) {
      Cell label = rows.get(row).getFirst();
      Scale own = bracketed(label);
      own = own != null ? own : afterComma(text, label.start(), label.end());
      if (own != null) {
        return own;
      }
      for (int head = firstData - 1; head >= 0; head--) {
        List<Cell> cells = rows.get(head);
        if (cells.size() == rows.get(row).size()) {
          Scale over = head(cells.get(column));
          if (over != null) {
            return over;
          }
        }
      }
      return whole;
    }

    /// The scale of a column's head: in brackets, after its comma, or all that it says.
    private @Nullable Scale head(Cell cell) {
      Scale inside = bracketed(cell);
      Scale said = inside != null ? inside : afterComma(text, cell.start(), cell.end());
      said = said != null ? said : read(text, cell.start(), cell.end(), true);
      for (int i = cell.end() - 1; said == null && i > cell.start(); i--) {
        if (text.at(i) == '/') {
          return read(text, i + 1, cell.end(), true);
        }
      }
      return said;
    }

    private @Nullable Scale bracketed(Cell cell) {
      for (int i = cell.start(); i < cell.end(); i++) {
        if (text.at(i) == '(') {
          int close = i + 1;
          while (close < cell.end() && text.at(close) != ')') {
            close++;
          }
          return read(text, i + 1, close, false);
        }
      }
      return null;
    }

    private @Nullable Scale whole(@Nullable String above) {
      for (int row = 0; row < firstData; row++) {
        for (Cell cell : rows.get(row)) {
          boolean alone = rows.get(row).size() == 1;
          Scale scale = note(text, cell.start(), cell.end(), alone);
          if (scale != null) {
            return scale;
          }
        }
      }
      if (above == null || above.length() > LONGEST_NOTE) {
        return null;
      }
      FoldedText folded = new FoldedText(above);
      Scale noted = note(folded, 0, folded.length, true);
      return noted != null ? noted : afterComma(folded, 0, folded.length);
    }

    /// The first row in which a cell after the first is a number.
    private int firstData() {
      for (int row = 0; row < rows.size(); row++) {
        List<Cell> cells = rows.get(row);
        for (int column = 1; column < cells.size(); column++) {
          if (isNumber(cells.get(column))) {
            return row;
          }
        }
      }
      return rows.size();
    }

    /// Digits with their marks, and no year.
    private boolean isNumber(Cell cell) {
      int digits = 0;
      for (int i = cell.start(); i < cell.end(); i++) {
        if (text.isDigit(i)) {
          digits++;
        } else if (".,%$€£¥+- ()~".indexOf(text.at(i)) < 0) {
          return false;
        }
      }
      boolean year =
          digits == 4
              && cell.end() - cell.start() == 4
              && (text.startsWith("19", cell.start()) || text.startsWith("20", cell.start()));
      return digits > 0 && !year;
    }
  }

  private static List<List<Cell>> rows(String text) {
    List<List<Cell>> rows = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      rows.add(cells(text, start, end));
      start = end + 1;
    }
    return rows;
  }

  private static List<Cell> cells(String text, int from, int to) {
    List<Cell> cells = new ArrayList<>();
    int start = from;
    int bar = text.indexOf(Paragraph.CELL, from);
    while (bar >= 0 && bar < to) {
      cells.add(new Cell(start, bar));
      start = bar + Paragraph.CELL.length();
      bar = text.indexOf(Paragraph.CELL, start);
    }
    cells.add(new Cell(start, Math.max(start, to)));
    return cells;
  }

  /// The scale that a note announces: 单位：万元, (in millions). Without a word that announces it, only
  /// a bracket that stands `alone` counts.
  private @Nullable Scale note(FoldedText text, int from, int to, boolean alone) {
    if (to - from > LONGEST_NOTE) {
      return null;
    }
    for (int i = from; i < to; i++) {
      int end = isStart(text, i) ? words.tableNotes.endAt(text, i) : -1;
      Scale scale = end < 0 || end > to ? null : read(text, end, noteEnd(text, end, to), false);
      boolean means = scale != null && (scale.unit() != null || isScaled(scale));
      if (means) {
        return scale;
      }
    }
    int bracket = alone ? lastBracket(text, from, to) : -1;
    return bracket < 0 ? null : read(text, bracket + 1, noteEnd(text, bracket + 1, to), false);
  }

  /// "NdPr oxide, $/kg".
  private @Nullable Scale afterComma(FoldedText text, int from, int to) {
    for (int i = to - 1; i > from; i--) {
      if (text.at(i) == ',' || text.at(i) == '，') {
        return read(text, i + 1, to, true);
      }
    }
    return null;
  }

  private static int lastBracket(FoldedText text, int from, int to) {
    int at = to - 1;
    while (at >= from && text.at(at) != '(') {
      at--;
    }
    return at < from ? -1 : at;
  }

  private static boolean isScaled(Scale scale) {
    return scale.factor().compareTo(BigDecimal.ONE) != 0;
  }

  private static int noteEnd(FoldedText text, int from, int to) {
    int end = from;
    while (end < to && ").;。；".indexOf(text.at(end)) < 0) {
      end++;
    }
    return end;
  }

  private static boolean isStart(FoldedText text, int i) {
    return !text.isLatin(i) || !text.isLatin(i - 1);
  }

  /// The scale and unit named in `[from, to)`; null if there is neither, or, if it must hold `all`,
  /// anything else.
  private @Nullable Scale read(FoldedText text, int from, int to, boolean all) {
    Head head = new Head(text, to);
    int i = from;
    while (i < to) {
      int end = isStart(text, i) ? head.next(i) : -1;
      if (end > i) {
        i = end;
      } else if (all && (text.isLatin(i) || text.isHan(i) || text.isDigit(i))) {
        return null;
      } else {
        i = text.isLatin(i) ? text.wordEnd(i) : i + 1;
      }
    }
    return head.scale();
  }

  /// What a head tells, word by word: at most one scale and one unit.
  private final class Head {

    private final FoldedText text;
    private final int to;
    private BigDecimal factor = BigDecimal.ONE;
    private @Nullable Unit unit;
    private boolean scaled;

    Head(FoldedText text, int to) {
      this.text = text;
      this.to = to;
    }

    /// Takes the word at `i`; its end, or -1 if it tells nothing more.
    int next(int i) {
      WordTable.Match<BigDecimal> scale = words.tableScales.at(text.chars, i, to);
      WordTable.Match<List<UnitWord>> match = words.units.at(text.chars, i, to);
      if (scale != null && !scaled && (match == null || match.end() <= scale.end())) {
        return scaled(scale.value(), scale.end());
      }
      if (unit != null) {
        return rate(i);
      }
      UnitWord word = match == null ? null : unitAt(text, i, match);
      Unit named = word == null ? null : word.unit();
      if (word != null && match != null && named != null) {
        factor = factor.multiply(word.factor());
        return unit(named, match.end());
      }
      SignAt sign = signAt(text, i, to);
      return sign == null ? -1 : unit(sign.sign().unit(), sign.end());
    }

    /// What money is paid for: $/kg, 元/吨, USD per tonne.
    private int rate(int i) {
      Unit top = unit;
      boolean slash = text.at(i) == '/' || text.at(i) == '每';
      int per = slash ? i + 1 : words.beside.per.endAt(text, i);
      if (per < 0 || top == null || !top.isMoney()) {
        return -1;
      }
      int at = text.skipSpaces(per);
      WordTable.Match<List<UnitWord>> match = words.units.at(text.chars, at, to);
      UnitWord bottom = match == null ? null : unitAt(text, at, match);
      Unit named = bottom == null ? null : bottom.unit();
      if (match == null || bottom == null || named == null || named.isMoney()) {
        return -1;
      }
      unit = Units.rate(top, named);
      factor = factor.divide(bottom.factor(), MathContext.DECIMAL64);
      return match.end();
    }

    private int scaled(BigDecimal value, int end) {
      factor = factor.multiply(value);
      scaled = true;
      return end;
    }

    /// A unit of money may have a suffix: US$m, € bn.
    private int unit(Unit named, int end) {
      unit = named;
      int at = text.skipSpaces(end);
      int suffixEnd = text.wordEnd(at);
      boolean may = named.isMoney() && !scaled && suffixEnd <= to && suffixEnd - at <= 3;
      BigDecimal suffix = may ? words.english.suffix(text.original.substring(at, suffixEnd)) : null;
      return suffix == null ? end : scaled(suffix, suffixEnd);
    }

    @Nullable Scale scale() {
      return unit == null && !scaled ? null : new Scale(factor, unit);
    }
  }

  /// The unit of a word of more than one letter, `t` and `%`.
  private static @Nullable UnitWord unitAt(
      FoldedText text, int i, WordTable.Match<List<UnitWord>> match) {
    boolean letter = match.end() - i == 1 && text.isLatin(i) && text.at(i) != 't';
    for (UnitWord word : match.value()) {
      if (!letter && word.unit() != null && (!word.exact() || text.isSpelled(word.spelled(), i))) {
        return word;
      }
    }
    return null;
  }

  /// A sign of money and where it ends.
  private record SignAt(Sign sign, int end) {}

  /// The longest sign of money that begins at `i`.
  private @Nullable SignAt signAt(FoldedText text, int i, int to) {
    for (int end = Math.min(to, i + LONGEST_SIGN); end > i; end--) {
      WordTable.Match<List<Sign>> match = words.signs.before(text.chars, end, i);
      if (match != null && match.end() == i) {
        for (Sign sign : match.value()) {
          if (!sign.exact() || text.isSpelled(sign.spelled(), i)) {
            return new SignAt(sign, end);
          }
        }
      }
    }
    return null;
  }
}
