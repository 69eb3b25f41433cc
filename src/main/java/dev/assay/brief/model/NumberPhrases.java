package dev.assay.brief.model;

import dev.assay.cite.Span;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Knows numbers that two languages tell in words of their own: 半小时 of *half an hour*, 数十 of
/// *dozens*. By `lexicon/number-phrases.tsv`. Immutable; safe for use by many threads.
final class NumberPhrases {

  /// What counts something else than things may not follow: 数十年 is no 数十.
  private static final String NO_UNIT = "(?![十百千万亿年月日天周吨元米])";

  private static final String NO_MEASURE =
      "(?! of (?:thousand|million|year|day|hour|month|tonne|ton|mile|kilometre|kilometer))";

  /// Nor may a number stand before: 二十年 is no 十年.
  private static final String NO_NUMBER = "(?<![\\d一二两三四五六七八九十百千万个])";

  private final List<Row> rows = new ArrayList<>();

  private record Row(Pattern han, Pattern latin) {}

  NumberPhrases(Lexicon lexicon) {
    for (LexiconFile.Row row : lexicon.table("number-phrases.tsv").rows()) {
      rows.add(
          new Row(
              Pattern.compile(NO_NUMBER + oneOf(row.cell(0).split(" ")) + NO_UNIT),
              Pattern.compile("\\b" + oneOf(row.cell(1).split(",")) + "\\b" + NO_MEASURE)));
    }
  }

  private static String oneOf(String[] phrases) {
    return "(?:" + String.join("|", phrases) + ")";
  }

  /// Whether a number stands at `place` of `text` that `lines` tell in the words of the other
  /// language.
  boolean stand(String text, Span place, String lines) {
    String said = folded(text);
    String there = folded(lines);
    return rows.stream()
        .anyMatch(
            row ->
                isAt(row.han, said, place) && row.latin.matcher(there).find()
                    || isAt(row.latin, said, place) && row.han.matcher(there).find());
  }

  private static boolean isAt(Pattern words, String text, Span place) {
    return words
        .matcher(text)
        .results()
        .anyMatch(found -> new Span(found.start(), found.end()).overlaps(place));
  }

  /// Of the same length.
  private static String folded(String text) {
    return HanScript.simplify(text.toLowerCase(Locale.ROOT));
  }
}
