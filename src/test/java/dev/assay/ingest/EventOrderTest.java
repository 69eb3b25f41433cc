package dev.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.ArticleId;
import dev.assay.event.kept.EventJoin;
import dev.assay.ingest.Newsstand.Copy;
import dev.assay.lexicon.Lexicon;
import dev.assay.store.Rows;
import dev.assay.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Events in the store do not depend on the order in which articles arrive.
final class EventOrderTest {

  private static final List<List<String>> HAPPENINGS =
      List.of(
          List.of(
              "A fire broke out at the Ostrava smelter of Kestrel Metals on Tuesday.",
              "Kestrel Metals sent 340 workers home after the fire at its smelter in Ostrava.",
              "The Ostrava furnace will stand still for six weeks, Kestrel Metals said after the fire.",
              "Firemen from Ostrava fought the flames at the smelter for nine hours.",
              "Kestrel Metals put the damage of the Ostrava fire at 14 million euros."),
          List.of(
              "Dockers of Carrow voted for a strike from Friday, their union said.",
              "The strike in the port of Carrow would hold up 60 ships with grain, the dockers' union said.",
              "Carrow's dockers ask for 9 percent more pay, and the port offered 4 before the strike.",
              "A strike of the dockers would be the first in the port of Carrow for 31 years.",
              "Traders of grain look for other harbours because of the strike of Carrow's dockers."),
          List.of(
              "Kestrel Metals will buy the Ostrava rolling mill of Dunmore Steel for 820 million euros.",
              "Dunmore Steel sells its rolling mill in Ostrava to Kestrel Metals, both companies said.",
              "The purchase of Dunmore's rolling mill makes Kestrel Metals the largest employer of Ostrava.",
              "Kestrel Metals pays 820 million euros for the rolling mill, and takes over 1,900 workers.",
              "Shares of Dunmore Steel rose by 12 percent after the sale of the rolling mill."),
          List.of(
              "南屏矿业周二宣布，北岸分离厂发生泄漏，全厂停产。",
              "北岸分离厂泄漏之后，南屏矿业疏散了附近的260名居民。",
              "南屏矿业说，泄漏的酸液已经收回，分离厂要到下月才能复产。",
              "当地环保局对南屏矿业北岸分离厂的泄漏立案调查。",
              "北岸分离厂停产影响氧化镨钕产量，每月减少350吨。"),
          List.of(
              "白沙县政府与海陵磁材签约，建设年产8000吨的磁材工厂。",
              "海陵磁材的新工厂落户白沙县，总投资26亿元。",
              "白沙县说，磁材工厂明年六月开工，可带来900个就业岗位。",
              "海陵磁材董事长在白沙县的签约仪式上说，产品主要供给电动车。",
              "按照协议，白沙县为海陵磁材的工厂提供土地和电价优惠。"));

  @TempDir Path folder;

  private final Random random = new Random(11);

  /// Reports of a few sentences on a happening, over three weeks, some of them taken over by
  /// another outlet.
  private List<Copy> articles() {
    List<Copy> articles = new ArrayList<>();
    for (int i = 0; i < 36; i++) {
      List<String> sentences = new ArrayList<>(HAPPENINGS.get(random.nextInt(HAPPENINGS.size())));
      Collections.shuffle(sentences, random);
      String text = String.join("\n", sentences.subList(0, 2 + random.nextInt(3)));
      articles.add(article("a" + i, text));
      if (i % 5 == 0) {
        articles.add(article("copy-of-" + i, text));
      }
    }
    return articles;
  }

  private Copy article(String id, String text) {
    String published =
        "2025-11-%02dT%02d:00:00Z".formatted(1 + random.nextInt(21), random.nextInt(24));
    return new Copy(id, "Outlet " + id, published, text.substring(0, 12), text);
  }

  private static Map<String, List<String>> events(Store store) {
    Map<String, List<String>> rows = new TreeMap<>(Rows.of(store));
    rows.keySet().retainAll(List.of("event_key", "event_likeness", "event_member"));
    return rows;
  }

  @Test
  void areTheSameInAnyOrderOfArrival() {
    List<Copy> articles = articles();
    try (Newsstand stand = new Newsstand(folder)) {
      stand.take(articles);
      Map<String, List<String>> expected = events(stand.store);
      assertThat(expected.get("event_member")).hasSizeBetween(15, 36);

      EventJoin join = EventJoin.of(Lexicon.shipped());
      List<ArticleId> ids =
          new ArrayList<>(articles.stream().map(copy -> Newsstand.id(copy.id())).toList());
      for (int shuffle = 0; shuffle < 20; shuffle++) {
        Collections.shuffle(ids, random);
        stand.store.change(
            session -> {
              expected.keySet().forEach(table -> session.handle().execute("delete from " + table));
              ids.forEach(id -> join.join(session, id, Newsstand.NOW.plus(Duration.ofDays(1))));
            });
        assertThat(events(stand.store)).as("shuffle " + shuffle).isEqualTo(expected);
      }
    }
  }

  @Test
  void areTheSameWhenArticlesWentAndCameBackInAnotherOrder() {
    List<Copy> articles = articles();
    try (Newsstand stand = new Newsstand(folder)) {
      stand.take(articles);
      Map<String, List<String>> expected = events(stand.store);
      List<Copy> some = new ArrayList<>(articles.subList(5, 30));
      Collections.shuffle(some, random);
      some.forEach(copy -> stand.upkeep.delete(Newsstand.id(copy.id())));
      Collections.shuffle(some, random);
      some.forEach(copy -> stand.take(List.of(copy)));
      assertThat(events(stand.store)).isEqualTo(expected);
    }
  }

  private static long lastHappening(Store store) {
    return store.<Long>read(session -> session.happenings().last());
  }

  /// Of a desk that had no events, or weighed texts otherwise, all texts are read again.
  @Test
  void areTheSameAndNoNewsWhenAllTextsAreReadAgain() {
    try (Newsstand stand = new Newsstand(folder)) {
      stand.take(articles());
      Map<String, List<String>> expected = events(stand.store);
      long told = lastHappening(stand.store);
      stand.store.change(
          session ->
              List.of("event_key", "event_likeness", "event_member", "event_text")
                  .forEach(table -> session.handle().execute("delete from " + table)));
      assertThat(stand.ingest.catchUpEvents()).isPositive();
      assertThat(events(stand.store)).isEqualTo(expected);
      assertThat(lastHappening(stand.store)).isEqualTo(told);
    }
  }
}
