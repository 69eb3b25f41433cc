package dev.assay.analyze.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TranscriptionsTest {

  @ParameterizedTest
  @CsvSource({
    "Newsom, 加州州长纽森提起诉讼",
    "Beshear, 肯塔基州州长贝希尔批评关税",
    "Lindqvist, 发言人林德奎斯特表示",
    "Zakharova, 俄外交部发言人扎哈罗娃谴责袭击",
    "Hasegawa, 港务局长谷川美和说明了预算"
  })
  void hearsANameInItsTranscription(String word, String text) {
    assertThat(Transcriptions.stands(word, text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Petter Aune, 彼得·奥内, true",
    "Hannah Fry, 汉娜·弗莱, true",
    "Gary Lineker, 加里·莱因克尔, true",
    "Søren Lindstrøm, 索伦·林斯特龙, true",
    "Knutson, 努特松, true",
    "Whitcombe, 惠特科姆, true",
    "Radwanska, 拉德万斯卡, true",
    "Djokovic, 焦科维奇, true",
    "Raonic, 拉奥尼奇, true",
    "Eric, 埃里克, true",
    "Tōru Ōno, 小野透, true",
    "Miwa Hasegawa, 长谷川, true",
    "Hasegawa, 长谷川美和, true",
    "Miwa Hasegawa, 村上美和, false",
    "Raonic, 拉德万斯卡, false",
    "Djokovic, 瓦林卡, false",
    "Whitcombe, 霍尔特, false",
    "Petter Aune, 汉娜·弗莱, false",
    "Sydney, 阿姆斯特丹, false"
  })
  void hearsWhetherAllOfANameIsTranscribed(String name, String han, boolean one) {
    assertThat(Transcriptions.isOne(name, han)).isEqualTo(one);
  }

  @ParameterizedTest
  @CsvSource({"阿提哈德航空公司, 3, true", "卡塔尔美军基地, 3, false", "中德两国, 1, false"})
  void knowsACharacterOfALongerName(String text, int at, boolean within) {
    assertThat(Transcriptions.isWithin(text, at)).isEqualTo(within);
  }

  @ParameterizedTest
  @CsvSource({
    "Lutnick, 美国商务部长表示将限制出口",
    "Hendricks, 加州州长纽森提起诉讼",
    "Newsom, 该公司去年生产碳酸锂两万吨",
    "Murakami, 港务局长谷川美和说明了预算"
  })
  void hearsNoneWhereAnotherOrNoneIs(String word, String text) {
    assertThat(Transcriptions.stands(word, text)).isFalse();
  }
}
