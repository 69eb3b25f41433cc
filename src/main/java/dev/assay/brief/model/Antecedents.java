package dev.assay.brief.model;

import dev.assay.analyze.name.Tag;
import dev.assay.article.Article;
import dev.assay.check.NameChecker;
import dev.assay.lexicon.EntityType;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Knows whom cited lines mean that name nobody: *he*, 他, or whoever speaks in quotation marks, is
/// the person whom the lines before them name last. Immutable.
final class Antecedents {

  /// Somebody, and he who speaks.
  private static final Pattern PRONOUN =
      Pattern.compile("\\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]ers?|him|I|[Mm]y)\\b|[他她]|我(?!国|省|市|县|区|军|校)");

  /// Farther back nobody is meant.
  private static final int MOST_BEFORE = 4;

  private final Article article;
  private final NameChecker names;

  Antecedents(Article article, NameChecker names) {
    this.article = article;
    this.names = names;
  }

  /// Whether `name`, which stands in `sentence` and not in the cited paragraphs, is whom they mean.
  boolean areMeant(String name, String sentence, List<Integer> cited) {
    return areMeant(cited, line -> has(line, name, sentence));
  }

  /// The same of somebody of whom `names` tells whether a paragraph names him.
  boolean areMeant(List<Integer> cited, Predicate<String> names) {
    int first = Collections.min(cited);
    if (!meanSomebody(article.paragraph(first).text())) {
      return false;
    }
    for (int number = first - 1; number > 0 && first - number <= MOST_BEFORE; number--) {
      String before = article.paragraph(number).text();
      if (names.test(before)) {
        return true;
      }
      if (firstPerson(before) < before.length()) {
        return false;
      }
    }
    return false;
  }

  /// Whether a pronoun stands there before anybody is named.
  private boolean meanSomebody(String line) {
    Matcher pronoun = PRONOUN.matcher(line);
    return pronoun.find() && pronoun.start() < firstPerson(line);
  }

  /// Where the first person is named; the length of the line if nobody is.
  private int firstPerson(String line) {
    return names.matcher().read("", List.of(line)).stream()
        .filter(tag -> tag.type() == EntityType.PERSON)
        .flatMap(tag -> tag.mentions().stream())
        .map(Tag.Mention::span)
        .mapToInt(span -> span.start())
        .min()
        .orElse(line.length());
  }

  private boolean has(String line, String name, String sentence) {
    return names.read(List.of(line)).check(sentence).stream()
        .noneMatch(
            check -> check.name().equals(name) && check.standing() != NameChecker.Standing.FOUND);
  }
}
