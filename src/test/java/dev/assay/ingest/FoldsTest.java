package dev.assay.ingest;

import static dev.assay.ingest.Newsstand.id;
import static dev.assay.ingest.Newsstand.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.ArticleId;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.ingest.Newsstand.Copy;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.store.Stores;
import dev.assay.store.sqlite.Restoring;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FoldsTest {

  private static final String LINE =
      "南屏矿业周二说，新的分离线将于明年三月投产，每年可出氧化镨钕4200吨。"
          + "原料来自北岸的两座矿山，运距不到90公里，矿石品位在去年的勘探中有所提高。"
          + "项目耗资18亿元，其中三成来自地方基金，其余由公司自筹，预计7年收回投资。";

  private static final String PORT =
      "The port of Carrow will deepen its northern basin to 14 metres by the spring, its board said on Friday."
          + " Two dredgers have been hired for 40 million dollars, and ferries will use the old pier meanwhile."
          + " Fishermen fear for the herring, which spawn in the shallows, and want the work to rest in May.";

  private static final List<Copy> COPIES =
      List.of(
          new Copy("zh-1", "北岸财经", "2025-11-01T08:00:00Z", "分离线明年投产", LINE),
          new Copy("zh-2", "海石新闻", "2025-11-01T09:00:00Z", "南屏新线三月开工", LINE),
          new Copy("zh-3", "云浦日报", "2025-11-01T10:00:00Z", "矿业新线", LINE),
          new Copy(
              "zh-new", "北岸财经", "2025-11-08T08:00:00Z", "分离线明年投产", LINE.replace("4200", "4600")),
          new Copy("en-1", "Carrow Dispatch", "2025-11-02T08:00:00Z", "Basin to be deepened", PORT),
          new Copy("en-2", "Elder Post", "2025-11-02T09:00:00Z", "Carrow digs", PORT));

  @TempDir Path folder;

  private Newsstand stand;

  @BeforeEach
  void open() {
    stand = new Newsstand(folder.resolve("data"));
    stand.take(COPIES);
  }

  @AfterEach
  void close() {
    stand.close();
  }

  private static Map<String, String> groups(String... canonicalOf) {
    List<String> names = List.of("en-1", "en-2", "zh-1", "zh-2", "zh-3", "zh-new");
    return new TreeMap<>(
        IntStream.range(0, names.size())
            .boxed()
            .collect(Collectors.toMap(names::get, i -> canonicalOf[i])));
  }

  private static final Map<String, String> AS_COMPARED =
      groups("en-1", "en-1", "zh-1", "zh-1", "zh-1", "zh-new");
  private static final Map<String, String> UNFOLDED =
      groups("en-1", "en-1", "zh-1", "zh-2", "zh-1", "zh-new");
  private static final Map<String, String> FOLLOW_UP_FOLDED =
      groups("en-1", "en-1", "zh-1", "zh-1", "zh-1", "zh-1");

  @Test
  void takesACopyOutOfItsGroupAndPutsItBack() {
    assertThat(stand.groups()).isEqualTo(AS_COMPARED);

    assertThat(stand.folds.unfold(id("zh-2"))).isEqualTo(new Folds.Result.Done(ids("zh-2")));
    assertThat(stand.groups()).isEqualTo(UNFOLDED);
    assertThat(stand.folds.unfold(id("zh-2"))).isEqualTo(new Folds.Result.AlreadySo());

    assertThat(stand.folds.fold(ids("zh-2", "zh-3")))
        .isEqualTo(new Folds.Result.Done(ids("zh-1", "zh-2", "zh-3")));
    assertThat(stand.groups()).isEqualTo(AS_COMPARED);
  }

  @Test
  void takesTheFirstOfAGroupOutAndLeavesTheOthersTogether() {
    stand.folds.unfold(id("zh-1"));

    assertThat(stand.groups()).isEqualTo(groups("en-1", "en-1", "zh-1", "zh-2", "zh-2", "zh-new"));
  }

  @Test
  void foldsWhatTheFiguresForbidOnlyByAReadersWord() {
    stand.folds.fold(ids("zh-new", "zh-1"));

    assertThat(stand.groups()).isEqualTo(FOLLOW_UP_FOLDED);
    stand.take(
        List.of(
            new Copy("zh-0", "松岭早报", "2025-11-01T07:00:00Z", "新线", LINE.replace("4200", "4600"))));
    assertThat(stand.groups())
        .as("another one with the other figure is vetoed by the group's copies")
        .containsEntry("zh-0", "zh-0")
        .containsEntry("zh-new", "zh-1");
  }

  @Test
  void foldsWholeGroupsOfTwoLanguages() {
    stand.folds.fold(ids("en-2", "zh-3"));

    assertThat(stand.groups()).isEqualTo(groups("zh-1", "zh-1", "zh-1", "zh-1", "zh-1", "zh-new"));
    stand.take(List.of(new Copy("en-3", "Quarry Mail", "2025-11-03", "Deeper", PORT)));
    assertThat(stand.groups()).as("a new copy of either").containsEntry("en-3", "zh-1");
  }

  @Test
  void forgetsWhatWasSaid() {
    stand.folds.unfold(id("zh-2"));
    stand.folds.fold(ids("zh-new", "zh-3"));

    assertThat(stand.folds.forget(id("zh-new"))).isEqualTo(new Folds.Result.Done(ids("zh-new")));
    assertThat(stand.folds.forget(id("zh-2")))
        .isEqualTo(new Folds.Result.Done(ids("zh-1", "zh-2", "zh-3")));
    assertThat(stand.groups()).isEqualTo(AS_COMPARED);
    assertThat(stand.folds.forget(id("zh-new"))).isEqualTo(new Folds.Result.AlreadySo());
  }

  @Test
  void saysThatAnArticleIsNotThere() {
    ArticleId missing = new ArticleId(1);
    assertThat(stand.folds.unfold(missing)).isEqualTo(new Folds.Result.NoArticle(missing));
    assertThat(stand.folds.fold(List.of(id("zh-1"), missing)))
        .isEqualTo(new Folds.Result.NoArticle(missing));
  }

  @Test
  void keepsAReadersWordThroughReprocessingAndReindexing() {
    stand.folds.unfold(id("zh-2"));
    stand.folds.fold(ids("zh-new", "zh-1"));
    Map<String, String> said = stand.groups();
    assertThat(said).containsEntry("zh-2", "zh-2").containsEntry("zh-new", "zh-1");

    stand.ingest.reprocess((_, _) -> {});
    assertThat(stand.groups()).isEqualTo(said);

    try (var rebuild = LuceneIndex.rebuild(folder.resolve("index-anew"))) {
      Reindexing.fill(stand.store, rebuild.index(), Names.load(Lexicon.shipped()), _ -> {});
    }
    assertThat(stand.groups()).isEqualTo(said);
    assertThat(stand.upkeep.verify(_ -> {})).isEmpty();
  }

  @Test
  void keepsAReadersWordWhenASourceChangesItsText() {
    stand.folds.unfold(id("zh-2"));
    stand.folds.fold(ids("en-1", "zh-1"));

    stand.take(
        List.of(
            new Copy("zh-2", "海石新闻", "2025-11-01T09:00:00Z", "南屏新线三月开工", LINE + "厂区设了监测点。"),
            new Copy("en-1", "Carrow Dispatch", "2025-11-02T08:00:00Z", "Basin", PORT + " More.")));

    assertThat(stand.groups()).isEqualTo(groups("zh-1", "zh-1", "zh-1", "zh-2", "zh-1", "zh-new"));
  }

  @Test
  void keepsAReadersWordInABackup() {
    Stores.assumeAFolder();
    stand.folds.unfold(id("zh-2"));
    stand.upkeep.backup(folder.resolve("kept.assay"));
    Restoring.restore(folder.resolve("other"), folder.resolve("kept.assay"), _ -> {});

    try (Newsstand other = new Newsstand(folder.resolve("other"))) {
      assertThat(other.groups()).isEqualTo(UNFOLDED);
      other.ingest.reprocess((_, _) -> {});
      assertThat(other.groups()).isEqualTo(UNFOLDED);
    }
  }

  @Test
  void keepsTheOthersTogetherWhenOneOfThemIsDeleted() {
    stand.folds.fold(ids("zh-new", "zh-2"));
    stand.folds.unfold(id("en-2"));

    stand.upkeep.delete(id("zh-2"));
    stand.upkeep.delete(id("zh-1"));

    assertThat(stand.groups())
        .isEqualTo(Map.of("en-1", "en-1", "en-2", "en-2", "zh-3", "zh-3", "zh-new", "zh-3"));
    assertThat(stand.upkeep.verify(_ -> {})).isEmpty();
  }
}
