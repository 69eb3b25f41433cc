package dev.assay.analyze.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.assay.article.Paragraph;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SaidSentencesTest {

  private static List<String> said(String text) {
    Paragraph paragraph = new Paragraph(1, Paragraph.Kind.TEXT, text);
    return SaidSentences.of(paragraph).stream().map(span -> span.in(text)).toList();
  }

  @Test
  void leavesDatelinesAndHeadlinesOut() {
    assertThat(said("原标题：渡口大桥合龙青禾社松岭8月9日电（记者 李芳）渡口大桥周五合龙。工期四年。"))
        .containsExactly("渡口大桥周五合龙。", "工期四年。");
    assertThat(said("据青禾社松岭8月9日电 渡口大桥周五合龙。")).containsExactly("渡口大桥周五合龙。");
    assertThat(said("据青禾社8月9日电，渡口大桥周五合龙。")).containsExactly("据青禾社8月9日电，渡口大桥周五合龙。");
    assertThat(said("CARROW (Meridian) — The bridge was closed on Friday. It took four years."))
        .containsExactly("The bridge was closed on Friday.", "It took four years.");
  }

  @Test
  void keepsAHeadlineThatNoDatelineEnds() {
    assertThat(said("原标题：评理 | 铭记历史 珍爱和平1953年7月27日，三方的指挥官在松岭签署停战协定，结束了三年的战争，也结束了占领。"))
        .hasSize(1)
        .first()
        .asString()
        .contains("签署停战协定");
  }

  @Test
  void leavesAddressesAndCreditsOut() {
    assertThat(said("大桥由北岸路桥公司承建。联系电话：0571-5550100，邮箱 press@beian.example。【编辑：李芳】"))
        .containsExactly("大桥由北岸路桥公司承建。");
    assertThat(
            said(
                "The plant opens in March. Phone: +44 20 5550 0100, e-mail: press@kestrel.example."
                    + " Kestrel owns it."))
        .containsExactly("The plant opens in March.", "Kestrel owns it.");
  }

  @Test
  void cutsNoNumberThatItsSourceBroke() {
    assertThat(said("Output rose 6. 1 percent in May. Prices fell."))
        .containsExactly("Output rose 6. 1 percent in May.", "Prices fell.");
    assertThat(said("The ferry sank on May 5. 12 people were saved. They sat in Room 7. 3 left."))
        .containsExactly(
            "The ferry sank on May 5.", "12 people were saved.", "They sat in Room 7.", "3 left.");
  }

  @Test
  void leavesTheMarkOfAnItemOut() {
    assertThat(said("(2) 松岭矿业停产三个月。")).containsExactly("松岭矿业停产三个月。");
    assertThat(said("3) Kestrel closed the mine.")).containsExactly("Kestrel closed the mine.");
  }

  @Test
  void takesNoRowOfFiguresForASentence() {
    assertThat(said("2019 1,204 | 2020 1,310 | 2021 1,488")).isEmpty();
  }

  @Test
  void keepsASentenceFullOfFigures() {
    for (String sentence :
        List.of(
            "松岭2024年产镓4.2吨，2023年产3.1吨，增长35.5%。",
            "Output was 1,260,582 tonnes in 2024, 1,198,204 in 2023.")) {
      assertThat(said(sentence)).containsExactly(sentence);
    }
  }

  @Test
  void readsALongRowOfNumberedPoints() {
    String row = "12. 34. ".repeat(30_000);

    assertThat(assertTimeoutPreemptively(Duration.ofMinutes(1), () -> said(row))).isEmpty();
  }
}
