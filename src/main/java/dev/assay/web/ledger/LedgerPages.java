package dev.assay.web.ledger;

import dev.assay.analyze.quantity.Property;
import dev.assay.article.AskedTime;
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
import dev.assay.web.AsOf;
import dev.assay.web.EntryView;
import dev.assay.web.FigureView;
import dev.assay.web.Frame;
import dev.assay.web.Links;
import dev.assay.web.Messages;
import dev.assay.web.PageWriter;
import dev.assay.web.Reader;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The ledger's pages: of a topic, of everything, and of one figure, where a reader can say what is
/// wrong. Safe for use by many threads.
public final class LedgerPages {

  private static final int MOST_LETTERS = 1_000;

  private final Ledgers ledgers;
  private final Past past;
  private final PageWriter writer = new PageWriter();

  public LedgerPages(Ledgers ledgers, Past past) {
    this.ledgers = ledgers;
    this.past = past;
  }

  /// The ledger as of the moment that a request asks for.
  private Ledgers at(Context context) {
    return past.at(AsOf.moment(context)).ledgers();
  }

  public void register(JavalinConfig config) {
    config.routes.get("/ledger", context -> list(context, text(context, "topic")));
    config.routes.get("/topics/{name}/ledger", context -> list(context, context.pathParam("name")));
    config.routes.get("/ledger/review", this::review);
    config.routes.post("/ledger/review", this::markReviewed);
    config.routes.get("/ledger/{id}", this::figure);
    config.routes.post("/ledger/{id}/reading", this::markReading);
    config.routes.post("/ledger/{id}/verdict", this::markVerdict);
  }

  private void list(Context context, String topic) {
    Messages say = Reader.words(context);
    LedgerForm form = form(context, topic.strip());
    Ledgers then = at(context);
    Wording wording = then.wording(say.language());
    LedgerPage page = page(then, form, number(context), say);
    if (form.topic().isEmpty()
        && form.verdicts().isEmpty()
        && page.facts().entries(Verdict.DIFFER) == 0) {
      form = form.withoutDisputes();
      page = page(then, form, number(context), say);
    }
    List<EntryView> entries =
        page.entries().stream().map(entry -> EntryView.of(entry, wording, say)).toList();
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("frame", writer.frameInTime(context, say, Frame.Part.LEDGER));
    parameters.put("page", page);
    parameters.put("form", form);
    parameters.put("wording", wording);
    parameters.put("entries", entries);
    writer.write(context, "ledger", parameters);
  }

  private static LedgerPage page(Ledgers ledgers, LedgerForm form, int number, Messages say) {
    if (number > Ledgers.MOST_PAGES) {
      throw new BadRequestResponse(say.text("ledger.no-page", say.number(Ledgers.MOST_PAGES)));
    }
    return form.topic().isEmpty()
        ? ledgers.page(form.filter(), number, say.language())
        : ledgers.page(form.topic(), form.filter(), number, say.language());
  }

  private void figure(Context context) {
    Messages say = Reader.words(context);
    Wording wording = ledgers.wording(say.language());
    FigureView view = FigureView.of(found(context), number(context), wording, say);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("frame", writer.frameInTime(context, say, Frame.Part.LEDGER));
    parameters.put("view", view);
    parameters.put("wording", wording);
    writer.write(context, "figure", parameters);
  }

  private ShownEntry found(Context context) {
    return at(context)
        .entry(new EntryId(context.pathParam("id")))
        .orElseThrow(NotFoundResponse::new);
  }

  private void review(Context context) {
    Messages say = Reader.words(context);
    int number = number(context);
    if (number > Ledgers.MOST_PAGES) {
      throw new BadRequestResponse(say.text("ledger.no-page", say.number(Ledgers.MOST_PAGES)));
    }
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("frame", writer.frame(context, say, Frame.Part.LEDGER));
    parameters.put(
        "view",
        ReviewView.of(
            ledgers.review(number), text(context, "done"), ledgers.wording(say.language()), say));
    writer.write(context, "review", parameters);
  }

  /// Fields as for a figure's page; then to the next figure.
  private void markReviewed(Context context) {
    if (!mark(context)) {
      throw new NotFoundResponse();
    }
    String done = field(context, "verdict").isEmpty() ? "" : "?done=" + field(context, "figure");
    context.redirect(Links.review() + done, HttpStatus.SEE_OTHER);
  }

  private void markReading(Context context) {
    back(context, mark(context));
  }

  /// Fields: `figure` is the claim's id, `verdict` what the reader says of it; none takes it back.
  private boolean mark(Context context) {
    EvidenceId figure = new EvidenceId(field(context, "figure"));
    String verdict = field(context, "verdict");
    return verdict.isEmpty()
        ? ledgers.restoreReading(figure)
        : ledgers.markReading(
            figure,
            ReadingVerdict.of(verdict)
                .orElseThrow(
                    () ->
                        new BadRequestResponse(
                            Reader.words(context).text("error.no-choice", verdict))),
            field(context, "note"));
  }

  /// Fields: `right` is a verdict, or empty to take back what was said.
  private void markVerdict(Context context) {
    EntryId id = new EntryId(context.pathParam("id"));
    String right = field(context, "right");
    boolean known =
        right.isEmpty()
            ? ledgers.restoreVerdict(id)
            : ledgers.markVerdict(id, verdict(context, right), field(context, "note"));
    back(context, known);
  }

  /// To the figure's page; the entry of a figure that was alone in it is no more.
  private void back(Context context, boolean known) {
    if (!known) {
      throw new NotFoundResponse();
    }
    String id = context.pathParam("id");
    boolean there = ledgers.entry(new EntryId(id)).isPresent();
    context.redirect(there ? Links.figure(id) : Links.ledger(), HttpStatus.SEE_OTHER);
  }

  private static LedgerForm form(Context context, String topic) {
    Set<Verdict> verdicts = new LinkedHashSet<>();
    context.queryParams("verdict").stream()
        .filter(word -> !word.isBlank())
        .forEach(word -> verdicts.add(verdict(context, word)));
    Set<String> languages =
        context.queryParams("language").stream()
            .filter(language -> !language.isBlank())
            .limit(LedgerFilter.MOST_CHOICES)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new LedgerForm(
        topic.length() <= MOST_LETTERS ? topic : topic.substring(0, MOST_LETTERS),
        verdicts,
        text(context, "entity"),
        Property.named(text(context, "property")).orElse(null),
        languages,
        text(context, "source"),
        AskedTime.day(text(context, "from")).orElse(null),
        AskedTime.day(text(context, "until")).orElse(null),
        false);
  }

  private static Verdict verdict(Context context, String word) {
    return Verdict.named(word)
        .orElseThrow(
            () -> new BadRequestResponse(Reader.words(context).text("error.no-choice", word)));
  }

  private static int number(Context context) {
    String page = text(context, "page");
    return page.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(page) : 1;
  }

  private static String text(Context context, String name) {
    return Optional.ofNullable(context.queryParam(name)).orElse("");
  }

  private static String field(Context context, String name) {
    return Optional.ofNullable(context.formParam(name)).orElse("");
  }
}
