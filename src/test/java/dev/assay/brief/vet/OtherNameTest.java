package dev.assay.brief.vet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OtherNameTest {

  @ParameterizedTest
  @CsvSource({
    "世界报, 据《世界报》报道，渡轮晚点。, true",
    "世界报, 据世界报告，渡轮晚点。, false",
    "北海, 渡轮驶入北海。, true",
    "北海, 渡轮由湖北海关放行。, false",
    "target, The ferry of Target was late., true",
    "target, The ferry missed its target., false",
    "north sea, The ferry crossed the North Sea., true",
    "tass, The ferry came from Tasso., false"
  })
  void findsANameAsWholeWords(String name, String line, boolean stands) {
    assertThat(OtherName.of(name).stands(line)).isEqualTo(stands);
  }
}
