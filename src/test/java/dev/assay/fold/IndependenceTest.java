package dev.assay.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.fold.Independence.Heard;
import dev.assay.fold.Independence.Voice;
import dev.assay.lexicon.Lexicon;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class IndependenceTest {

  private final Outlets outlets = Outlets.of(Lexicon.shipped());

  private static Heard heard(int group, String source) {
    return new Heard(new ArticleId(group), null, source);
  }

  private static Heard from(String origin, int group, String source) {
    return new Heard(new ArticleId(group), origin, source);
  }

  @Test
  void countsCopiesOnceAndNamesTheFirstOutlet() {
    assertThat(
            Independence.of(List.of(heard(1, "海石新闻"), heard(1, "南屏观察"), heard(2, "南屏观察")), outlets))
        .containsExactly(new Voice("海石新闻", 1, 2), new Voice("南屏观察", 1, 1));
  }

  @Test
  void countsTextsOfOneAgencyOnceWhateverTheSpelling() {
    assertThat(
            Independence.of(
                List.of(
                    from("新华社", 1, "云浦日报"),
                    from("Xinhua", 2, "东岭网"),
                    heard(3, "新華網"),
                    from("Reuters", 4, "Carrow Dispatch"),
                    from("路透社", 5, "海石新闻")),
                outlets))
        .containsExactly(new Voice("Xinhua", 3, 3), new Voice("Reuters", 2, 2));
  }

  @Test
  void takesTheOriginThatOnlyALaterCopyNames() {
    assertThat(
            Independence.of(
                List.of(
                    heard(1, "Carrow Dispatch"),
                    from("AP", 1, "Elder Post"),
                    heard(2, "Associated Press")),
                outlets))
        .containsExactly(new Voice("AP", 2, 3));
  }

  @Test
  void countsOutletsOfOneOwnerOnceAndNamesTheOwner() {
    assertThat(
            Independence.of(
                List.of(
                    heard(1, "环球网"),
                    heard(2, "人民網"),
                    heard(3, "Wall Street Journal"),
                    heard(4, "MarketWatch"),
                    heard(5, "The Times")),
                outlets))
        .containsExactly(new Voice("人民日报", 2, 2), new Voice("News Corp", 3, 3));
  }

  @Test
  void namesTheOutletWhereNoOtherOfItsOwnerSpeaks() {
    assertThat(Independence.of(List.of(heard(1, "MarketWatch")), outlets))
        .containsExactly(new Voice("MarketWatch", 1, 1));
  }

  @Test
  void takesOwnersThatAPersonAdded() {
    List<Heard> articles = List.of(heard(1, "Carrow Dispatch"), heard(2, "海石新闻"), heard(3, "财联社"));
    Outlets own =
        outlets.with(
            Map.of("carrow dispatch", "Quarry House", "海石新聞", "Quarry House", "财联社", "财联社"));

    assertThat(Independence.count(articles, outlets)).isEqualTo(3);
    assertThat(Independence.of(articles, own))
        .containsExactly(new Voice("Quarry House", 2, 2), new Voice("财联社", 1, 1));
  }

  @Test
  void takesEachTextWithoutASourceForOneOfItsOwn() {
    assertThat(Independence.count(List.of(heard(1, ""), heard(2, ""), heard(2, "")), outlets))
        .isEqualTo(2);
  }

  @Test
  void callsAnAgencyByItsNameInTheReadersLanguage() {
    assertThat(outlets.label("Xinhua", Language.ZH_HANS)).isEqualTo("新华社");
    assertThat(outlets.label("Xinhua", Language.EN)).isEqualTo("Xinhua");
    assertThat(outlets.label("海石新闻", Language.EN)).isEqualTo("海石新闻");
  }
}
