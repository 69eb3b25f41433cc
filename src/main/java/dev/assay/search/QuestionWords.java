package dev.assay.search;

import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words that a question may hold without asking for them: `what`, `的`, `多少`.
final class QuestionWords {

  private static final Set<String> WORDS =
      Stream.of("en/question-words.tsv", "zh/question-words.tsv")
          .flatMap(name -> Lexicon.shipped().table(name).rows().stream())
          .map(row -> row.cell(0))
          .collect(Collectors.toUnmodifiableSet());

  private QuestionWords() {}

  static boolean contains(String word) {
    return WORDS.contains(HanScript.simplify(word.toLowerCase(Locale.ROOT)));
  }
}
