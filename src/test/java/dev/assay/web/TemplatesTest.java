package dev.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Language;
import dev.assay.cite.Span;
import dev.assay.desk.Unread;
import dev.assay.desk.morning.Edition;
import dev.assay.topic.ArticlePage;
import dev.assay.topic.Name;
import dev.assay.topic.TopicPage;
import dev.assay.web.reading.TopicLinks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole pages against the files in `src/test/resources/web`. After a wanted change, write them
/// anew with `mvn test -Dtest=TemplatesTest -Dassay.rewrite=true` and read the difference.
final class TemplatesTest {

  private final Templates templates = new Templates();
  private final Assets assets = Assets.shipped();

  private static Messages words(String language) {
    return language.equals("zh") ? Messages.CHINESE : Messages.ENGLISH;
  }

  private Frame frame(String language, Frame.Part part) {
    return new Frame(words(language), assets, part, "/here?lang=" + language);
  }

  private String topic(String language, TopicPage page) {
    return topic(frame(language, Frame.Part.TOPICS), page);
  }

  private String topic(Frame frame, TopicPage page) {
    return templates.render(
        "topic",
        Map.of("frame", frame, "page", page, "links", new TopicLinks(page, null, frame.say())));
  }

  private String article(String language, ArticlePage page) {
    return templates.render(
        "article", Map.of("frame", frame(language, Frame.Part.ELSEWHERE), "page", page));
  }

  /// Compares without the hashes of the assets, which change with their files.
  private static void isAsExpected(String name, String html) throws IOException {
    Path file = Path.of("src/test/resources/web", name);
    String plain = html.replaceAll("/assets/(\\w+)\\.\\w+\\.", "/assets/$1.");
    if (Boolean.getBoolean("assay.rewrite")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, plain);
    }
    assertThat(plain).isEqualTo(Files.readString(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void showsATopicWithItsCards(String language) throws IOException {
    isAsExpected(
        "topic." + language + ".html",
        topic(language, SamplePages.topic(words(language).language())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void showsAnArticleWithItsBriefBesideIt(String language) throws IOException {
    isAsExpected("article." + language + ".html", article(language, SamplePages.article()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void showsTopicsAndNewestArticlesFirst(String language) throws IOException {
    isAsExpected(
        "home." + language + ".html",
        templates.render(
            "home",
            Map.of(
                "frame",
                frame(language, Frame.Part.TOPICS),
                "edition",
                SamplePages.home(words(language).language()))));
  }

  @Test
  void tellsWhatToDoInAnEmptyLibrary() {
    String html =
        templates.render(
            "home",
            Map.of("frame", frame("en", Frame.Part.TOPICS), "edition", SamplePages.emptyHome()));

    assertThat(Jsoup.parse(html).select(".ways li").eachText())
        .containsExactly(
            "Follow a source Name a site or a feed once; what it publishes comes in by itself while"
                + " Assay runs. Do it here assay follow https://example.org",
            "Bring your own files Saved pages, PDF and Word files, whole folders. Do it here assay import"
                + " FILE FOLDER",
            "Look at the samples 29 articles on rare earths, in a library of their own: assay demo");
  }

  @Test
  void tellsWhatToDoForANameThatNothingMentions() {
    Document page = Jsoup.parse(topic("zh", SamplePages.unknownTopic()));

    assertThat(page.select(".note").text())
        .isEqualTo("库中没有提到“<b>钨</b>”的文章。 搜索这个名称 可以先关注，以后收到的相关文章会出现在这里和首页上。" + " 关注 关注一个来源 放入自己的文件");
    assertThat(page.select("h1 b")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "en, 'You follow it: what comes in on it stands here and on the first page. Stop following'",
    "zh, 已关注，以后收到的相关文章会出现在这里和首页上。 取消关注"
  })
  void saysOfATopicThatNothingMentionsThatItIsFollowed(String language, String said) {
    Document page = Jsoup.parse(topic(language, SamplePages.unknownTopic(true)));

    assertThat(page.select(".note").text()).contains(said);
  }

  @ParameterizedTest
  @CsvSource({
    "en, No article in your library mentions <b>钨</b>. Search for this name",
    "zh, 库中没有提到“<b>钨</b>”的文章。 搜索这个名称"
  })
  void offersNothingToDoInThePast(String language, String said) {
    AsOf then = new AsOf(Instant.parse("2025-10-01T00:00:00Z"), "2025-10-01", "/topic", List.of());
    Frame frame =
        new Frame(words(language), assets, Frame.Part.TOPICS, "/", then, null, Standing.WELL, true);

    assertThat(Jsoup.parse(topic(frame, SamplePages.unknownTopic())).select(".note").text())
        .isEqualTo(said);
  }

  @Test
  void marksTheCitedWordsInAQuote() {
    var page = SamplePages.article();
    var paragraph = page.article().paragraph(3);
    String html =
        templates.render(
            "quote",
            Map.of(
                "say",
                Messages.ENGLISH,
                "article",
                page.article(),
                "paragraph",
                paragraph,
                "pieces",
                Piece.of(paragraph.text(), List.of(new Span(0, 7)))));

    assertThat(html)
        .contains("<mark>电机厂提前备货</mark>，是这一轮订单的主因。")
        .contains("href=\"/articles/0000000000001#p3\"");
  }

  @Test
  void lightsTheParagraphOnItsOwnPageWithoutAScript() {
    Document page = Jsoup.parse(article("en", SamplePages.article()));

    assertThat(page.select(".brief .cite").eachAttr("href"))
        .containsExactly("#p1", "#p3", "#p3", "#p4")
        .allSatisfy(link -> assertThat(page.selectFirst(link)).isNotNull());
    assertThat(page.select("main [hx-get]")).isEmpty();
  }

  @Test
  void saysInWordsWhichNumbersAreNotInTheParagraphsCited() {
    Document english = Jsoup.parse(article("en", SamplePages.articleWithWrongNumbers()));
    Document chinese = Jsoup.parse(article("zh", SamplePages.articleWithWrongNumbers()));

    assertThat(english.select(".viewpoint").text())
        .isEqualTo("Viewpoint出口订单占<三成 (not found where cited)>，12家 (not found where cited)厂停产。[4]");
    assertThat(chinese.select(".num.missing").eachAttr("title"))
        .containsExactly("未见于所引段落", "未见于所引段落");
    assertThat(english.select(".checks li").eachText())
        .containsExactly(
            "三成 not found where cited check Read as 30 per cent, ±5 Nearest “出口订单只占两成，但价格更高。” Place paragraph 4, characters 8 to 9 [4]",
            "12家 not found where cited check Nearest nothing like it in the paragraphs cited [4]");
    assertThat(chinese.select(".checks li").eachText())
        .containsExactly(
            "三成 未见于所引段落 核对 读作 30%，±5 最接近 “出口订单只占两成，但价格更高。” 位置 第4段，第8至9字 [4]",
            "12家 未见于所引段落 核对 最接近 所引段落中没有相近的数字 [4]");
    assertThat(english.select("#checks > p").text())
        .isEqualTo("0 of 2 numbers found where they are cited. Open one to see the source.");
  }

  @Test
  void saysWhatAnArticlesOwnNumbersContradict() {
    ArticlePage page = SamplePages.articleThatDoesNotAddUp();

    assertThat(Jsoup.parse(article("en", page)).select("#findings li").eachText())
        .containsExactly("The two values make a change of 12.5 per cent; the text gives “一成”. [1]");
    assertThat(Jsoup.parse(article("zh", page)).select("#findings li").eachText())
        .containsExactly("由前后两数算得变化12.5%，文中写作“一成”。 [1]");
  }

  @Test
  void keepsTheWordsOfASentenceWhereItMarksItsNumbers() {
    SamplePages.CHINESE_BRIEF
        .sentences()
        .forEach(
            sentence ->
                assertThat(
                        SaidPiece.of(sentence).stream()
                            .map(SaidPiece::text)
                            .collect(Collectors.joining()))
                    .isEqualTo(sentence.text()));
  }

  @Test
  void givesEveryControlAName() {
    for (String html :
        List.of(
            topic("en", SamplePages.topic(Language.EN)), article("zh", SamplePages.article()))) {
      Document page = Jsoup.parse(html);
      assertThat(page.select("main")).hasSize(1);
      assertThat(page.select("h1")).hasSize(1);
      assertThat(page.select("input:not([type=hidden])"))
          .allMatch(
              input ->
                  input.hasAttr("aria-label")
                      || input.closest("label") != null && input.closest("label").hasText());
      assertThat(page.select("a, button"))
          .allMatch(control -> control.hasText() || control.hasAttr("aria-label"));
      assertThat(page.select("nav, aside, section[aria-label]"))
          .allMatch(part -> part.hasAttr("aria-label"));
    }
  }

  @Test
  void holdsNoScriptOrStyleOfItsOwn() {
    Document page = Jsoup.parse(topic("en", SamplePages.topic(Language.EN)));

    assertThat(page.select("[style], style, script:not([src])")).isEmpty();
    assertThat(page.getAllElements().stream().flatMap(e -> e.attributes().asList().stream()))
        .noneMatch(attribute -> attribute.getKey().startsWith("on"));
  }

  @Test
  void saysTheLanguageOfEveryPieceOfText() {
    Document page = Jsoup.parse(topic("en", SamplePages.topic(Language.EN)));
    List<Element> han =
        page.getAllElements().stream()
            .filter(e -> e.ownText().codePoints().anyMatch(Character::isIdeographic))
            .toList();

    assertThat(han)
        .isNotEmpty()
        .allMatch(
            e -> e.closest("[lang]").attr("lang").startsWith("zh") || e.tagName().equals("title"));
  }

  @ParameterizedTest
  @CsvSource({
    "en, 1 source has not worked for more than a day, 2 sources have not worked for more than a day",
    "zh, 1 个来源已超过一天无法读取, 2 个来源已超过一天无法读取"
  })
  void everyPageSaysThatSourcesHaveNotWorkedForLong(String language, String one, String two) {
    assertThat(standingLine(language, new Standing(0, false))).isEmpty();
    assertThat(standingLine(language, new Standing(1, false))).isEqualTo(one);
    assertThat(standingLine(language, new Standing(2, false))).isEqualTo(two);
  }

  @Test
  void aFollowedTopicWithoutArticlesSaysThatThereAreNone() {
    Edition.TopicNews none =
        new Edition.TopicNews(
            new Name("tungsten", Language.EN),
            List.of(),
            true,
            SamplePages.weeks(0, 0),
            new Unread(0, true),
            null,
            List.of(),
            null);

    String home =
        templates.render(
            "home",
            Map.of(
                "frame",
                frame("en", Standing.WELL),
                "edition",
                SamplePages.emptyHome(List.of(none))));

    assertThat(Jsoup.parse(home).select(".topicnews").text())
        .isEqualTo("tungsten nothing new this week No article is about it yet.");
  }

  private String standingLine(String language, Standing standing) {
    String html =
        templates.render(
            "article", Map.of("frame", frame(language, standing), "page", SamplePages.article()));
    return Jsoup.parse(html).select(".standing").text();
  }

  private Frame frame(String language, Standing standing) {
    return new Frame(
        words(language), assets, Frame.Part.ELSEWHERE, "/", null, null, standing, true);
  }
}
