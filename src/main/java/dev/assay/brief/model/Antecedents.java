package dev.assay.brief.model;

import dev.assay.analyze.name.Tag;
import dev.assay.article.Article;
import dev.assay.check.NameChecker;
import dev.assay.cite.Span;
import dev.assay.lexicon.EntityType;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Knows whom cited lines mean that name nobody: *he*, 他, or whoever speaks in quotation marks, is
/// the person whom the lines before them name last. Used by one thread.
final class Antecedents {

  /// Somebody: not the 他 of 其他, 吉他, 他们 or 他国.
  private static final Pattern SOMEBODY =
      Pattern.compile(
          "\\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]ers?|him)\\b" + "|(?<![其吉耳维維排利])[他她](?![们們国國人乡鄉日处處杀殺])");

  /// He who speaks: not the *I* of *Phase I*.
  private static final Pattern SPEAKER =
      Pattern.compile("(?<!\\p{Lu}\\p{L}{1,20} )\\bI\\b(?!\\.)|\\b[Mm]y\\b|我(?![们們国國省市县縣区區军軍校方])");

  /// Farther back nobody is meant.
  private static final int MOST_BEFORE = 4;

  private final Article article;
  private final NameChecker names;
  private final Map<Integer, Persons> read = new HashMap<>();

  Antecedents(Article article, NameChecker names) {
    this.article = article;
    this.names = names;
  }

  /// Whom a paragraph names.
  ///
  /// @param first where the first of them stands; the length of the paragraph if nobody is named
  /// @param lines each as he is named, on a line of its own
  private record Persons(int first, String lines, NameChecker.Cited names) {}

  /// Whether `name`, which stands in `sentence` and not in the cited paragraphs, is whom they mean.
  boolean areMeant(String name, String sentence, List<Integer> cited) {
    return areMeantOf(cited, persons -> has(persons, name, sentence));
  }

  /// The same of somebody of whom `names` tells whether he is among the persons, one a line.
  boolean areMeant(List<Integer> cited, Predicate<String> names) {
    return areMeantOf(cited, persons -> names.test(persons.lines));
  }

  private boolean areMeantOf(List<Integer> cited, Predicate<Persons> have) {
    int first = Collections.min(cited);
    if (!meanSomebody(first)) {
      return false;
    }
    for (int number = first - 1; number > 0 && first - number <= MOST_BEFORE; number--) {
      Persons before = persons(number);
      if (!before.lines.isEmpty()) {
        return have.test(before);
      }
    }
    return false;
  }

  /// Whether a pronoun stands there before anybody is named.
  private boolean meanSomebody(int number) {
    String line = article.paragraph(number).text();
    int first = persons(number).first;
    return SOMEBODY.matcher(line).results().anyMatch(pronoun -> pronoun.start() < first)
        || Quotations.of(line).words().stream()
            .anyMatch(quoted -> line.indexOf(quoted) < first && SPEAKER.matcher(quoted).find());
  }

  private Persons persons(int number) {
    return read.computeIfAbsent(number, this::read);
  }

  private Persons read(int number) {
    String line = article.paragraph(number).text();
    List<Span> persons =
        names.matcher().read("", List.of(line)).stream()
            .filter(tag -> tag.type() == EntityType.PERSON)
            .flatMap(tag -> tag.mentions().stream())
            .map(Tag.Mention::span)
            .toList();
    String lines = persons.stream().map(span -> span.in(line)).collect(Collectors.joining("\n"));
    return new Persons(
        persons.stream().mapToInt(Span::start).min().orElse(line.length()),
        lines,
        names.read(List.of(lines)));
  }

  private static boolean has(Persons persons, String name, String sentence) {
    return persons.names.check(sentence).stream()
        .noneMatch(
            check -> check.name().equals(name) && check.standing() != NameChecker.Standing.FOUND);
  }
}
