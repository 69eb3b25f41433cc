package dev.assay.web;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.number.Modifier;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.article.PublicationTime;
import dev.assay.article.PublicationTime.Certainty;
import dev.assay.article.PublicationTime.Precision;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefGroup;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.CheckedNumber;
import dev.assay.brief.KeyFigure;
import dev.assay.brief.Maker;
import dev.assay.brief.claim.ModelReading;
import dev.assay.brief.claim.Refusal;
import dev.assay.check.ArithmeticFinding;
import dev.assay.check.NumberVerdict;
import dev.assay.check.ReadAs;
import dev.assay.cite.Citation;
import dev.assay.cite.Span;
import dev.assay.desk.Mute;
import dev.assay.desk.Unread;
import dev.assay.desk.morning.Edition;
import dev.assay.evaluate.TwoReaders;
import dev.assay.fold.Independence;
import dev.assay.fold.Origin;
import dev.assay.lexicon.EntityType;
import dev.assay.topic.Arrival;
import dev.assay.topic.ArticleLine;
import dev.assay.topic.ArticlePage;
import dev.assay.topic.Card;
import dev.assay.topic.CopyLine;
import dev.assay.topic.Editions;
import dev.assay.topic.Facts;
import dev.assay.topic.From;
import dev.assay.topic.Heading;
import dev.assay.topic.Likeness;
import dev.assay.topic.Mentioning;
import dev.assay.topic.Name;
import dev.assay.topic.Selection;
import dev.assay.topic.TopicPage;
import dev.assay.topic.Version;
import dev.assay.topic.Week;
import dev.assay.topic.event.EventLine;
import dev.assay.topic.ledger.LedgerNews;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Pages made by hand, small but with every part in them.
final class SamplePages {

  static final LocalDate TODAY = LocalDate.of(2025, 11, 24);
  private static final Instant FETCHED = Instant.parse("2025-11-22T06:02:00Z");

  private static final From FROM_XINHUA =
      new From(
          new Name("新华社", Language.ZH_HANS),
          new Origin("Xinhua", Origin.Kind.WIRE, "新华社北京11月21日电"));

  private SamplePages() {}

  static PublicationTime at(String instant, int hours, Certainty certainty) {
    return new PublicationTime(
        Instant.parse(instant),
        Precision.MINUTE,
        ZoneOffset.ofHours(hours),
        true,
        certainty,
        "json-ld datePublished");
  }

  static ArticleLine line(
      long id, String title, Language language, String source, PublicationTime time) {
    return new ArticleLine(
        new ArticleId(id), title, language, ArticleKind.NEWS, source, null, time, FETCHED);
  }

  static final ArticleLine CHINESE =
      line(
          1,
          "磁材厂<排产>到春天，钕价先动",
          Language.ZH_HANS,
          "北岸财经",
          at("2025-11-21T02:02:00Z", 8, Certainty.STATED));

  static final ArticleLine ENGLISH =
      line(
          2,
          "Refinery waits for its second permit",
          Language.EN,
          "Carrow Dispatch",
          at("2025-11-12T05:18:00Z", 0, Certainty.GUESSED));

  static final ArticleLine TRADITIONAL =
      new ArticleLine(
          new ArticleId(3),
          "釹鐵硼訂單回流",
          Language.ZH_HANT,
          ArticleKind.ANALYSIS,
          "東灣日報",
          URI.create("https://dongwan.example/a/3"),
          null,
          FETCHED);

  static BriefSentence sentence(long article, int paragraph, String text) {
    return new BriefSentence(
        text, List.of(new Citation(new ArticleId(article), paragraph, new Span(0, text.length()))));
  }

  static CheckedNumber found(int start, int end, int paragraph, int from) {
    return new CheckedNumber(
        new Span(start, end),
        null,
        NumberVerdict.EXACT,
        new Citation(new ArticleId(1), paragraph, new Span(from, from + end - start)));
  }

  private static BriefSentence withNumbers(BriefSentence sentence, CheckedNumber... numbers) {
    return new BriefSentence(sentence.text(), sentence.citations(), List.of(numbers));
  }

  static final Brief CHINESE_BRIEF =
      new Brief(
          new ArticleId(1),
          Language.ZH_HANS,
          List.of(
              new BriefSentence(
                  "订单排到明年三月，上游报价先涨了一成。",
                  List.of(
                      new Citation(new ArticleId(1), 1, new Span(0, 19)),
                      new Citation(new ArticleId(1), 3, new Span(0, 4)),
                      new Citation(new ArticleId(1), 1, new Span(20, 24))),
                  List.of(found(4, 8, 1, 4), found(16, 18, 1, 16)))),
          List.of(
              new BriefGroup(
                  "订单从哪里来",
                  List.of(
                      sentence(1, 3, "电机厂提前备货，是这一轮订单的主因。"),
                      withNumbers(sentence(1, 4, "出口订单只占两成，但价格更高。"), found(6, 8, 4, 7))))),
          new Maker.Extractive(1),
          List.of(
              new KeyFigure(
                  Language.EN,
                  "20%",
                  "Japan, share of magnet exports",
                  "两成",
                  new Citation(new ArticleId(1), 4, new Span(7, 9)),
                  "出口订单只占两成，但价格更高。",
                  "qwen3:8b")));

  static final Brief ENGLISH_BRIEF =
      new Brief(
          new ArticleId(2),
          Language.EN,
          List.of(
              withNumbers(
                  sentence(
                      2, 1, "The plant can run at a third of its capacity until the permit comes."),
                  found(21, 28, 1, 21))),
          List.of(
              new BriefGroup(
                  "What is missing",
                  List.of(
                      withNumbers(
                          sentence(2, 2, "The state wants a second study of the tailings dam."),
                          new CheckedNumber(
                              new Span(18, 24), null, NumberVerdict.UNSUPPORTED, null))))),
          new Maker.Model("qwen3:8b", 4, 0));

  static List<Week> weeks(int... articles) {
    LocalDate last = LocalDate.of(2025, 11, 17);
    return IntStream.range(0, articles.length)
        .mapToObj(
            i ->
                new Week(
                    last.minusWeeks(articles.length - 1L - i),
                    (articles[i] + 1) / 2,
                    articles[i] / 2))
        .toList();
  }

  static TopicPage topic(Language reader) {
    boolean chinese = reader.isChinese();
    Name name = new Name(chinese ? "钕" : "neodymium", reader);
    Name lynas = new Name(chinese ? "莱纳斯" : "Lynas", reader);
    Heading heading =
        new Heading(
            name,
            EntityType.PRODUCT,
            List.of(
                new Name(chinese ? "neodymium" : "钕", chinese ? Language.EN : Language.ZH_HANS),
                new Name("釹", Language.ZH_HANT),
                new Name("Nd", Language.EN)),
            false,
            "element:Nd",
            List.of(new Name(chinese ? "永磁之王" : "the magnet metal", reader)),
            false);
    Facts facts =
        new Facts(
            1234,
            true,
            987,
            640,
            List.of(new Independence.Voice("Xinhua", 9, 31), new Independence.Voice("海石新闻", 4, 6)),
            12,
            LocalDate.of(2025, 5, 6),
            LocalDate.of(2025, 11, 21),
            weeks(2, 0, 0, 1, 0, 3, 0, 0, 7, 1, 0, 2, 4, 6, 3),
            List.of(new Facts.Related(lynas, 6, 2)),
            List.of(
                new Facts.Count<>(Language.ZH_HANS, 800),
                new Facts.Count<>(Language.EN, 400),
                new Facts.Count<>(Language.ZH_HANT, 34)),
            List.of(
                new Facts.Count<>(ArticleKind.NEWS, 1200),
                new Facts.Count<>(ArticleKind.ANALYSIS, 34)),
            List.of(new Facts.Count<>("松岭早报", 700), new Facts.Count<>("Carrow Dispatch", 400)));
    List<Card> cards =
        List.of(
            new Card(
                CHINESE,
                null,
                List.of(
                    line(
                        4,
                        "钕价先动",
                        Language.ZH_HANS,
                        "海石新闻",
                        at("2025-11-21T03:40:00Z", 8, Certainty.STATED)),
                    line(
                        5,
                        "钕价动了",
                        Language.ZH_HANS,
                        "云浦日报",
                        at("2025-11-22T01:40:00Z", 8, Certainty.STATED))),
                CHINESE_BRIEF,
                List.of(lynas, new Name("A/B", Language.UNKNOWN)),
                CHINESE_BRIEF.groups().getFirst().bullets().subList(0, 1),
                FROM_XINHUA,
                Arrival.WHOLE),
            new Card(
                ENGLISH,
                null,
                List.of(),
                ENGLISH_BRIEF,
                List.of(lynas),
                List.of(),
                null,
                new Arrival("preview", "")),
            new Card(
                TRADITIONAL, null, List.of(), null, List.of(), List.of(), null, Arrival.WHOLE));
    return new TopicPage(
        heading,
        facts,
        Selection.all(),
        cards,
        List.of(
            new Mentioning(
                ArticleLine.of(article().article()), CHINESE_BRIEF.viewpoint().subList(0, 1))),
        12,
        "b64token=");
  }

  static TopicPage unknownTopic() {
    return unknownTopic(false);
  }

  static TopicPage unknownTopic(boolean followed) {
    return new TopicPage(
        new Heading(new Name("<b>钨</b>", Language.UNKNOWN), List.of(), followed),
        Facts.none(),
        Selection.all(),
        List.of(),
        List.of(),
        0,
        null);
  }

  static Edition home(Language reader) {
    Name name = new Name(reader.isChinese() ? "钕" : "neodymium", reader);
    return new Edition(
        Instant.parse("2025-11-24T09:00:00Z"),
        Instant.parse("2025-11-23T18:00:00Z"),
        14,
        new LedgerNews(3, 1),
        new Unread(999, false),
        1234,
        987,
        List.of(
            new Edition.TopicNews(
                name,
                List.of(new Name("釹", Language.ZH_HANT)),
                false,
                weeks(0, 0, 0, 2, 0, 0, 0, 5, 0, 6, 2, 4),
                new Unread(3, true),
                new Mentioning(CHINESE, CHINESE_BRIEF.viewpoint().subList(0, 1)),
                List.of(ENGLISH),
                null)),
        List.of(new EventLine(ENGLISH.id(), ENGLISH, List.of(CHINESE), 2, 1, ENGLISH.orderedBy())),
        List.of(new Mentioning(TRADITIONAL, CHINESE_BRIEF.viewpoint().subList(0, 1))),
        List.of(TRADITIONAL),
        List.of(new Facts.Related(name, 14, 3)),
        Map.of(),
        List.of(new Mute(Mute.Kind.SOURCE, "Carrow Dispatch")));
  }

  static Edition emptyHome() {
    return emptyHome(List.of());
  }

  static Edition emptyHome(List<Edition.TopicNews> topics) {
    return new Edition(
        Instant.parse("2025-11-24T09:00:00Z"),
        null,
        0,
        LedgerNews.NONE,
        new Unread(0, true),
        0,
        0,
        topics,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        List.of());
  }

  private static List<Paragraph> paragraphs(Object... kindsAndTexts) {
    List<Object> parts = Arrays.asList(kindsAndTexts);
    return IntStream.range(0, parts.size() / 2)
        .mapToObj(
            i ->
                new Paragraph(
                    i + 1, (Paragraph.Kind) parts.get(2 * i), (String) parts.get(2 * i + 1)))
        .toList();
  }

  static ArticlePage article() {
    return article(CHINESE_BRIEF);
  }

  /// A model's brief of the same article with a sum that the article does not hold, and one that is
  /// nowhere near.
  static ArticlePage articleWithWrongNumbers() {
    BriefSentence sentence =
        new BriefSentence(
            "出口订单占<三成>，12家厂停产。",
            List.of(new Citation(new ArticleId(1), 4, new Span(0, 9))),
            List.of(
                new CheckedNumber(
                    new Span(6, 8),
                    new ReadAs(
                        BigDecimal.valueOf(30),
                        BigDecimal.valueOf(30),
                        "%",
                        Modifier.EXACT,
                        BigDecimal.TEN,
                        null),
                    NumberVerdict.UNSUPPORTED,
                    new Citation(new ArticleId(1), 4, new Span(7, 9))),
                new CheckedNumber(new Span(10, 13), null, NumberVerdict.UNSUPPORTED, null)));
    return article(
        new Brief(
            new ArticleId(1),
            Language.ZH_HANS,
            List.of(sentence),
            List.of(),
            new Maker.Model("qwen3:8b", 4, 0)));
  }

  /// The article with a rate in its first paragraph that its numbers contradict.
  static ArticlePage articleThatDoesNotAddUp() {
    ArticlePage page = article();
    ArithmeticFinding finding =
        new ArithmeticFinding(
            ArithmeticFinding.Kind.GROWTH,
            1,
            new Span(16, 18),
            List.of(),
            new BigDecimal("12.5"),
            "%");
    return new ArticlePage(
        page.article(),
        Editions.NONE,
        page.brief(),
        List.of(),
        null,
        null,
        List.of(finding),
        page.names(),
        Arrival.WHOLE);
  }

  private static final TwoReaders READERS =
      new TwoReaders(
          "qwen3:8b",
          List.of(
              new TwoReaders.Line(
                  new Citation(CHINESE.id(), 1, new Span(16, 18)),
                  "一成",
                  "上游报价",
                  0.82,
                  Claim.Agreement.AGREES),
              new TwoReaders.Line(
                  new Citation(CHINESE.id(), 4, new Span(6, 8)), "两成", "出口订单", 0.64, null)),
          List.of(new ModelReading.Refused(1, "三月", Refusal.FIGURE)));

  private static ArticlePage article(Brief brief) {
    Article article =
        new Article(
            CHINESE.id(),
            URI.create("https://beian.example/2025/11/21/nd?a=1&b=2"),
            "北岸财经",
            null,
            CHINESE.title(),
            List.of("林知远"),
            CHINESE.publishedAt(),
            null,
            FETCHED,
            Language.ZH_HANS,
            ArticleKind.NEWS,
            null,
            null,
            paragraphs(
                Paragraph.Kind.TEXT,
                "订单排到明年三月，上游报价先涨了一成。<script>alert(1)</script>",
                Paragraph.Kind.HEADING,
                "订单从哪里来",
                Paragraph.Kind.TEXT,
                "电机厂提前备货，是这一轮订单的主因。",
                Paragraph.Kind.QUOTE,
                "“出口订单只占两成，但价格更高。”",
                Paragraph.Kind.LIST,
                "氧化钕",
                Paragraph.Kind.TABLE,
                "月份 │ 报价\n10月 │ 每吨52万元\n11月 │ 每吨57万元",
                Paragraph.Kind.CAPTION,
                "报价为含税价"));
    return new ArticlePage(
        article,
        new Editions(
            null,
            List.of(new CopyLine(ENGLISH, new Likeness(94, 1, 0, 2, 0))),
            List.of(TRADITIONAL),
            List.of(new Version(CHINESE, 1, CHINESE.title(), FETCHED)),
            true,
            FROM_XINHUA),
        brief,
        List.of(),
        null,
        READERS,
        List.of(),
        List.of(new Name("钕", Language.ZH_HANS)),
        Arrival.WHOLE);
  }
}
