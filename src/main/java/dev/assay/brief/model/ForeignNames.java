package dev.assay.brief.model;

import dev.assay.analyze.name.Transcriptions;
import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Tells which name of an article in Latin letters a Chinese sentence means by a foreign name:
/// 西格丽德·莫恩 may sound like something of the cited lines, and is Sigrid Moen of others. Immutable.
final class ForeignNames {

  /// Gives nothing back, so that no row of names is too long for it.
  private static final Pattern CAPITALS =
      Pattern.compile("\\p{Lu}[\\p{IsLatin}'’-]++(?: \\p{Lu}[\\p{IsLatin}'’-]++)*+");

  private static final int MOST_WORDS = 4;
  private static final int MOST_NAMES = 4_000;

  /// So far from the sound of a name may it be, in shares of it.
  private static final double NEAR = 0.16;

  /// And so much nearer must it be than to any name of the cited lines.
  private static final double NEARER = 0.1;

  private final Set<String> names = new LinkedHashSet<>();

  ForeignNames(Article article) {
    for (Paragraph paragraph : article.paragraphs()) {
      if (names.size() < MOST_NAMES) {
        add(paragraph.text(), names);
      }
    }
  }

  /// The names of `sentence` that are likelier one that only other lines than `cited` have.
  List<String> ofOthers(String sentence, String cited) {
    List<String> said =
        Transcriptions.dotted(sentence).stream()
            .map(span -> nearest(span.in(sentence)))
            .filter(name -> difference(name, names) <= NEAR)
            .toList();
    if (said.isEmpty()) {
      return said;
    }
    Set<String> here = new LinkedHashSet<>();
    add(cited, here);
    return said.stream()
        .filter(name -> difference(name, names) + NEARER <= difference(name, here))
        .toList();
  }

  /// What follows a name may transcribe too: the 博 of 奥杜亚博士.
  private String nearest(String han) {
    return IntStream.rangeClosed(han.lastIndexOf('·') + 2, han.length())
        .mapToObj(end -> han.substring(0, end))
        .min(Comparator.comparingDouble(name -> difference(name, names)))
        .orElse(han);
  }

  private static double difference(String han, Set<String> names) {
    return names.stream().mapToDouble(name -> Transcriptions.difference(name, han)).min().orElse(1);
  }

  /// Adds the words with a capital of `text`, each and with those that follow.
  private static void add(String text, Set<String> into) {
    for (String capitals :
        CAPITALS.matcher(text).results().map(MatchResult::group).distinct().toList()) {
      List<String> words = List.of(capitals.split(" "));
      for (int from = 0; from < words.size(); from++) {
        for (int to = from + 1; to <= Math.min(words.size(), from + MOST_WORDS); to++) {
          into.add(String.join("", words.subList(from, to)));
        }
      }
    }
  }
}
