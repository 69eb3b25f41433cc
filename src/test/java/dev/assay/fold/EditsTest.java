package dev.assay.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.article.Paragraph;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EditsTest {

  private static final TagMatcher NAMES = new TagMatcher(Names.load(Lexicon.shipped()));
  private static final Edits EDITS = new Edits(Lexicon.shipped(), () -> NAMES);

  private static List<Paragraph> text(String... paragraphs) {
    List<Paragraph> text = new ArrayList<>();
    for (String paragraph : paragraphs) {
      text.add(new Paragraph(text.size() + 1, Paragraph.Kind.TEXT, paragraph));
    }
    return text;
  }

  private static String kinds(String before, String after) {
    return EDITS.between("t", text(before), "t", text(after)).kinds().stream()
        .map(EditKind::word)
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Output fell by 12% in the quarter, the plant said. | Output fell by 21% in the quarter, the plant said. | number",
        "The deal is worth 3 million dollars to the plant. | The deal is worth 3 billion dollars to the plant. | number",
        "Two workers were hurt in the fire at the plant. | Three workers were hurt in the fire at the plant. | number",
        "工厂本季度产量下降12%，公司说。 | 工厂本季度产量下降21%，公司说。 | number",
        "这笔交易价值3万美元。 | 这笔交易价值3亿美元。 | number",
        "The permit was given to Lynas last week by the state. | The permit was given to Iluka last week by the state. | name",
        "The plan was signed by Marten Holm in the harbour. | The plan was signed by Peter Holm in the harbour. | name",
        "上周该州把许可证发给了莱纳斯。 | 上周该州把许可证发给了中国稀土。 | name",
        "The director said “we will not sell a tonne” on the day. | The director said “we may sell a tonne or two” on the day. | number quote denial",
        "厂长说：“今年的订单足够用了。” | 厂长说：“今年的订单远远不足。” | quote denial",
        "The ministry confirmed that talks were held in spring. | The ministry denied that talks were held in spring. | denial",
        "该公司已经同意出售这座矿山。 | 该公司尚未同意出售这座矿山。 | denial",
        "The rule applies from 8 November to all makers. | The rule applies from 18 November to all makers. | date",
        "新规11月8日起适用于所有厂家。 | 新规11月18日起适用于所有厂家。 | date",
        "Buyers were told to expect long delays this year. | Buyers were warned to expect long delays this year. | wording",
      })
  void tellsWhatKindOfChangeItIs(String before, String after, String kinds) {
    assertThat(kinds(before, after)).isEqualTo(kinds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Output fell by 12%, the plant's owner said; \"it hurts\". | Output  fell by 12% , the plant’s owner said; “it hurts”.",
        "It cost 3,000 dollars... and then some - for now. | It cost 3000 dollars… and then some – for now.",
        "产量下降12%，公司说。订单不足。 | 产量下降１２％,公司说；订单不足。",
        "這座礦山的產量下降了。 | 这座矿山的产量下降了。",
        "The co-operation ended. Both sides re-opened talks. | The cooperation ended; both sides reopened talks.",
      })
  void passesOverWhatOnlyLooksOtherwise(String before, String after) {
    assertThat(kinds(before, after)).isEmpty();
  }

  @Test
  void passesOverOrderAndWhatStandsAroundTheText() {
    List<Paragraph> before =
        text("The plant stands still.", "Two workers were hurt.", "Updated 10:15", "责任编辑：张三");
    List<Paragraph> after =
        text(
            "Two workers were hurt.",
            "The plant stands still.",
            "Last updated at 11:45 on Monday",
            "责任编辑：李四",
            "Read more: our page on mines");
    Edits.Edit edit = EDITS.between("Fire at the works", before, "Fire at the Works", after);
    assertThat(edit.kinds()).isEmpty();
    assertThat(edit.noted()).isFalse();
  }

  @Test
  void tellsATitleSentencesThatCameAndWentAndANoteApart() {
    Edits.Edit edit =
        EDITS.between(
            "工厂停产",
            text("工厂周一停产。", "厂长拒绝回答记者关于赔偿的提问。"),
            "工厂恢复生产",
            text("工厂周一停产。", "当地政府派出了三名调查员到场。", "更正：本文早前版本误写了日期。"));
    assertThat(edit.kinds()).containsExactly(EditKind.HEADLINE, EditKind.REMOVED, EditKind.ADDED);
    assertThat(edit.noted()).isTrue();
    assertThat(edit.parts()).hasSize(2);
  }

  @Test
  void putsWhatWeighsMostFirst() {
    Edits.Edit edit =
        EDITS.between(
            "t",
            text("Buyers were told to expect long delays.", "The price rose to 57 dollars a kilo."),
            "t",
            text(
                "Buyers were warned to expect long delays.",
                "The price rose to 75 dollars a kilo."));
    assertThat(edit.parts().stream().map(part -> part.kinds().getFirst()).toList())
        .containsExactly(EditKind.NUMBER, EditKind.WORDING);
  }

  /// Each of its numbers and capitals is looked at by itself, not with all of the text before it.
  @Test
  void tellsWhatChangedInASentenceAsLongAsABook() {
    String before = "Carrow shipped 12 tonnes in May 2024 and Varn 7, ".repeat(8_000);
    assertThat(kinds(before, before.replace("12 tonnes", "13 tonnes"))).contains("number");
  }
}
