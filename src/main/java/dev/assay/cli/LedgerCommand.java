package dev.assay.cli;

import dev.assay.analyze.quantity.Property;
import dev.assay.api.LedgerCsv;
import dev.assay.api.LedgerShapes;
import dev.assay.article.AskedTime;
import dev.assay.article.Language;
import dev.assay.cli.terminal.Cells;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Misused;
import dev.assay.cli.terminal.Output;
import dev.assay.cli.terminal.PastOption;
import dev.assay.cli.tool.LedgerBatch;
import dev.assay.ledger.Doubt;
import dev.assay.ledger.EntryId;
import dev.assay.ledger.Evidence;
import dev.assay.ledger.LedgerEntry;
import dev.assay.ledger.Period;
import dev.assay.ledger.Row;
import dev.assay.ledger.Verdict;
import dev.assay.ledger.Wording;
import dev.assay.ledger.kept.LedgerFilter;
import dev.assay.topic.ledger.LedgerPage;
import dev.assay.topic.ledger.Ledgers;
import dev.assay.topic.ledger.ReviewPage;
import dev.assay.topic.ledger.ShownEntry;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "ledger",
    description = {
      "Print the figures of the articles on a TOPIC side by side: who says what, and do they agree.",
      "Without a topic, those of all articles."
    })
final class LedgerCommand implements Callable<Integer> {

  /// Places for a figure as it is written.
  private static final int WRITTEN = 14;

  private final Desk.Opener opener;
  private final Output output;
  private final InputStream in;

  @Mixin private Common common = new Common();
  @Mixin private PastOption past = new PastOption();

  @Parameters(paramLabel = "TOPIC", arity = "0..1", description = "Any name, such as 稀土联盟.")
  private @Nullable String topic;

  @Option(
      names = "--verdict",
      paramLabel = "differ|agree|not_comparable|none",
      description = "Entries with this verdict only; may be repeated (default: all but none).")
  private List<String> verdicts = List.of();

  @Option(
      names = "--property",
      paramLabel = "WORD",
      description = "Entries of this property only, such as share or reserves.")
  private @Nullable String property;

  @Option(
      names = "--entity",
      paramLabel = "KEY",
      description = "Entries on this thing only, by its key in the JSON, such as #country:CN.")
  private String entity = "";

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "Entries with a figure in this language, such as zh; may be repeated.")
  private List<String> languages = List.of();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "Entries with a figure of this outlet; may be repeated.")
  private List<String> sources = List.of();

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "Entries with a figure published on this day or later.")
  private String from = "";

  @Option(
      names = "--until",
      paramLabel = "DAY",
      description = "Entries with a figure published on this day or before.")
  private String until = "";

  @Option(names = "--page", paramLabel = "N", description = "The Nth page (default: 1).")
  private int page = 1;

  @Option(
      names = "--entry",
      paramLabel = "ID",
      description = "One entry with all its figures, by its id in the JSON.")
  private @Nullable String entry;

  @Option(
      names = "--review",
      description =
          "Print the figures that contradict another and that a reader should look at first.")
  private boolean review;

  @Option(names = "--csv", description = "Print all entries as a table, a line for each figure.")
  private boolean csv;

  @Option(
      names = "--batch",
      description = "Set texts side by side that are given as JSON lines {id, passages} on input.")
  private boolean batch;

  LedgerCommand(Desk.Opener opener, Output output, InputStream in) {
    this.opener = opener;
    this.output = output;
    this.in = in;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (batch) {
      LedgerBatch.run(opener.lexicon(), in, output.out());
      return ExitCode.DONE;
    }
    try (Desk desk = opener.toRead(common.data())) {
      Ledgers ledgers = past.of(desk, output.words()).ledgers();
      Wording say = ledgers.wording(reader());
      if (review) {
        return review(ledgers, say);
      }
      if (entry != null) {
        return one(ledgers.entry(new EntryId(entry)), say);
      }
      return csv ? table(ledgers, say) : list(ledgers, say);
    }
  }

  private int list(Ledgers ledgers, Wording say) {
    requirePage();
    LedgerPage listed =
        topic == null
            ? ledgers.page(filter(), page, reader())
            : ledgers.page(topic, filter(), page, reader());
    if (common.json()) {
      output.json(LedgerShapes.Ledger.of(listed, say));
    } else {
      print(listed, say);
    }
    return listed.entries().isEmpty() ? ExitCode.NOT_FOUND : ExitCode.DONE;
  }

  private int review(Ledgers ledgers, Wording say) {
    requirePage();
    ReviewPage listed = ledgers.review(page);
    if (common.json()) {
      output.json(LedgerShapes.Review.of(listed, say));
      return ExitCode.DONE;
    }
    output.line(output.words().say("ledger.review", listed.all()));
    listed.doubts().forEach(doubt -> print(doubt, say));
    if (listed.more()) {
      output.line("");
      output.line(
          output.words().say("page.more", "assay ledger --review --page " + (listed.number() + 1)));
    }
    return ExitCode.DONE;
  }

  private void print(Doubt doubt, Wording say) {
    output.line("");
    output.line(
        "%s: %s   [%s]"
            .formatted(
                say.title(doubt.asked().claim()),
                say.value(doubt.asked().claim()),
                doubt.asked().id()));
    print(doubt.asked());
    output.line("  %s %s".formatted(say.why(doubt.why()), output.words().say("ledger.against")));
    print(doubt.against());
  }

  private void print(Evidence evidence) {
    LocalDate day = evidence.day();
    String where =
        Stream.of(
                evidence.source(),
                day == null ? "" : day.toString(),
                evidence.article() + " [" + evidence.claim().paragraph() + "]")
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · "));
    output.line("  %s %s".formatted(Cells.filled(evidence.written(), WRITTEN), where));
    output.line("                 " + evidence.quote());
  }

  private void requirePage() {
    if (page < 1 || page > Ledgers.MOST_PAGES) {
      throw new Misused(output.words().say("ledger.no-page", Ledgers.MOST_PAGES, page));
    }
  }

  private int table(Ledgers ledgers, Wording say) {
    output.out().print(LedgerCsv.head());
    ledgers.export(
        topic,
        filter(),
        shown -> output.out().print(LedgerCsv.lines(LedgerShapes.Entry.of(shown, say))));
    return ExitCode.DONE;
  }

  private int one(Optional<ShownEntry> shown, Wording say) {
    if (shown.isEmpty()) {
      output.error().println(output.words().say("ledger.no-entry", String.valueOf(entry)));
      return ExitCode.NOT_FOUND;
    }
    if (common.json()) {
      output.json(LedgerShapes.Entry.of(shown.get(), say));
    } else if (csv) {
      output.out().print(LedgerCsv.head());
      output.out().print(LedgerCsv.lines(LedgerShapes.Entry.of(shown.get(), say)));
    } else {
      print(shown.get(), say);
    }
    return ExitCode.DONE;
  }

  private Language reader() {
    return output.words().chinese() ? Language.ZH_HANS : Language.EN;
  }

  private LedgerFilter filter() {
    Set<Verdict> asked = EnumSet.noneOf(Verdict.class);
    verdicts.forEach(word -> asked.add(verdict(word)));
    return new LedgerFilter(
            asked.isEmpty() ? LedgerFilter.SEVERAL.verdicts() : asked,
            entity,
            property == null ? null : property(property),
            Set.copyOf(languages),
            Set.copyOf(sources),
            null,
            null)
        .publishedBetween(day("--from", from), day("--until", until));
  }

  private @Nullable LocalDate day(String option, String value) {
    return value.isEmpty()
        ? null
        : AskedTime.day(value)
            .orElseThrow(() -> new Misused(output.words().say("ledger.no-day", option, value)));
  }

  private Verdict verdict(String word) {
    return Verdict.named(word)
        .orElseThrow(
            () -> unknown("--verdict", word, Stream.of(Verdict.values()).map(Verdict::word)));
  }

  private Property property(String word) {
    return Property.named(word)
        .orElseThrow(
            () -> unknown("--property", word, Stream.of(Property.values()).map(Property::word)));
  }

  private Misused unknown(String option, String word, Stream<String> known) {
    return new Misused(
        output
            .words()
            .say("ledger.unknown", option, word, known.collect(Collectors.joining(", "))));
  }

  private void print(LedgerPage listed, Wording say) {
    output.line(listed.heading() == null ? "" : listed.heading().name().label());
    if (listed.entries().isEmpty()) {
      boolean alone = listed.filter().verdicts().equals(Set.of(Verdict.NONE));
      output.line(output.words().say(alone ? "ledger.none-alone" : "ledger.none"));
    } else {
      output.line(
          output
              .words()
              .say(
                  "ledger.counts",
                  listed.facts().figures(),
                  listed.facts().several(),
                  listed.facts().entries(Verdict.DIFFER),
                  listed.facts().entries(Verdict.AGREE),
                  listed.facts().entries(Verdict.NOT_COMPARABLE)));
    }
    listed.entries().forEach(shown -> print(shown, say));
    if (listed.more()) {
      output.line("");
      output.line(output.words().say("page.more", asked() + " --page " + (listed.number() + 1)));
    }
    if (listed.facts().unread() > 0) {
      output.error().println(output.words().say("ledger.unread", listed.facts().unread()));
    }
  }

  /// The command as it was given, but for the page.
  private String asked() {
    List<String> words = new ArrayList<>(List.of("assay", "ledger"));
    if (topic != null) {
      words.add(quoted(topic));
    }
    verdicts.forEach(verdict -> words.add("--verdict " + verdict));
    add(words, "--property", property == null ? "" : property);
    add(words, "--entity", entity);
    languages.forEach(language -> add(words, "--language", language));
    sources.forEach(source -> add(words, "--source", source));
    add(words, "--from", from);
    add(words, "--until", until);
    return String.join(" ", words);
  }

  private static void add(List<String> words, String option, String value) {
    if (!value.isEmpty()) {
      words.add(option + " " + quoted(value));
    }
  }

  /// As a shell takes it.
  private static String quoted(String word) {
    return word.matches("[\\p{L}\\p{N}:._-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private void print(ShownEntry shown, Wording say) {
    LedgerEntry of = shown.entry();
    output.line("");
    output.line("%s   [%s]  %s".formatted(say.title(of), say.verdict(of.verdict()), of.id()));
    output.line("  " + say.reason(of.reason()));
    of.rows().forEach(row -> print(row, say));
    if (shown.more() > 0) {
      output.line("    " + output.words().say("ledger.more", shown.more(), of.id()));
    }
  }

  private void print(Row row, Wording say) {
    Period period = row.period();
    boolean isSaid =
        !period.stated() && period.first() != null; // the day of publication stands there
    @Nullable LocalDate day = isSaid ? null : row.evidence().day();
    String parts =
        Stream.of(
                say.range(row.figure()),
                say.period(period),
                row.evidence().source(),
                day == null ? "" : day.toString(),
                row.evidence().article() + " [" + row.evidence().claim().paragraph() + "]")
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · "));
    String apart = say.apart(row.standing()).map(why -> "  (" + why + ")").orElse("");
    output.line(
        "  %s %s%s".formatted(Cells.filled(row.evidence().written(), WRITTEN), parts, apart));
    output.line("                 " + row.evidence().quote());
  }
}
