package dev.assay.desk.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.desk.Annotations;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.article.ReaderId;
import dev.assay.cite.Span;
import dev.assay.desk.note.Anchor.Place;
import dev.assay.desk.note.PlacedNote.Standing;
import dev.assay.topic.Library;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NotesTest {

  private static final ReaderId ANA = new ReaderId("ana");
  private static final ReaderId BO = new ReaderId("bo");

  @TempDir private Path folder;
  private Library library;
  private Notes notes;
  private Article chinese;
  private Article english;

  @BeforeEach
  void fill() {
    library = new Library(folder);
    notes = library.notes();
    chinese =
        library.add(
            "nd",
            Language.ZH_HANS,
            "北岸财经",
            "2025-11-21T02:02:00Z",
            "钕价先动",
            "钕价本周上涨一成。磁材厂的订单已经排到明年三月，厂长说𠮷林那边还在等料。");
    english =
        library.add(
            "lynas",
            Language.EN,
            "Carrow Dispatch",
            "2025-11-12T05:18:00Z",
            "Lynas waits",
            "The state wants a second study of the tailings dam, which takes four months.");
  }

  @AfterEach
  void close() {
    library.close();
  }

  private PlacedNote quoted(
      ReaderId reader, Article article, String words, String text, String... tags) {
    return ((Notes.Kept.Done)
            notes.add(reader, article.id(), 1, new Notes.Where.Quoted(words), text, List.of(tags)))
        .note();
  }

  private List<String> found(ReaderId reader, String words, String tag) {
    return notes.list(reader, new NoteQuery(words, tag, null, 0, 10)).stream()
        .map(placed -> placed.note().text())
        .toList();
  }

  @Test
  void aNoteIsItsReadersAlone() {
    PlacedNote note = quoted(ANA, chinese, "排到明年三月", "产能够吗");

    assertThat(notes.on(ANA, chinese)).containsExactly(note);
    assertThat(notes.on(BO, chinese)).isEmpty();
    assertThat(notes.find(BO, note.note().id())).isEmpty();
    assertThat(notes.remove(BO, note.note().id())).isFalse();
    assertThat(notes.change(BO, note.note().id(), "mine now", List.of()))
        .isEqualTo(new Notes.Kept.Refused(Notes.Mistake.NO_NOTE));
    assertThat(notes.remove(ANA, note.note().id())).isTrue();
    assertThat(notes.on(ANA, chinese)).isEmpty();
  }

  @Test
  void notesAreFoundByQuoteTextAndTagInEitherScript() {
    quoted(ANA, chinese, "磁材厂的订单", "产能要核实", "待查");
    quoted(ANA, english, "tailings dam", "Which STUDY?", "Lynas", "待查");

    assertThat(found(ANA, "磁材廠", "")).containsExactly("产能要核实");
    assertThat(found(ANA, "核實 訂單", "")).containsExactly("产能要核实");
    assertThat(found(ANA, "study", "")).containsExactly("Which STUDY?");
    assertThat(found(ANA, "100%", "")).isEmpty();
    assertThat(found(ANA, "", "待查")).hasSize(2);
    assertThat(found(ANA, "", "待")).isEmpty();
    assertThat(notes.tags(ANA)).isEqualTo(Map.of("待查", 2L, "Lynas", 1L));
    assertThat(notes.tags(BO)).isEmpty();
  }

  @Test
  void whatCannotBeKeptIsSaid() {
    assertThat(notes.add(ANA, chinese.id(), 9, new Notes.Where.Whole(), "", List.of()))
        .isEqualTo(new Notes.Kept.Refused(Notes.Mistake.NO_PARAGRAPH));
    assertThat(notes.add(ANA, chinese.id(), 1, new Notes.Where.Quoted("铜价"), "", List.of()))
        .isEqualTo(new Notes.Kept.Refused(Notes.Mistake.NO_QUOTE));
    assertThat(notes.add(ANA, chinese.id(), 1, new Notes.Where.At(new Span(0, 900)), "", List.of()))
        .isEqualTo(new Notes.Kept.Refused(Notes.Mistake.NO_QUOTE));
    assertThat(
            notes.add(ANA, chinese.id(), 1, new Notes.Where.Whole(), "x".repeat(10_001), List.of()))
        .isEqualTo(new Notes.Kept.Refused(Notes.Mistake.TOO_LONG));
    assertThat(notes.count(ANA, new NoteQuery("", "", null, 0, 1))).isZero();
  }

  private static List<Paragraph> text(String... paragraphs) {
    return IntStream.range(0, paragraphs.length)
        .mapToObj(i -> new Paragraph(i + 1, Paragraph.Kind.TEXT, paragraphs[i]))
        .toList();
  }

  private static Anchor anchor(String text, String words) {
    int at = text.indexOf(words);
    return Anchor.of(
        new Paragraph(1, Paragraph.Kind.TEXT, text), new Span(at, at + words.length()));
  }

  @Test
  void wordsAreFoundAgainWhereTheTextMoved() {
    Anchor quote =
        anchor("The plant stands idle. It takes 3,000 tonnes a year.", "takes 3,000 tonnes a year");

    assertThat(quote.in(text("A new lead.", "It takes 3,000 tonnes a year.")))
        .contains(new Place(2, new Span(3, 28)));
    assertThat(quote.in(text("It takes  3000 Tonnes a year")))
        .as("other marks and blanks")
        .contains(new Place(1, new Span(3, 28)));
    assertThat(quote.in(text("It takes 5,000 tonnes a year."))).as("another figure").isEmpty();
  }

  @Test
  void chineseWordsAreFoundAgainInTheOtherScriptAndOtherMarks() {
    Anchor quote = anchor("钕价本周上涨一成，磁材厂的订单排到三月。", "磁材厂的订单排到三月");

    assertThat(quote.in(text("更新：", "釹價本週上漲一成。磁材廠的訂單，排到三月。")))
        .contains(new Place(2, new Span(9, 20)));
    assertThat(quote.in(text("磁材厂的订单排到五月。"))).isEmpty();
  }

  @Test
  void fewWordsThatStandAnywhereAreNotTakenForThese() {
    Anchor share = anchor("China refines 85% of it.", "85%");

    assertThat(share.in(text("Prices rose by 85% in May."))).isEmpty();
    assertThat(share.in(text("New lead.", "China refines 85% of it.")))
        .contains(new Place(2, new Span(14, 17)));
  }

  @Test
  void aNoteOutlivesARevisionAndSaysWhereItsWordsAre() {
    quoted(ANA, english, "second study of the tailings dam", "four months");
    Article moved =
        english.withParagraphs(
            text("Corrected.", "The state wants a second study of the tailings dam."));
    Article gone = english.withParagraphs(text("The state wants nothing any more."));

    assertThat(notes.on(ANA, english).getFirst().standing()).isEqualTo(Standing.IN_PLACE);
    assertThat(notes.on(ANA, moved).getFirst().standing()).isEqualTo(Standing.MOVED);
    assertThat(notes.on(ANA, gone).getFirst().standing()).isEqualTo(Standing.ORPHANED);
    assertThat(notes.on(ANA, gone).getFirst().note().anchor().exact())
        .isEqualTo("second study of the tailings dam");
  }

  @Test
  void annotationsCountCodePoints() {
    PlacedNote note = quoted(ANA, chinese, "还在等料", "");

    assertThat(note.place()).isEqualTo(new Place(1, new Span(32, 36)));
    assertThat(Annotations.of(List.of(note)).toString())
        .contains("motivation=highlighting")
        .contains("type=TextQuoteSelector, exact=还在等料, prefix=")
        .contains("type=TextPositionSelector, start=31, end=35");
  }

  @Test
  void collectionsHoldArticlesOfOneReader() {
    Collections collections = library.collections();
    ArticleCollection made =
        collections.put(ANA, "  冬季 报告 ", List.of(chinese.id(), english.id())).orElseThrow();
    collections.put(ANA, "冬季 报告", List.of(english.id()));

    assertThat(made.name()).isEqualTo("冬季 报告");
    assertThat(collections.all(ANA)).extracting(ArticleCollection::articles).containsExactly(2L);
    assertThat(collections.all(BO)).isEmpty();
    assertThat(collections.find(BO, made.id())).isEmpty();
    collections.take(BO, made.id(), List.of(english.id()));
    collections.take(ANA, made.id(), List.of(chinese.id()));
    assertThat(collections.articles(made, ANA)).containsExactly(english.id());
    assertThat(collections.of(ANA, english.id())).hasSize(1);
    assertThat(collections.put(ANA, " ", List.of(english.id()))).isEmpty();
    assertThat(collections.remove(BO, made.id())).isFalse();
    assertThat(collections.remove(ANA, made.id())).isTrue();
    assertThat(collections.all(ANA)).isEmpty();
  }
}
