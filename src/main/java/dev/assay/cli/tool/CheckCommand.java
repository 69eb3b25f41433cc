package dev.assay.cli.tool;

import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.check.Checker;
import dev.assay.check.Cited;
import dev.assay.check.NameCheck;
import dev.assay.check.NumberCheck;
import dev.assay.check.ReadAs;
import dev.assay.check.SentenceCheck;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Lexicon;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `assay check`: does each number of a sentence stand in its source.
@Command(
    name = "check",
    description = "Checks the numbers, dates and ranks of a sentence against a source text.")
public final class CheckCommand implements Callable<Integer> {

  @Option(
      names = "--batch",
      description =
          "Read JSON Lines {\"id\",\"source\",\"bullet\"} from standard input; write an answer a line.")
  private boolean batch;

  @Option(names = "--json", description = "Write JSON instead of a table.")
  private boolean json;

  @Parameters(
      arity = "0..2",
      paramLabel = "SENTENCE SOURCE",
      description = "The sentence, and the text that it should rest on.")
  private List<String> texts = List.of();

  private final Lexicon lexicon;
  private final InputStream in;
  private final Output output;
  private @Nullable Checker checker;

  public CheckCommand(Lexicon lexicon, InputStream in, Output output) {
    this.lexicon = lexicon;
    this.in = in;
    this.output = output;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (batch) {
      BatchLines.run(in, output.out(), this::answer);
      return 0;
    }
    if (texts.size() != 2) {
      output.error().println(output.words().say("tool.no-sentence"));
      return ExitCode.USAGE;
    }
    PrintStream lines = new PrintStream(output.out(), true, StandardCharsets.UTF_8);
    String sentence = texts.getFirst();
    SentenceCheck check = check(sentence, texts.getLast());
    if (json) {
      lines.println(BatchLines.MAPPER.writeValueAsString(answer(sentence, check)));
    } else {
      Language language = LanguageDetector.detect(sentence, Language.UNKNOWN);
      if (!check.numbers().isEmpty() || !check.names().isEmpty()) {
        lines.println(output.words().say("tool.check-head"));
      }
      for (NumberCheck number : check.numbers()) {
        lines.printf(
            "%s\t%s\t%s\t%s%n",
            number.span().in(sentence),
            number.readAs().say(language),
            number.verdict().word(),
            number.reason());
      }
      for (NameCheck name : check.names()) {
        lines.printf(
            "%s\t%s\t%s\t%s%n",
            name.span().in(sentence), name.entity(), name.standing().word(), name.reason());
      }
    }
    return check.isSupported() ? ExitCode.DONE : ExitCode.PROBLEMS;
  }

  /// Made when it is needed: the other commands start without it.
  private synchronized Checker checker() {
    Checker made = checker;
    if (made == null) {
      made = Checker.of(lexicon);
      checker = made;
    }
    return made;
  }

  private SentenceCheck check(String sentence, String source) {
    Language language = LanguageDetector.detect(sentence, Language.UNKNOWN);
    return checker().check(sentence, checker().read(paragraphs(source), null), language);
  }

  /// Each line is a paragraph; lines of cells that follow each other are one table.
  private static List<Cited> paragraphs(String source) {
    List<Cited> paragraphs = new ArrayList<>();
    String above = null;
    for (String line : source.lines().toList()) {
      boolean row = line.contains(Paragraph.CELL);
      if (row && !paragraphs.isEmpty() && paragraphs.getLast().text().contains(Paragraph.CELL)) {
        Cited table = paragraphs.removeLast();
        paragraphs.add(cited(table.text() + "\n" + line, table.above()));
      } else {
        paragraphs.add(cited(line, row ? above : null));
      }
      above = line;
    }
    return paragraphs;
  }

  private static Cited cited(String text, @Nullable String above) {
    return new Cited(text, LanguageDetector.detect(text, Language.UNKNOWN), above);
  }

  private ObjectNode answer(JsonNode question) {
    String sentence = BatchLines.text(question, "bullet");
    return answer(sentence, check(sentence, BatchLines.text(question, "source")));
  }

  private static void readAs(ReadAs read, ObjectNode node) {
    node.put("low", read.low());
    node.put("high", read.high());
    node.put("unit", read.unit());
    node.put("modifier", read.modifier().word());
    node.put("time", read.time());
  }

  private static ObjectNode answer(String sentence, SentenceCheck check) {
    ObjectNode answer = BatchLines.MAPPER.createObjectNode();
    answer.put("verdict", check.isSupported() ? "supported" : "unsupported");
    ArrayNode numbers = answer.putArray("numbers");
    for (NumberCheck number : check.numbers()) {
      ObjectNode one = numbers.addObject();
      one.put("surface", number.span().in(sentence));
      one.put("verdict", number.verdict().word());
      one.put("start", number.span().start());
      one.put("end", number.span().end());
      one.put("reason", number.reason());
      readAs(number.readAs(), one.putObject("read_as"));
    }
    ArrayNode names = answer.putArray("names");
    for (NameCheck name : check.names()) {
      ObjectNode one = names.addObject();
      one.put("surface", name.span().in(sentence));
      one.put("entity", name.entity());
      one.put("verdict", name.standing().word());
      one.put("start", name.span().start());
      one.put("end", name.span().end());
      one.put("reason", name.reason());
    }
    return answer;
  }
}
