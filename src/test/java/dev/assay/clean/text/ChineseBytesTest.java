package dev.assay.clean.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChineseBytesTest {

  private static final Charset GBK = Charset.forName("GBK");
  private static final Charset BIG5 = Charset.forName("Big5");
  private static final String SIMPLIFIED = "歌剧院周五首演新戏，票价从80元到480元不等。";
  private static final String TRADITIONAL = "歌劇院週五首演新戲，票價從80元到480元不等。";

  @Test
  void tellsTheTwoApartWhateverAPageSays() {
    for (String name : List.of("GB2312", "GBK", "GB18030", "Big5", "Big5-HKSCS")) {
      Charset declared = Charset.forName(name);
      assertThat(
              new String(
                  SIMPLIFIED.getBytes(GBK), ChineseBytes.meant(declared, SIMPLIFIED.getBytes(GBK))))
          .isEqualTo(SIMPLIFIED);
      assertThat(
              new String(
                  TRADITIONAL.getBytes(BIG5),
                  ChineseBytes.meant(declared, TRADITIONAL.getBytes(BIG5))))
          .isEqualTo(TRADITIONAL);
    }
    byte[] page = ("<meta charset=gb2312><p>" + TRADITIONAL).getBytes(BIG5);
    assertThat(TextDecoder.decode(page, "text/html; charset=gb2312").text()).endsWith(TRADITIONAL);
  }

  @Test
  void believesWhatIsSaidWhereLittleTells() {
    byte[] traditional = TRADITIONAL.getBytes(GBK);
    assertThat(ChineseBytes.meant(GBK, traditional)).isEqualTo(GBK);
    assertThat(ChineseBytes.meant(GBK, "歌剧".getBytes(BIG5))).isEqualTo(GBK);
    byte[] latin = "Opéra".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(ChineseBytes.meant(StandardCharsets.ISO_8859_1, latin))
        .isEqualTo(StandardCharsets.ISO_8859_1);
  }
}
