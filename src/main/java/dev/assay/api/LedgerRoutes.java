package dev.assay.api;

import static dev.assay.api.Routes.PREFIX;
import static dev.assay.api.Routes.answer;

import dev.assay.analyze.quantity.Property;
import dev.assay.article.Language;
import dev.assay.ledger.EntryId;
import dev.assay.ledger.EvidenceId;
import dev.assay.ledger.ReadingVerdict;
import dev.assay.ledger.Verdict;
import dev.assay.ledger.Wording;
import dev.assay.ledger.kept.LedgerFilter;
import dev.assay.topic.ledger.LedgerPage;
import dev.assay.topic.ledger.Ledgers;
import dev.assay.topic.ledger.ShownEntry;
import dev.assay.topic.time.Past;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API's routes to the ledger. Safe for use by many threads.
public final class LedgerRoutes {

  private static final JsonMapper JSON = JsonMapper.shared();

  /// What a list of entries and a table of them take.
  private static final String[] FILTERS = {
    "verdict",
    "entity",
    "property",
    "language",
    "source",
    "from",
    "until",
    "page",
    "reader",
    Parameters.AS_OF
  };

  private final Ledgers ledgers;
  private final Past past;

  public LedgerRoutes(Ledgers ledgers, Past past) {
    this.ledgers = ledgers;
    this.past = past;
  }

  /// The ledger as of the moment that a request asks for.
  private Ledgers at(Context context) {
    return past.at(Parameters.asOf(context)).ledgers();
  }

  public void register(JavalinConfig config) {
    config.routes.get(PREFIX + "/ledger", context -> list(context, null));
    config.routes.get(PREFIX + "/ledger.csv", context -> table(context, null));
    config.routes.get(
        PREFIX + "/topics/{name}/ledger", context -> list(context, context.pathParam("name")));
    config.routes.get(
        PREFIX + "/topics/{name}/ledger.csv", context -> table(context, context.pathParam("name")));
    config.routes.get(PREFIX + "/ledger/review", this::review);
    config.routes.get(PREFIX + "/ledger/labels.jsonl", this::labels);
    config.routes.get(PREFIX + "/ledger/entries/{id}", this::entry);
    config.routes.get(PREFIX + "/ledger/entries/{id}/figures.csv", this::entryTable);
    config.routes.post(PREFIX + "/ledger/entries/{id}/verdict", this::verdict);
    config.routes.post(PREFIX + "/ledger/figures/{id}/reading", this::reading);
  }

  private void list(Context context, @Nullable String topic) {
    LedgerFilter filter = filter(context);
    int number = page(context);
    Language reader = reader(context);
    Ledgers then = at(context);
    LedgerPage page =
        topic == null
            ? then.page(filter, number, reader)
            : then.page(topic, filter, number, reader);
    answer(context, LedgerShapes.Ledger.of(page, then.wording(reader)));
  }

  private void table(Context context, @Nullable String topic) {
    LedgerFilter filter = filter(context);
    Ledgers then = at(context);
    Wording say = then.wording(reader(context));
    OutputStream out = csv(context, "ledger.csv");
    write(out, LedgerCsv.head());
    then.export(
        topic, filter, entry -> write(out, LedgerCsv.lines(LedgerShapes.Entry.of(entry, say))));
  }

  private void entry(Context context) {
    Language reader = reader(context);
    answer(context, LedgerShapes.Entry.of(found(context), ledgers.wording(reader)));
  }

  private void entryTable(Context context) {
    Wording say = ledgers.wording(reader(context));
    ShownEntry entry = found(context);
    OutputStream out = csv(context, "figures.csv");
    write(out, LedgerCsv.head());
    write(out, LedgerCsv.lines(LedgerShapes.Entry.of(entry, say)));
  }

  private ShownEntry found(Context context) {
    String id = context.pathParam("id");
    return at(context)
        .entry(new EntryId(id))
        .orElseThrow(
            () -> new NotFoundResponse("No entry of the ledger is called %s.".formatted(id)));
  }

  /// `{"right": "agree", "note": ""}`, or `{"right": null}` to take it back.
  private void verdict(Context context) {
    JsonNode body = JsonBody.of(context);
    EntryId id = new EntryId(context.pathParam("id"));
    JsonNode right = body.path("right");
    boolean known =
        right.isString()
            ? ledgers.markVerdict(id, verdict(right.stringValue()), JsonBody.text(body, "note"))
            : ledgers.restoreVerdict(id);
    if (!known) {
      throw new NotFoundResponse("No entry of the ledger is called %s.".formatted(id));
    }
    entry(context);
  }

  /// What a reader should look at.
  private void review(Context context) {
    answer(
        context,
        LedgerShapes.Review.of(ledgers.review(page(context)), ledgers.wording(reader(context))));
  }

  /// What readers said of readings, a line each.
  private void labels(Context context) {
    context
        .contentType("application/x-ndjson; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"labels.jsonl\"");
    OutputStream out = context.outputStream();
    ledgers.labels(
        label -> write(out, JSON.writeValueAsString(LedgerShapes.LabelLine.of(label)) + "\n"));
  }

  /// `{"verdict": "wrong_entity", "note": ""}`, or `{"verdict": null}` to take it back; `{"wrong":
  /// true}` says that it is wrong and not what.
  private void reading(Context context) {
    JsonNode body = JsonBody.of(context);
    EvidenceId id = new EvidenceId(context.pathParam("id"));
    Optional<ReadingVerdict> verdict = readingVerdict(body);
    boolean known =
        verdict
            .map(said -> ledgers.markReading(id, said, JsonBody.text(body, "note")))
            .orElseGet(() -> ledgers.restoreReading(id));
    if (!known) {
      throw new NotFoundResponse("No figure of the ledger is called %s.".formatted(id));
    }
    answer(
        context,
        new LedgerShapes.Marked(
            id.value(),
            verdict.filter(said -> !said.isRight()).isPresent(),
            verdict.map(ReadingVerdict::word).orElse(null)));
  }

  private static Optional<ReadingVerdict> readingVerdict(JsonNode body) {
    JsonNode verdict = body.path("verdict");
    JsonNode wrong = body.path("wrong");
    if (verdict.isNull() || verdict.isMissingNode() && wrong.isBoolean()) {
      return wrong.asBoolean(false) ? Optional.of(ReadingVerdict.WRONG) : Optional.empty();
    }
    Optional<ReadingVerdict> said = ReadingVerdict.of(verdict.asString(""));
    if (said.isEmpty()) {
      throw new BadRequestResponse(
          "The body must have \"verdict\", one of %s, or null to take it back."
              .formatted(
                  Arrays.stream(ReadingVerdict.values()).map(ReadingVerdict::word).toList()));
    }
    return said;
  }

  private static OutputStream csv(Context context, String name) {
    context
        .contentType("text/csv; charset=utf-8")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(name));
    return context.outputStream();
  }

  private static void write(OutputStream out, String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the reader went away", e);
    }
  }

  private static Language reader(Context context) {
    return Language.parse(Optional.ofNullable(context.queryParam("reader")).orElse("en"));
  }

  private static int page(Context context) {
    String value = Optional.ofNullable(context.queryParam("page")).orElse("1");
    int page = value.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(value) : 0;
    if (page < 1 || page > Ledgers.MOST_PAGES) {
      throw new BadRequestResponse(
          "page must be a number from 1 to %d, got %s.".formatted(Ledgers.MOST_PAGES, value));
    }
    return page;
  }

  private static LedgerFilter filter(Context context) {
    new Parameters(context, FILTERS); // refuses what it does not know
    Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
    values(context, "verdict").forEach(word -> verdicts.add(verdict(word)));
    List<String> properties = List.copyOf(values(context, "property"));
    return new LedgerFilter(
            verdicts.isEmpty() ? LedgerFilter.SEVERAL.verdicts() : verdicts,
            Optional.ofNullable(context.queryParam("entity")).orElse(""),
            properties.isEmpty() ? null : property(properties.getFirst()),
            choices(context, "language", "lang"),
            choices(context, "source"),
            null,
            null)
        .publishedBetween(Parameters.day(context, "from"), Parameters.day(context, "until"));
  }

  private static Set<String> choices(Context context, String name, String... otherNames) {
    Set<String> values = values(context, name);
    for (String other : otherNames) {
      values.addAll(values(context, other));
    }
    if (values.size() > LedgerFilter.MOST_CHOICES) {
      throw new BadRequestResponse(
          "%s may be given %d times at most, got %d."
              .formatted(name, LedgerFilter.MOST_CHOICES, values.size()));
    }
    return values;
  }

  private static Verdict verdict(String word) {
    return Verdict.named(word)
        .orElseThrow(
            () ->
                new BadRequestResponse(
                    "verdict must be one of %s, got %s."
                        .formatted(
                            Arrays.stream(Verdict.values()).map(Verdict::word).toList(), word)));
  }

  private static Property property(String word) {
    return Property.named(word)
        .orElseThrow(
            () ->
                new BadRequestResponse(
                    "property must be one of %s, got %s."
                        .formatted(
                            Arrays.stream(Property.values()).map(Property::word).toList(), word)));
  }

  private static Set<String> values(Context context, String name) {
    Set<String> values = new LinkedHashSet<>(context.queryParams(name));
    values.removeIf(String::isBlank);
    return values;
  }
}
