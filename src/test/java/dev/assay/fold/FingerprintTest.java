package dev.assay.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class FingerprintTest {

  private static final String ZH =
      "南屏矿业周二说，新的分离线将于明年三月投产，每年可出氧化镨钕4200吨。"
          + "公司在一份说明中写道，原料来自北岸的两座矿山，运距不到90公里。"
          + "总工程师说，最难的不是采矿，而是把相邻的元素分开。"
          + "项目耗资18亿元，其中三成来自地方基金。";
  private static final String EN =
      "Nanping Mining said on Tuesday that its new separation line would start in March and turn "
          + "out 4,200 tonnes of oxide a year. The ore comes from two mines on the north shore, "
          + "less than 90 km away. The chief engineer said that digging was the easy part, and "
          + "that telling neighbouring elements apart was not.";

  private static Fingerprint of(String text) {
    return Fingerprint.of(ContentTokens.of(text));
  }

  @Test
  void isTheSameForTraditionalScriptFullWidthAndOtherSpacing() {
    String other =
        "南屏礦業週二說，新的分離線將於明年三月投產，每年可出氧化鐠釹４２００噸。"
            + "公司在一份說明中寫道，原料來自北岸的兩座礦山，運距不到 90 公里。\n"
            + "總工程師說，最難的不是採礦，而是把相鄰的元素分開。"
            + "項目耗資 18 億元，其中三成來自地方基金。";
    assertThat(of(other.replace("週二", "周二"))).isEqualTo(of(ZH));
  }

  @Test
  void isTheSameForOtherCaseAndPunctuation() {
    assertThat(
            of(EN.toUpperCase(java.util.Locale.ROOT).replace(",", " ,").replace("4 ,200", "4,200")))
        .isEqualTo(of(EN));
  }

  @Test
  void changesWithOneNumber() {
    assertThat(of(ZH.replace("4200", "4300")).contentHash()).isNotEqualTo(of(ZH).contentHash());
    assertThat(of(EN.replace("4,200", "4,300")).contentHash()).isNotEqualTo(of(EN).contentHash());
  }

  @Test
  void sharesFeaturesWithAnExcerptInChineseAndInEnglish() {
    assertThat(of(ZH).sharedFeatures(of(ZH.substring(35, 95)))).isPositive();
    assertThat(of(EN).sharedFeatures(of(EN.substring(123)))).isPositive();
  }

  @Test
  void sharesNoFeatureWithAnotherText() {
    assertThat(of(ZH).sharedFeatures(of(EN))).isZero();
  }

  @Test
  void survivesTheWayThroughBytes() {
    assertThat(Fingerprint.ofBytes(of(ZH).bytes())).isEqualTo(of(ZH));
    assertThat(of(ZH).bytes()).hasSizeLessThanOrEqualTo(60);
  }

  @Test
  void refusesBytesOfAnotherLength() {
    assertThatThrownBy(() -> Fingerprint.ofBytes(new byte[13]))
        .hasMessage("a fingerprint is 12 bytes and 4 for each feature, got 13");
  }

  @Test
  void hasOneFeatureForAShortTextAndNoneForAnEmptyOne() {
    assertThat(of("稀土").features()).hasSize(1);
    assertThat(of("。 ！").features()).isEmpty();
  }
}
