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

  /// A question, with what its terms say among the sentences that were read.
  record Read(AskedQuestion question, List<CandidateSentence> best) {}

  /// The best candidates of `articles`, which stand best first.
  static Read of(AskedQuestion question, List<Article> articles) {
    List<ReadArticle> read = new ArrayList<>();
    int length = 0;
    for (int rank = 0; rank < articles.size() && length < MOST_TEXT; rank++) {
      ReadArticle article = ReadArticle.of(question, articles.get(rank), rank);
      length += article.length();
      read.add(article);
    }
    AskedQuestion weighed = weighed(question, read);
    read.forEach(article -> article.weigh(weighed));
    return new Read(weighed, best(read));
  }

  /// What each term of a question says: much, if few of the sentences that were found have it.
  /// Among whole articles a word would say nothing that each of them has somewhere.
  private static AskedQuestion weighed(AskedQuestion question, List<ReadArticle> read) {
    double sentences = 0;
    double[] stands = new double[question.size()];
    for (ReadArticle article : read) {
      sentences += article.sentences().size();
      double[] here = article.stands();
      for (int i = 0; i < stands.length; i++) {
        stands[i] += here[i];
      }
    }
    List<Double> weights = new ArrayList<>();
    for (int i = 0; i < stands.length; i++) {
      weights.add(question.weight(i) * ReadArticle.rarity(stands[i], sentences));
    }
    return question.withWeights(weights);
  }

  private static List<CandidateSentence> best(List<ReadArticle> read) {
    List<Guessed> found = new ArrayList<>();
    read.forEach(
        article -> article.sentences().forEach(one -> found.add(new Guessed(one, one.guess()))));
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
