package dev.assay.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.article.Language;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefGroup;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.Maker;
import dev.assay.cite.Citation;
import dev.assay.cite.Span;
import dev.assay.lexicon.EntityType;
import dev.assay.search.SearchRequest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TopicsTest {

  @TempDir static Path shared;
  private static Library library;

  @BeforeAll
  static void open() {
    library = new Library(shared).filled();
  }

  @AfterAll
  static void close() {
    library.close();
  }

  private TopicPage page(String name) {
    return library.topics().page(name, Selection.all(), null, Language.EN);
  }

  private static List<String> titles(TopicPage page) {
    return page.cards().stream().map(card -> card.article().title()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"钕", "釹", "neodymium", "Neodymium", " 钕 "})
  void findsArticlesInEveryScriptByAnyNameOfAThing(String name) {
    assertThat(titles(page(name)))
        .containsExactly("钕价先动，磁材厂排产到明年春天", "釹鐵硼訂單回流，臺廠等不到原料", "Lynas waits for a second permit");
  }

  @Test
  void countsWhatItHolds() {
    Facts facts = page("neodymium").facts();

    assertThat(facts.articles()).isEqualTo(4);
    assertThat(facts.exact()).isTrue();
    assertThat(facts.independent()).isEqualTo(3);
    assertThat(facts.sources()).isEqualTo(4);
    assertThat(facts.first()).isEqualTo(LocalDate.of(2025, 11, 12));
    assertThat(facts.last()).isEqualTo(LocalDate.of(2025, 11, 21));
    assertThat(facts.weeks())
        .containsExactly(
            new Week(LocalDate.of(2025, 11, 10), 1, 0), new Week(LocalDate.of(2025, 11, 17), 2, 1));
    assertThat(facts.languages())
        .containsExactly(
            new Facts.Count<>(Language.ZH_HANS, 2),
            new Facts.Count<>(Language.ZH_HANT, 1),
            new Facts.Count<>(Language.EN, 1));
    assertThat(facts.related())
        .contains(new Facts.Related(new Name("Lynas Rare Earths", Language.EN), 1, 1));
  }

  private static List<String> said(Card card) {
    return card.said().stream().map(BriefSentence::text).toList();
  }

  @Test
  void aCardOpensWithTheSentencesThatNameTheTopicByAnyOfItsNames() {
    List<Card> cards = page("neodymium").cards();

    assertThat(said(cards.get(0))).containsExactly("钕价本周上涨一成，磁材厂的订单已经排到明年三月。");
    assertThat(said(cards.get(1))).containsExactly("釹的現貨愈來愈少，臺灣的磁鐵廠說，十二月以前拿不到第二批貨。");
    assertThat(said(page("Lynas").cards().getFirst()))
        .containsExactly(
            "Lynas can run its cracking plant at a third of its capacity until the permit comes,"
                + " the company said.");
    Citation place = cards.get(0).said().getFirst().citations().getFirst();
    assertThat(place.paragraph()).isEqualTo(1);
  }

  @Test
  void aCardOfWordsOpensWithTheSentenceThatHoldsThem() {
    assertThat(said(page("tailings dam").cards().getFirst()))
        .containsExactly(
            "The state wants a second study of the tailings dam, which takes four months.");
    assertThat(said(page("订单 电机厂").cards().getFirst())).isNotEmpty();
  }

  @Test
  void whatNamesTheTopicInPassingStandsApartWithItsSentence(@TempDir Path other) {
    try (Library own = new Library(other).filled()) {
      own.add(
          "harbour",
          Language.EN,
          "Port Ellery Post",
          "2025-11-22T05:18:00Z",
          "The harbour gets a second crane",
          "The port will lift heavier boxes from March, its manager said.",
          "Dockers want a say in the new shifts. Talks begin on Monday.",
          "The crane is paid for by the state. It comes from a yard in the north.",
          "Among the goods are wine, wool and, since last year, some neodymium from the mine upstream.",
          "The town hopes for ships that now sail past. It has waited for nine years.");

      TopicPage page = own.topics().page("钕", Selection.all(), null, Language.EN);

      assertThat(page.cards()).hasSize(3);
      assertThat(page.passing()).isEqualTo(1);
      assertThat(page.parts()).contains(new TopicPage.Parts(3, 1, 1));
      assertThat(page.facts().articles()).isEqualTo(5);
      Mentioning mention = page.mentions().getFirst();
      assertThat(mention.article().title()).isEqualTo("The harbour gets a second crane");
      assertThat(mention.said().getFirst().text()).startsWith("Among the goods").endsWith(".");
      Selection all = Selection.all().with(Selection.Mentions.SHOWN);
      TopicPage shown = own.topics().page("钕", all, null, Language.EN);
      assertThat(shown.cards()).hasSize(4);
      assertThat(shown.mentions()).isEmpty();
      assertThat(shown.parts()).isEmpty();
    }
  }

  @Test
  void aCardShowsFiveBulletsAndCountsTheRestAndSaysNothingTwice() {
    Card card = page("钕").cards().getFirst();
    Brief brief = brief(card, 4, 3);

    Focus focus = Focus.of(brief, brief.groups().getFirst().bullets().subList(0, 1));

    assertThat(focus.said()).hasSize(1);
    assertThat(focus.first()).extracting(group -> group.bullets().size()).containsExactly(3, 2);
    assertThat(focus.more()).extracting(BriefGroup::heading).containsExactly("");
    assertThat(focus.further()).isEqualTo(1);
    assertThat(Focus.of(null, List.of()).first()).isEmpty();
  }

  /// A brief with groups of so many bullets, each of another paragraph.
  private static Brief brief(Card card, int... sizes) {
    List<BriefGroup> groups = new ArrayList<>();
    int paragraph = 1;
    for (int size : sizes) {
      List<BriefSentence> bullets = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        bullets.add(
            new BriefSentence(
                "第" + paragraph + "条",
                List.of(new Citation(card.article().id(), paragraph++, new Span(0, 3)))));
      }
      groups.add(new BriefGroup("组" + paragraph, bullets));
    }
    return new Brief(
        card.article().id(), Language.ZH_HANS, List.of(), groups, new Maker.Extractive(1));
  }

  @Test
  void aThingIsSavedOnceWhateverItIsCalled() {
    library.topics().saved().save("neodymium");
    library.topics().saved().save("钕");

    assertThat(page("釹").heading().saved()).isTrue();
    assertThat(library.topics().home(Language.EN).topics()).hasSize(1);
    assertThat(library.topics().saved().remove("Nd")).isTrue();
    assertThat(page("neodymium").heading().saved()).isFalse();
  }

  @Test
  void foldsCopiesUnderTheFirstUnlessAsked() {
    Card folded = page("钕").cards().getFirst();
    TopicPage shown =
        library
            .topics()
            .page(
                "钕",
                new Selection(Set.of(), Set.of(), Selection.Copies.SHOWN),
                null,
                Language.ZH_HANS);

    assertThat(folded.copies()).extracting(ArticleLine::source).containsExactly("海石新闻");
    assertThat(shown.cards()).hasSize(4).allMatch(card -> card.copies().isEmpty());
  }

  @Test
  void carriesTheStoredBriefAndNamesInTheReadersLanguage() {
    Card card = library.topics().page("钕", Selection.all(), null, Language.ZH_HANS).cards().get(2);

    assertThat(card.brief()).isNotNull();
    assertThat(card.brief().language()).isEqualTo(Language.EN);
    assertThat(card.names()).contains(new Name("莱纳斯稀土", Language.ZH_HANS));
    assertThat(card.names()).extracting(Name::label).doesNotContain("钕");
  }

  @Test
  void tellsWhatAKnownNameIs() {
    Heading heading = page("釹").heading();

    assertThat(heading.name()).isEqualTo(new Name("neodymium", Language.EN));
    assertThat(heading.type()).isEqualTo(EntityType.PRODUCT);
    assertThat(heading.otherNames())
        .contains(new Name("钕", Language.ZH_HANS), new Name("釹", Language.ZH_HANT));
    assertThat(library.topics().page("釹", Selection.all(), null, Language.ZH_HANS).heading().name())
        .as("for a reader of Chinese, as it was asked for")
        .isEqualTo(new Name("釹", Language.ZH_HANT));
  }

  @Test
  void takesAnUnknownNameAsAQuery() {
    TopicPage page = page("tailings dam");

    assertThat(page.heading().type()).isNull();
    assertThat(titles(page)).containsExactly("Lynas waits for a second permit");
    assertThat(page.facts().articles()).isEqualTo(1);
  }

  private static List<String> found(String query) {
    return library
        .search()
        .find(SearchRequest.of(query).withSort(SearchRequest.Sort.NEWEST))
        .hits()
        .stream()
        .map(hit -> hit.article().title())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "订单 AND 出口",
        "permit lang:en date:2025-11",
        "订单 lang:zh-Hant",
        "\"second permit\" OR 訂單",
        "source:Carrow",
        "(订单 permit)",
        "-订单"
      })
  void holdsTheArticlesThatSearchFindsForAQuery(String query) {
    TopicPage page = page(query);

    assertThat(titles(page)).isEqualTo(found(query)).isNotEmpty();
    assertThat(page.heading().name().label()).isEqualTo(query);
    assertThat(page.facts().independent()).isEqualTo(page.cards().size());
  }

  @Test
  void looksForAnUnknownNameAsItIsWrittenThenForAllOfItsWords() {
    assertThat(titles(page("电机厂提前备货"))).containsExactly("钕价先动，磁材厂排产到明年春天");
    assertThat(titles(page("订单 电机厂"))).containsExactly("钕价先动，磁材厂排产到明年春天");
    assertThat(titles(page("permit company"))).containsExactly("Lynas waits for a second permit");
    assertThat(titles(page("没有这批订单"))).isEmpty();
    assertThat(titles(page("permit zzqqxx"))).isEmpty();
  }

  @Test
  void isEmptyForWhatNobodyWroteAbout() {
    TopicPage page = page("qqqqq");

    assertThat(page.cards()).isEmpty();
    assertThat(page.facts()).isEqualTo(Facts.none());
  }

  @Test
  void showsOnlyTheLanguagesAskedFor() {
    Selection english = new Selection(Set.of(Language.EN), Set.of(), Selection.Copies.FOLDED);

    assertThat(titles(library.topics().page("钕", english, null, Language.EN)))
        .containsExactly("Lynas waits for a second permit");
  }

  @Test
  void showsOnlyTheOutletsAndDaysAskedFor() {
    Selection outlet =
        new Selection(Set.of(), Set.of(), Set.of("海石新闻"), null, null, Selection.Copies.SHOWN);
    Selection week =
        new Selection(
            Set.of(),
            Set.of(),
            Set.of(),
            LocalDate.of(2025, 11, 10),
            LocalDate.of(2025, 11, 16),
            Selection.Copies.FOLDED);

    assertThat(library.topics().page("钕", outlet, null, Language.EN).cards())
        .extracting(card -> card.article().source())
        .containsExactly("海石新闻");
    assertThat(library.topics().page("钕", week, null, Language.EN).cards()).hasSize(1);
    assertThat(titles(library.topics().page("tailings dam", week, null, Language.EN)))
        .hasSizeLessThan(2);
  }

  @Test
  void looksForTheWordsOfAKnownThingThatNoArticleIsTaggedWith() {
    library.book().make(EntityType.PLACE, List.of("tailings dam"));

    TopicPage page = page("tailings dam");

    assertThat(page.heading().type()).isEqualTo(EntityType.PLACE);
    assertThat(page.heading().byWords()).isTrue();
    assertThat(titles(page)).containsExactly("Lynas waits for a second permit");
    library.book().remove("tailings dam", "tailings dam");
  }

  @ParameterizedTest
  @CsvSource({"陆知夏,PERSON", "Coastal Safety Board,ORGANISATION"})
  void tellsThatANameWasReadAndIsNoRelatedNameOfItsOwn(
      String name, EntityType type, @TempDir Path folder) {
    try (Library own = new Library(folder)) {
      own.add(
          "hospital",
          Language.ZH_HANS,
          "临岚日报",
          "2025-11-20T02:00:00Z",
          "青禾医院启用新急诊楼",
          "青禾医院新急诊楼20日启用。院长陆知夏表示，候诊时间将减半。");
      own.add(
          "crossings",
          Language.EN,
          "Skarnes Post",
          "2025-11-20T03:00:00Z",
          "Coastal Safety Board halts winter crossings",
          "The Coastal Safety Board said that it would stop all crossings until January. Ingrid Tveitmo, the director of the Coastal Safety Board, said a ship would be chartered.");

      TopicPage page = own.topics().page(name, Selection.all(), null, Language.EN);

      assertThat(page.heading().name().read()).isTrue();
      assertThat(page.heading().isThing()).isFalse();
      assertThat(page.heading().type()).isEqualTo(type);
      assertThat(page.facts().related()).isNotEmpty();
      assertThat(page.facts().related())
          .extracting(related -> related.name().label())
          .doesNotContain(name);
      assertThat(page.cards()).hasSize(1);
      assertThat(page.cards().getFirst().names())
          .extracting(Name::label)
          .isNotEmpty()
          .doesNotContain(name);
    }
  }

  @Test
  void goesThroughManyArticlesPageByPage(@TempDir Path folder) {
    Library library = new Library(folder);
    for (int day = 10; day < 33; day++) {
      library.add(
          "d" + day,
          Language.EN,
          "Carrow Dispatch",
          "2025-09-%02dT05:00:00Z".formatted(1 + day % 28),
          "Neodymium report, no. " + day,
          "Neodymium was traded on this day, and more of it than the day before.");
    }

    List<String> seen = new ArrayList<>();
    String after = null;
    int pages = 0;
    do {
      TopicPage page = library.topics().page("neodymium", Selection.all(), after, Language.EN);
      seen.addAll(titles(page));
      after = page.next();
      pages++;
    } while (after != null);

    assertThat(pages).isEqualTo(3);
    assertThat(seen).hasSize(23).doesNotHaveDuplicates();
    assertThatThrownBy(
            () -> library.topics().page("neodymium", Selection.all(), "no token", Language.EN))
        .isInstanceOf(IllegalArgumentException.class);
    library.close();
  }

  @Test
  void putsSavedTopicsWithTheirAliasesOnTheFirstPage() {
    library.topics().saved().save("磁材三家", List.of(new Name("Lynas", Language.EN)));

    Home home = library.topics().home(Language.ZH_HANS);

    assertThat(home.articles()).isEqualTo(4);
    assertThat(home.independent()).isEqualTo(3);
    assertThat(home.newest()).hasSize(3);
    assertThat(home.topics()).hasSize(1);
    Home.TopicLine topic = home.topics().getFirst();
    assertThat(topic.name().label()).isEqualTo("磁材三家");
    assertThat(topic.newest())
        .extracting(mention -> mention.article().title())
        .containsExactly("Lynas waits for a second permit");
    assertThat(page("磁材三家").heading().name().label()).isEqualTo("磁材三家");
    assertThat(topic.weeks()).hasSize(12);
    assertThat(page("磁材三家").heading().saved()).isTrue();
    assertThat(library.topics().saved().remove("磁材三家")).isTrue();
    assertThat(library.topics().home(Language.EN).topics()).isEmpty();
  }

  @Test
  void tellsOfACopyWhichArticleCameFirst() {
    var original = page("钕").cards().getFirst();
    var copy = original.copies().getFirst();

    ArticlePage first =
        library.topics().article(original.article().id(), Language.EN).orElseThrow();
    ArticlePage second = library.topics().article(copy.id(), Language.EN).orElseThrow();

    assertThat(first.editions().original()).isNull();
    assertThat(first.editions().copies())
        .containsExactly(new CopyLine(copy, new Likeness(100, 0, 0, 0, 0)));
    assertThat(second.editions().original())
        .isEqualTo(new CopyLine(original.article(), new Likeness(100, 0, 0, 0, 0)));
    assertThat(second.editions().copies()).isEmpty();
  }
}
