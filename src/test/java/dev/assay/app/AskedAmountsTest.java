package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Language;
import dev.assay.ask.Answer;
import dev.assay.ask.Answer.Reason;
import dev.assay.ask.Answer.State;
import dev.assay.ask.AskScope;
import dev.assay.ask.AskedKind;
import dev.assay.brief.BriefSentence;
import dev.assay.cli.terminal.Desk;
import dev.assay.lexicon.Lexicon;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// What an answer must have to be one: an amount, a number of what is counted, a day, and something
/// of each thing that is asked about.
@TestInstance(Lifecycle.PER_CLASS)
final class AskedAmountsTest {

  private static final Instant START = Instant.parse("2025-11-20T08:00:00Z");

  private Desk desk;

  @BeforeAll
  void open(@TempDir Path folder) {
    desk = new Desks(Lexicon.shipped(), () -> START, Optional::empty).toWrite(folder);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  private void take(String id, String source, String title, String text) {
    BatchLines.take(
        desk,
        START,
        Map.of(
            "id", id,
            "source", source,
            "published", START.minusSeconds(3_600).toString(),
            "title", title,
            "text", text),
        Map.of());
  }

  private Answer ask(String question) {
    return desk.ask().answer(question, AskScope.ALL, Language.EN);
  }

  private static List<String> said(Answer answer) {
    return answer.sentences().stream().map(BriefSentence::text).toList();
  }

  @Test
  void saysThatNoAmountWasFoundWhereNoSentenceHasOne() {
    take(
        "reeds-en",
        "Carrow Dispatch",
        "Sallowby wants a licence for every ship of reeds",
        "Sallowby exports its reeds to Carrow, and every ship now needs an export licence. "
            + "The licence for the export of reeds is given by the harbour master of Sallowby.");
    take("reeds-zh", "松岭早报", "苇塘出口芦苇须领证", "苇塘的芦苇出口到松岭，出口芦苇的每条船都须领许可证。芦苇出口许可证由苇塘港务局发放。");

    for (String question : List.of("How much reed did Sallowby export?", "苇塘出口了多少芦苇？")) {
      Answer answer = ask(question);

      assertThat(answer.state()).as(question).isEqualTo(State.REFUSED);
      assertThat(answer.reason()).as(question).isEqualTo(Reason.NO_AMOUNT);
      assertThat(answer.nearest()).as(question).isNotEmpty();
      assertThat(desk.ask().wording(Language.EN).reason(answer)).startsWith("No amount was found");
      assertThat(desk.ask().wording(Language.ZH_HANS).reason(answer)).contains("数量");
    }
    assertThat(ask("When did Sallowby begin to export its reeds?").reason())
        .isEqualTo(Reason.NO_DATE);
    assertThat(ask("苇塘是什么时候开始出口芦苇的？").reason()).isEqualTo(Reason.NO_DATE);
  }

  @Test
  void saysWhichPartOfAQuestionWasNotFound() {
    take(
        "mill-en",
        "Port Ellery Post",
        "A new owner for the mill of Fenwick Weir",
        "The mill of Fenwick Weir was bought by Halden Timber, the council said. "
            + "The mill of Fenwick Weir has stood empty and will saw again.");
    take("mill-zh", "松岭早报", "柳堰磨坊易主", "柳堰磨坊由海登木业收购，镇议会说。柳堰磨坊一直空着，将重新开工锯木。");

    for (String question :
        List.of(
            "Who bought the mill of Fenwick Weir, and how much did it cost?", "谁收购了柳堰磨坊，价格是多少？")) {
      Answer answer = ask(question);

      assertThat(answer.state()).as(question).isEqualTo(State.PARTLY);
      assertThat(answer.reason()).as(question).isIn(Reason.NO_SUM, Reason.NO_PRICE);
      assertThat(said(answer)).as(question).isNotEmpty();
    }
  }

  @Test
  void asksOfEachOfSeveralThingsByItself() {
    take(
        "weirs-one",
        "Carrow Dispatch",
        "Elmstow measures its weir",
        "The weir of Elmstow is 140 metres long. Elmstow and Tarnby share a ferry.");
    take(
        "weirs-two",
        "Port Ellery Post",
        "Tarnby measures its weir",
        "The weir of Tarnby is 90 metres long. Tarnby sells eels to Elmstow.");
    take("lamps-one", "松岭早报", "挪威清点灯塔", "挪威的灯塔有106座。挪威与冰岛共用一艘补给船。");
    take("lamps-two", "北岸财经", "冰岛清点灯塔", "冰岛的灯塔有104座。冰岛向挪威卖鱼。");

    assertThat(said(ask("How long are the weirs of Elmstow and Tarnby, respectively?")))
        .contains(
            "The weir of Elmstow is 140 metres long.", "The weir of Tarnby is 90 metres long.");
    assertThat(said(ask("挪威和冰岛分别有多少座灯塔？"))).contains("挪威的灯塔有106座。", "冰岛的灯塔有104座。");

    Answer half = ask("How long are the weirs of Elmstow and Quarrington, respectively?");
    assertThat(half.state()).isEqualTo(State.PARTLY);
    assertThat(half.missing()).contains("Quarrington");
  }

  @Test
  void takesNoFigureOfAnotherSortOrOfAnotherClauseForTheOneThatIsAskedFor() {
    take(
        "buses-en",
        "Carrow Dispatch",
        "The buses of Marlpit",
        "Marlpit paid 4 million crowns for its buses. "
            + "The buses of Marlpit run until 23:00, and a ticket costs 3 crowns.");
    take("buses-zh", "松岭早报", "松岭的茶叶在等船", "上月港口装走煤炭900吨；松岭的茶叶运出仍在排队，茶农在等船。");

    assertThat(ask("How many drivers do the buses of Marlpit have?").reason())
        .isEqualTo(Reason.NO_FIGURE);
    assertThat(ask("松岭运出了多少茶叶？").state()).isEqualTo(State.REFUSED);
    assertThat(said(ask("How much did Marlpit pay for its buses?")))
        .contains("Marlpit paid 4 million crowns for its buses.");
  }

  @Test
  void takesAPartForHowMuchMoreOneThingIsThanAnother() {
    take(
        "quarry-en",
        "Carrow Dispatch",
        "The quarry of Sallowby",
        "The quarrying costs of Sallowby are 30 percent higher than those of Tarnby, the guild said.");
    take("quarry-zh", "松岭早报", "苇塘采石场", "苇塘的采石成本比柳堰高出三成，采石公会说。");

    for (String question :
        List.of(
            "How much higher are the quarrying costs of Sallowby than those of Tarnby?",
            "苇塘的采石成本比柳堰高多少？")) {
      assertThat(ask(question).state()).as(question).isEqualTo(State.ANSWERED);
    }
  }

  @Test
  void takesAPriceForWhatATonneCosts() {
    take(
        "slate-en",
        "Carrow Dispatch",
        "Slate of Sallowby",
        "Slate of Sallowby rose by 8 percent and now costs $560 per tonne, the guild said.");
    take("slate-zh", "松岭早报", "苇塘石板涨价", "苇塘石板报价两周内上涨8%，每吨达到5600元，公会说。");

    for (String question :
        List.of(
            "How much is a tonne of slate of Sallowby?",
            "What does a tonne of slate of Sallowby cost now?",
            "What does slate of Sallowby cost per tonne?",
            "苇塘石板多少钱一吨？",
            "一吨苇塘石板多少钱？",
            "苇塘石板现在每吨多少钱？")) {
      assertThat(ask(question).state()).as(question).isEqualTo(State.ANSWERED);
    }
  }

  @Test
  void takesALengthOfTimeForHowLongSomethingTakes() {
    take(
        "permit-en",
        "Carrow Dispatch",
        "Permits of Nettlecombe",
        "An export permit of Nettlecombe takes 28 days. Nettlecombe exports 900 tonnes of cider.");
    take("permit-zh", "松岭早报", "竹埠的出口许可", "竹埠的出口许可要等28天。竹埠出口茶油900吨。");

    for (String question :
        List.of("How long does an export permit of Nettlecombe take?", "竹埠的出口许可要等多久？")) {
      Answer answer = ask(question);
      assertThat(answer.state()).as(question).isNotEqualTo(State.REFUSED);
      assertThat(said(answer).getFirst()).as(question).contains("28");
    }
  }

  @Test
  void showsTheListOfWhatNobodyCounted() {
    take(
        "organ-en",
        "Carrow Dispatch",
        "What is wrong with the organ of Wexcombe",
        "The damages of the organ of Wexcombe are torn bellows, bent pipes, a cracked wind chest and"
            + " mice. The organ of Wexcombe was built long ago.");
    take("organ-zh", "松岭早报", "梅坞风琴修理", "梅坞风琴的损坏之处：风箱破裂、音管弯曲、风箱盖开裂、键盘脱落。梅坞风琴年代久远。");

    for (String question :
        List.of("How many damages does the organ of Wexcombe have?", "梅坞风琴有几处损坏？")) {
      Answer answer = ask(question);
      assertThat(answer.state()).as(question).isEqualTo(State.PARTLY);
      assertThat(answer.reason()).as(question).isEqualTo(Reason.NO_FIGURE);
      assertThat(said(answer))
          .as(question)
          .anyMatch(one -> one.contains("bellows") || one.contains("风箱"));
    }
    assertThat(ask("How many keys does the organ of Wexcombe have?").state())
        .isEqualTo(State.REFUSED);
  }

  @Test
  void takesTheFirstThingThatIsAskedForTheQuestion() {
    take("ferry", "Carrow Dispatch", "The ferry of Carrow", "The ferry of Carrow leaves at noon.");

    assertThat(ask("How many people drowned when the ferry sank?").kind())
        .isEqualTo(AskedKind.FIGURE);
    assertThat(ask("When did the man who sold the ferry leave?").kind()).isEqualTo(AskedKind.DATE);
    assertThat(ask("谁买下了渡轮，价格是多少？").kind()).isEqualTo(AskedKind.WHO);
  }

  @Test
  void readsWhatIsAskedForByTheNounBehindWhatAndWhich() {
    take("tram", "Carrow Dispatch", "The tram of Carrow", "The tram of Carrow leaves at noon.");

    for (String question :
        List.of(
            "What does a day of the strike cost Carrow?",
            "What was Carrow's profit in 2020?",
            "What is the tram worth?",
            "What pay rise do the drivers want?",
            "电车的价格是多少？")) {
      assertThat(ask(question).kind()).as(question).isEqualTo(AskedKind.FIGURE);
    }
    for (String question :
        List.of("Which shipping lines left?", "At which university does she study?", "她毕业于哪所大学？")) {
      assertThat(ask(question).kind()).as(question).isEqualTo(AskedKind.WHO);
    }
    assertThat(ask("In which prison is the driver held?").kind()).isEqualTo(AskedKind.WHERE);
    assertThat(ask("What was the reason for the price of the tram?").kind())
        .isEqualTo(AskedKind.WHY);
    assertThat(ask("What was the impact of the price on trams?").kind()).isEqualTo(AskedKind.OTHER);
  }

  @Test
  void showsWhatFollowsTheDeedWhereItIsAskedWhy() {
    take(
        "weir-en",
        "Carrow Dispatch",
        "Ostwick opens its weir at night",
        "Ostwick opens its weir at night from this week. Eels swim to the sea in the dark, the keeper"
            + " said. The town has a market on Fridays.");
    take("weir-zh", "松岭早报", "柳汀夜里开闸", "柳汀从本周起夜里打开水闸。闸工说，鳗鱼只在天黑后游向大海。镇上每周五有集市。");

    assertThat(said(ask("Why does Ostwick open its weir at night?")))
        .startsWith(
            "Ostwick opens its weir at night from this week.",
            "Eels swim to the sea in the dark, the keeper said.");
    assertThat(said(ask("柳汀为什么夜里打开水闸？"))).startsWith("柳汀从本周起夜里打开水闸。", "闸工说，鳗鱼只在天黑后游向大海。");
  }
}
