package dev.assay.ask;

import dev.assay.ask.Weighing.Found;
import dev.assay.search.AskedTerms.Presence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Chooses which sentences are shown: the likeliest first, then each that is likely enough and says
/// something else.
final class SentenceChoice {

  /// Sentences of an answer.
  static final int MOST = 5;

  /// The same, where one sentence is mostly the whole answer.
  private static final int MOST_OF_SHORT = 3;

  /// How likely a further sentence must tell what is asked, by itself and beside the likeliest.
  private static final double LEAST = 0.15;

  private static final double BESIDE_BEST = 0.2;

  /// The former where it is mostly told in several sentences, for those of an article that was
  /// chosen.
  private static final double LEAST_OF_SEVERAL = 0.1;

  /// What a term of the question is worth that no chosen sentence or its article has yet.
  private static final double FURTHER = 3;

  /// How the odds of a sentence grow that points back to a chosen one right before it: This move
  /// helped, 这一举措.
  private static final double FOLLOWING = 6;

  /// The share of a sentence that stands in another one that says it.
  private static final double SAID_AGAIN = 0.75;

  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");

  private SentenceChoice() {}

  /// The places of the candidates that are shown, the first the likeliest.
  static List<Integer> of(Found found, double[] likely) {
    List<Integer> ranked = ranked(found, likely);
    double likeliest = Arrays.stream(likely).max().orElse(0);
    boolean isShort = found.question().kind().isShort();
    int most = Math.min(isShort ? MOST_OF_SHORT : MOST, ranked.size());
    int shown = 1;
    while (shown < most) {
      List<Integer> chosen = ranked.subList(0, shown);
      int next = ranked.get(shown);
      boolean goesOn = !isShort && isOfOne(found, next, chosen);
      double least = Math.max(goesOn ? LEAST_OF_SEVERAL : LEAST, BESIDE_BEST * likeliest);
      if (likelyBeside(found, next, chosen, likely) < least) {
        break;
      }
      shown++;
    }
    return ranked.subList(0, Math.min(shown, ranked.size()));
  }

  /// Whether a candidate stands in the article of a chosen one.
  private static boolean isOfOne(Found found, int candidate, List<Integer> chosen) {
    CandidateSentence one = found.candidates().get(candidate);
    return chosen.stream().anyMatch(place -> found.candidates().get(place).in() == one.in());
  }

  /// The places of the best candidates, each for what those before it do not say.
  static List<Integer> ranked(Found found, double[] likely) {
    List<CandidateSentence> candidates = found.candidates();
    List<Set<String>> groups = candidates.stream().map(SentenceChoice::groups).toList();
    List<Integer> chosen = new ArrayList<>();
    List<Set<String>> told = new ArrayList<>();
    double[] covered = new double[found.question().size()];
    while (chosen.size() < MOST) {
      int next = -1;
      double most = 0;
      for (int i = 0; i < candidates.size(); i++) {
        if (!chosen.contains(i) && !says(told, groups.get(i))) {
          double worth =
              likelyBeside(found, i, chosen, likely)
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
      told.add(groups.get(next));
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

  /// Whether one of the told sentences says nearly the same, or more: said again, it says nothing.
  /// With a number of its own it says something.
  private static boolean says(List<Set<String>> told, Set<String> groups) {
    return told.stream()
        .anyMatch(
            one ->
                groups.stream().filter(one::contains).count() >= SAID_AGAIN * groups.size()
                    && groups.stream().allMatch(group -> !isNumber(group) || one.contains(group)));
  }

  private static boolean isNumber(String group) {
    return Character.isDigit(group.charAt(0));
  }

  /// The letters of a sentence, in groups of as many as make a word, and its numbers.
  private static Set<String> groups(CandidateSentence candidate) {
    String plain = AskWords.plain(candidate.text());
    String letters = plain.replaceAll("\\P{L}", "");
    int size = candidate.article().language().isChinese() ? 2 : 5;
    Set<String> groups =
        new HashSet<>(NUMBER.matcher(plain).results().map(MatchResult::group).toList());
    if (!letters.isEmpty() && letters.length() < size) {
      groups.add(letters);
    }
    for (int i = 0; i + size <= letters.length(); i++) {
      groups.add(letters.substring(i, i + size));
    }
    return groups;
  }
}
