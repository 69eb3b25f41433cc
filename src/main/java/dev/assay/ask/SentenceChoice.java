package dev.assay.ask;

import dev.assay.analyze.weigh.Features;
import dev.assay.analyze.weigh.Weights;
import dev.assay.ask.Weighing.Found;
import dev.assay.search.AskedTerms.Presence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Chooses which sentences are shown, one after the other: the likeliest first, then the one that
/// most likely tells something of what is asked that those before it do not, as long as one likely
/// enough is left.
///
/// How likely a further one is was learned (`ask-weights.tsv`, model `n`) from what it adds of the
/// question, how it stands to the chosen ones, and what it says again.
final class SentenceChoice {

  /// Sentences of an answer.
  static final int MOST = 5;

  /// The same, where one sentence is mostly the whole answer.
  private static final int MOST_OF_SHORT = 3;

  /// How likely a further sentence must add something. Chosen on held-out questions.
  private static final double LEAST = 0.2;

  /// The same, where one sentence is mostly the whole answer.
  private static final double LEAST_OF_SHORT = 0.16;

  /// Less likely ones are not looked at.
  private static final double HARDLY = 0.02;

  /// A sentence in the other language than the question's is looked at with this share of what is
  /// asked, by names and words of the dictionary: with less it shares a word or a name, and what it
  /// says of them is unknown. Chosen on answers that were read (`docs/measurements/ask.md`).
  private static final double LEAST_OF_OTHER = 0.2;

  /// What a first sentence gains for what it has of the question.
  private static final double COVERING = 3;

  /// The share of a sentence that stands in another one that says it.
  private static final double SAID_AGAIN = 0.75;

  /// Sentences of one article that are no farther apart stand near each other.
  private static final int NEAR = 3;

  /// Ranks that are told apart.
  private static final int RANKS = 6;

  private static final Pattern NUMBER = Pattern.compile("\\d++(?:[.,]\\d++)*+");

  private final Found found;
  private final double[] likely;
  private final Features like;
  private final Map<Integer, Set<String>> groups = new HashMap<>();
  private final List<Integer> chosen = new ArrayList<>();
  private final Set<String> said = new HashSet<>();
  private double[] covered;

  /// @param likely how likely each candidate tells what is asked
  /// @param like a bag for the purpose of the features
  SentenceChoice(Found found, double[] likely, Features like) {
    this.found = found;
    this.likely = likely;
    this.like = like;
    this.covered = new double[found.question().size()];
  }

  /// The places of the candidates that are shown, the first the likeliest.
  static List<Integer> of(Found found, double[] likely, Weights next) {
    SentenceChoice choice = new SentenceChoice(found, likely, Features.bare());
    int most = found.question().kind().isShort() ? MOST_OF_SHORT : MOST;
    int best = choice.first();
    while (best >= 0) {
      choice.choose(best);
      best = choice.chosen.size() < most ? choice.next(next) : -1;
    }
    return List.copyOf(choice.chosen);
  }

  /// The place of the candidate that comes first; -1 if there is none.
  int first() {
    int best = -1;
    double most = -1;
    for (int i = 0; i < likely.length; i++) {
      double worth = worth(i);
      if (worth > most && isUnderstood(i)) {
        most = worth;
        best = i;
      }
    }
    return best;
  }

  /// What a candidate is worth for how likely it is and what it adds.
  double worth(int candidate) {
    return likely[candidate] * (1 + COVERING * adds(candidate));
  }

  private int next(Weights next) {
    int best = -1;
    double most = found.question().kind().isShort() ? LEAST_OF_SHORT : LEAST;
    for (int i : open()) {
      double probability = next.probability(features(i));
      if (probability >= most) {
        most = probability;
        best = i;
      }
    }
    return best;
  }

  /// The places of the candidates that may come next: likely ones that say anything new.
  List<Integer> open() {
    return IntStream.range(0, likely.length)
        .filter(i -> likely[i] >= HARDLY && !chosen.contains(i) && isUnderstood(i) && !isSaid(i))
        .boxed()
        .toList();
  }

  /// Whether a sentence is in the language of the question, or has enough of it in the other.
  private boolean isUnderstood(int candidate) {
    CandidateSentence one = found.candidates().get(candidate);
    return one.article().language().isChinese() == found.question().chinese()
        || found.question().share(one.own().degrees()) >= LEAST_OF_OTHER;
  }

  void choose(int candidate) {
    chosen.add(candidate);
    said.addAll(groups(candidate));
    covered = Presence.either(covered, found.candidates().get(candidate).own().degrees());
  }

  /// What tells whether a candidate adds something to the chosen ones.
  Features features(int candidate) {
    Features features = Features.like(like);
    String length = found.question().kind().isShort() ? "short" : "long";
    String beside = beside(candidate);
    features.add("n");
    SentenceFeatures.addOdds("n.told", likely[candidate], features);
    double first = likely[chosen.getFirst()];
    SentenceFeatures.add("n.best", likely[candidate] / first, features);
    SentenceFeatures.addOdds("n.first." + length, first, features);
    SentenceFeatures.addOdds("n.some", some(likely, chosen), features);
    SentenceFeatures.add("n.adds", adds(candidate), length, features);
    features.add("n.beside", beside, length);
    features.add("n.pointing", beside, found.pointing().contains(candidate) ? "yes" : "no");
    features.add("n.count", Integer.toString(chosen.size()), length);
    features.add("n.kind", found.question().kind().word());
    features.add("n.kind.beside", found.question().kind().word(), beside);
    SentenceFeatures.add("n.again", again(candidate), features);
    SentenceFeatures.add("n.left", 1 - found.question().share(covered), length, features);
    features.add("n.rank", rank(candidate), length);
    features.addAll(found.alone().get(candidate));
    return features;
  }

  /// How likely at least one of the sentences at these places tells what is asked.
  static double some(double[] likely, List<Integer> places) {
    double none = 1;
    for (int place : places) {
      none *= 1 - likely[place];
    }
    return 1 - none;
  }

  /// The share of what is asked that this sentence has and no chosen one.
  private double adds(int candidate) {
    double[] own = found.candidates().get(candidate).own().degrees();
    double sum = 0;
    for (int i = 0; i < covered.length; i++) {
      sum += found.question().weight(i) * Math.max(0, own[i] - covered[i]);
    }
    return sum == 0 ? 0 : sum / found.question().whole();
  }

  /// How a candidate stands to the nearest of the chosen ones.
  private String beside(int candidate) {
    CandidateSentence one = found.candidates().get(candidate);
    return chosen.stream()
        .map(place -> beside(found.candidates().get(place), one))
        .min(Comparator.naturalOrder())
        .orElse(Beside.OTHER)
        .name();
  }

  private enum Beside {
    BEHIND,
    BEFORE,
    NEAR,
    ARTICLE,
    OTHER
  }

  private static Beside beside(CandidateSentence chosen, CandidateSentence one) {
    if (chosen.in() != one.in()) {
      return Beside.OTHER;
    }
    int apart = one.number() - chosen.number();
    return apart == 1
        ? Beside.BEHIND
        : apart == -1 ? Beside.BEFORE : Math.abs(apart) <= NEAR ? Beside.NEAR : Beside.ARTICLE;
  }

  private String rank(int candidate) {
    long rank =
        IntStream.range(0, likely.length).filter(i -> likely[i] > likely[candidate]).count();
    return rank < RANKS ? Long.toString(rank) : "more";
  }

  /// The share of a sentence that chosen ones say already.
  private double again(int candidate) {
    Set<String> own = groups(candidate);
    return own.isEmpty() ? 1 : (double) own.stream().filter(said::contains).count() / own.size();
  }

  /// Whether a chosen sentence says nearly the same, or more: said again, it says nothing. With a
  /// number of its own it says something.
  private boolean isSaid(int candidate) {
    Set<String> own = groups(candidate);
    return chosen.stream().map(this::groups).anyMatch(other -> says(other, own));
  }

  private static boolean says(Set<String> other, Set<String> own) {
    return own.stream().filter(other::contains).count() >= SAID_AGAIN * own.size()
        && own.stream().allMatch(group -> !isNumber(group) || other.contains(group));
  }

  private static boolean isNumber(String group) {
    return Character.isDigit(group.charAt(0));
  }

  private Set<String> groups(int candidate) {
    return groups.computeIfAbsent(candidate, i -> groups(found.candidates().get(i)));
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
