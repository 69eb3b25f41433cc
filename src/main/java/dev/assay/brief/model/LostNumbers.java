package dev.assay.brief.model;

import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.check.Checker;
import dev.assay.check.Cited;
import dev.assay.check.NumberCheck;
import dev.assay.check.Source;
import dev.assay.cite.Span;
import java.util.List;
import java.util.regex.Pattern;

/// Finds the numbers and dates of a text that its translation does not have: the check of a
/// sentence, the other way round.
final class LostNumbers {

  /// Numbers that count: `both` and `two sides` need not be two in another language.
  private static final Pattern COUNTS = Pattern.compile(".*(?:\\d|[十百千万亿萬億%成半]).*");

  private final Checker checker;

  LostNumbers(Checker checker) {
    this.checker = checker;
  }

  /// Where they stand in `text`, which `article` has.
  List<Span> in(String text, String translation, Language reader, Article article) {
    Source translated =
        checker.read(List.of(new Cited(translation, reader, null)), article.publishedAt());
    return checker.check(text, translated, article.language()).numbers().stream()
        .filter(number -> !number.isSupported())
        .map(NumberCheck::span)
        .filter(span -> COUNTS.matcher(span.in(text)).matches())
        .toList();
  }
}
