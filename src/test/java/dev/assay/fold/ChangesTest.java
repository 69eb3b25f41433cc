package dev.assay.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.cite.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChangesTest {

  @Test
  void showsChangedFiguresFirstThenOtherChangesInChinese() {
    String before = "分离线如期投产。年产量为4200吨。原料来自北岸两座矿山。记者王一。";
    String after = "分离线顺利投产。年产量为4600吨。原料来自北岸两座矿山。厂区设了监测点。";
    assertThat(Changes.between(before, after).list())
        .containsExactly(
            new Change.Changed(
                "年产量为4200吨。", "年产量为4600吨。", true, List.of(new Span(4, 8)), List.of(new Span(4, 8))),
            new Change.Changed(
                "分离线如期投产。", "分离线顺利投产。", false, List.of(new Span(3, 5)), List.of(new Span(3, 5))),
            new Change.Removed("记者王一。"),
            new Change.Added("厂区设了监测点。"));
  }

  @Test
  void showsALocalAdditionInEnglish() {
    String before = "The line starts in March. It makes 4,200 tonnes a year.";
    String after =
        "It makes 4,200 tonnes a year. The line starts in March. Our county will host it.";
    assertThat(Changes.between(before, after).list())
        .containsExactly(new Change.Added("Our county will host it."));
  }

  @Test
  void findsNoDifferenceInScriptWidthOrSpacing() {
    assertThat(Changes.between("年產量為 ４２００ 噸。", "年产量为4200吨。")).isEqualTo(new Changes(List.of(), 1));
  }

  @Test
  void saysHowMuchOfTheTextWasKept() {
    String before = "The line starts in March. It makes 4,200 tonnes a year at most.";
    assertThat(Changes.between(before, "The line starts in March.").kept())
        .isCloseTo(5 / 13., within(1e-9));
    assertThat(Changes.between("北岸两座矿山。年产4200吨。", "北岸两座矿山。年产4600吨。").kept())
        .isCloseTo(9 / 10., within(1e-9));
  }
}
