package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.ArticleId;
import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.article.RawDocument;
import dev.assay.cli.terminal.Desk;
import dev.assay.ingest.input.Given;
import dev.assay.ledger.EvidenceId;
import dev.assay.ledger.ReadingVerdict;
import dev.assay.ledger.Row;
import dev.assay.ledger.Verdict;
import dev.assay.ledger.kept.LedgerFilter;
import dev.assay.lexicon.Lexicon;
import dev.assay.search.Search;
import dev.assay.search.SearchRequest;
import dev.assay.topic.Selection;
import dev.assay.topic.Topics;
import dev.assay.topic.ledger.LedgerPage;
import dev.assay.topic.ledger.Ledgers;
import dev.assay.topic.ledger.ShownEntry;
import dev.assay.topic.time.Past;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// A desk asked as of a moment shows what a desk shows to which no more had come by then.
final class AsOfTest {

  private static final Instant START = Instant.parse("2025-11-01T06:00:00Z");
  private static final Duration STEP = Duration.ofMinutes(47);

  private static final List<String> TOPICS =
      List.of("稀土", "China", "gallium", "澳大利亚", "Kestrel Minerals", "出口管制");

  private static final List<String> QUERIES =
      List.of("rare earth refining", "稀土 精炼", "gallium is:disputed", "quota", "松岭", "kestrel");

  private static final LedgerFilter ALL =
      LedgerFilter.SEVERAL.withVerdicts(EnumSet.allOf(Verdict.class));

  @TempDir Path folder;

  /// What happens to a desk, and when.
  private record Step(Instant at, Consumer<Desk> work) {}

  private final AtomicReference<Instant> clock = new AtomicReference<>(START);

  private Desk open(String name) {
    Path data = folder.resolve(name);
    return OpenDesk.toWrite(
        data,
        StoreSettings.read(data, Map.of(), ""),
        Lexicon.shipped(),
        clock::get,
        Optional::empty);
  }

  private static Given given(String id, String source, Instant at, String title, String text) {
    Map<String, String> line =
        Map.of(
            "id", id,
            "source", source,
            "published", at.minus(Duration.ofHours(3)).toString(),
            "title", title,
            "text", text);
    return new Given.Document(
        new RawDocument(
            new Identity.OfExternal("", id),
            null,
            RawDocument.BATCH_LINE,
            JsonMapper.shared().writeValueAsString(line).getBytes(StandardCharsets.UTF_8),
            Map.of(),
            at));
  }

  private static ArticleId id(String name) {
    return new Identity.OfExternal("", name).articleId();
  }

  private final List<Step> steps = new ArrayList<>();

  private Instant next() {
    return START.plus(STEP.multipliedBy(steps.size()));
  }

  private void take(String id, String source, String title, String text) {
    Instant at = next();
    steps.add(
        new Step(
            at,
            desk ->
                desk.ingest()
                    .run(List.of(given(id, source, at, title, text)).iterator(), (_, _) -> {})));
  }

  private void also(Consumer<Desk> work) {
    steps.add(new Step(next(), work));
  }

  private static final String[][] MATERIALS = {
    {"rare earths", "稀土"}, {"gallium", "镓"}, {"germanium", "锗"}, {"tungsten", "钨"}
  };

  private void english(String id, String source, int material, int share) {
    String thing = MATERIALS[material][0];
    take(
        id,
        source,
        "Refining of %s stays where it is".formatted(thing),
        ("China accounts for %d%% of global %s refining, analysts of the port said on Monday.\n"
                + "Exporters need a licence under the export controls, and a second quota is expected in spring. "
                + "Kestrel Minerals of Australia plans a plant of its own, its chairman told a meeting in Carrow.")
            .formatted(share, thing));
  }

  private void chinese(String id, String source, int material, int share) {
    String thing = MATERIALS[material][1];
    take(
        id,
        source,
        "%s精炼格局未变".formatted(thing),
        ("中国占全球%s精炼产能的%d%%，松岭研究所周一发布的报告说。\n" + "出口管制实施以来，海外买家转向澳大利亚，但新厂要到明年才能投产，业内人士这样认为。")
            .formatted(thing, share));
  }

  private void happen() {
    Random random = new Random(7);
    String[] sources = {"Carrow Dispatch", "Meridian Wire", "松岭早报", "北岸财经", "Port Ellery Post"};
    for (int i = 0; i < 14; i++) {
      int share = 80 + random.nextInt(3) * 5;
      if (i % 2 == 0) {
        english("en" + i, sources[i % 5], random.nextInt(4), share);
      } else {
        chinese("zh" + i, sources[i % 5], random.nextInt(4), share);
      }
    }
    copy("copy");
    english("en0", "Carrow Dispatch", 0, 91); // its source edits it
    also(
        desk -> {
          desk.names().add("China", "the eastern producer", true);
          desk.tagging().run(_ -> {});
        });
    take(
        "later",
        "Meridian Wire",
        "A new name for an old supplier",
        "The eastern producer accounts for 70% of global tungsten refining, a trader in Port Ellery said. "
            + "Kestrel Minerals did not comment.");
    also(
        desk ->
            firstFigure(desk)
                .ifPresent(
                    figure -> desk.ledgers().markReading(figure, ReadingVerdict.WRONG, "wrong")));
    chinese("zh20", "松岭早报", 1, 95);
    also(desk -> desk.folds().unfold(id("copy")));
    english("en21", "Port Ellery Post", 1, 60);
    also(desk -> firstFigure(desk).ifPresent(desk.ledgers()::restoreReading));
    also(
        desk -> {
          desk.names().remove("China", "the eastern producer");
          desk.tagging().run(_ -> {});
        });
    chinese("zh3", "北岸财经", 2, 77); // edited
    copy("copy2");
  }

  private void copy(String id) {
    take(
        id,
        "Echo Reprints",
        "Refining of rare earths stays where it is",
        "China accounts for 85% of global rare earths refining, analysts of the port said on Monday.\n"
            + "Exporters need a licence under the export controls, and a second quota is expected in spring. "
            + "Kestrel Minerals of Australia plans a plant of its own, its chairman told a meeting in Carrow.");
  }

  private static Optional<EvidenceId> firstFigure(Desk desk) {
    return desk.ledgers().page("稀土", ALL, 1, Language.EN).entries().stream()
        .flatMap(entry -> entry.entry().rows().stream())
        .map(Row::evidence)
        .map(evidence -> evidence.id())
        .sorted(Comparator.comparing(EvidenceId::value))
        .findFirst();
  }

  /// All that a desk shows, each under what was asked.
  private static Map<String, Object> shown(Past.At at) {
    Topics topics = at.topics();
    Search search = at.search();
    Ledgers ledgers = at.ledgers();
    Map<String, Object> shown = new LinkedHashMap<>();
    for (String topic : TOPICS) {
      shown.put("events " + topic, at.events().newest(topic));
      shown.put("timeline " + topic, at.timelines().ofTopic(topic, null, Language.EN).toString());
      shown.put("topic " + topic, topics.page(topic, Selection.all(), null, Language.EN));
      LedgerPage page = ledgers.page(topic, ALL, 1, Language.EN);
      shown.put("ledger " + topic, page);
      page.entries()
          .forEach(
              entry -> {
                Optional<ShownEntry> whole = ledgers.entry(entry.entry().id());
                shown.put("entry " + entry.entry().id().value(), whole);
              });
    }
    shown.put("ledger", ledgers.page(LedgerFilter.SEVERAL, 1, Language.ZH_HANS));
    for (String query : QUERIES) {
      shown.put("search " + query, search.find(SearchRequest.of(query)));
      shown.put(
          "newest " + query,
          search.find(SearchRequest.of(query).withSort(SearchRequest.Sort.NEWEST)));
    }
    for (String name : List.of("en0", "copy", "zh3", "later", "en2", "copy2", "zh20")) {
      shown.put("article " + name, topics.article(id(name), Language.ZH_HANS));
      shown.put("disputes " + name, ledgers.disputes(id(name)));
    }
    shown.put("edits", at.edits().page("", null, null));
    shown.put("rising", at.rises().now(Language.EN));
    shown.put("home", topics.home(Language.EN));
    return shown;
  }

  @Test
  void showsAtAnyMomentWhatADeskShowsToWhichNoMoreHadCome() {
    happen();
    Instant end = next();
    try (Desk whole = open("whole")) {
      take(whole, 0, steps.size());
      Desk growing = open("growing");
      int done = 0;
      for (Instant moment : moments(end)) {
        int due = (int) steps.stream().filter(step -> !step.at().isAfter(moment)).count();
        if (due > done) {
          take(growing, done, due);
          growing.close(); // what it counted before is no more
          growing = open("growing");
          done = due;
        }
        clock.set(end);
        Past.At then = whole.past().at(moment);
        Map<String, Object> past = shown(then);
        clock.set(moment);
        Map<String, Object> present = shown(growing.past().at(Optional.empty()));
        past.forEach(
            (asked, found) ->
                assertThat(found).as("%s at %s", asked, moment).isEqualTo(present.get(asked)));
        assertThat(past.keySet()).isEqualTo(present.keySet());
      }
      growing.close();
    }
  }

  private void take(Desk desk, int from, int to) {
    for (Step step : steps.subList(from, to)) {
      clock.set(step.at());
      step.work().accept(desk);
    }
  }

  private static List<Instant> moments(Instant end) {
    return new Random(11)
        .longs(
            Integer.getInteger("assay.moments", 24),
            START.minusSeconds(3_000).toEpochMilli(),
            end.toEpochMilli())
        .sorted()
        .mapToObj(Instant::ofEpochMilli)
        .toList();
  }
}
