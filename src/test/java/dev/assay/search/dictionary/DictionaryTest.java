package dev.assay.search.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.search.SearchRequest;
import dev.assay.search.dictionary.Dictionary.Meaning;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DictionaryTest {

  // Entries made up for this test, in the forms in which the dictionary comes.
  private static final String PLAIN =
      """
      # a comment
      冶煉 冶炼 [ye4 lian4] /to smelt; to refine (metals)/smelting/
      磁鐵 磁铁 [ci2 tie3] /magnet/CL:塊|块[kuai4]/
      王 王 [Wang2] /surname Wang/king/
      """;
  private static final String DICTD =
      """
      00-database-short
           A dictionary
      冶煉|冶炼
      [yě liàn]
      to smelt; to refine (metals)
      smelting
      磁鐵|磁铁
      [cí tiě]
      magnet
      CL:塊|块[kuài]
      王
      [Wáng]
      surname Wang
      king
      """;
  private static final String NPM =
      """
      export default {"all":[["冶煉","冶炼","ye4 lian4",["to smelt; to refine (metals)","smelting"],[],[]],\
      ["磁鐵","磁铁","ci2 tie3","magnet",[],[]],["王","王","Wang2",["surname Wang","king"],[],[]]]};
      """;

  @TempDir Path folder;

  private Dictionary added(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), text);
    assertThat(Dictionary.add(file, folder.resolve("dictionary"))).isEqualTo(3);
    return Dictionary.open(folder.resolve("dictionary")).orElseThrow();
  }

  @Test
  void looksUpBothWaysInEachForm() throws IOException {
    for (String form : List.of(PLAIN, DICTD, NPM)) {
      Dictionary dictionary = added(form);
      assertThat(dictionary.english("冶炼").stream().map(Meaning::text))
          .containsExactly("refine", "smelt");
      assertThat(dictionary.english("王").stream().map(Meaning::text)).containsExactly("king");
      assertThat(dictionary.chinese("magnet")).containsExactly(new Meaning("磁铁", 1));
      assertThat(dictionary.english("铜")).isEmpty();
      assertThat(dictionary.inEnglish("冶炼")).containsExactly("refine", "smelt");
      assertThat(dictionary.inChinese("Magnets")).containsExactly("磁铁");
      assertThat(dictionary.inChinese("copper")).isEmpty();
    }
  }

  @Test
  void isTakenUpWhenItIsAddedAndWhenAnotherIs() throws IOException {
    DictionaryShelf shelf = new DictionaryShelf(folder.resolve("dictionary"));
    assertThat(shelf.get()).isEmpty();

    added(PLAIN);
    Dictionary first = shelf.get().orElseThrow();
    assertThat(first.chinese("magnet")).hasSize(1);
    assertThat(shelf.get()).containsSame(first);

    Path other =
        Files.writeString(folder.resolve("other"), "磁場 磁场 [ci2 chang3] /magnetic field/\n");
    Dictionary.add(other, folder.resolve("dictionary"));
    assertThat(shelf.get().orElseThrow().chinese("magnet")).isEmpty();
    assertThat(first.chinese("magnet")).hasSize(1);
  }

  @Test
  void readsPackedFiles() throws IOException {
    Path file = folder.resolve("cedict.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(PLAIN.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    assertThat(Dictionary.add(file, folder.resolve("dictionary"))).isEqualTo(3);
  }

  @Test
  void makesItsTablesAnewWhenTheyAreGone() throws IOException {
    added(PLAIN);
    Files.delete(folder.resolve("dictionary/en-zh.words"));
    Dictionary again = Dictionary.open(folder.resolve("dictionary")).orElseThrow();
    assertThat(again.chinese("smelt")).containsExactly(new Meaning("冶炼", 1));
  }

  @Test
  void refusesWhatIsNoDictionaryAndSaysWhatIs() throws IOException {
    Path file = Files.writeString(folder.resolve("letter.txt"), "Dear reader,\nno dictionary.\n");
    assertThatThrownBy(() -> Dictionary.add(file, folder.resolve("dictionary")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cedict_ts.u8");
    assertThat(Dictionary.open(folder.resolve("dictionary"))).isEmpty();
  }

  @Test
  void findsArticlesOfTheOtherLanguage() throws IOException {
    Dictionary dictionary = added(PLAIN);
    try (var index = dev.assay.index.lucene.LuceneIndex.openInMemory()) {
      var search =
          new dev.assay.search.Search(index, ids -> java.util.Map.of(), java.time.Instant::now)
              .with(
                  Names.of(Lexicon.shipped(), List.of(), List.of()),
                  java.util.Optional.of(dictionary));
      index.put(
          List.of(
              dev.assay.index.IndexedArticle.of(article("Plants that refine metals", 1)),
              dev.assay.index.IndexedArticle.of(article("冶炼厂停产", 2))));
      index.refresh();
      assertThat(search.find(SearchRequest.of("smelt")).understood().credit())
          .isEqualTo(Dictionary.ATTRIBUTION);
      assertThat(search.find(SearchRequest.of("plants")).understood().credit()).isNull();
      assertThat(
              search.rank("冶炼", SearchRequest.Mode.KEYWORD, 5).stream()
                  .map(hit -> hit.id().value()))
          .contains(1L, 2L);
      assertThat(
              search.rank("smelting", SearchRequest.Mode.KEYWORD, 5).stream()
                  .map(hit -> hit.id().value()))
          .containsExactly(2L);
    }
  }

  private static dev.assay.article.Article article(String text, long id) {
    return new dev.assay.article.Article(
        new dev.assay.article.ArticleId(id),
        null,
        "",
        null,
        text,
        List.of(),
        null,
        null,
        java.time.Instant.EPOCH,
        dev.assay.article.Language.UNKNOWN,
        dev.assay.article.ArticleKind.NEWS,
        null,
        null,
        List.of(new dev.assay.article.Paragraph(1, dev.assay.article.Paragraph.Kind.TEXT, text)));
  }
}
