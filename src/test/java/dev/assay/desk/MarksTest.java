package dev.assay.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.ReaderId;
import dev.assay.desk.ItemQuery.Only;
import dev.assay.desk.ItemQuery.Order;
import dev.assay.topic.Library;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MarksTest {

  private static final ReaderId ANA = new ReaderId("ana");
  private static final ReaderId BO = new ReaderId("bo");
  private static final ReadingScope ALL = new ReadingScope.Everything();
  private static final ReadingScope NEODYMIUM = new ReadingScope.About(List.of("element:Nd"));

  @TempDir private Path folder;
  private Library library;
  private Marks marks;
  private Article chinese;
  private Article copy;
  private Article english;

  @BeforeEach
  void fill() {
    library = new Library(folder);
    marks = library.marks();
    chinese =
        library.add(
            "nd",
            Language.ZH_HANS,
            "北岸财经",
            "2025-11-21T02:02:00Z",
            "钕价先动，磁材厂排产到明年春天",
            "钕价本周上涨一成，磁材厂的订单已经排到明年三月。");
    copy = library.copy("nd-copy", chinese, "海石新闻", "2025-11-21T03:40:00Z");
    english =
        library.add(
            "lynas",
            Language.EN,
            "Carrow Dispatch",
            "2025-11-12T05:18:00Z",
            "Lynas waits for a second permit",
            "The state wants a second study of the tailings dam, which takes four months.");
  }

  @AfterEach
  void close() {
    library.close();
  }

  private Mark mark(ReaderId reader, Article article) {
    return marks.of(reader, List.of(article.id())).get(article.id());
  }

  private long unread(ReaderId reader, ReadingScope scope) {
    return marks.unread(reader, scope, 1_000).count();
  }

  @Test
  void everythingIsUnreadAtFirstAndCopiesCountOnce() {
    assertThat(unread(ANA, ALL)).isEqualTo(2);
    assertThat(unread(ANA, NEODYMIUM)).isEqualTo(1);
    assertThat(unread(ANA, new ReadingScope.From("Carrow Dispatch"))).isEqualTo(1);
    assertThat(unread(ANA, new ReadingScope.From("海石新闻"))).isZero();
    assertThat(unread(ANA, new ReadingScope.Among(List.of(chinese.id(), copy.id())))).isEqualTo(1);
    assertThat(mark(ANA, chinese)).isEqualTo(Mark.NONE);
  }

  @Test
  void whatCameOfASourceIsReadByItsTextWhateverCopyCame() {
    int source = library.follow("https://sea.example/feed", "海石", copy, english).id();
    ReadingScope listed = new ReadingScope.Listed(source);
    assertThat(unread(ANA, listed)).isEqualTo(2);
    marks.say(ANA, List.of(copy.id()), Mark.Said.READ);
    assertThat(unread(ANA, listed)).isEqualTo(1);
    assertThat(marks.items(ANA, listed, ItemQuery.newest(ItemQuery.Only.READ, 9)))
        .extracting(Item::id)
        .containsExactly(chinese.id());
    marks.readAll(ANA, listed, Library.CLOCK.instant());
    assertThat(unread(ANA, listed)).isZero();
    assertThat(unread(ANA, new ReadingScope.Listed(source + 1))).isZero();
  }

  @Test
  void whatOneReaderReadsIsUnreadForAnother() {
    marks.say(ANA, List.of(chinese.id()), Mark.Said.READ);

    assertThat(mark(ANA, chinese).read()).isTrue();
    assertThat(mark(BO, chinese).read()).isFalse();
    assertThat(unread(ANA, ALL)).isEqualTo(1);
    assertThat(unread(BO, ALL)).isEqualTo(2);
  }

  @Test
  void aTextThatWasReadInOneCopyIsReadInAll() {
    marks.say(ANA, List.of(copy.id()), Mark.Said.READ);

    assertThat(mark(ANA, chinese).read()).isTrue();
    assertThat(mark(ANA, copy).read()).isTrue();
    assertThat(unread(ANA, NEODYMIUM)).isZero();
  }

  @Test
  void aTextStaysReadWhenAnotherCopyStandsForItsGroup() {
    marks.say(ANA, List.of(chinese.id()), Mark.Said.READ);
    marks.readAll(BO, ALL, Library.CLOCK.instant());
    Article earlier =
        library.add(
            "nd-first",
            Language.ZH_HANS,
            "松岭早报",
            "2025-11-20T22:00:00Z",
            "钕价先动",
            "钕价本周上涨一成，磁材厂的订单已经排到明年三月。");
    marks.say(BO, List.of(earlier.id()), Mark.Said.UNREAD);

    library.folds().fold(List.of(earlier.id(), chinese.id()));

    assertThat(mark(ANA, chinese).read()).isTrue();
    assertThat(mark(ANA, earlier).read()).isTrue();
    assertThat(mark(BO, earlier).read()).as("by his own word").isFalse();
  }

  @Test
  void aStarStandsOnOneArticleAndOutlivesReading() {
    marks.say(ANA, List.of(copy.id()), Mark.Said.STARRED);
    marks.readAll(ANA, ALL, Library.CLOCK.instant());

    assertThat(mark(ANA, copy)).isEqualTo(new Mark(true, true));
    assertThat(mark(ANA, chinese)).isEqualTo(new Mark(true, false));
    assertThat(ids(ALL, ItemQuery.newest(Only.STARRED, 10))).containsExactly(copy.id());

    marks.say(ANA, List.of(copy.id()), Mark.Said.UNSTARRED);

    assertThat(marks.items(ANA, ALL, ItemQuery.newest(Only.STARRED, 10))).isEmpty();
    assertThat(mark(ANA, copy).read()).isTrue();
  }

  @Test
  void allOfATopicIsReadAndTheRestIsNot() {
    assertThat(marks.readAll(ANA, NEODYMIUM, Library.CLOCK.instant())).isEqualTo(1);

    assertThat(mark(ANA, chinese).read()).isTrue();
    assertThat(mark(ANA, english).read()).isFalse();
  }

  @Test
  void allOfASourceIsRead() {
    marks.readAll(ANA, new ReadingScope.From("Carrow Dispatch"), Library.CLOCK.instant());

    assertThat(mark(ANA, english).read()).isTrue();
    assertThat(mark(ANA, chinese).read()).isFalse();
  }

  @Test
  void whatArrivesAfterTheMomentStaysUnread() {
    Instant before = chinese.fetchedAt().minusMillis(1);

    assertThat(marks.readAll(ANA, ALL, before)).isZero();
    assertThat(marks.readAll(ANA, NEODYMIUM, before)).isZero();
    assertThat(unread(ANA, ALL)).isEqualTo(2);
  }

  @Test
  void whatIsKeptUnreadStaysSoUntilAllIsReadAgain() {
    Instant now = Library.CLOCK.instant();
    marks.readAll(ANA, ALL, now);
    marks.say(ANA, List.of(english.id()), Mark.Said.UNREAD);

    assertThat(unread(ANA, ALL)).isEqualTo(1);
    assertThat(ids(ALL, ItemQuery.newest(Only.UNREAD, 10))).containsExactly(english.id());
    assertThat(ids(ALL, ItemQuery.newest(Only.READ, 10))).containsExactly(chinese.id());

    assertThat(marks.readAll(ANA, ALL, now)).isEqualTo(1);
    assertThat(unread(ANA, ALL)).isZero();
  }

  @Test
  void aDeletedArticleLeavesNoMark() {
    marks.say(ANA, List.of(english.id()), Mark.Said.STARRED);

    library.delete(english);

    assertThat(marks.of(ANA, List.of(english.id()))).isEmpty();
    assertThat(marks.items(ANA, ALL, ItemQuery.newest(Only.STARRED, 10))).isEmpty();
  }

  private List<ArticleId> ids(ReadingScope scope, ItemQuery query) {
    return marks.items(ANA, scope, query).stream().map(Item::id).toList();
  }

  @Test
  void aListGoesOnWhereItsPageEndedInEitherOrder() {
    for (Order order : Order.values()) {
      ItemQuery query = new ItemQuery(Only.ALL, order, null, null, null, 1);
      Item first = marks.items(ANA, ALL, query).getFirst();
      Item.Place place = Item.Place.of(first.place().token()).orElseThrow();
      List<Item> rest = marks.items(ANA, ALL, query.after(place));

      assertThat(rest).hasSize(1).doesNotContain(first);
      assertThat(marks.items(ANA, ALL, query.after(rest.getFirst().place()))).isEmpty();
    }
    assertThat(Item.Place.of("no token")).isEmpty();
  }

  @Test
  void aListIsBoundedByTheMomentsOfArrival() {
    Instant arrived = chinese.fetchedAt();

    assertThat(ids(ALL, new ItemQuery(Only.ALL, Order.NEWEST_FIRST, arrived, null, null, 9)))
        .hasSize(2);
    assertThat(ids(ALL, new ItemQuery(Only.ALL, Order.NEWEST_FIRST, null, arrived, null, 9)))
        .isEmpty();
  }

  @Test
  void newsIsWhatCameSinceTheVisitBefore() {
    Instant monday = Instant.parse("2025-11-24T18:00:00Z");
    AtomicReference<Instant> now = new AtomicReference<>(monday);
    InstantSource clock = now::get;
    Marks clocked = library.marks(clock);

    assertThat(clocked.visitNow(ANA).since()).as("the first visit").isNull();
    clocked.look(ANA);
    now.set(monday.plus(Duration.ofMinutes(10)));
    clocked.look(ANA);
    assertThat(clocked.visitNow(ANA).since()).as("the same visit").isNull();

    Instant tuesday = Instant.parse("2025-11-25T07:30:00Z");
    now.set(tuesday);
    Instant left = monday.plus(Duration.ofMinutes(10));
    assertThat(clocked.visitNow(ANA)).isEqualTo(new Visit(tuesday, left));
    clocked.look(ANA);
    now.set(tuesday.plus(Duration.ofMinutes(20)));
    assertThat(clocked.visitNow(ANA).since()).as("as long as it lasts").isEqualTo(left);
    assertThat(clocked.visitNow(BO)).isEqualTo(new Visit(now.get(), null));
  }
}
