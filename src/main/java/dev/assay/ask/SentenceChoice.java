package dev.assay.ask;

import dev.assay.ask.Weighing.Found;
import dev.assay.search.AskedTerms.Presence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Chooses which sentences are shown: the likeliest first, then each that is likely enough and says
/// something else.
final class SentenceChoice {

  /// Sentences of an answer.
  static final int MOST = 5;

  /// The same, where one sentence is mostly the whole answer.
  private static final int MOST_OF_SHORT = 3;

  /// How likely a further sentence must be, by itself and beside the likeliest.
  private static final double LEAST = 0.1;

  private static final double BESIDE_BEST = 0.2;

  /// The latter, where one sentence is mostly the whole answer.
  private static final double BESIDE_BEST_OF_SHORT = 0.5;

  /// What a term of the question is worth that no chosen sentence or its article has yet.
  private static final double FURTHER = 3;

  /// How the odds of a sentence grow that points back to a chosen one right before it: This move
  /// helped, 这一举措.
  private static final double FOLLOWING = 6;

  private SentenceChoice() {}

  /// The places of the candidates that are shown, the first the likeliest.
  static List<Integer> of(Found found, double[] first, double[] likely) {
    List<Integer> ranked = ranked(found, first, likely);
    double likeliest = Arrays.stream(likely).max().orElse(0);
    boolean isShort = found.question().kind().isShort();
    double beside = isShort ? BESIDE_BEST_OF_SHORT : BESIDE_BEST;
    double least = Math.max(LEAST, beside * likeliest);
    int most = Math.min(isShort ? MOST_OF_SHORT : MOST, ranked.size());
    int shown = 1;
    while (shown < most
        && likelyBeside(found, ranked.get(shown), ranked.subList(0, shown), likely) >= least) {
      shown++;
    }
    return ranked.subList(0, Math.min(shown, ranked.size()));
  }

  /// The places of the best candidates, each for what those before it do not say.
  static List<Integer> ranked(Found found, double[] first, double[] likely) {
    List<CandidateSentence> candidates = found.candidates();
    List<Integer> chosen = new ArrayList<>();
    Set<String> told = new HashSet<>();
    double[] covered = new double[found.question().size()];
    while (chosen.size() < MOST) {
      int next = -1;
      double most = 0;
      for (int i = 0; i < candidates.size(); i++) {
        if (!chosen.contains(i) && !told.contains(key(candidates.get(i)))) {
          double worth =
              (chosen.isEmpty() ? first[i] : likelyBeside(found, i, chosen, likely))
                  * (1 + FURTHER * further(found, candidates.get(i), covered));
          if (worth > most) {
            most = worth;
            next = i;
          }
        }
      }
      if (next < 0) {
        break;
      }
      chosen.add(next);
      told.add(key(candidates.get(next)));
      covered = Presence.either(covered, candidates.get(next).in().whole());
    }
    return chosen;
  }

  /// How likely a candidate is a part of the answer beside the chosen ones.
  private static double likelyBeside(
      Found found, int candidate, List<Integer> chosen, double[] likely) {
    double alone = likely[candidate];
    CandidateSentence one = found.candidates().get(candidate);
    boolean follows =
        !found.question().kind().isShort()
            && found.pointing().contains(candidate)
            && chosen.stream().anyMatch(place -> isRightBehind(found.candidates().get(place), one));
    return follows ? alone * FOLLOWING / (1 - alone + alone * FOLLOWING) : alone;
  }

  private static boolean isRightBehind(CandidateSentence before, CandidateSentence one) {
    return one.number() == before.number() + 1 && one.in() == before.in();
  }

  /// The share of what is asked that this sentence has and no chosen one's article.
  private static double further(Found found, CandidateSentence candidate, double[] covered) {
    double sum = 0;
    for (int i = 0; i < covered.length; i++) {
      sum += found.question().weight(i) * Math.max(0, candidate.own().degrees()[i] - covered[i]);
    }
    return sum == 0 ? 0 : sum / found.question().whole();
  }

  /// The letters of a sentence: said again, it says nothing more.
  private static String key(CandidateSentence candidate) {
    return AskWords.plain(candidate.text()).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
