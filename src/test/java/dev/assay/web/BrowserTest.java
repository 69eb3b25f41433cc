package dev.assay.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.ledger.EntryId;
import dev.assay.ledger.kept.LedgerFilter;
import dev.assay.topic.Library;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages in a real browser, with scripts on and off. Needs Chromium at `/usr/bin/chromium`; run
/// with `mvn test -Dgroups=browser -DexcludedGroups=`.
@Tag("browser")
final class BrowserTest {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final int WIDE = 1440;
  private static final int PHONE = 390;

  @TempDir static Path folder;
  private static Library library;
  private static RunningPages server;
  private static String figure;
  private static Playwright playwright;
  private static Browser browser;

  /// What the browser complained of, violations of the security policy included.
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void start() {
    assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium");
    library = new Library(folder).filled();
    library.topics().saved().save("钕");
    figure = Links.figure(disputed(library).value());
    server = RunningPages.of(library);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /// Adds two figures that cannot both be right.
  private static EntryId disputed(Library library) {
    share(library, Language.ZH_HANS, "中国的稀土精炼占全球的85%。", "85%");
    share(
        library,
        Language.EN,
        "China runs over 90% of the world's refining of rare earths.",
        "over 90%");
    return library
        .ledgers()
        .page(LedgerFilter.SEVERAL, 1, Language.EN)
        .entries()
        .getFirst()
        .entry()
        .id();
  }

  private static void share(Library library, Language language, String text, String figure) {
    boolean chinese = language.isChinese();
    Article article =
        library.add(
            "share-" + language.tag(),
            language,
            chinese ? "东岭网" : "Kestrel Commodities",
            chinese ? "2025-07-08T02:00:00Z" : "2025-09-27T08:00:00Z",
            chinese ? "精炼仍集中在一国" : "Refining stays where it is",
            text);
    library.claim(
        article,
        figure,
        new Thing("country:CN", "China"),
        Property.SHARE,
        new Part(Facet.MATERIAL, "material:rare-earths", "rare earths"),
        new Part(Facet.STAGE, "refining", "refining"));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      browser.close();
      playwright.close();
      server.close();
      library.close();
    }
  }

  @AfterEach
  void hadNothingToComplainOf() {
    assertThat(complaints).isEmpty();
  }

  private Page open(String path, Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options.setLocale("en"));
    Page page = context.newPage();
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
    page.navigate(server.address() + path);
    return page;
  }

  private static Browser.NewContextOptions width(int pixels) {
    return new Browser.NewContextOptions().setViewportSize(pixels, 900);
  }

  @Test
  void opensACitedParagraphBesideItsCard() {
    Page page = open("/topics/Lynas", width(WIDE));
    Locator cite = page.locator(".said .cite").last();

    cite.click();

    Locator opened = page.locator(".opened");
    opened.waitFor();
    assertThat(opened.locator("mark").textContent()).isNotBlank();
    BoundingBox card = page.locator(".card").first().boundingBox();
    assertThat(opened.boundingBox().x).isGreaterThan(card.x + card.width);
    assertThat(cite.getAttribute("aria-expanded")).isEqualTo("true");
    assertThat(page.url()).endsWith("/topics/Lynas");

    page.keyboard().press("Escape");
    assertThat(opened.count()).isZero();
    page.context().close();
  }

  @Test
  void closesAParagraphByItsOwnCitationAndOpensOneAtATime() {
    Page page = open("/topics/钕", width(WIDE));
    page.locator(".said .cite").first().click();
    page.locator(".opened").waitFor();
    page.locator(".said .cite").last().click();
    page.locator(".cite[aria-expanded] ~ .opened").waitFor();
    assertThat(page.locator(".opened").count()).isEqualTo(1);

    page.locator(".said .cite").last().click();

    assertThat(page.locator(".opened").count()).isZero();
    page.context().close();
  }

  @Test
  void opensACitedParagraphUnderItsSentenceOnAPhone() {
    Page page = open("/topics/Lynas", width(PHONE));
    Locator said = page.locator(".said").first();

    said.locator(".cite").first().click();

    said.locator(".opened").waitFor();
    assertThat(said.locator(".opened").boundingBox().x).isLessThan(PHONE / 2.0);
    page.context().close();
  }

  @Test
  void lightsTheCitedParagraphWithScriptsOff() {
    Page page = open("/topics/Lynas", width(WIDE).setJavaScriptEnabled(false));

    page.locator(".said .cite").first().click();
    page.waitForURL("**/articles/*");

    assertThat(page.url()).matches(".*/articles/[0-9a-v]{13}#p\\d");
    assertThat(page.locator("li:target p").textContent()).isNotBlank();
    page.context().close();
  }

  @Test
  void lightsTheParagraphOnTheArticlesOwnPage() {
    Page page = open("/topics/Lynas", width(WIDE));
    page.locator(".card h2 a").first().click();
    page.waitForURL("**/articles/*");

    page.locator(".beside .cite").first().click();

    String number = page.locator(".beside .cite").first().textContent().replaceAll("\\D", "");
    assertThat(page.locator("li:target").getAttribute("id")).isEqualTo("p" + number);
    page.context().close();
  }

  @Test
  void filtersInPlaceAndKeepsTheAddress() {
    Page page = open("/topics/neodymium", width(WIDE));
    page.locator("#filters input[value=zh-Hans]").check();
    page.waitForURL("**language=zh-Hans**");
    page.locator("#filters input[value=zh-Hant]").check();
    page.waitForURL("**language=zh-Hant**");
    page.locator(".card").nth(1).waitFor();

    assertThat(page.locator(".card h2").allTextContents())
        .containsExactly("钕价先动，磁材厂排产到明年春天", "釹鐵硼訂單回流，臺廠等不到原料");
    page.reload();
    assertThat(page.locator(".card h2").count()).isEqualTo(2);
    assertThat(page.locator("#filters input[value=en]").isChecked()).isFalse();
    page.context().close();
  }

  @Test
  void searchesAndFiltersWithScriptsOff() {
    Page page = open("/", width(PHONE).setJavaScriptEnabled(false));
    page.locator("main input[name=q]").fill("钕价");
    page.locator("main .find button").first().click();
    page.waitForURL("**/search?q=*");

    assertThat(page.locator(".hit mark").first().textContent()).isEqualTo("钕价");
    page.locator(".side input[value=zh-Hans]").check();
    page.locator(".side button").click();
    page.waitForURL("**language=zh-Hans**");
    assertThat(page.locator(".hit").count()).isPositive();
    page.context().close();
  }

  @Test
  void fitsAPhoneAndAWideScreenInBothLanguages() {
    for (int pixels : List.of(320, PHONE, 768, WIDE)) {
      for (String language : List.of("zh", "en")) {
        Page page = open("/?lang=" + language, width(pixels));
        for (String path : paths(page)) {
          page.navigate(server.address() + path);
          assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
              .as(path + " at " + pixels)
              .isLessThanOrEqualTo(pixels);
        }
        page.context().close();
      }
    }
  }

  private List<String> paths(Page page) {
    page.navigate(server.address() + "/topics/钕");
    String article = page.locator(".card h2 a").first().getAttribute("href");
    return List.of(
        "/",
        "/topics/钕",
        "/topics/稀土",
        "/topics/qqqqq",
        article,
        "/search",
        "/search?q=钕价+permit",
        "/ledger",
        "/topics/稀土/ledger?verdict=differ&language=zh",
        "/topics/qqqqq/ledger",
        figure,
        "/names");
  }

  @Test
  void keepsTextLegibleInLightAndDark() {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      Page page = open("/", width(WIDE).setColorScheme(scheme));
      for (String path : paths(page)) {
        page.navigate(server.address() + path);
        assertThat((List<?>) page.evaluate(PALE_TEXT)).as(path + " " + scheme).isEmpty();
      }
      page.context().close();
    }
  }

  /// Texts whose contrast with what lies behind is below 4.5 to 1, WCAG 2.2 success criterion
  /// 1.4.3.
  private static final String PALE_TEXT =
      """
      () => {
        const rgb = color => color.match(/[\\d.]+/g).map(Number);
        const light = ([r, g, b]) => {
          const part = v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
          return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
        };
        const behind = element => {
          for (let e = element; e; e = e.parentElement) {
            const color = rgb(getComputedStyle(e).backgroundColor);
            if (color.length < 4 || color[3] > 0) return color;
          }
          return [255, 255, 255];
        };
        const pale = [];
        for (const e of document.querySelectorAll('body *:not(svg *)')) {
          const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
          if (!own || e.matches('.vh')) continue;
          const [a, b] = [light(rgb(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
          const ratio = (a + 0.05) / (b + 0.05);
          if (ratio < 4.5) pale.push(e.tagName + ' ' + e.textContent.trim().slice(0, 20) + ' ' + ratio.toFixed(2));
        }
        return pale;
      }
      """;

  @Test
  void printsTextOnWhiteWithoutButtonsAndNamesWhatMarksStandFor() {
    Page page = open("/topics/稀土", width(WIDE).setColorScheme(ColorScheme.LIGHT));
    assertThat(page.locator("#disputes svg g title").first().textContent()).contains("85%");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

    assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(255, 255, 255)");
    for (String hidden :
        List.of(".acts", ".mute", ".densities", ".card a.copy", "form.find", "#filters")) {
      assertThat(page.locator(hidden).first().isVisible()).as(hidden).isFalse();
    }
    assertThat(page.locator(".card h2").first().isVisible()).isTrue();
    page.context().close();
  }

  @Test
  void takesAReadersWordOnAFigureByKeysAloneWithoutScripts() {
    Page page = open(figure, width(WIDE).setJavaScriptEnabled(false));
    Locator row = page.locator(".dated tbody tr").last();

    row.locator("summary").focus();
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    page.keyboard().type("It tells of 2019");
    page.keyboard().press("Enter");

    Locator withdrawn = page.locator("tr.withdrawn");
    assertThat(withdrawn.locator("b.read").textContent()).isEqualTo("over 90%");
    page.navigate(server.address() + "/topics/稀土");
    assertThat(page.locator(".side").textContent()).doesNotContain("Figures in dispute");

    page.navigate(server.address() + figure);
    withdrawn.locator("button").focus();
    page.keyboard().press("Enter");
    page.locator(".head .verdict.differ").waitFor();
    assertThat(withdrawn.count()).isZero();
    page.context().close();
  }

  @Test
  void leadsFromADisputeToTheFigureAndItsParagraph() {
    Page page = open("/topics/稀土", width(WIDE));

    page.locator(".side a[href='" + figure + "']").first().click();
    assertThat(page.locator("h1").textContent()).isEqualTo("China, share of rare earth refining");
    page.locator(".dated .cite").first().click();

    assertThat(page.url()).endsWith("#p1");
    assertThat(page.locator("li:target").textContent()).contains("中国的稀土精炼占全球的85%。");
    page.context().close();
  }

  @Test
  void reachesTheTextWithTheFirstKey() {
    Page page = open("/topics/Lynas", width(WIDE));

    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
    page.keyboard().press("Enter");

    assertThat(page.url()).endsWith("#main");
    page.context().close();
  }

  @Test
  void descendsThroughHeadingsOneByOne() {
    Page page = open("/", width(WIDE));
    for (String path : paths(page)) {
      page.navigate(server.address() + path);
      List<Integer> levels =
          page.locator("h1, h2, h3").all().stream()
              .map(
                  heading ->
                      Integer.parseInt(heading.evaluate("h => h.tagName.slice(1)").toString()))
              .toList();
      assertThat(levels.getFirst()).as(path).isEqualTo(1);
      for (int i = 1; i < levels.size(); i++) {
        assertThat(levels.get(i))
            .as(path + " heading " + i)
            .isLessThanOrEqualTo(levels.get(i - 1) + 1);
      }
    }
    page.context().close();
  }

  @Test
  void writesANoteOnTheWordsThatArePicked() {
    Page page = open("/topics/Lynas", width(WIDE));
    page.locator(".card h2 a").first().click();
    page.waitForURL("**/articles/*");
    String words = (String) page.evaluate(PICK_LAST_WORDS);

    page.locator(".noteselect").click();
    assertThat(page.locator("textarea[name=quote]").inputValue()).isEqualTo(words);
    assertThat(page.locator(".writing mark").textContent()).isEqualTo(words);
    page.locator("textarea[name=note]").fill("Ask them again.");
    page.locator("input[name=tags]").fill("permits, 待查");
    page.locator(".writing button").click();

    page.waitForURL("**/articles/*#p1");
    assertThat(page.locator("#p1 mark.own").textContent()).isEqualTo(words);
    assertThat(page.locator("#p1 aside.own").textContent())
        .contains("Ask them again.", "permits · 待查");
    page.navigate(server.address() + "/notes?q=待查");
    page.locator(".ownnote summary").click();
    page.locator(".ownnote button.link").click();
    page.waitForURL("**/notes");
    assertThat(page.locator(".ownnote").count()).isZero();
    page.context().close();
  }

  /// Picks the last twelve letters of the first paragraph.
  private static final String PICK_LAST_WORDS =
      """
      () => {
        const node = document.querySelector('#p1 > p').lastChild, range = document.createRange();
        range.setStart(node, node.length - 12);
        range.setEnd(node, node.length);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        return range.toString().trim();
      }
      """;

  @Test
  void highlightsAndCollectsWithScriptsOff() {
    Page page = open("/topics/Lynas", width(PHONE).setJavaScriptEnabled(false));
    page.locator(".card h2 a").first().click();
    page.waitForURL("**/articles/*");
    page.locator("#p1 .pn").click();
    page.locator("#p1 .noteon").click();
    page.locator("textarea[name=quote]").fill("words that nobody wrote");
    page.locator(".writing button").click();
    assertThat(page.locator("[role=alert]").textContent())
        .startsWith("The paragraph does not hold");
    complaints.clear(); // the answer to it has status 400
    page.locator("textarea[name=quote]").fill("");
    page.locator(".writing button").click();
    page.waitForURL("**/articles/*#p1");
    assertThat(page.locator("#p1 mark.own").textContent())
        .isEqualTo(page.locator("#p1 > p").textContent());

    page.locator("#own summary").click();
    page.locator("#own input[name=name]").fill("冬季 reading");
    page.locator("#own button").click();
    page.waitForURL("**/articles/*#own");
    page.locator("#own a[href^='/collections/']").click();
    assertThat(page.locator("h1").textContent()).isEqualTo("冬季 reading");
    assertThat(page.locator("#list h2").count()).isEqualTo(1);
    page.context().close();
  }
}
