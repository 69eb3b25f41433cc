package dev.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.ArticleId;
import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.article.RawDocument;
import dev.assay.index.IndexQuery;
import dev.assay.index.IndexQuery.KeywordField;
import dev.assay.index.IndexQuery.Value;
import dev.assay.index.IndexRequest;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.ingest.NameChange.Reason;
import dev.assay.ingest.input.Given;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names;
import dev.assay.store.Store;
import dev.assay.store.Stores;
import dev.assay.store.TagTable.TagRow;
import dev.assay.store.sqlite.Restoring;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NameBookTest {

  private static final Instant NOW = Instant.parse("2025-11-24T09:00:00Z");
  private static final Names SHIPPED = Names.load(Lexicon.shipped());

  @TempDir Path folder;

  private Store store;
  private LuceneIndex index;
  private NameBook book;

  @BeforeEach
  void open() {
    store = Stores.openToWrite(folder);
    index = LuceneIndex.open(folder.resolve("index"));
    book = new NameBook(store, SHIPPED, () -> NOW);
  }

  @AfterEach
  void close() {
    index.close();
    store.close();
  }

  private void reopen() {
    close();
    open();
    ingest().catchUp();
  }

  private Ingest ingest() {
    return new Ingest(store, index, ShippedStages.of(book), () -> NOW);
  }

  private static Given given(String id, String text) {
    byte[] line =
        "{\"id\":\"%s\",\"title\":\"\",\"text\":\"%s\"}"
            .formatted(id, text)
            .getBytes(StandardCharsets.UTF_8);
    Identity identity = new Identity.OfExternal("", id);
    return new Given.Document(
        new RawDocument(identity, null, RawDocument.BATCH_LINE, line, Map.of(), NOW));
  }

  private ArticleId give(String id, String text) {
    ingest().run(List.of(given(id, text)).iterator(), (_, _) -> {});
    return new Identity.OfExternal("", id).articleId();
  }

  private List<String> tags(ArticleId id) {
    return store
        .read(session -> session.tags().of(List.of(id)))
        .getOrDefault(id, List.of())
        .stream()
        .map(TagRow::entityId)
        .sorted()
        .toList();
  }

  private long indexed(String entity) {
    return index
        .find(
            new IndexRequest(
                new IndexQuery.All(),
                new Value(KeywordField.TAG, List.of(entity)),
                IndexRequest.Order.NEWEST,
                IndexRequest.Copies.SHOWN,
                null,
                1000,
                Set.of()))
        .total()
        .count();
  }

  private Tagging tagging() {
    return new Tagging(store, index, book, () -> ShippedStages.of(book));
  }

  @Test
  void tellsTwoPeopleOfOneNameApartByTheirArticlesAndRemembersIt() {
    ArticleId runner = give("1", "运动员李岚澜在清河获得冠军。李岚澜说，她很高兴。");
    ArticleId painter = give("2", "画家李岚澜在东滨举办画展。李岚澜说，展品有四十件。");
    assertThat(tags(painter)).contains("read-person:李岚澜");

    NameChange done = book.split("李岚澜", List.of(painter), "李岚澜（画家）");
    tagging().run(_ -> {});

    String id = ((NameChange.Done) done).thing().id();
    assertThat(tags(painter)).contains(id).doesNotContain("read-person:李岚澜");
    assertThat(tags(runner)).contains("read-person:李岚澜").doesNotContain(id);
    assertThat(indexed(id)).isOne();
    reopen();
    give("2", "画家李岚澜在东滨举办画展。李岚澜说，展品有四十一件。");
    assertThat(tags(painter)).as("also of a changed text").contains(id);
  }

  @Test
  void aThingThatWasSplitOffTakesMoreArticlesAndGoesWithItsName() {
    ArticleId first = give("1", "画家李岚澜在清河举办画展。李岚澜说，展品不多。");
    ArticleId second = give("2", "画家李岚澜在东滨举办画展。李岚澜说，展品有四十件。");
    book.split("李岚澜", List.of(first), "李岚澜（画家）");
    book.split("李岚澜", List.of(second), "李岚澜（画家）");
    tagging().run(_ -> {});
    assertThat(tags(first)).contains("own:李岚澜-画家");
    assertThat(tags(second)).contains("own:李岚澜-画家");

    book.remove("李岚澜（画家）", "李岚澜（画家）");
    tagging().run(_ -> {});

    assertThat(tags(first)).contains("read-person:李岚澜");
    assertThat(tags(second)).contains("read-person:李岚澜");
  }

  @Test
  void anArticleThatWasGivenToTheWrongOneIsGivenToAnother() {
    ArticleId article = give("1", "画家李岚澜在清河举办画展。李岚澜说，展品不多。");
    book.split("李岚澜", List.of(article), "李岚澜（歌手）");
    tagging().run(_ -> {});

    book.split("李岚澜（歌手）", List.of(article), "李岚澜（画家）");
    tagging().run(_ -> {});

    assertThat(tags(article)).contains("own:李岚澜-画家").doesNotContain("own:李岚澜-歌手");
  }

  @Test
  void splitsNoNameThatTheArticlesDoNotHave() {
    ArticleId article = give("1", "画家李岚澜在清河举办画展。");

    assertThat(book.split("王小虎", List.of(article), "王小虎（画家）"))
        .isEqualTo(new NameChange.Refused(Reason.NOT_THERE, "王小虎", null));
    assertThat(book.split("李岚澜", List.of(article), "美国")).isInstanceOf(NameChange.Refused.class);
    assertThat(book.own()).isEmpty();
  }

  @Test
  void tagsWhatIsThereByAnAddedNameInBothLanguages() {
    ArticleId chinese = give("1", "鑫磊公司的新厂在马来西亚投产。");
    ArticleId english = give("2", "The Sunstone mill in Malaysia went into operation.");

    book.add("Lynas", "鑫磊公司", true);
    book.add("company:lynas", "Sunstone mill", true);
    assertThat(tagging().state()).isEqualTo(new Tagging.State(2, 2));
    tagging().run(_ -> {});

    assertThat(tags(chinese)).containsExactly("company:lynas", "country:MY");
    assertThat(tags(english)).containsExactly("company:lynas", "country:MY");
    assertThat(indexed("company:lynas")).isEqualTo(2);
    assertThat(tagging().state()).isEqualTo(new Tagging.State(0, 2));
  }

  @Test
  void tagsWhatComesAfterTheChangeAtOnce() {
    book.add("Lynas", "鑫磊公司", true);

    ArticleId article = give("1", "鑫磊公司的新厂在马来西亚投产。");

    assertThat(tags(article)).containsExactly("company:lynas", "country:MY");
    assertThat(tagging().state()).isEqualTo(new Tagging.State(0, 1));
  }

  @Test
  void takesTheTagsBackWithTheName() {
    book.add("Lynas", "鑫磊公司", true);
    ArticleId article = give("1", "鑫磊公司的新厂在马来西亚投产。");

    book.remove("Lynas", "鑫磊公司");
    tagging().run(_ -> {});

    assertThat(tags(article)).containsExactly("country:MY", "read-organisation:鑫磊公司");
    assertThat(indexed("company:lynas")).isZero();
    assertThat(book.own()).isEmpty();
  }

  @Test
  void makesAThingThatNoPackHas() {
    ArticleId chinese = give("1", "西陵矿业与马来西亚签约。");
    ArticleId english = give("2", "Xiling Mining signs in Malaysia.");

    NameChange made = book.make(EntityType.COMPANY, List.of("西陵矿业", "Xiling Mining"));
    tagging().run(_ -> {});

    assertThat(made).isEqualTo(new NameChange.Done(book.names().entity("own:西陵矿业").orElseThrow()));
    assertThat(book.names().lookup("XILING MINING").map(NamedEntity::id)).hasValue("own:西陵矿业");
    assertThat(book.names().entity("own:西陵矿业").orElseThrow().label(Language.EN))
        .isEqualTo("Xiling Mining");
    assertThat(tags(chinese)).containsExactly("country:MY", "own:西陵矿业");
    assertThat(tags(english)).containsExactly("country:MY", "own:西陵矿业");
  }

  @Test
  void remembersWhatWasSaidOverAReopenAndABackup() {
    Stores.assumeAFolder();
    book.add("Lynas", "鑫磊公司", true);
    book.remove("Lynas", "莱纳");
    book.make(EntityType.PLACE, List.of("西陵"));
    reopen();
    assertThat(book.names().lookup("鑫磊公司").map(NamedEntity::id)).hasValue("company:lynas");
    assertThat(book.names().lookup("莱纳")).isEmpty();
    assertThat(book.names().lookup("西陵").map(NamedEntity::id)).hasValue("own:西陵");

    Path backup = folder.resolve("copy.db");
    store.copyTo(backup);
    Path elsewhere = folder.resolve("restored");
    Restoring.restore(elsewhere, backup, _ -> {});
    try (Store restored = Stores.openToRead(elsewhere)) {
      Names names = new NameBook(restored, SHIPPED, () -> NOW).names();
      assertThat(names.version()).isEqualTo(book.names().version());
    }
  }

  @Test
  void reprocessingTagsByTheUsersNames() {
    ArticleId article = give("1", "鑫磊公司的新厂在马来西亚投产。");
    book.add("Lynas", "鑫磊公司", true);

    ingest().reprocess((_, _) -> {});

    assertThat(tags(article)).containsExactly("company:lynas", "country:MY");
  }

  @Test
  void refusesWhatWouldMakeOneNameTwoThings() {
    assertThat(book.add("Lynas", "美国", true))
        .isEqualTo(
            new NameChange.Refused(
                Reason.TAKEN, "美国", book.names().entity("country:US").orElseThrow()));
    assertThat(book.add("Lynas", "neodymium", true))
        .isInstanceOfSatisfying(
            NameChange.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.TAKEN));
    assertThat(book.add("no such thing", "x1", true))
        .isEqualTo(new NameChange.Unknown("no such thing"));
  }

  @Test
  void refusesWhatCannotBeAName() {
    for (String name : List.of("", "  ", "（莱）", "x", "a\nb", "长".repeat(101))) {
      assertThat(book.add("Lynas", name, true))
          .as(name)
          .isEqualTo(new NameChange.Refused(Reason.FORM, name, null));
    }
  }

  @Test
  void takesAPacksNameAwayButNotTheOneThatIsShown() {
    book.remove("company:lynas", "Lynas");
    assertThat(book.names().lookup("Lynas")).isEmpty();

    book.add("company:lynas", "Lynas", true);
    assertThat(book.names().lookup("Lynas").map(NamedEntity::id)).hasValue("company:lynas");

    assertThat(book.remove("company:lynas", "莱纳斯稀土"))
        .isEqualTo(new NameChange.Refused(Reason.LABEL, "莱纳斯稀土", null));
    assertThat(book.remove("company:lynas", "Nvidia"))
        .isEqualTo(new NameChange.Refused(Reason.NOT_ITS, "Nvidia", null));
  }

  @Test
  void countsAShortNameOnlyBesideAnotherOfTheThing() {
    book.add("Lynas", "鑫", true);
    book.add("Lynas", "lyn", true);

    assertThat(tags(give("1", "他叫鑫，住在马来西亚。"))).containsExactly("country:MY");
    assertThat(tags(give("2", "The lyn is in Malaysia."))).containsExactly("country:MY");
    assertThat(tags(give("3", "莱纳斯又叫鑫。"))).containsExactly("company:lynas");
  }

  @Test
  void readsThePacksOfTheFolderAndTellsTheirFaults() throws Exception {
    Path good = Files.createDirectories(folder.resolve("packs/tea"));
    Files.writeString(
        good.resolve("teas.tsv"),
        "tea:keemun\tproduct\t祁门红茶\t祁門紅茶\tKeemun\t祁红\t\tour own list\n"
            + "country:MY\tplace\t马来西亚\t馬來西亞\tMalaysia\t大马\t\tour own list\n");
    Path bad = Files.createDirectories(folder.resolve("packs/broken"));
    Files.writeString(
        bad.resolve("a.tsv"), "tea:oolong\tbeverage\t乌龙\t烏龍\tOolong\t\t\tour own list\n");
    reopen();

    assertThat(book.faults())
        .containsExactly(
            "pack broken is left out: %s, line 1: no type is called 'beverage'"
                .formatted(bad.resolve("a.tsv")));
    assertThat(tags(give("1", "这批祁红，已经运到大马。"))).containsExactly("country:MY", "tea:keemun");
    assertThat(book.names().lookup("keemun").map(NamedEntity::id)).hasValue("tea:keemun");
    assertThat(Set.copyOf(tags(give("2", "Keemun is drunk in Malaysia."))))
        .isEqualTo(Set.of("country:MY", "tea:keemun"));
  }

  @Test
  void goesOnWithTaggingWhereItStopped() {
    List<Given> documents =
        IntStream.range(0, 230).mapToObj(i -> given("n" + i, "鑫磊公司第%d号公告。".formatted(i))).toList();
    ingest().run(documents.iterator(), (_, _) -> {});
    book.add("Lynas", "鑫磊公司", true);
    assertThat(tagging().step()).isEqualTo(100);
    assertThat(tagging().state()).isEqualTo(new Tagging.State(130, 230));
    reopen();
    assertThat(tagging().state()).isEqualTo(new Tagging.State(130, 230));
    tagging().run(_ -> {});
    assertThat(indexed("company:lynas")).isEqualTo(230);
    assertThat(tagging().step()).isZero();
  }
}
