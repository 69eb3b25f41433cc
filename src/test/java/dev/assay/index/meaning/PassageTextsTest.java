package dev.assay.index.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.index.meaning.PassageTexts.PassageText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageTextsTest {

  private static Article article(String title, Object... kindsAndTexts) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (int i = 0; i < kindsAndTexts.length; i += 2) {
      paragraphs.add(
          new Paragraph(
              paragraphs.size() + 1,
              (Paragraph.Kind) kindsAndTexts[i],
              (String) kindsAndTexts[i + 1]));
    }
    return new Article(
        new ArticleId(1),
        null,
        "",
        null,
        title,
        List.of(),
        null,
        null,
        Instant.EPOCH,
        Language.UNKNOWN,
        ArticleKind.NEWS,
        null,
        null,
        paragraphs);
  }

  @Test
  void letsTitleAndHeadingsLeadUpToThePassageAfterThem() {
    assertThat(
            PassageTexts.of(
                article(
                    "包头的稀土",
                    Paragraph.Kind.TEXT,
                    "包头的分离厂今年把产量提高了一成，出口却没有增加。",
                    Paragraph.Kind.HEADING,
                    "价格",
                    Paragraph.Kind.TEXT,
                    "氧化镨钕的价格十一月涨了两次，磁材厂开始囤货。")))
        .extracting(PassageText::paragraph, PassageText::text)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, "包头的稀土\n包头的分离厂今年把产量提高了一成，出口却没有增加。"),
            org.assertj.core.groups.Tuple.tuple(3, "价格\n氧化镨钕的价格十一月涨了两次，磁材厂开始囤货。"));
  }

  @Test
  void cutsLongParagraphsBetweenSentences() {
    String sentence = "The plant separates heavy rare earths and ships them to the magnet maker. ";
    List<PassageText> passages =
        PassageTexts.of(article("Plant", Paragraph.Kind.TEXT, sentence.repeat(30).strip()));

    assertThat(passages).hasSizeGreaterThan(1).allMatch(passage -> passage.paragraph() == 1);
    assertThat(passages).allMatch(passage -> passage.text().endsWith("magnet maker."));
    assertThat(passages.getLast().span().end()).isEqualTo(sentence.length() * 30 - 1);
  }

  @Test
  void takesAnArticleOfShortLinesAsOnePassage() {
    assertThat(
            PassageTexts.of(
                article("Calendar", Paragraph.Kind.TEXT, "9:00 talks", Paragraph.Kind.TEXT, "end")))
        .extracting(PassageText::text)
        .containsExactly("Calendar\n9:00 talks\nend");
    assertThat(PassageTexts.of(article("Empty"))).isEmpty();
  }
}
