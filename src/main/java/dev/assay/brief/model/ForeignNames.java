package dev.assay.brief.model;

import dev.assay.analyze.name.Transcriptions;
import dev.assay.article.Article;
import dev.assay.cite.Span;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Tells which name of an article in Latin letters a Chinese sentence means by a foreign name:
/// 西格丽德·莫恩 may sound like something of the cited lines, and is Sigrid Moen of others. Immutable.
final class ForeignNames {

  private static final int MOST_WORDS = 4;
  private static final int MOST_NAMES = 4_000;

  /// So far from the sound of a name may it be, in shares of it.
  private static final double NEAR = 0.16;

  /// And so much nearer must it be than to any name of the cited lines.
  private static final double NEARER = 0.1;

  private final Set<String> names = new LinkedHashSet<>();

  ForeignNames(Article article) {
    article.paragraphs().forEach(paragraph -> add(paragraph.text(), names));
  }

  /// The end of a sentence's name that may be one of the article's.
  ///
  /// @param difference from the nearest of these
  private record Heard(String name, double difference) {}

  /// The names of `sentence` that are likelier one that only other lines than `cited` have.
  List<String> ofOthers(String sentence, String cited) {
    List<Heard> said =
        Transcriptions.dotted(sentence).stream()
            .flatMap(span -> nearest(span.in(sentence)).stream())
            .filter(heard -> heard.difference <= NEAR)
            .toList();
    if (said.isEmpty()) {
      return List.of();
    }
    Set<String> here = new LinkedHashSet<>();
    add(cited, here);
    return said.stream()
        .filter(heard -> heard.difference + NEARER <= difference(heard.name, here))
        .map(Heard::name)
        .toList();
  }

  /// Whether `line` has a name that sounds like `han`.
  static boolean has(String line, String han) {
    Set<String> here = new LinkedHashSet<>();
    add(line, here);
    return difference(han, here) <= NEAR;
  }

  /// What follows a name may transcribe too: the 博 of 奥杜亚博士.
  private Optional<Heard> nearest(String han) {
    return IntStream.rangeClosed(han.lastIndexOf('·') + 2, han.length())
        .mapToObj(end -> han.substring(0, end))
        .map(name -> new Heard(name, difference(name, names)))
        .min(Comparator.comparingDouble(Heard::difference));
  }

  private static double difference(String han, Set<String> names) {
    return names.stream().mapToDouble(name -> Transcriptions.difference(name, han)).min().orElse(1);
  }

  /// Adds the words with a capital of `text`, each and with those that follow.
  private static void add(String text, Set<String> into) {
    for (Span capitals : Transcriptions.capitals(text)) {
      List<String> words = List.of(capitals.in(text).split(" "));
      for (int from = 0; from < words.size() && into.size() < MOST_NAMES; from++) {
        for (int to = from + 1; to <= Math.min(words.size(), from + MOST_WORDS); to++) {
          into.add(String.join("", words.subList(from, to)));
        }
      }
    }
  }
}
