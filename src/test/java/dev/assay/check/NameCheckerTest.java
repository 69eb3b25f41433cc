package dev.assay.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NameCheckerTest {

  private static final NameChecker CHECKER =
      new NameChecker(Lexicon.shipped(), new TagMatcher(Names.load(Lexicon.shipped())));

  private static List<String> names(String sentence, String cited) {
    return CHECKER.read(List.of(cited)).check(sentence).stream()
        .map(check -> check.name() + " " + check.standing())
        .toList();
  }

  @Test
  void takesTheWordForAMaterialOrATradeForNoName() {
    assertThat(names("Lynas mines rare earths and pays tariffs.", "莱纳斯开采矿石，并缴纳税款。"))
        .containsExactly("Lynas FOUND");
    assertThat(names("莱纳斯在农业和采矿之外缴纳关税。", "Lynas pays duties beside farming."))
        .containsExactly("莱纳斯 FOUND");
  }

  @Test
  void knowsABodyByItsInitialsAndANameBeforeItsFigures() {
    assertThat(names("It has FDA approval.", "The U.S. Food and Drug Administration agreed."))
        .containsExactly("FDA FOUND");
    assertThat(names("航嘉参加ChinaJoy。", "航嘉亮相ChinaJoy2023。")).contains("ChinaJoy FOUND");
  }

  @Test
  void leavesOpenWhetherANameInAnotherScriptIsTheOneThere() {
    assertThat(names("The stand of Huntkey (航嘉) drew crowds.", "航嘉展台人气很旺。"))
        .containsExactly("Huntkey UNKNOWN");
  }

  @Test
  void knowsAChineseNameByHowItIsSpelled() {
    assertThat(names("Fish came back to Poyang Lake.", "鄱阳湖鱼类增多。")).doesNotContain("Lake UNKNOWN");
    assertThat(names("It was told by Xie Shaoping.", "谢少平作了介绍。"))
        .containsExactly("Xie FOUND", "Shaoping FOUND");
    assertThat(names("It was told by Xie Shaoping.", "胡满松作了介绍。"))
        .containsExactly("Xie Shaoping UNKNOWN");
  }

  @Test
  void hearsAForeignNameWithAllItsParts() {
    assertThat(names("彼得·奥内博士辞职。", "Petter Aune resigned.")).isEmpty();
    assertThat(names("Petter Aune resigned.", "彼得·奥内辞职。"))
        .containsExactly("Petter FOUND", "Aune FOUND");
    assertThat(names("彼得·奥内辞职。", "Hannah Oduya resigned.")).containsExactly("彼得·奥内 UNKNOWN");
  }

  @Test
  void hearsANameBesideARowOfNamesOfAnyLength() {
    String row = "Karo Lind ".repeat(20_000);
    assertThat(names("彼得·奥内辞职。", row + "saw Petter Aune.")).isEmpty();
    assertThat(names("彼得·奥内辞职。", row)).containsExactly("彼得·奥内 UNKNOWN");
  }

  @Test
  void knowsTheOtherSoundOfACharacterAndTheWordThatOpensASentence() {
    assertThat(names("Qu Changshun and Li Hang agreed.", "曲长顺、李航同意。"))
        .doesNotContain("Changshun UNKNOWN", "Hang UNKNOWN");
    assertThat(names("Chunhe Catering did not bid.", "佳味园没有参加投标。"))
        .containsExactly("Chunhe Catering UNKNOWN");
  }

  @Test
  void knowsAPersonByTheLastNameThatTheLinesCallThemBy() {
    assertThat(names("罗纳德·里根当选。", "Reagan won.")).containsExactly("罗纳德·里根 FOUND");
    assertThat(names("Ronald Reagan won.", "里根当选。")).containsExactly("Ronald Reagan FOUND");
    assertThat(names("罗纳德·里根当选。", "Carter won.")).containsExactly("罗纳德·里根 MISSING");
    assertThat(names("Ronald Reagan won.", "卡特当选。")).containsExactly("Ronald Reagan MISSING");
  }

  @Test
  void readsLettersWithMarksAsTheyAreSpelled() {
    assertThat(names("The group Lüyin asked for it.", "环保组织绿荫提出要求。")).contains("Lüyin FOUND");
    assertThat(names("总经理惠特科姆同意。", "Lorna Whitcombe, the manager, agreed.")).isEmpty();
  }

  @Test
  void knowsANameByItsSpellingThatIsACompanysToo() {
    assertThat(names("In July Shanshan refused to sing.", "7月，姗姗拒绝演唱。"))
        .containsExactly("Shanshan FOUND");
    assertThat(names("In July Shanshan refused to sing.", "7月，苗苗拒绝演唱。"))
        .containsExactly("Shanshan MISSING");
  }

  @Test
  void knowsAFamilyNameBeforeATitle() {
    assertThat(names("The shop of Ms Wang closed.", "王女士的店铺关闭。")).contains("Wang FOUND");
    assertThat(names("The shop of Ms Wang closed.", "李女士的店铺关闭。")).contains("Wang UNKNOWN");
  }

  @Test
  void missesACompanyThatTheCitedLinesDoNotName() {
    assertThat(names("Lynas pays tariffs.", "该公司缴纳关税。")).containsExactly("Lynas MISSING");
    assertThat(names("莱纳斯缴纳关税。", "The company pays tariffs.")).containsExactly("莱纳斯 MISSING");
  }
}
