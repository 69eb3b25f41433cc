package dev.assay.mcp;

import dev.assay.api.LedgerShapes;
import dev.assay.api.SourceShapes;
import dev.assay.article.Language;
import dev.assay.follow.Sources;
import dev.assay.follow.Sources.Following;
import dev.assay.follow.Sources.Wish;
import dev.assay.follow.Steps;
import dev.assay.ledger.EvidenceId;
import dev.assay.ledger.ReadingVerdict;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.mcp.Tool.Effect;
import dev.assay.mcp.Tool.Input;
import dev.assay.source.Source;
import dev.assay.topic.Name;
import dev.assay.topic.TopicTable.SavedTopic;
import dev.assay.topic.Topics;
import dev.assay.topic.ledger.Ledgers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The tools that change the desk. Who may use them is asked before, see [McpServers].
final class WritingTools {

  private static final int MOST_NAMES = 50;
  private static final String TAKEN_BACK = "taken_back";
  private static final String VERDICTS =
      Stream.concat(
              Arrays.stream(ReadingVerdict.values()).map(ReadingVerdict::word),
              Stream.of(TAKEN_BACK))
          .collect(Collectors.joining(", "));

  private final Topics topics;
  private final Ledgers ledgers;
  private final Sources sources;

  WritingTools(Topics topics, Ledgers ledgers, Sources sources) {
    this.topics = topics;
    this.ledgers = ledgers;
    this.sources = sources;
  }

  List<Tool> tools() {
    return List.of(
        new Tool(
            "follow",
            "Follow a source",
            "Follows the best that is found at an address: a feed, a sitemap, or a page's list of"
                + " articles. For the whole desk.",
            Effect.FOLLOWS,
            List.of(
                Input.must("address", "http(s) address of a site, a feed, a sitemap or a page."),
                Input.may("folder", "Where it is filed, parts apart by /.")),
            McpShapes.Followed.class,
            this::follow),
        new Tool(
            "save_topic",
            "Save a topic",
            "Saves a topic, so that it stands on the first page, and adds names that stand for it."
                + " For the whole desk.",
            Effect.ADDS,
            List.of(
                Input.must("name", "What the topic is called, in any script."),
                Input.may("names", "Other names for it, with commas between.")),
            McpShapes.Saved.class,
            this::save),
        new Tool(
            "correct_reading",
            "Correct a figure",
            "Says how a figure of the ledger was read from its source, or takes that back. What was"
                + " read wrongly counts no longer. For the whole desk.",
            Effect.CORRECTS,
            List.of(
                Input.must("figure", "The figure's id, as ledger_entry gives it."),
                Input.may("verdict", VERDICTS + "; wrong if not said."),
                Input.may("note", "Why, for other readers.")),
            LedgerShapes.Marked.class,
            this::correct));
  }

  private Object follow(Arguments asked) {
    String address = asked.must("address");
    if (!address.startsWith("http://") && !address.startsWith("https://")) {
      throw new Arguments.Mistake("address must start with http:// or https://.");
    }
    Wish wish = new Wish(asked.text("folder"), asked.whose().value(), Map.of());
    return switch (sources.follow(address, wish, Steps.UNHEARD)) {
      case Following.Done(Source source, _, _) -> followed(source, false);
      case Following.Already(Source source) -> followed(source, true);
      case Following.Nothing(String reason) -> throw new Arguments.Mistake(reason);
    };
  }

  private static McpShapes.Followed followed(Source source, boolean already) {
    return new McpShapes.Followed(SourceShapes.FollowedSource.of(source), already);
  }

  private Object save(Arguments asked) {
    String name = asked.must("name");
    List<Name> given =
        Arrays.stream(asked.text("names").split("[,，、]"))
            .map(String::strip)
            .filter(label -> !label.isEmpty())
            .map(label -> new Name(label, LanguageDetector.detect(label, Language.UNKNOWN)))
            .toList();
    if (given.size() > MOST_NAMES) {
      throw new Arguments.Mistake("names may be %d at most.".formatted(MOST_NAMES));
    }
    SavedTopic topic = topics.saved().add(name, given);
    return new McpShapes.Saved(topic.name(), topic.aliases().stream().map(Name::label).toList());
  }

  private Object correct(Arguments asked) {
    EvidenceId id = new EvidenceId(asked.must("figure"));
    Optional<ReadingVerdict> verdict = verdict(asked.text("verdict"));
    boolean known =
        verdict
            .map(said -> ledgers.markReading(id, said, asked.text("note")))
            .orElseGet(() -> ledgers.restoreReading(id));
    if (!known) {
      throw new Arguments.Mistake(
          "No figure is called %s. Take an id that ledger_entry gives.".formatted(id.value()));
    }
    return new LedgerShapes.Marked(
        id.value(),
        verdict.filter(said -> !said.isRight()).isPresent(),
        verdict.map(ReadingVerdict::word).orElse(null));
  }

  /// Empty if what was said is taken back.
  private static Optional<ReadingVerdict> verdict(String word) {
    if (word.equals(TAKEN_BACK)) {
      return Optional.empty();
    }
    Optional<ReadingVerdict> known = ReadingVerdict.of(word.isEmpty() ? "wrong" : word);
    if (known.isEmpty()) {
      throw new Arguments.Mistake("verdict must be one of %s.".formatted(VERDICTS));
    }
    return known;
  }
}
