package dev.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ingest.Newsstand.Copy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Groups in the store do not depend on the order in which articles arrive.
final class CopyOrderTest {

  private static final List<String> CHINESE =
      List.of(
          "南屏矿业周二说，新的分离线将于明年三月投产，每年可出氧化镨钕4200吨。",
          "原料来自北岸的两座矿山，运距不到90公里，矿石品位在去年的勘探中有所提高。",
          "项目耗资18亿元，其中三成来自地方基金，其余由公司自筹，预计7年收回投资。",
          "厂区离最近的村庄有6公里，废水先经两级沉淀，再送去镇上的处理厂。",
          "公司董事长说，磁材客户已经预订了前两年的产量，价格按季度商定。",
          "当地居民担心运矿的卡车，镇政府答应另修一条绕过学校的路。",
          "工程师们从去年秋天起在海边的试验车间里练习，出了三批合格的样品。");

  private static final List<String> ENGLISH =
      List.of(
          "The port of Carrow will deepen its northern basin to 14 metres by the spring, its board said.",
          "Two dredgers have been hired for 40 million dollars, and ferries will use the old pier meanwhile.",
          "Fishermen fear for the herring, which spawn in the shallows, and want the work to rest in May.",
          "The harbour master expects some 300 more ships a year, most of them carriers of ore and grain.",
          "A study from the last decade found that the sand moves north with every storm and fills the channel.",
          "Shopkeepers along the quay hope for sailors with money and doubt that any will have the time to land.",
          "The council votes on Thursday; the mayor has said that she counts on 9 of the 15 members.");

  private static final List<String> ADVERTISEMENTS =
      List.of("夏日大促开始了，家电低至五折，快来领取优惠券。", "The best mattress you will ever own, at half price.");

  @TempDir Path folder;

  private final Random random = new Random(7);

  /// Reposts, excerpts, edits, templates of another day, digests.
  private List<Copy> articles(int count) {
    List<Copy> articles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> sentences = random.nextBoolean() ? CHINESE : ENGLISH;
      articles.add(article("a" + i, String.join("\n", varied(sentences, i))));
    }
    articles.add(article("digest", String.join("\n", CHINESE) + "\n" + String.join("\n", ENGLISH)));
    return articles;
  }

  private List<String> varied(List<String> sentences, int number) {
    List<String> varied = new ArrayList<>(sentences);
    switch (number % 6) {
      case 0 -> varied = varied.subList(0, 3 + random.nextInt(4));
      case 1 -> varied.remove(random.nextInt(varied.size()));
      case 2 -> varied.add(random.nextInt(varied.size()), ADVERTISEMENTS.get(random.nextInt(2)));
      case 3 ->
          varied.replaceAll(
              sentence -> sentence.replace("4200", "46" + number).replace("14 m", number + "5 m"));
      case 4 -> varied.set(2, sentences == CHINESE ? "投资额没有公布。" : "Nobody asked the fishermen.");
      default -> {}
    }
    return varied;
  }

  private Copy article(String id, String text) {
    String published =
        "2025-11-%02dT%02d:00:00Z".formatted(1 + random.nextInt(3), random.nextInt(24));
    return new Copy(id, "", published, "题 " + id, text);
  }

  private Map<String, String> groups(List<Copy> articles, String name, int step) {
    try (Newsstand stand = new Newsstand(folder.resolve(name))) {
      for (int from = 0; from < articles.size(); from += step) {
        stand.take(articles.subList(from, Math.min(articles.size(), from + step)));
      }
      return stand.groups();
    }
  }

  @Test
  void areTheSameInAnyOrderOfArrival() {
    List<Copy> articles = articles(70);
    Map<String, String> expected = groups(articles, "in-order", 100);
    assertThat(new TreeSet<>(expected.values())).hasSizeBetween(4, 50);

    for (int shuffle = 0; shuffle < 4; shuffle++) {
      Collections.shuffle(articles, random);
      assertThat(groups(articles, "shuffled-" + shuffle, 1 + random.nextInt(40)))
          .as("shuffle " + shuffle)
          .isEqualTo(expected);
    }
  }

  /// Reposts of one text, more than are grouped as a whole, some of them between advertisements;
  /// and notices of other figures.
  private List<Copy> manyCopies() {
    List<Copy> articles = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      List<String> text = new ArrayList<>(i % 15 == 3 ? varied(CHINESE, i) : CHINESE);
      if (i % 3 == 0) {
        text.add(ADVERTISEMENTS.get(random.nextInt(2)));
      }
      articles.add(article("m" + i, String.join("\n", text)));
    }
    return articles;
  }

  @Test
  void areTheSameInAnyOrderOfArrivalOfVeryManyCopies() {
    List<Copy> articles = manyCopies();
    Map<String, String> expected = groups(articles, "many", 200);
    assertThat(Collections.frequency(List.copyOf(expected.values()), expected.get("m0")))
        .isGreaterThan(100);

    Collections.shuffle(articles, random);
    assertThat(groups(articles, "many-shuffled", 30)).isEqualTo(expected);
  }

  @Test
  void areTheSameWhenArticlesWentAndCameBack() {
    List<Copy> articles = articles(40);
    Map<String, String> expected = groups(articles, "kept", 100);

    try (Newsstand stand = new Newsstand(folder.resolve("went"))) {
      stand.take(articles);
      List<Copy> some = articles.subList(5, 20);
      some.forEach(copy -> stand.upkeep.delete(Newsstand.id(copy.id())));
      assertThat(stand.groups()).hasSize(26);
      stand.take(some);
      assertThat(stand.groups()).isEqualTo(expected);
    }
  }
}
