package dev.assay.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.lexicon.Lexicon;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShownSentencesTest {

  private static final AskWords WORDS = new AskWords(Lexicon.shipped());

  private static final Paragraph SAID =
      new Paragraph(
          1,
          Paragraph.Kind.TEXT,
          "Tin is refined in Meridian. A smelter burnt down in May. It was built again."
              + " The port counts the ingots.");

  private static List<CandidateSentence> sentences(String table) {
    return ReadSentences.of(SAID, new Paragraph(2, Paragraph.Kind.TABLE, table));
  }

  private static List<String> shown(List<CandidateSentence> all, int... chosen) {
    List<CandidateSentence> best = Arrays.stream(chosen).mapToObj(all::get).toList();
    return ShownSentences.of(best, SentenceChoice.MOST, WORDS).stream()
        .map(CandidateSentence::text)
        .toList();
  }

  /// The question has no words, so that no sentence has anything of it.
  @Test
  void nothingStandsBehindADoubtfulSentenceThatHasNothingOfTheQuestion() {
    List<CandidateSentence> all = ReadSentences.of(SAID);

    assertThat(ShownSentences.saying(all, 0.3)).containsExactly(all.getFirst());
    assertThat(ShownSentences.saying(all, 0.4)).isEqualTo(all);
  }

  @Test
  void aRowStandsBehindItsHeadAndTheHeadBehindWhatIsSaid() {
    List<CandidateSentence> all =
        sentences("Country │ Share\nMeridian │ 41%\nCarrow Islands │ 12%");

    assertThat(shown(all, 6, 0))
        .containsExactly("Tin is refined in Meridian.", "Country │ Share", "Carrow Islands │ 12%");
  }

  @Test
  void whereItIsAskedWhyAReasonStandsFirst() {
    List<CandidateSentence> english =
        ReadSentences.of(
            AskedKind.WHY,
            "Why was the smelter shut?",
            Language.EN,
            Language.EN,
            new Paragraph(
                1,
                Paragraph.Kind.TEXT,
                "The smelter was shut in May. Ships waited. It had to cool because a wall leaked."));
    List<CandidateSentence> chinese =
        ReadSentences.of(
            AskedKind.WHY,
            "冶炼厂为何停产？",
            Language.ZH_HANS,
            Language.ZH_HANS,
            new Paragraph(1, Paragraph.Kind.TEXT, "冶炼厂五月停产。船只等候。炉墙因漏水冷却数周。"));

    assertThat(shown(english, 0, 2))
        .containsExactly(
            "Ships waited.",
            "It had to cool because a wall leaked.",
            "The smelter was shut in May.");
    assertThat(shown(chinese, 0, 2)).containsExactly("炉墙因漏水冷却数周。", "冶炼厂五月停产。");
  }

  /// A head of years alone is no sentence, and the first row of figures is no head.
  @Test
  void aRowOfFiguresIsNotShownAsTheHeadOfAnother() {
    List<CandidateSentence> all =
        sentences("│ 2023 │ 2024\nSmelters of Meridian │ 41% │ 43%\nSmelters of Carrow │ 12% │ 9%");

    assertThat(shown(all, 5)).containsExactly("Smelters of Carrow │ 12% │ 9%");
  }

  @Test
  void nothingThatLeadsToAnotherIsShownWhereThatHasNoPlace() {
    List<CandidateSentence> all =
        sentences("Country │ Share\nMeridian │ 41%\nCarrow Islands │ 12%");

    assertThat(shown(all, 0, 1, 2, 3, 5))
        .containsExactly(
            "Tin is refined in Meridian.",
            "A smelter burnt down in May.",
            "It was built again.",
            "The port counts the ingots.");
    assertThat(ShownSentences.of(List.of(all.get(6), all.get(0)), 1, WORDS))
        .containsExactly(all.get(0));
    assertThat(ShownSentences.of(List.of(all.get(6)), 1, WORDS)).isEmpty();
  }

  @Test
  void theItemsOfAListStandBehindWhatOpensIt() {
    List<CandidateSentence> all =
        ReadSentences.of(
            new Paragraph(1, Paragraph.Kind.TEXT, "The port will do three things:"),
            new Paragraph(2, Paragraph.Kind.LIST, "Dredge the northern channel."),
            new Paragraph(3, Paragraph.Kind.LIST, "Count the ingots twice."),
            new Paragraph(4, Paragraph.Kind.LIST, "Close the smelter's gate at night."),
            new Paragraph(5, Paragraph.Kind.TEXT, "The mayor agreed."));

    assertThat(shown(all, 0))
        .containsExactly(
            "The port will do three things:",
            "Dredge the northern channel.",
            "Count the ingots twice.",
            "Close the smelter's gate at night.");
    assertThat(shown(all, 4, 0))
        .containsExactly(
            "The mayor agreed.",
            "The port will do three things:",
            "Dredge the northern channel.",
            "Count the ingots twice.",
            "Close the smelter's gate at night.");
  }

  @Test
  void aListLeavesRoomForWhatItsOpeningPointsBackTo() {
    List<CandidateSentence> all =
        ReadSentences.of(
            new Paragraph(1, Paragraph.Kind.TEXT, "The port is old. It will do four things:"),
            new Paragraph(2, Paragraph.Kind.LIST, "Dredge the northern channel."),
            new Paragraph(3, Paragraph.Kind.LIST, "Count the ingots twice."),
            new Paragraph(4, Paragraph.Kind.LIST, "Close the smelter's gate at night."),
            new Paragraph(5, Paragraph.Kind.LIST, "Paint the cranes."));

    assertThat(shown(all, 1))
        .containsExactly(
            "The port is old.",
            "It will do four things:",
            "Dredge the northern channel.",
            "Count the ingots twice.",
            "Close the smelter's gate at night.");
  }

  @Test
  void whatALabelOpensStandsBehindItHoweverThatIsMarked() {
    List<CandidateSentence> all =
        ReadSentences.of(
            new Paragraph(1, Paragraph.Kind.TEXT, "**Cargo:**"),
            new Paragraph(2, Paragraph.Kind.TEXT, "Four hundred ingots of tin"),
            new Paragraph(3, Paragraph.Kind.TEXT, "**船上的货物：**"),
            new Paragraph(4, Paragraph.Kind.TEXT, "锡锭四百块"));

    assertThat(shown(all, 0)).containsExactly("**Cargo:**", "Four hundred ingots of tin");
    assertThat(shown(all, 2)).containsExactly("**船上的货物：**", "锡锭四百块");
  }
}
