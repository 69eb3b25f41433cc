package dev.assay.addons.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class BgeSmallOfBothTest {

  private static final List<String> PASSAGES =
      List.of(
          "Automobile makers in Torvik are running short of parts, and two plants have stopped.",
          "The bakery on Mill Lane has won a prize for its rye bread.",
          "A walkout by dockers at Ostermouth went into its third day on Friday.",
          "长滩镇的房价今年跌了一成，新建楼盘卖得更慢。",
          "沈河中学的学生种下了三百棵柳树。",
          "洪水冲垮了青石桥，两个村子断了路。");

  private static final BgeSmallOfBoth MODELS = new BgeSmallOfBoth();

  @AfterAll
  static void close() {
    MODELS.close();
  }

  private static int nearest(String question) {
    float[] asked = MODELS.question(question);
    List<float[]> passages = MODELS.passages(PASSAGES);
    return IntStream.range(0, PASSAGES.size())
        .boxed()
        .max(Comparator.comparingDouble(i -> product(asked, passages.get(i))))
        .orElseThrow();
  }

  private static double product(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  @Test
  void anEnglishQuestionFindsWhatIsToldInOtherWords() {
    assertThat(nearest("car factories without supplies")).isEqualTo(0);
    assertThat(nearest("port workers on strike")).isEqualTo(2);
  }

  @Test
  void aChineseQuestionFindsWhatIsToldInOtherWords() {
    assertThat(nearest("住宅市场降温")).isEqualTo(3);
    assertThat(nearest("哪里的植树活动")).isEqualTo(4);
  }

  @Test
  void eitherLanguageFindsTheOther() {
    assertThat(nearest("港口工人罢工")).isEqualTo(2);
    assertThat(nearest("bridge destroyed by a flood, villages cut off")).isEqualTo(5);
  }

  @Test
  void everyVectorIsOfLengthOne() {
    assertThat(Stream.of("flood", "洪水").map(MODELS::question)).allMatch(one -> isOfLengthOne(one));
    assertThat(MODELS.passages(PASSAGES)).allMatch(one -> isOfLengthOne(one));
  }

  private static boolean isOfLengthOne(float[] vector) {
    return Math.abs(product(vector, vector) - 1) < 1e-4;
  }
}
