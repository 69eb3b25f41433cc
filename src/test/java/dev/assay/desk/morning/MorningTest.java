package dev.assay.desk.morning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.article.ReaderId;
import dev.assay.desk.ItemQuery;
import dev.assay.desk.ItemQuery.Only;
import dev.assay.desk.Mark;
import dev.assay.desk.Marks;
import dev.assay.desk.Mute;
import dev.assay.desk.ReadingScope;
import dev.assay.desk.morning.Edition.TopicNews;
import dev.assay.topic.ArticleLine;
import dev.assay.topic.Library;
import dev.assay.topic.Mentioning;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MorningTest {

  private static final ReaderId ANA = new ReaderId("ana");

  @TempDir private Path folder;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2025-11-22T18:00:00Z"));
  private Library library;
  private Marks marks;
  private Morning morning;

  @BeforeEach
  void open() {
    library = new Library(folder).filled();
    marks = library.marks(now::get);
    morning = new Morning(library.topics(), library.ledgers(), library.events(), marks);
  }

  @AfterEach
  void close() {
    library.close();
  }

  private static String lead(TopicNews topic) {
    return Objects.requireNonNull(topic.lead()).article().title();
  }

  @Test
  void theFirstVisitHasNoNewsAndAllIsUnread() {
    Edition edition = morning.edition(ANA, Language.EN);

    assertThat(edition.since()).isNull();
    assertThat(edition.arrived()).isZero();
    assertThat(edition.unread().count()).isEqualTo(3);
    assertThat(edition.articles()).isEqualTo(4);
  }

  @Test
  void newsIsWhatArrivedSinceTheVisitBefore() {
    marks.look(ANA);
    now.set(Instant.parse("2025-11-23T08:00:00Z"));

    Edition edition = morning.edition(ANA, Language.ZH_HANS);

    assertThat(edition.since()).isEqualTo(Instant.parse("2025-11-22T18:00:00Z"));
    assertThat(edition.arrived()).as("copies once").isEqualTo(3);
    marks.look(ANA);
    now.updateAndGet(moment -> moment.plus(Duration.ofHours(9)));
    assertThat(morning.edition(ANA, Language.EN).arrived()).isZero();
  }

  @Test
  void aTopicLeadsWithItsNewestUnreadArticleAndWhatThatSaysOfIt() {
    library.topics().saved().save("neodymium");
    TopicNews topic = morning.edition(ANA, Language.EN).topics().getFirst();

    assertThat(topic.name().label()).isEqualTo("neodymium");
    assertThat(topic.unread().count()).isEqualTo(3);
    Mentioning lead = Objects.requireNonNull(topic.lead());
    assertThat(lead.article().title()).isEqualTo("钕价先动，磁材厂排产到明年春天");
    assertThat(lead.said().getFirst().text()).isEqualTo("钕价本周上涨一成，磁材厂的订单已经排到明年三月。");
    assertThat(topic.lines())
        .extracting(ArticleLine::title)
        .containsExactly("釹鐵硼訂單回流，臺廠等不到原料", "Lynas waits for a second permit");

    marks.say(ANA, List.of(lead.article().id()), Mark.Said.READ);

    TopicNews later = morning.edition(ANA, Language.EN).topics().getFirst();
    assertThat(lead(later)).isEqualTo("釹鐵硼訂單回流，臺廠等不到原料");
    assertThat(later.unread().count()).isEqualTo(2);
  }

  @Test
  void leadsWithTheTitleThatHasTheWordsOfATopicThatNoPackKnows() {
    library.topics().saved().save("灯会");
    library.topics().saved().save("regatta");
    library.add("lantern", Language.ZH_HANS, "北岸财经", "2025-11-20T04:00:00Z", "灯会开幕", "松岭市的灯会周四开幕。");
    library.add(
        "minutes", Language.ZH_HANS, "北岸财经", "2025-11-21T04:00:00Z", "会议纪要", "会上也说到灯会，未作决定。");
    library.add(
        "boats",
        Language.EN,
        "Carrow Post",
        "2025-11-19T04:00:00Z",
        "A regatta opens",
        "Boats came.");
    library.add(
        "council", Language.EN, "Carrow Post", "2025-11-20T03:00:00Z", "Two buses", "No regatta.");

    assertThat(morning.edition(ANA, Language.EN).topics())
        .extracting(MorningTest::lead)
        .containsExactlyInAnyOrder("灯会开幕", "A regatta opens");
  }

  @Test
  void leadsWithTheNewestWhereAnOlderOneSaysMore() {
    library.topics().saved().save("镓");
    library.add(
        "old",
        Language.ZH_HANS,
        "北岸财经",
        "2025-09-01T04:00:00Z",
        "镓出口许可证开始发放",
        "镓出口许可证今天开始发放。",
        "镓的出口商说，文件早已备好。");
    library.add(
        "new",
        Language.ZH_HANS,
        "松岭早报",
        "2025-11-23T04:00:00Z",
        "港口一周：镓与锗",
        "港口本周吞吐量与上周持平。",
        "镓的库存略有下降，锗没有成交。");

    assertThat(lead(morning.edition(ANA, Language.EN).topics().getFirst())).isEqualTo("港口一周：镓与锗");
  }

  @Test
  void anArticleOfSeveralTopicsStandsUnderOne() {
    library.topics().saved().save("Lynas");
    library.topics().saved().save("tailings dam");

    List<TopicNews> topics = morning.edition(ANA, Language.EN).topics();

    assertThat(topics).hasSize(2);
    assertThat(lead(topics.getFirst())).isEqualTo("Lynas waits for a second permit");
    assertThat(topics.getLast().lead()).isNull();
    assertThat(Objects.requireNonNull(topics.getLast().above()).title())
        .isEqualTo("Lynas waits for a second permit");
    assertThat(topics.getLast().unread().count()).isEqualTo(1);
    assertThat(morning.edition(ANA, Language.EN).newest())
        .extracting(one -> one.article().title())
        .doesNotContain("Lynas waits for a second permit");
  }

  @Test
  void whatIsMutedStandsNowhereForThatReaderAloneAndIsBackWhenTheMuteEnds() {
    library.topics().saved().save("neodymium");
    library.topics().saved().save("Lynas");
    Edition before = morning.edition(ANA, Language.EN);

    marks.mutes().muteTopic(ANA, "钕", library.topics().scope("钕"));

    Edition muted = morning.edition(ANA, Language.EN);
    assertThat(muted.topics()).extracting(topic -> topic.name().label()).containsExactly("Lynas");
    assertThat(muted.topics().getFirst().lead()).as("it is about neodymium too").isNull();
    assertThat(muted.newest()).isEmpty();
    assertThat(muted.unread().count()).isZero();
    assertThat(muted.mutes()).containsExactly(new Mute(Mute.Kind.TOPIC, "钕"));
    assertThat(morning.edition(new ReaderId("ben"), Language.EN).topics())
        .isEqualTo(before.topics());

    assertThat(marks.mutes().end(ANA, new Mute(Mute.Kind.TOPIC, "钕"))).isTrue();
    assertThat(morning.edition(ANA, Language.EN)).isEqualTo(before);
    assertThat(marks.mutes().end(ANA, new Mute(Mute.Kind.TOPIC, "钕"))).isFalse();
  }

  @Test
  void anOutletThatIsMutedIsNotUnreadAndItsArticlesAreNotNews() {
    String outlet = morning.edition(ANA, Language.EN).newest().getFirst().article().source();
    marks.look(ANA);
    now.set(Instant.parse("2025-11-23T08:00:00Z"));
    marks.mutes().muteSource(ANA, outlet);

    Edition muted = morning.edition(ANA, Language.ZH_HANS);

    assertThat(muted.newest())
        .isNotEmpty()
        .extracting(one -> one.article().source())
        .doesNotContain(outlet);
    assertThat(muted.unread().count()).isEqualTo(2);
    assertThat(muted.arrived()).isEqualTo(2);
    assertThat(marks.items(ANA, new ReadingScope.Everything(), ItemQuery.newest(Only.UNREAD, 9)))
        .hasSize(2);
    assertThat(marks.items(ANA, new ReadingScope.Everything(), ItemQuery.newest(Only.ALL, 9)))
        .as("nothing is taken away")
        .hasSize(3);
  }

  @Test
  void whatTellsOfOneHappeningIsOneLineThatSaysHowManyTextsThereAre() {
    library.add(
        "rates-1",
        Language.EN,
        "Carrow Dispatch",
        "2025-11-23T06:00:00Z",
        "Canada's central bank keeps its rate",
        "The Bank of Canada left its interest rate at 3.5% and hinted at a cut in spring, citing slower inflation.");
    library.add(
        "rates-2",
        Language.EN,
        "Harbour Wire",
        "2025-11-23T07:00:00Z",
        "Bank of Canada holds at 3.5%",
        "Interest rates in Canada stay at 3.5%, the central bank decided; inflation is slower and a cut may come in spring.");

    Edition edition = morning.edition(ANA, Language.EN);

    ArticleLine first = edition.newest().getFirst().article();
    assertThat(first.title()).isEqualTo("Bank of Canada holds at 3.5%");
    assertThat(Objects.requireNonNull(edition.events().get(first.id())).texts()).isEqualTo(2);
    assertThat(edition.newest())
        .extracting(one -> one.article().title())
        .doesNotContain("Canada's central bank keeps its rate");
  }

  @Test
  void topicsStandInTheOrderOfWhatTheyLeadWith() {
    List.of("gallium", "germanium", "tungsten").forEach(library.topics().saved()::save);
    library.add(
        "older", Language.ZH_HANS, "北岸财经", "2025-11-22T06:00:00Z", "锗的库存见底", "锗的库存见底，光纤厂等不到货。");
    library.add(
        "tungsten",
        Language.EN,
        "Harbour Wire",
        "2025-11-23T02:00:00Z",
        "Tungsten mine floods",
        "A tungsten mine in the hills above Carrow flooded on Saturday.");
    library.add(
        "both",
        Language.EN,
        "Carrow Dispatch",
        "2025-11-23T08:00:00Z",
        "Gallium and germanium need a licence",
        "Gallium and germanium may leave the port with a licence alone.");

    assertThat(morning.edition(ANA, Language.EN).topics())
        .extracting(MorningTest::lead)
        .containsExactly("Gallium and germanium need a licence", "Tungsten mine floods", "锗的库存见底");
  }

  @Test
  void aTopicIsEmptyIfNoArticleIsAboutItAndNotIfAllOfThemAreMuted() {
    library.topics().saved().save("neodymium");
    library.topics().saved().save("灯会");
    library.topics().outlets().forEach(outlet -> marks.mutes().muteSource(ANA, outlet.name()));

    List<TopicNews> topics = morning.edition(ANA, Language.EN).topics();

    assertThat(topics).extracting(TopicNews::lead).containsOnlyNulls();
    assertThat(topics)
        .extracting(topic -> topic.name().label(), TopicNews::isEmpty)
        .containsExactlyInAnyOrder(tuple("neodymium", false), tuple("灯会", true));
  }

  @Test
  void theNewestArticlesSayHowTheirBriefsOpen() {
    assertThat(morning.edition(ANA, Language.EN).newest())
        .extracting(one -> one.article().title(), one -> one.said().getFirst().text())
        .containsExactly(
            tuple("钕价先动，磁材厂排产到明年春天", "钕价本周上涨一成，磁材厂的订单已经排到明年三月。"),
            tuple("釹鐵硼訂單回流，臺廠等不到原料", "釹的現貨愈來愈少，臺灣的磁鐵廠說，十二月以前拿不到第二批貨。"),
            tuple(
                "Lynas waits for a second permit",
                "Lynas can run its cracking plant at a third of its capacity until the permit comes,"
                    + " the company said."));
  }

  @Test
  void topicsWithUnreadArticlesComeFirst() {
    library.topics().saved().save("钕");
    library.topics().saved().save("Lynas");
    marks.readAll(ANA, library.topics().scope("钕"), now.get().plus(Duration.ofDays(9)));
    Article fresh =
        library.add(
            "lynas-more",
            Language.EN,
            "Port Ellery Post",
            "2025-11-10T05:18:00Z",
            "Lynas wants more land",
            "Lynas asked for a second site beside its plant, the town council said.");

    List<TopicNews> topics = morning.edition(ANA, Language.EN).topics();

    assertThat(topics).extracting(topic -> topic.unread().count()).containsExactly(1L, 0L);
    assertThat(lead(topics.getFirst())).isEqualTo(fresh.title());
  }
}
