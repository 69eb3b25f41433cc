package dev.assay.ask;

import dev.assay.article.Article;
import dev.assay.cite.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds in articles the sentences that may answer a question: those in which its terms stand, and
/// those that follow them.
final class CandidateSentences {

  /// Candidates that are weighed.
  static final int MOST = 60;

  /// The best of which what follows is weighed too.
  private static final int LED = 8;

  /// Sentences that follow one of those.
  private static final int FOLLOWING = 3;

  /// Characters that are read.
  private static final int MOST_TEXT = 1_500_000;

  private CandidateSentences() {}

  /// All of a text.
  static Span all(String text) {
    return new Span(0, Math.max(1, text.length()));
  }

  private record Guessed(CandidateSentence sentence, double guess) {}

  /// The best candidates of `articles`, which stand best first.
  static List<CandidateSentence> of(AskedQuestion question, List<Article> articles) {
    List<Guessed> found = new ArrayList<>();
    int read = 0;
    for (int rank = 0; rank < articles.size() && read < MOST_TEXT; rank++) {
      ReadArticle article = ReadArticle.of(question, articles.get(rank), rank);
      read += article.length();
      article.sentences().forEach(one -> found.add(new Guessed(one, one.guess())));
    }
    found.sort(Comparator.comparingDouble(Guessed::guess).reversed());
    List<CandidateSentence> best = found.stream().limit(MOST).map(Guessed::sentence).toList();
    return withFollowing(best);
  }

  /// The best, and what follows the very best of them.
  private static List<CandidateSentence> withFollowing(List<CandidateSentence> best) {
    Set<CandidateSentence> taken = new HashSet<>(best);
    List<CandidateSentence> chosen = new ArrayList<>(best);
    for (CandidateSentence leader : best.subList(0, Math.min(LED, best.size()))) {
      List<CandidateSentence> all = leader.in().sentences();
      int from = leader.number() + 1;
      all.subList(from, Math.min(all.size(), from + FOLLOWING)).stream()
          .filter(taken::add)
          .forEach(chosen::add);
    }
    return chosen;
  }
}
