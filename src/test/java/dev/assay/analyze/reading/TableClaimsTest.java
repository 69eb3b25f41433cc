package dev.assay.analyze.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.analyze.text.Sentences;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.article.Paragraph.Kind;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class TableClaimsTest {

  private static final TagMatcher TAGS = new TagMatcher(Names.load(Lexicon.shipped()));
  private static final QuantityExtractor NUMBERS = new QuantityExtractor(Lexicon.shipped());
  private static final ClaimReader READER = new ClaimReader(Lexicon.shipped());

  private static Paragraph heading(String text) {
    return new Paragraph(1, Kind.HEADING, text);
  }

  private static Paragraph text(String text) {
    return new Paragraph(1, Kind.TEXT, text);
  }

  private static Paragraph item(String text) {
    return new Paragraph(1, Kind.LIST, text);
  }

  private static Paragraph table(String text) {
    return new Paragraph(1, Kind.TABLE, text);
  }

  /// `entity | property | scope | time | figure` of each claim of such an article.
  private static List<String> claims(Language language, String title, Paragraph... paragraphs) {
    List<String> texts = new ArrayList<>();
    for (Paragraph paragraph : paragraphs) {
      texts.add(paragraph.text());
    }
    List<TextReading> read = new ArrayList<>();
    String above = null;
    for (Paragraph paragraph : paragraphs) {
      int number = read.size() + 1;
      read.add(
          new TextReading(
              number,
              paragraph.kind(),
              paragraph.text(),
              Sentences.of(paragraph.text()),
              NUMBERS.read(paragraph.text(), language, null, above)));
      above = paragraph.text();
    }
    return READER.read(title, read, language, TAGS.read(title, texts)).stream()
        .map(claim -> line(claim, texts))
        .toList();
  }

  private static String line(Claim claim, List<String> texts) {
    String scope =
        claim.of().stream()
            .map(part -> part.id() == null ? part.words() : part.id())
            .collect(Collectors.joining(", "));
    TimeExpression time = claim.time();
    return "%s | %s | %s | %s | %s"
        .formatted(
            claim.entity().id() == null ? claim.entity().words() : claim.entity().id(),
            claim.property().word(),
            scope,
            time == null ? "-" : time.iso(),
            claim.value().span().in(texts.get(claim.paragraph() - 1)));
  }

  @Test
  void readsTheEntityFromTheRowAndTheTimeFromTheColumn() {
    assertThat(
            claims(
                Language.EN,
                "A year of digging",
                heading("Mine production of rare earths, tonnes"),
                table(
                    """
                    Country │ 2023 │ 2024 │ Reserves, million t
                    Brazil │ 80 │ 20 │ 21
                    Vietnam │ 300 │ 310 t │ 3.5
                    World total │ 376,000 │ 390,000 │ 91""")))
        .containsExactly(
            "country:BR | production | material:rare-earths, mining | 2023 | 80",
            "country:BR | production | material:rare-earths, mining | 2024 | 20",
            "country:BR | reserves | material:rare-earths | - | 21",
            "country:VN | production | material:rare-earths, mining | 2023 | 300",
            "country:VN | production | material:rare-earths, mining | 2024 | 310 t",
            "country:VN | reserves | material:rare-earths | - | 3.5",
            "world | production | material:rare-earths, mining | 2023 | 376,000",
            "world | production | material:rare-earths, mining | 2024 | 390,000",
            "world | reserves | material:rare-earths | - | 91");
    assertThat(
            claims(
                Language.ZH_HANS,
                "挖了一年",
                heading("锂产量（万吨）"),
                table(
                    """
                    国家 │ 2023年 │ 2024年
                    智利 │ 4.1 │ 4.9
                    全球 │ 20.4 │ 24""")))
        .containsExactly(
            "country:CL | production | element:Li | 2023 | 4.1",
            "country:CL | production | element:Li | 2024 | 4.9",
            "world | production | element:Li | 2023 | 20.4",
            "world | production | element:Li | 2024 | 24");
  }

  @Test
  void readsThePropertyFromTheColumnAndTheStepFromTheRow() {
    assertThat(
            claims(
                Language.EN,
                "Where cobalt goes",
                table(
                    """
                    Step │ China's share │ Note
                    Mining │ 2% │ at home
                    Refining capacity │ nearly 80% │ of all plants""")))
        .containsExactly(
            "country:CN | share | element:Co, mining | - | 2%",
            "country:CN | share | element:Co, refining, capacity | - | nearly 80%");
    assertThat(
            claims(
                Language.ZH_HANS,
                "钴去了哪里",
                table(
                    """
                    环节 │ 中国占比
                    储量 │ 1%
                    精炼产能 │ 近八成""")))
        .containsExactly(
            "country:CN | share | element:Co, reserves | - | 1%",
            "country:CN | share | element:Co, refining, capacity | - | 近八成");
  }

  @Test
  void readsACellThatSaysItselfWhoseItIs() {
    assertThat(
            claims(
                Language.ZH_HANT,
                "鎳的去向",
                table(
                    """
                    項目 │ 現況
                    產量 │ 印尼佔55%""")))
        .containsExactly("country:ID | share | element:Ni, output | - | 55%");
    assertThat(
            claims(
                Language.EN,
                "Nickel in figures",
                table(
                    """
                    Measure │ Indonesia │ Remark
                    Reserves │ 42% of the world's │ laterite
                    Mining quota │ 240 million tonnes │ 2024, ore""")))
        .containsExactly(
            "country:ID | share | element:Ni, reserves, world | - | 42%",
            "country:ID | quota | element:Ni, mining | 2024 | 240 million tonnes");
  }

  @Test
  void readsPricesOfMaterials() {
    assertThat(
            claims(
                Language.EN,
                "Prices this spring",
                table(
                    """
                    Material │ April 2025 │ June 2025
                    Dysprosium oxide, $/kg │ 250 │ 640""")))
        .containsExactly(
            "material:dysprosium-oxide | price |  | 2025-04 | 250",
            "material:dysprosium-oxide | price |  | 2025-06 | 640");
    assertThat(
            claims(
                Language.ZH_HANS,
                "本周报价",
                table(
                    """
                    材料 │ 价格（元/公斤）
                    氧化镝 │ 1600""")))
        .containsExactly("material:dysprosium-oxide | price |  | - | 1600");
  }

  @Test
  void readsNothingWhereAHeadingDoesNotSayAll() {
    assertThat(
            claims(
                Language.EN,
                "Rare earths",
                table(
                    """
                    Application │ Weeks to a decision │ Approved
                    First, civilian │ 9 to 12 │ 7 of 10"""),
                table(
                    """
                    Country │ Mined by Chinese companies, t
                    Myanmar │ 400"""),
                table(
                    """
                    Country │ Rest
                    Brazil │ 21 million t"""),
                table(
                    """
                    Buyer │ Exports from China, t │ Exports from Brazil, t
                    Japan │ 800 │ 20"""),
                table(
                    """
                    Output │ China │ Years
                    Rare earths │ 240,000 t │ 2020 to 2023""")))
        .isEmpty();
    assertThat(
            claims(
                Language.ZH_HANS,
                "稀土",
                table(
                    """
                    月份 │ 出口量环比 │ 等待时间
                    9月 │ 下降近三成 │ 45天"""),
                table(
                    """
                    国家 │ 缺什么
                    印度 │ 产能不到中国的十分之一"""),
                table(
                    """
                    项目 │ 数值
                    储量 │ 4400万吨""")))
        .isEmpty();
  }

  @Test
  void leavesOutARowWithOtherColumnsThanTheHead() {
    assertThat(
            claims(
                Language.EN,
                "Tin",
                table(
                    """
                    Country │ Reserves of tin │ Output of tin
                    Peru │ 130,000 t │ 31,000 t
                    Bolivia │ 400,000 t""")))
        .containsExactly(
            "country:PE | reserves | element:Sn | - | 130,000 t",
            "country:PE | production | element:Sn | - | 31,000 t");
    assertThat(
            claims(
                Language.ZH_HANS,
                "锡",
                table(
                    """
                    国家 │ 锡储量 │ 锡产量
                    秘鲁 │ 13万吨 │ 3.1万吨
                    玻利维亚 │ 40万吨""")))
        .containsExactly(
            "country:PE | reserves | element:Sn | - | 13万吨",
            "country:PE | production | element:Sn | - | 3.1万吨");
  }

  @Test
  void carriesALeadInToTheItemsOfAList() {
    assertThat(
            claims(
                Language.EN,
                "Who has it",
                text("Reserves of rare earths by country, 2024:"),
                item("China: 44 million tonnes"),
                item("Brazil – 21 million tonnes"),
                item("The rest: 20 million tonnes"),
                text("India: 6.9 million tonnes, as some say.")))
        .containsExactly(
            "country:CN | reserves | material:rare-earths | 2024 | 44 million tonnes",
            "country:BR | reserves | material:rare-earths | 2024 | 21 million tonnes",
            "country:IN | reserves | material:rare-earths | 2024 | 6.9 million tonnes");
    assertThat(
            claims(
                Language.ZH_HANS,
                "谁有矿",
                text("2024年各国稀土储量："),
                item("中国：4400万吨"),
                item("印度：690万吨"),
                item("其他：2000万吨")))
        .containsExactly(
            "country:CN | reserves | material:rare-earths | 2024 | 4400万吨",
            "country:IN | reserves | material:rare-earths | 2024 | 690万吨");
  }
}
