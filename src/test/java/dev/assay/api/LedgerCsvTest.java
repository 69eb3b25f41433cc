package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.export.Csv;
import java.util.List;
import org.junit.jupiter.api.Test;

/// No cell of a table is run by a spreadsheet.
final class LedgerCsvTest {

  private static final List<String> FORMULAS =
      List.of(
          "cmd|' /C calc'!A0",
          "HYPERLINK(\"https://example.org?\"&A1,\"open\")",
          "IMPORTXML(\"https://example.org\",\"//a\")",
          "2+5",
          "SUM(1,1)*cmd|' /C calc'!A0",
          "稀土");

  @Test
  void whatBeginsLikeAFormulaIsMarked() {
    for (String sign :
        List.of("=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "＋", "－", "＠", " =", "\u3000＝")) {
      for (String formula : FORMULAS) {
        assertThat(Csv.text(sign + formula)).isEqualTo("'" + sign + formula);
      }
    }
  }

  @Test
  void otherTextIsLeftAsItIs() {
    for (String text : List.of("", "85 %", "（约）85%", "中国稀土", "a=b", "1-2")) {
      assertThat(Csv.text(text)).isEqualTo(text);
    }
  }
}
