package dev.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.lexicon.UserPacks;
import dev.assay.topic.Library;
import dev.assay.topic.chain.Cut;
import dev.assay.topic.chain.SupplyChain;
import dev.assay.topic.chain.SupplyChains;
import dev.assay.topic.time.Past;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who makes how much at which stage, and what a cut would come to.
final class ChainPagesTest {

  private static final Thing CHINA = new Thing("country:CN", "中国");
  private static final Thing AUSTRALIA = new Thing("country:AU", "Australia");
  private static final Part RARE_EARTHS = new Part(Facet.MATERIAL, "material:rare-earths", "稀土");
  private static final Part REFINING = new Part(Facet.STAGE, "refining", "精炼");
  private static final Part MINING = new Part(Facet.STAGE, "mining", "mining");
  private static final Part WORLD = new Part(Facet.PLACE, "world", "全球");
  private static final Part EUROPE = new Part(Facet.PLACE, "region:150", "Europe");

  @TempDir Path folder;

  private static void fill(Library library) {
    tell(library, "东岭网", "2025-07-08", "中国的稀土精炼占全球的90%。", "90%", CHINA, REFINING, WORLD);
    tell(
        library,
        "Kestrel",
        "2025-09-27",
        "China runs about 90% of the refining of rare earths.",
        "about 90%",
        CHINA,
        REFINING);
    tell(
        library,
        "Harbour Wire",
        "2025-09-28",
        "China has 60% of Europe's refining of rare earths.",
        "60%",
        CHINA,
        REFINING,
        EUROPE);
    tell(
        library,
        "Carrow Dispatch",
        "2022-03-01",
        "Australia has 8% of the mining of rare earths.",
        "8%",
        AUSTRALIA,
        MINING);
    library.add(
        "order",
        Language.ZH_HANS,
        "北岸财经",
        "2025-10-10T05:00:00Z",
        "稀土出口管制",
        "商务部2025年10月9日宣布对稀土相关技术实施出口管制。");
  }

  @Test
  void showsAControlOfWhichOnlyTheMonthIsKnownAtItsMonth() throws Exception {
    try (Library library = new Library(folder)) {
      fill(library);
      library.add(
          "licences",
          Language.ZH_HANS,
          "东岭网",
          "2025-10-12T05:00:00Z",
          "稀土出口管制半年回看",
          "2025年4月，商务部对7种中重稀土实施出口管制。");
      try (RunningPages server = RunningPages.of(library)) {
        assertThat(
                page(server, "/chain?topic=%E7%A8%80%E5%9C%9F&lang=zh")
                    .select("li time")
                    .eachText())
            .containsExactly("2025年10月9日", "2025年4月");
        assertThat(
                page(server, "/chain?topic=%E7%A8%80%E5%9C%9F&lang=en")
                    .select("li time")
                    .eachText())
            .containsExactly("9 Oct 2025", "Apr 2025");
      }
    }
  }

  private static void tell(
      Library library,
      String outlet,
      String day,
      String text,
      String figure,
      Thing whose,
      Part... of) {
    List<Part> scope = new ArrayList<>(List.of(RARE_EARTHS));
    scope.addAll(List.of(of));
    tell(library, outlet, day, text, figure, whose, scope);
  }

  private static void tell(
      Library library,
      String outlet,
      String day,
      String text,
      String figure,
      Thing whose,
      List<Part> scope) {
    Language language = text.startsWith("中") ? Language.ZH_HANS : Language.EN;
    Article article =
        library.add(
            outlet.replace(' ', '-'),
            language,
            outlet,
            day + "T02:00:00Z",
            "Share of " + outlet,
            text);
    library.claim(article, figure, whose, Property.SHARE, scope.toArray(Part[]::new));
  }

  @Test
  void takesTheNewestOfTheFiguresOnWhichMostSourcesAgree() {
    try (Library library = new Library(folder)) {
      fill(library);
      SupplyChains chains = SupplyChains.of(library.past().at(Optional.empty()), Library.CLOCK);
      SupplyChain chain = chains.of("稀土", Language.EN).orElseThrow();
      SupplyChain.Share refining = share(chain, "refining").orElseThrow();
      assertThat(refining.row().evidence().written()).isEqualTo("about 90%");
      assertThat(refining.independent()).isEqualTo(2);
      assertThat(refining.contested()).isFalse();
      assertThat(share(chain, "mining")).isEmpty();
      assertThat(chain.facts().get(1).rows().getFirst().sentence().text()).contains("出口管制");
      assertThat(chain.gaps())
          .contains(
              "Of the world's mining only Australia has a figure.",
              "Australia, mining: one source gives it.",
              "Australia, mining: the newest figure is more than two years old (published 2022-03-01).",
              "No source gives a country's share of the world's magnets.",
              "No dated sentence here tells of price floors.");
      assertThat(chains.of("稀土", Language.ZH_HANS).orElseThrow().gaps())
          .contains("全球开采中只有澳大利亚有数字。");
    }
  }

  @Test
  void showsWhatNamesNoStepByTheFiguresBesideItOrByWhatItIsOf() {
    Part gallium = new Part(Facet.MATERIAL, "element:Ga", "gallium");
    Part output = new Part(Facet.MEASURE, "output", "产量");
    try (Library library = new Library(folder)) {
      tell(
          library,
          "Kestrel",
          "2025-09-27",
          "China makes 98% of gallium.",
          "98%",
          CHINA,
          List.of(gallium, output));
      tell(
          library,
          "东岭网",
          "2025-09-28",
          "中国的镓产量占全球的98%。",
          "98%",
          CHINA,
          List.of(gallium, output, WORLD));
      tell(library, "北岸财经", "2025-07-08", "中国的稀土开采占全球的70%。", "70%", CHINA, MINING, output);
      tell(
          library,
          "Carrow Dispatch",
          "2025-07-10",
          "China has 70% of the output of rare earths.",
          "70%",
          CHINA,
          output);
      SupplyChains chains = SupplyChains.of(library.past().at(Optional.empty()), Library.CLOCK);
      SupplyChain chain = chains.of("镓", Language.EN).orElseThrow();
      assertThat(chain.stages())
          .extracting(SupplyChain.Stage::label)
          .containsExactly(
              "mining",
              "separation and refining",
              "metals and alloys",
              "recycling",
              "output (no step told)");
      assertThat(share(chain, "output").orElseThrow().independent()).isEqualTo(2);
      SupplyChain earths = chains.of("稀土", Language.ZH_HANS).orElseThrow();
      assertThat(share(earths, "mining").orElseThrow().independent()).isEqualTo(2);
      assertThat(earths.stages()).extracting(SupplyChain.Stage::id).doesNotContain("output");
    }
  }

  @Test
  void tellsOnlyOfDaysToComeThatNameTheMaterial() {
    try (Library library = new Library(folder)) {
      library.add(
          "plans",
          Language.ZH_HANS,
          "北岸财经",
          "2025-10-10T05:00:00Z",
          "稀土出口管制",
          "商务部宣布，稀土出口许可新规将于2025年10月20日起施行。\n商务部宣布，稀土出口配额将于2025年12月1日起取消。\n商务部宣布，两国部长将于2025年12月5日在北京会晤。");
      SupplyChain chain =
          SupplyChains.of(library.past().at(Optional.empty()), Library.CLOCK)
              .of("稀土", Language.ZH_HANS)
              .orElseThrow();
      assertThat(chain.dates())
          .extracting(row -> row.sentence().text())
          .containsExactly("商务部宣布，稀土出口配额将于2025年12月1日起取消。");
    }
  }

  @Test
  void callsNoFigureOldThatWasNotOldAtTheMomentAsOfWhichOneLooks() {
    try (Library library = new Library(folder)) {
      fill(library);
      Past.At then = asOf(Instant.parse("2024-02-01T00:00:00Z"), library);
      SupplyChain chain = SupplyChains.of(then, Library.CLOCK).of("稀土", Language.EN).orElseThrow();
      assertThat(chain.gaps())
          .contains("Australia, mining: one source gives it.")
          .noneMatch(gap -> gap.contains("two years old"));
    }
  }

  private static Optional<SupplyChain.Share> share(SupplyChain chain, String stage) {
    return chain.at(stage).stream()
        .filter(country -> country.id().equals("country:CN"))
        .flatMap(country -> country.at(stage).stream())
        .findFirst();
  }

  private static Past.At asOf(Instant moment, Library library) {
    Past.At now = library.past().at(Optional.empty());
    return new Past.At(
        Optional.of(moment),
        now.store(),
        now.names(),
        now.topics(),
        now.search(),
        now.ledgers(),
        now.differences(),
        now.events(),
        now.timelines(),
        now.edits(),
        now.rises(),
        now.close());
  }

  @Test
  void reckonsACutStepByStepFromItsFiguresAlone() {
    try (Library library = new Library(folder)) {
      fill(library);
      SupplyChains chains = SupplyChains.of(library.past().at(Optional.empty()), Library.CLOCK);
      SupplyChain chain = chains.of("", Language.EN).orElseThrow();
      Cut cut = Cut.of(chain, "country:CN", "refining", 50).orElseThrow();
      for (String name : List.of("CN", "cn", " China ")) {
        assertThat(Cut.of(chain, name, "refining", 50)).as(name).contains(cut);
      }
      assertThat(chains.words(Language.EN).lines(cut))
          .containsExactly(
              "China: about 90% of the world's separation and refining (published 2025-09-27)",
              "Lost: 85.5% to 94.5% × 50% = 42.8% to 47.3% of the world's separation and refining",
              "Left: 100% − 42.8% to 47.3% = 52.8% to 57.3%",
              "All others today: 100% − 85.5% to 94.5% = 5.5% to 14.5%",
              "To make up for it they would have to make 3.9 to 9.6 times as much as today: (5.5% to 14.5% + 42.8% to 47.3%) ÷ 5.5% to 14.5%",
              "Not counted: stocks, idle capacity, other grades, and the time that it takes to build.");
      assertThat(Cut.of(chain, "country:AU", "refining", 100)).isEmpty();
    }
  }

  @Test
  void showACutWithTheSentenceThatItRestsOn() throws Exception {
    try (Library library = new Library(folder)) {
      fill(library);
      try (RunningPages server = RunningPages.of(library)) {
        Document page =
            page(server, "/chain?topic=%E7%A8%80%E5%9C%9F&country=CN&stage=refining&cut=x&lang=zh");
        assertThat(page.select("#cut ol li").eachText())
            .first()
            .isEqualTo("中国：全球分离与精炼的about 90%（发表于2025-09-27）");
        assertThat(page.select("#cut q").text()).startsWith("China runs about 90%");
        assertThat(page.select("#shares td a.cite").eachAttr("href"))
            .allMatch(address -> address.matches("/articles/\\w+#p\\d+"));
        assertThat(page.select("#gaps li").eachText()).contains("澳大利亚，开采：只有一个来源。");
        assertThat(page.select("#map figcaption").eachText()).containsExactly("开采", "分离与精炼");
        assertThat(page.select("select[name=stage] option").eachAttr("value"))
            .containsExactly("mining", "refining");
        assertThat(page.select("#map .maps .shade4").eachText())
            .containsExactly("CN中国：全球分离与精炼的about 90%（发表于2025-09-27）");
        assertThat(page.select("#map .maps .shade2 > text").eachText()).containsExactly("AU");
        assertThat(page(server, "/chain?topic=zzz", 404).select("h1").text())
            .isEqualTo("There is no such page");
        List<String> none =
            page(server, "/chain?country=country:XX&stage=refining").select("#cut p").eachText();
        assertThat(none).containsExactly("No figure says what this country makes at this stage.");
      }
    }
  }

  private void writePack(String chain) throws IOException {
    Path pack = Files.createDirectories(folder.resolve("packs/tea"));
    Files.writeString(
        pack.resolve("teas.tsv"),
        """
        product:tea	product	茶叶	茶葉	tea			our own list
        product:green-tea	product	绿茶	綠茶	green tea			our own list
        """);
    Files.writeString(pack.resolve("chain.tsv"), chain);
  }

  private static final String TEA =
      """
      # The supply chain of tea.
      tea	of	茶叶		tea	product:tea
      leaves	stage	种植		growing	product:tea
      green	stage	绿茶		green tea	product:green-tea
      """;

  @Test
  void readsTheChainOfAUsersOwnPack() throws Exception {
    writePack(TEA);
    try (Library library = new Library(folder)) {
      Part tea = new Part(Facet.MATERIAL, "product:tea", "tea");
      Part green = new Part(Facet.MATERIAL, "product:green-tea", "绿茶");
      tell(library, "Kestrel", "2025-09-27", "China grows 48% of tea.", "48%", CHINA, List.of(tea));
      tell(library, "东岭网", "2025-09-28", "中国的绿茶占80%。", "80%", CHINA, List.of(green));
      SupplyChains chains = SupplyChains.of(library.past().at(Optional.empty()), Library.CLOCK);
      for (String asked : List.of("tea", "茶叶", "green tea")) {
        assertThat(chains.of(asked, Language.EN).orElseThrow().stages())
            .as(asked)
            .extracting(SupplyChain.Stage::label)
            .containsExactly("growing", "green tea");
      }
      SupplyChain chain = chains.of("tea", Language.EN).orElseThrow();
      assertThat(share(chain, "leaves").orElseThrow().row().evidence().written()).isEqualTo("48%");
      assertThat(share(chain, "green").orElseThrow().row().evidence().written()).isEqualTo("80%");
      assertThat(chain.others()).containsExactly("rare earths");
      assertThat(chains.of("", Language.ZH_HANS).orElseThrow().others()).containsExactly("茶叶");
    }
  }

  @Test
  void tellsWhatIsWrongWithAChain() throws Exception {
    writePack("tea\tof\t茶叶\t\ttea\tproduct:tea\nleaves\tstep\t种植\t\tgrowing\tproduct:tea\n");
    assertThat(UserPacks.read(folder).faults())
        .singleElement()
        .asString()
        .startsWith("pack tea is left out: ")
        .endsWith(
            "chain.tsv, line 2: the second cell must be of, stage, measure or fact, got 'step'");
    writePack(TEA.replace("product:tea", "product:te"));
    UserPacks packs = UserPacks.read(folder);
    assertThat(packs.strayChains(Names.load(Lexicon.shipped()).with(packs)))
        .containsExactly(
            "pack tea: the chain is left out: nothing has the id product:te, by which chain.tsv calls it");
  }

  private static Document page(RunningPages server, String path) throws Exception {
    return page(server, path, 200);
  }

  private static Document page(RunningPages server, String path, int status) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(status);
    return Jsoup.parse(answer.body());
  }
}
