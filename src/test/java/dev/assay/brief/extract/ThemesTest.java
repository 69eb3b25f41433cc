package dev.assay.brief.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.Analyses;
import dev.assay.article.Article;
import dev.assay.article.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ThemesTest {

  private static List<String> themes(Language language, String text) {
    return themesUnder(language, "Harbour 港口", text);
  }

  private static List<String> themesUnder(Language language, String title, String text) {
    Article article = EvalArticles.article("rules", language, title, text);
    return Themes.of(Draft.of(Analyses.of(article))).stream()
        .map(theme -> theme.phrase().text())
        .toList();
  }

  @Test
  void areWhatSentencesAreAboutAndNotWhatTheyList() {
    assertThat(
            themes(
                Language.EN,
                """
                Norland sold treatment charges, copper cathodes and zinc ingots to Peru.
                Carrow buys goods such as zinc ingots from every port of the coast.
                Under the herring treaty, Carrow closed two of its old piers.
                The fishermen broke the herring treaty in the first week of May.
                The copper cathodes of Norland reached Peru in the spring.
                Peru melted the copper cathodes again in the summer.
                """))
        .containsExactly("copper cathodes");
    assertThat(
            themes(
                Language.ZH_HANS,
                """
                青禾矿业向秘鲁出售锌锭、阴极铜板、铁路设备等货物。
                海风公司从沿海各港口采购的货物包括铁路设备。
                根据捕鱼条约，卡罗市关闭了两座旧码头。
                渔民五月第一周就破坏了捕鱼条约。
                铁路专线从码头通往内陆的两座城市。
                青禾矿业为铁路专线投入了四千万元。
                """))
        .containsExactly("铁路专线");
  }

  @Test
  void areNeverPiecesOfLongerNamesOrWords() {
    assertThat(
            themes(
                Language.EN,
                """
                The Coastal Science and Harbour Fund paid for two smelters.
                The miners asked the Coastal Science and Harbour Fund for a school.
                Peru and the copper plan to close two smelters in May.
                Carrow asked whether the copper plan to burn coal was serious.
                Norland buys zinc ore and lead ore cargoes from two mines.
                Peru sells zinc ore and lead ore cargoes to Carrow.
                The council wants fuel cell (FC) ferries for the harbour.
                The miners doubt that fuel cell (FC) ferries will ever sail.
                The smelter rolls 125 mm copper bars for the shipyard.
                The shipyard wants 125 mm copper bars and no others.
                """))
        .doesNotContain("Coastal Science", "copper plan", "zinc ore", "fuel cell")
        .noneMatch(theme -> theme.startsWith("mm"));
    assertThat(
            themes(
                Language.ZH_HANS,
                """
                欧洲市场铜价上周涨到每吨八万元。
                冶炼厂认为欧洲市场铜价还会继续上涨。
                青禾矿业从秘鲁进口了三万吨铜精矿。
                海风公司今年不再从秘鲁进口铜精矿。
                卡罗国公布了军用物项的新清单。
                冶炼厂认为军用物项里没有铜板。
                """))
        .doesNotContain("欧洲市场铜", "秘鲁进口", "军用物");
  }

  @Test
  void areNeitherTheWordsOfTheTitleNorWhatEverythingIsAbout() {
    assertThat(
            themesUnder(
                Language.EN,
                "Treatment charges fall",
                """
                Treatment charges fell to five dollars in autumn, and idle furnaces weigh on the owners.
                Norland expects treatment charges to rise again when two mines in Peru reopen.
                A new railway line will carry the cathodes from the pier to the inland market.
                Work on the railway line begins in May and costs Norland 40 million dollars.
                """))
        .containsExactly("railway line");
    assertThat(
            themesUnder(
                Language.ZH_HANS,
                "渡轮罢工使青禾港停摆",
                """
                渡轮罢工使各座码头空无一人。
                面包师说，渡轮罢工使他们损失了一半面粉。
                铁路专线从码头通往内陆的两座城市。
                青禾矿业为铁路专线投入了四千万元。
                """))
        .containsExactly("铁路专线");
    assertThat(
            themesUnder(
                Language.EN,
                "What Carrow eats",
                """
                Salt herring feeds the dockers of the northern coast.
                Salt herring costs four dollars in every market hall.
                Salt herring left the schools of Norland in March.
                Salt herring has no friends among the doctors.
                The bakers bought two ovens from Peru.
                """))
        .isEmpty();
    assertThat(
            themesUnder(
                Language.ZH_HANS,
                "青禾人吃什么",
                """
                腌制鲱鱼养活了北部沿海的码头工人。
                腌制鲱鱼在各个市场卖四元一斤。
                腌制鲱鱼三月退出了青禾的学校食堂。
                腌制鲱鱼在医生中间没有朋友。
                面包师从秘鲁购买了两座烤炉。
                """))
        .isEmpty();
  }

  @Test
  void areNoPlacesWhereSomethingElseHappens() {
    assertThat(
            themes(
                Language.EN,
                """
                The miners reached Peru by the coastal railway in May.
                Norland carried two furnaces to Carrow on the coastal railway.
                The coastal council bought a school for the dockers.
                The dockers thanked the coastal council with a song.
                """))
        .containsExactly("coastal council");
    assertThat(
            themes(
                Language.ZH_HANS,
                """
                青禾矿业五月从沿海铁路运走两座熔炉。
                矿工们每天从沿海铁路返回两座城市。
                铁路专线从码头通往内陆的两座城市。
                青禾矿业为铁路专线投入了四千万元。
                """))
        .containsExactly("铁路专线");
  }

  @Test
  void areNoOfficesAndNoEmptyWords() {
    assertThat(
            themes(
                Language.EN,
                """
                The private sector built two smelters on the coast.
                Carrow thanked the private sector for the two piers.
                President Norris opened the smelter with a short speech.
                The miners wrote a letter to President Norris in May.
                In May the Norris-Roe Administration closed two smelters.
                Nobody asked the Norris-Roe Administration why it did so.
                Norland made its largest investment on the northern coast.
                Carrow calls the largest investment of the year a mistake.
                """))
        .isEmpty();
    assertThat(themes(Language.ZH_HANS, "这座港口的重建取得实质性进展。\n铁路专线也有了实质性进展。")).isEmpty();
  }

  @Test
  void needATitleThatIsMoreThanTheFirstWordsOfTheText() {
    assertThat(isInTitle(Language.EN, "Norland opened a smelter", "smelter")).isFalse();
    assertThat(isInTitle(Language.EN, "A smelter for Carrow", "smelter")).isTrue();
    assertThat(isInTitle(Language.ZH_HANS, "青禾矿业在沿海新建", "矿业")).isFalse();
    assertThat(isInTitle(Language.ZH_HANS, "港口矿业投产", "矿业")).isTrue();
  }

  private static boolean isInTitle(Language language, String title, String term) {
    String text =
        language.isChinese() ? "青禾矿业在沿海新建了两座冶炼厂。" : "Norland opened a smelter on the coast in May.";
    Draft draft = Draft.of(Analyses.of(EvalArticles.article("rules", language, title, text)));
    return draft.words().getFirst().tokens().stream()
        .filter(token -> token.term().equals(term))
        .anyMatch(draft.terms()::isInTitle);
  }
}
