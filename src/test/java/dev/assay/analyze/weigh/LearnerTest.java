package dev.assay.analyze.weigh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.weigh.Learner.Choice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LearnerTest {

  private static final Learner.Settings SETTINGS = new Learner.Settings(10, 1, 3, 0);

  private final Features names = Features.named();

  private Features bag(String... words) {
    Features bag = Features.like(names);
    for (String word : words) {
      bag.add("word", word);
    }
    return bag;
  }

  /// Ten pages, on each of which 中国 is chosen before "it"; the word "once" stands on one page.
  private List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    for (int page = 0; page < 10; page++) {
      Features right = page == 0 ? bag("中国", "once") : bag("中国");
      choices.add(
          new Choice("page" + page, List.of(bag("it"), right), new boolean[] {false, true}));
    }
    return choices;
  }

  @Test
  void prefersWhatWasChosenBefore() {
    Weights weights = Learner.learn(choices(), SETTINGS);
    assertThat(weights.probabilities(List.of(bag("it"), bag("中国")))[1]).isGreaterThan(0.8);
    assertThat(weights.probabilities(List.of(bag("new"), bag("unseen")))).containsExactly(0.5, 0.5);
  }

  @Test
  void remembersNothingThatStandsOnFewPages() {
    assertThat(Learner.learn(choices(), SETTINGS).lines(names, 0.01))
        .noneMatch(line -> line.contains("once"))
        .anyMatch(line -> line.startsWith("word|中国\t"));
  }

  @Test
  void learnsAnewWithoutWhatCountsForLittle() {
    List<Choice> choices = new ArrayList<>(choices());
    for (int page = 0; page < 10; page++) {
      boolean first = page % 2 == 0; // "perhaps" tells nothing
      List<Features> candidates = List.of(bag("it", "perhaps"), bag("中国", "perhaps"));
      choices.add(new Choice("more" + page, candidates, new boolean[] {!first, true}));
    }
    List<String> all = Learner.learn(choices, SETTINGS).lines(names, 0.001);
    List<String> heavy =
        Learner.learn(choices, new Learner.Settings(10, 1, 3, 0.5)).lines(names, 0.001);
    assertThat(heavy).hasSizeLessThan(all.size()).anyMatch(line -> line.startsWith("word|中国\t"));
  }

  @Test
  void learnsWhatIsNewBesideWhatWasLearnedBefore() {
    Weights before = Learner.learn(choices(), SETTINGS);
    List<Choice> turned = new ArrayList<>();
    for (int page = 0; page < 10; page++) {
      List<Features> candidates = List.of(bag("it", "不"), bag("中国", "once"));
      turned.add(new Choice("turned" + page, candidates, new boolean[] {true, false}));
    }
    Weights after = Learner.learn(turned, SETTINGS, before);
    assertThat(after.lines(names, 0.01))
        .containsAll(before.lines(names, 0.01))
        .hasSize(before.lines(names, 0.01).size() + 1)
        .anyMatch(line -> line.startsWith("word|不\t"));
    assertThat(after.probabilities(List.of(bag("it", "不"), bag("中国")))[0]).isGreaterThan(0.5);
  }

  @Test
  void learnsTheSameLinesFromTheSameChoicesAndReadsThemBack() {
    List<String> lines = Learner.learn(choices(), SETTINGS).lines(names, 0.01);
    assertThat(Learner.learn(choices(), SETTINGS).lines(names, 0.01)).isEqualTo(lines);
    assertThat(Weights.read(lines).lines(names, 0.01)).isEqualTo(lines);
  }

  @Test
  void givesTheStrongestReasonsFirst() {
    Weights weights = Weights.read(List.of("word|a\t0.10", "word|b\t-2.00", "word|c\t1.00"));
    assertThat(weights.reasons(bag("a", "b", "c", "d"), 2))
        .containsExactly(new Weights.Reason("word|b", -2), new Weights.Reason("word|c", 1));
  }
}
