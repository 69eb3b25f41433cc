package dev.assay.topic.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.evaluate.ReadingLabel;
import dev.assay.ledger.EntryId;
import dev.assay.ledger.EvidenceId;
import dev.assay.ledger.LedgerEntry;
import dev.assay.ledger.ReadingVerdict;
import dev.assay.ledger.Row;
import dev.assay.ledger.Verdict;
import dev.assay.ledger.Wording;
import dev.assay.ledger.kept.LedgerFilter;
import dev.assay.search.Filters;
import dev.assay.search.SearchRequest;
import dev.assay.store.Rows;
import dev.assay.topic.Library;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgersTest {

  private static final Thing CHINA = new Thing("country:CN", "China");
  private static final Part RARE_EARTHS =
      new Part(Facet.MATERIAL, "material:rare-earths", "rare earths");
  private static final Part REFINING = new Part(Facet.STAGE, "refining", "refining");
  private static final Part MINING = new Part(Facet.STAGE, "mining", "mining");

  @TempDir Path folder;

  private Library library;
  private Article chinese;
  private Article english;

  @BeforeEach
  void twoSourcesOfTwoLanguages() {
    library = new Library(folder);
    chinese =
        library.add(
            "zh",
            Language.ZH_HANS,
            "东岭网",
            "2025-07-08T02:00:00Z",
            "精炼仍集中在一国",
            "中国的稀土精炼占全球的85%，开采约占六成。");
    english =
        library.add(
            "en",
            Language.EN,
            "Kestrel Commodities",
            "2025-09-27T08:00:00Z",
            "Refining stays where it is",
            "China runs over 90% of the world's refining of rare earths.");
    library.claim(chinese, "85%", CHINA, Property.SHARE, RARE_EARTHS, REFINING);
    library.claim(english, "over 90%", CHINA, Property.SHARE, RARE_EARTHS, REFINING);
  }

  @AfterEach
  void close() {
    library.close();
  }

  private LedgerPage rareEarths(LedgerFilter filter) {
    return library.ledgers().page("稀土", filter, 1, Language.EN);
  }

  @Test
  void countsWhatPassesTheFilterWhicheverVerdictsAreShown() {
    library.claim(chinese, "六成", CHINA, Property.SHARE, RARE_EARTHS, MINING);
    LedgerFilter chineseOnly =
        new LedgerFilter(EnumSet.of(Verdict.AGREE), "", null, Set.of("zh"), Set.of(), null, null);
    LedgerFilter englishOnly =
        new LedgerFilter(EnumSet.of(Verdict.AGREE), "", null, Set.of("en"), Set.of(), null, null);
    LedgerFilter none =
        new LedgerFilter(
            EnumSet.of(Verdict.AGREE), "", Property.PRICE, Set.of(), Set.of(), null, null);

    for (String topic : List.of("稀土", "")) {
      assertThat(facts(topic, LedgerFilter.SEVERAL).entries(Verdict.NONE)).isEqualTo(1);
      assertThat(facts(topic, chineseOnly).entries(Verdict.DIFFER)).isEqualTo(1);
      assertThat(facts(topic, chineseOnly).entries(Verdict.NONE)).isEqualTo(1);
      assertThat(facts(topic, englishOnly).entries(Verdict.DIFFER)).isEqualTo(1);
      assertThat(facts(topic, englishOnly).entries(Verdict.NONE)).isZero();
      assertThat(facts(topic, none).figures()).isZero();
      assertThat(facts(topic, none).properties()).containsKey(Property.SHARE);
    }
  }

  @Test
  void showsTheDisputesOfATopicItselfAndNotThoseOfWhatItsArticlesAlsoTell() {
    Article third = third("China refines 60% of the world's rare earths, and gallium too.");
    library.claim(third, "60%", CHINA, Property.SHARE, RARE_EARTHS, REFINING);

    for (String topic : List.of("稀土", "China")) {
      assertThat(disputes(topic).count()).isEqualTo(1);
      assertThat(disputes(topic).entries()).hasSize(1);
    }
    assertThat(library.ledgers().page("镓", LedgerFilter.SEVERAL, 1, Language.EN).entries())
        .hasSize(1);
    assertThat(disputes("镓").count()).isZero();
    assertThat(disputes("镓").entries()).isEmpty();
  }

  @Test
  void showsBesideWordsThatNoPackKnowsOnlyDisputesInWhoseSentencesTheyStand() {
    Article third = third("China refines 60% of the world's rare earths. A regatta was held.");
    Article fourth =
        library.add(
            "fourth",
            Language.ZH_HANS,
            "西港商报",
            "2025-10-02T08:00:00Z",
            "灯会",
            "灯会开幕。中国的稀土精炼占全球的七成。");
    library.claim(third, "60%", CHINA, Property.SHARE, RARE_EARTHS, REFINING);
    library.claim(fourth, "七成", CHINA, Property.SHARE, RARE_EARTHS, REFINING);

    for (String topic : List.of("regatta", "灯会")) {
      assertThat(library.ledgers().page(topic, LedgerFilter.SEVERAL, 1, Language.EN).entries())
          .hasSize(1);
      assertThat(disputes(topic)).isEqualTo(new Disputes(0, List.of(), List.of()));
    }
    for (String topic : List.of("refines", "精炼占")) {
      assertThat(disputes(topic).count()).isEqualTo(1);
      assertThat(disputes(topic).entries()).hasSize(1);
    }
  }

  @Test
  void countsAllDisputesOfWordsThatNoPackKnowsHoweverManyThereAre() {
    Article third = third("The regatta fills 60% of each pier.");
    Article fourth =
        library.add(
            "fourth", Language.ZH_HANS, "西港商报", "2025-10-02T08:00:00Z", "灯会开幕", "灯会占各码头的90%。");
    List<List<Part>> piers =
        IntStream.rangeClosed(1, 41)
            .mapToObj(pier -> new Part(Facet.MATERIAL, "material:pier-" + pier, "pier " + pier))
            .map(pier -> List.of(pier, REFINING))
            .toList();
    library.claims(third, "60%", CHINA, Property.SHARE, piers);
    library.claims(fourth, "90%", CHINA, Property.SHARE, piers);

    for (String topic : List.of("regatta", "灯会")) {
      assertThat(disputes(topic).count()).isEqualTo(41);
      assertThat(disputes(topic).entries()).hasSize(4);
    }
  }

  @Test
  void opensWithTheFiguresOfTheTopicItselfThoughThoseOfOthersDiffer() {
    Part gallium = new Part(Facet.MATERIAL, "element:Ga", "gallium");
    Article third =
        third("China makes 98% of the world's gallium, and refines 60% of its rare earths.");
    Article fourth =
        library.add(
            "fourth", Language.ZH_HANS, "西港商报", "2025-10-02T08:00:00Z", "一家独大", "中国的镓产量占全球的98%。");
    library.claim(third, "60%", CHINA, Property.SHARE, RARE_EARTHS, REFINING);
    library.claim(third, "98%", CHINA, Property.SHARE, gallium);
    library.claim(fourth, "98%", CHINA, Property.SHARE, gallium);

    assertThat(verdicts("镓")).containsExactly(Verdict.AGREE, Verdict.DIFFER);
    assertThat(verdicts("rare earths").getFirst()).isEqualTo(Verdict.DIFFER);
  }

  private List<Verdict> verdicts(String topic) {
    return library.ledgers().page(topic, LedgerFilter.SEVERAL, 1, Language.EN).entries().stream()
        .map(shown -> shown.entry().verdict())
        .toList();
  }

  private Disputes disputes(String topic) {
    return library.ledgers().disputes(topic, List.of());
  }

  @Test
  void comesToTheSameByTheChangedScopesAsByTheWholeDrawer() {
    Article third = third("China may have 60% of the capacity for refining rare earths.");
    library.doubtfulClaim(
        third, "60%", 0.4, CHINA, Property.SHARE, RARE_EARTHS, REFINING, CAPACITY);
    library.claim(chinese, "六成", CHINA, Property.SHARE, RARE_EARTHS, MINING);
    Article fourth =
        library.add(
            "fourth",
            Language.EN,
            "Port Ellery Post",
            "2025-10-02T08:00:00Z",
            "A smaller share",
            "China refines 70% of the world's rare earths.");
    library.claim(fourth, "70%", CHINA, Property.SHARE, RARE_EARTHS, REFINING);
    assertThat(asked(library.ledgers().review(1)))
        .containsExactly("60% against over 90%, not_trusted");
    Map<String, List<String>> bySteps = Rows.of(library.store());

    library.makeAnew(fourth);

    Map<String, List<String>> asAWhole = Rows.of(library.store());
    assertThat(bySteps.remove("ledger_doubt")).hasSize(1);
    assertThat(asAWhole.remove("ledger_doubt")).hasSize(1);
    assertThat(asAWhole).isEqualTo(bySteps);
    assertThat(bySteps.get("ledger_entry")).hasSize(2);
    assertThat(theEntry().rows()).hasSize(3);
  }

  private LedgerFacts facts(String topic, LedgerFilter filter) {
    LedgerPage page =
        topic.isEmpty()
            ? library.ledgers().page(filter, 1, Language.EN)
            : library.ledgers().page(topic, filter, 1, Language.EN);
    return page.facts();
  }

  private LedgerEntry theEntry() {
    return rareEarths(LedgerFilter.SEVERAL).entries().getFirst().entry();
  }

  private List<String> told(Language reader) {
    Wording say = library.ledgers().wording(reader);
    return rareEarths(LedgerFilter.SEVERAL).entries().stream()
        .map(shown -> told(shown.entry(), say))
        .toList();
  }

  private static String told(LedgerEntry entry, Wording say) {
    return "%s | %s | %s"
        .formatted(say.title(entry), say.verdict(entry.verdict()), say.reason(entry.reason()));
  }

  @Test
  void setsAChineseAndAnEnglishFigureSideBySideInTheReadersLanguage() {
    assertThat(told(Language.EN))
        .containsExactly(
            "China, share of rare earth refining | differ | 85% cannot hold together with over 90%.");
    assertThat(told(Language.ZH_HANS)).containsExactly("中国，稀土精炼占比 | 不一致 | 85%与超过90%不能同时成立。");
  }

  @Test
  void findsTheSameEntriesByAnyNameOfTheTopicAndInTheLedgerOfEverything() {
    assertThat(
            library.ledgers().page("rare earths", LedgerFilter.SEVERAL, 1, Language.EN).entries())
        .isEqualTo(rareEarths(LedgerFilter.SEVERAL).entries());
    assertThat(library.ledgers().page(LedgerFilter.SEVERAL, 1, Language.EN).entries())
        .isEqualTo(rareEarths(LedgerFilter.SEVERAL).entries());
    assertThat(library.ledgers().page("Kestrel", LedgerFilter.SEVERAL, 1, Language.EN).entries())
        .isEmpty();
  }

  @Test
  void findsByWordsWhatNoPackKnows() {
    assertThat(
            library
                .ledgers()
                .page("stays where it is", LedgerFilter.SEVERAL, 1, Language.EN)
                .entries())
        .hasSize(1);
  }

  @Test
  void keepsASingleFigureOutOfTheWayUntilItIsAskedFor() {
    library.claim(chinese, "六成", CHINA, Property.SHARE, RARE_EARTHS, MINING);

    assertThat(rareEarths(LedgerFilter.SEVERAL).entries()).hasSize(1);
    LedgerPage single = rareEarths(LedgerFilter.SEVERAL.withVerdicts(EnumSet.of(Verdict.NONE)));
    assertThat(single.entries()).hasSize(1);
    assertThat(single.facts().entries(Verdict.NONE)).isEqualTo(1);
    assertThat(single.facts().figures()).isEqualTo(2);
  }

  @Test
  void showsOnlyEntriesWithAFigureThatPassesTheFilter() {
    assertThat(rareEarths(with("", null, Set.of("zh"), Set.of())).entries()).hasSize(1);
    assertThat(rareEarths(with("", null, Set.of("fr"), Set.of())).entries()).isEmpty();
    assertThat(rareEarths(with("", null, Set.of(), Set.of("东岭网"))).entries()).hasSize(1);
    assertThat(rareEarths(with("", null, Set.of(), Set.of("海石新闻"))).entries()).isEmpty();
    assertThat(rareEarths(with("#country:CN", null, Set.of(), Set.of())).entries()).hasSize(1);
    assertThat(rareEarths(with("#country:AU", null, Set.of(), Set.of())).entries()).isEmpty();
    assertThat(rareEarths(with("", Property.SHARE, Set.of(), Set.of())).entries()).hasSize(1);
    assertThat(rareEarths(with("", Property.PRICE, Set.of(), Set.of())).entries()).isEmpty();
  }

  @Test
  void showsAnEntryOnlyIfOneOfItsFiguresPassesTheWholeFilter() {
    Article later =
        library.add(
            "later",
            Language.ZH_HANS,
            "东岭网",
            "2025-10-01T02:00:00Z",
            "再谈精炼",
            "有人统计，中国的稀土精炼占全球的86%。");
    library.claim(later, "86%", CHINA, Property.SHARE, RARE_EARTHS, REFINING);
    LedgerFilter all = LedgerFilter.SEVERAL;

    assertThat(
            rareEarths(all.publishedBetween(LocalDate.of(2025, 7, 8), LocalDate.of(2025, 7, 8)))
                .entries())
        .hasSize(1);
    assertThat(
            rareEarths(all.publishedBetween(LocalDate.of(2025, 7, 9), LocalDate.of(2025, 9, 26)))
                .entries())
        .isEmpty();
    assertThat(rareEarths(all.publishedBetween(LocalDate.of(2025, 10, 2), null)).entries())
        .isEmpty();
    assertThat(rareEarths(all.publishedBetween(null, LocalDate.of(2025, 7, 7))).entries())
        .isEmpty();
    assertThat(rareEarths(with("", null, Set.of("en"), Set.of("东岭网"))).entries()).isEmpty();
    assertThat(rareEarths(with("", null, Set.of("en", "zh"), Set.of("东岭网"))).entries()).hasSize(1);
    assertThat(rareEarths(all).facts().sources()).containsExactly("东岭网", "Kestrel Commodities");
  }

  private static LedgerFilter with(
      String entity, Property property, Set<String> languages, Set<String> sources) {
    return new LedgerFilter(
        LedgerFilter.SEVERAL.verdicts(), entity, property, languages, sources, null, null);
  }

  @Test
  void countsACopyOnceAndForgetsItWhenItIsDeleted() {
    Article copy = library.copy("copy", english, "Carrow Dispatch", "2025-09-28T08:00:00Z");
    library.claim(copy, "over 90%", CHINA, Property.SHARE, RARE_EARTHS, REFINING);

    assertThat(theEntry().independent()).isEqualTo(2);
    assertThat(theEntry().rows().stream().map(row -> row.copies().size())).containsExactly(0, 1);

    library.delete(copy);
    assertThat(theEntry().rows().stream().map(row -> row.copies().size())).containsExactly(0, 0);

    library.delete(english);
    assertThat(rareEarths(LedgerFilter.SEVERAL).entries()).isEmpty();
  }

  @Test
  void remembersThatAReadingIsWrongWhenTheArticleIsReadAgain() {
    Row row = theEntry().rows().getLast();
    EvidenceId over90 = row.evidence().id();

    assertThat(library.ledgers().markReading(over90, ReadingVerdict.WRONG_PROPERTY, "它说的是产能"))
        .isTrue();
    assertThat(rareEarths(LedgerFilter.SEVERAL).entries()).isEmpty();

    library.readClaims(english);
    assertThat(rareEarths(LedgerFilter.SEVERAL).entries()).isEmpty();

    assertThat(library.ledgers().restoreReading(over90)).isTrue();
    assertThat(theEntry().verdict()).isEqualTo(Verdict.DIFFER);
  }

  private Article third(String text) {
    return library.add(
        "third", Language.EN, "Third Outlet", "2025-09-28T08:00:00Z", "A third look", text);
  }

  private static final Part CAPACITY = new Part(Facet.MEASURE, "capacity", "capacity");

  private static List<String> asked(ReviewPage page) {
    return page.doubts().stream()
        .map(
            doubt ->
                "%s against %s, %s"
                    .formatted(
                        doubt.asked().written(), doubt.against().written(), doubt.why().word()))
        .toList();
  }

  @Test
  void asksAReaderForAFigureThatIsNotTrustedAndContradicts() {
    assertThat(asked(library.ledgers().review(1))).isEmpty();
    Article third = third("China may have 60% of the capacity for refining rare earths.");
    library.doubtfulClaim(
        third, "60%", 0.4, CHINA, Property.SHARE, RARE_EARTHS, REFINING, CAPACITY);

    ReviewPage page = library.ledgers().review(1);
    assertThat(asked(page)).containsExactly("60% against over 90%, not_trusted");
    assertThat(page.all()).isEqualTo(1);
    assertThat(theEntry().rows()).hasSize(2);

    EvidenceId doubtful = page.doubts().getFirst().asked().id();
    assertThat(library.ledgers().markReading(doubtful, ReadingVerdict.RIGHT, "")).isTrue();
    assertThat(asked(library.ledgers().review(1))).isEmpty();
    assertThat(theEntry().rows()).hasSize(3);

    library.readClaims(third);
    assertThat(theEntry().rows()).hasSize(3);

    assertThat(library.ledgers().markReading(doubtful, ReadingVerdict.WRONG_FIGURE, "")).isTrue();
    assertThat(asked(library.ledgers().review(1))).isEmpty();
    assertThat(theEntry().rows()).hasSize(2);
  }

  @Test
  void keepsEachWordOfAReaderAsALabelWithWhatWasRead() {
    EvidenceId over90 = theEntry().rows().getLast().evidence().id();
    library.ledgers().markReading(over90, ReadingVerdict.WRONG_ENTITY, "it is the region's");
    library.ledgers().markReading(over90, ReadingVerdict.RIGHT, "");

    List<ReadingLabel> labels = new ArrayList<>();
    library.ledgers().labels(labels::add);
    assertThat(labels)
        .singleElement()
        .satisfies(
            label -> {
              assertThat(label.verdict()).isEqualTo(ReadingVerdict.RIGHT);
              assertThat(label.passage())
                  .isEqualTo("China runs over 90% of the world's refining of rare earths.");
              assertThat(label.claim().value().span().in(label.passage())).isEqualTo("over 90%");
              assertThat(label.article()).isEqualTo(english.id());
            });

    library.ledgers().restoreReading(over90);
    labels.clear();
    library.ledgers().labels(labels::add);
    assertThat(labels).isEmpty();
  }

  @Test
  void remembersAReadersVerdictAndSaysWhatTheRulesCameTo() {
    LedgerEntry entry = theEntry();

    assertThat(library.ledgers().markVerdict(entry.id(), Verdict.NOT_COMPARABLE, "")).isTrue();
    library.readClaims(chinese);
    assertThat(told(Language.EN))
        .containsExactly(
            "China, share of rare earth refining | not comparable | A reader judged otherwise. By the"
                + " rules: differ. 85% cannot hold together with over 90%.");

    assertThat(library.ledgers().markVerdict(entry.id(), Verdict.AGREE, "")).isTrue();
    assertThat(theEntry().verdict()).isEqualTo(Verdict.AGREE);

    assertThat(library.ledgers().restoreVerdict(entry.id())).isTrue();
    assertThat(theEntry().verdict()).isEqualTo(Verdict.DIFFER);
  }

  @Test
  void refusesToMarkWhatIsNotThere() {
    EvidenceId none = EvidenceId.of(chinese.id(), claimOfNobody());
    assertThat(library.ledgers().markReading(none, ReadingVerdict.WRONG, "")).isFalse();
    assertThat(library.ledgers().entry(new EntryId("none"))).isEmpty();
  }

  private Claim claimOfNobody() {
    Claim claim = theEntry().rows().getFirst().evidence().claim();
    return new Claim(
        new Thing(null, "nobody"),
        claim.property(),
        claim.of(),
        claim.time(),
        claim.value(),
        claim.paragraph(),
        claim.sentence(),
        null,
        claim.stance());
  }

  @Test
  void showsThePairInDisputeThenFiguresAndSourcesThatAreNotThereYet() {
    String[][] told = {
      {"北岸财经", "88%"}, {"北岸财经", "88%"}, {"Carrow Dispatch", "89%"},
      {"Carrow Dispatch", "89%"}, {"Carrow Dispatch", "87%"}, {"Meridian Wire", "88%"},
      {"东岭网", "88%"}
    };
    for (int i = 0; i < told.length; i++) {
      Article more =
          library.add(
              "more" + i,
              Language.EN,
              told[i][0],
              "2025-10-0" + (i + 1) + "T08:00:00Z",
              "Note " + i,
              "China has " + told[i][1] + " of refining of rare earths by count number " + i + ".");
      library.claim(more, told[i][1], CHINA, Property.SHARE, RARE_EARTHS, REFINING);
    }

    assertThat(rareEarths(LedgerFilter.SEVERAL).entries().getFirst().entry().rows())
        .extracting(row -> row.evidence().source() + " " + row.evidence().written())
        .containsExactly(
            "东岭网 85%",
            "Kestrel Commodities over 90%",
            "北岸财经 88%",
            "Carrow Dispatch 89%",
            "Carrow Dispatch 87%",
            "Meridian Wire 88%");
  }

  private List<String> inDispute(String words) {
    return library
        .search()
        .find(SearchRequest.of(words).withFilters(Filters.NONE.withFacts(Set.of(Filters.DISPUTED))))
        .hits()
        .stream()
        .map(hit -> hit.article().title())
        .sorted()
        .toList();
  }

  @Test
  void letsASearchAskForArticlesInDisputeUntilAReaderSettlesIt() {
    Article beside =
        library.add(
            "beside",
            Language.EN,
            "Meridian Wire",
            "2025-10-01T08:00:00Z",
            "Refining costs rare earths",
            "China has 12% of lithium.");
    library.claim(beside, "12%", CHINA, Property.SHARE, new Part(Facet.MATERIAL, "x", "lithium"));

    assertThat(inDispute("rare earths")).containsExactly("Refining stays where it is", "精炼仍集中在一国");
    assertThat(inDispute("精炼")).containsExactly("Refining stays where it is", "精炼仍集中在一国");

    EvidenceId misread = theEntry().rows().getLast().evidence().id();
    library.ledgers().markReading(misread, ReadingVerdict.WRONG_ENTITY, "");
    assertThat(inDispute("rare earths")).isEmpty();
    assertThat(inDispute("精炼")).isEmpty();

    library.ledgers().restoreReading(misread);
    assertThat(inDispute("精炼")).containsExactly("Refining stays where it is", "精炼仍集中在一国");
    EntryId entry = theEntry().id();
    library.ledgers().markVerdict(entry, Verdict.NOT_COMPARABLE, "");
    assertThat(inDispute("精炼")).isEmpty();
    library.ledgers().restoreVerdict(entry);
    library.delete(english);
    assertThat(inDispute("精炼")).isEmpty();
  }

  @Test
  void exportsEveryEntryWithAllItsFigures() {
    for (int i = 0; i < 25; i++) {
      Article more =
          library.add(
              "more" + i,
              Language.EN,
              "Outlet " + i,
              "2025-10-01T08:00:00Z",
              "Note " + i,
              "China has 88% of refining of rare earths by count number " + i + ".");
      library.claim(more, "88%", CHINA, Property.SHARE, RARE_EARTHS, REFINING);
    }
    List<ShownEntry> exported = new ArrayList<>();
    library.ledgers().export("稀土", LedgerFilter.SEVERAL, exported::add);

    assertThat(exported).hasSize(1);
    assertThat(exported.getFirst().entry().rows()).hasSize(27);
    ShownEntry listed = rareEarths(LedgerFilter.SEVERAL).entries().getFirst();
    assertThat(listed.entry().rows()).hasSize(6);
    assertThat(listed.more()).isEqualTo(21);
    assertThat(listed.entry().independent()).isEqualTo(27);
    assertThat(listed.entry().verdict()).isEqualTo(Verdict.DIFFER);
  }
}
