package dev.assay.analyze.time;

import dev.assay.analyze.number.SmallNumber;
import dev.assay.analyze.text.FoldedText;
import dev.assay.cite.Span;
import dev.assay.lexicon.WordTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the readers of dates and times share in one pass over one text. Each of them answers where
/// the time that it has read into `draft` ends, or -1 for none.
final class TimePass {

  /// A month's name of so many letters is a short form, and May a verb as often.
  static final int SHORT_NAME = 3;

  private static final int MAY = 5;
  private static final List<String> ORDINAL_ENDINGS = List.of("st", "nd", "rd", "th");

  final TimeWords words;
  final FoldedText text;

  /// The day of writing; null if it is not known.
  final @Nullable LocalDate today;

  final TimeDraft draft = new TimeDraft();
  private final List<TimeExpression> found = new ArrayList<>();

  TimePass(TimeWords words, FoldedText text, @Nullable LocalDate today) {
    this.words = words;
    this.text = text;
    this.today = today;
  }

  SmallNumber number(int i) {
    return SmallNumber.at(text, i, words.han);
  }

  /// A small number in digits or in an English word, two to twelve.
  SmallNumber counted(int i) {
    WordTable.Match<Integer> word = words.counts.at(text.chars, i, text.length);
    return word == null ? number(i) : new SmallNumber(word.value(), word.end());
  }

  /// Where st, nd, rd or th behind a number ends; `end`, where the number does, if none stands
  /// there.
  int ordinalEnd(int end) {
    for (String ending : ORDINAL_ENDINGS) {
      if (text.hasSuffix(ending, end)) {
        return end + ending.length();
      }
    }
    return end;
  }

  /// A month's name with a capital, so that "may" and "march" stay verbs; null if none is there.
  WordTable.@Nullable Match<Integer> monthAt(int i) {
    WordTable.Match<Integer> name = words.months.at(text.chars, i, text.length);
    boolean named = name != null && text.isUpper(i) && !text.isLatin(i - 1);
    return name == null || !named || isVerbInTitle(i, name) ? null : name;
  }

  /// This May Be the Last Harvest.
  private boolean isVerbInTitle(int i, WordTable.Match<Integer> month) {
    return month.value() == MAY
        && text.hasWord("this", text.skipSpacesBack(i) - "this".length())
        && words.noMonthBefore.isAt(text, text.skipSpaces(month.end()));
  }

  /// The end of a month's name, with the point of a short form.
  int afterPoint(WordTable.Match<Integer> name) {
    boolean isShort = name.end() - text.wordStart(name.end()) <= SHORT_NAME + 1;
    return isShort && text.at(name.end()) == '.' ? name.end() + 1 : name.end();
  }

  /// Takes what was read as a time that stands at `[start, end)`.
  void keep(int start, int end) {
    TimeExpression time = draft.expression(new Span(start, end), today);
    if (time != null) {
      found.add(time);
    }
  }

  /// The time before, or null.
  @Nullable TimeExpression last() {
    return found.isEmpty() ? null : found.getLast();
  }

  List<TimeExpression> found() {
    return found;
  }
}
