package dev.assay.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.lexicon.Lexicon;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DenialsTest {

  private static final Denials DENIALS = new Denials(Lexicon.shipped());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The ministry agreed not to require export licences for magnets. | 该部同意要求磁体办理出口许可证。 | 要求
          公司并未收到监管部门的调查通知。 | The company received notice of an investigation. | received
          Lynas said it would not sell its stake in the mine. | Lynas表示将出售其矿山股份。 | 出售
          The deal will no longer cover gallium. | The deal covers gallium. | covers
          该集团否认裁员。 | The group is laying off staff and dismissed 200 people. | dismissed
          双方没有签署任何协议。 | 双方签署了协议。 | 签署
          The committee did not mention tungsten. | The committee mentioned tungsten. | mentioned
          """)
  void catchesASentenceThatLostADenial(String line, String sentence, String words) {
    assertThat(DENIALS.read(List.of(line)).lost(sentence)).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The ministry agreed not to require export licences for magnets. | 该部同意不要求磁体办理出口许可证。
          The ministry agreed not to require export licences for magnets. | 磁体免办出口许可证。
          公司并未收到监管部门的调查通知。 | The company has not received notice of an investigation.
          Magnets cannot be exported without a licence. | Exports of magnets need a licence.
          Not only did output rise, exports rose too. | 产量和出口均上升。
          该公司不仅出口磁体，也进口矿石。 | The company exports magnets and imports ore.
          不合法的关税扰乱了供应链。 | The unlawful tariffs disrupt supply chains.
          不锈钢产量达到100万吨。 | Output of stainless steel reached 1 million tonnes.
          It did not sell the mine, but sold the smelter. | It sold the smelter.
          未来三年公司计划扩大产能。 | The company plans to expand capacity over the next three years.
          """)
  void leavesASentenceThatDeniesTooOrOfWhichNothingIsDenied(String line, String sentence) {
    assertThat(DENIALS.read(List.of(line)).lost(sentence)).isEmpty();
  }
}
