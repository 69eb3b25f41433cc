package dev.assay.fold;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ChangesTest {

  @Test
  void showsChangedFiguresFirstThenOtherChangesInChinese() {
    String before = "分离线如期投产。年产量为4200吨。原料来自北岸两座矿山。记者王一。";
    String after = "分离线顺利投产。年产量为4600吨。原料来自北岸两座矿山。厂区设了监测点。";
    assertThat(Changes.between(before, after))
        .containsExactly(
            new Change.Changed("年产量为4200吨。", "年产量为4600吨。", true),
            new Change.Changed("分离线如期投产。", "分离线顺利投产。", false),
            new Change.Removed("记者王一。"),
            new Change.Added("厂区设了监测点。"));
  }

  @Test
  void showsALocalAdditionInEnglish() {
    String before = "The line starts in March. It makes 4,200 tonnes a year.";
    String after =
        "It makes 4,200 tonnes a year. The line starts in March. Our county will host it.";
    assertThat(Changes.between(before, after))
        .containsExactly(new Change.Added("Our county will host it."));
  }

  @Test
  void findsNoDifferenceInScriptWidthOrSpacing() {
    assertThat(Changes.between("年產量為 ４２００ 噸。", "年产量为4200吨。")).isEmpty();
  }
}
