package dev.assay.cli.tool;

import dev.assay.analyze.Analyzer;
import dev.assay.analyze.choice.Thought;
import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.ClaimTrust;
import dev.assay.analyze.claim.PhraseText;
import dev.assay.analyze.measure.MeasureReader;
import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.analyze.reading.ClaimReader;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.analyze.weigh.Weights;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import dev.assay.brief.NoBrief;
import dev.assay.brief.claim.ModelReading;
import dev.assay.brief.claim.SecondReader;
import dev.assay.brief.work.ModelDesk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `assay quantities`: the numbers of a text with their units and modifiers.
@Command(
    name = "quantities",
    description = "Reads the quantities of a Chinese or English text: value, unit, modifier.")
public final class QuantitiesCommand implements Callable<Integer> {

  @Option(
      names = "--batch",
      description =
          "Read JSON Lines {\"id\",\"text\",\"lang\"?,\"published\"?} from standard input; write an answer a line.")
  private boolean batch;

  @Option(names = "--json", description = "Write JSON instead of a table.")
  private boolean json;

  @Option(
      names = "--why",
      description =
          "For each figure, also of claims that are not shown: what was thought of it, how far that is trusted, and what counted.")
  private boolean why;

  @Option(
      names = "--model",
      description =
          "Also ask the language model of the data folder (ASSAY_DATA): what it reads, what of it is admitted, and where the two readers agree.")
  private boolean withModel;

  @Parameters(arity = "0..*", paramLabel = "TEXT", description = "The text to read.")
  private List<String> words = List.of();

  private final Lexicon lexicon;
  private final Function<Article, Optional<ModelDesk.ReadFigures>> model;
  private final InputStream in;
  private final Output output;
  private @Nullable Parts parts;

  /// What reads a text.
  private record Parts(
      QuantityExtractor numbers,
      ClaimReader claims,
      TagMatcher tags,
      Names names,
      PhraseText english) {

    static Parts of(Lexicon lexicon) {
      QuantityExtractor numbers = new QuantityExtractor(lexicon);
      Names names = Names.load(lexicon);
      return new Parts(
          numbers,
          new ClaimReader(lexicon, ClaimTrust.Use.STATED),
          new TagMatcher(names),
          names,
          new PhraseText(names, Language.EN));
    }
  }

  /// @param model reads the figures of a text by the language model; empty if none is set up
  public QuantitiesCommand(
      Lexicon lexicon,
      Function<Article, Optional<ModelDesk.ReadFigures>> model,
      InputStream in,
      Output output) {
    this.lexicon = lexicon;
    this.model = model;
    this.in = in;
    this.output = output;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (withModel && (json || batch)) {
      output.error().println(output.words().say("tool.model-in-words"));
      return ExitCode.USAGE;
    }
    if (batch) {
      BatchLines.run(in, output.out(), this::answer);
      return 0;
    }
    if (words.isEmpty()) {
      output.error().println(output.words().say("tool.no-text"));
      return ExitCode.USAGE;
    }
    String text = String.join(" ", words);
    PrintStream lines = new PrintStream(output.out(), true, StandardCharsets.UTF_8);
    if (json) {
      lines.println(BatchLines.MAPPER.writeValueAsString(answer(text, language(text, ""), null)));
    } else {
      print(text, lines);
    }
    return 0;
  }

  /// Made when it is needed: the other commands start without it.
  private synchronized Parts parts() {
    Parts made = parts;
    if (made == null) {
      made = Parts.of(lexicon);
      parts = made;
    }
    return made;
  }

  private void print(String text, PrintStream lines) {
    Language language = language(text, "");
    TextReading reading = parts().numbers.readAlone(1, text, language, null);
    if (!reading.numbers().quantities().isEmpty()) {
      lines.println(output.words().say("tool.quantities-head"));
    }
    for (Quantity quantity : reading.numbers().quantities()) {
      lines.printf(
          "%s\t%s\t%s\t%s\t%s%n",
          quantity.span().in(text),
          shown(quantity.low()),
          shown(quantity.high()),
          quantity.unit(),
          quantity.modifier().word());
    }
    for (TimeExpression time : reading.numbers().times()) {
      lines.printf("%s\t%s\ttime%n", time.span().in(text), time.iso());
    }
    for (Claim claim : claims(language, reading)) {
      lines.printf(
          "%s\t%s\t%s\t%s\tclaim\t%.2f%n",
          english(claim.entity()),
          claim.property().word(),
          Objects.requireNonNullElse(scope(claim), "-"),
          claim.value().span().in(text),
          claim.reading().trust());
    }
    if (why) {
      explain(reading, language, lines);
    }
    if (withModel) {
      tellReaders(text, language, lines);
    }
  }

  /// Each figure that either reader reads, in the form of a claim and who read it, and what of the
  /// model's is refused.
  private void tellReaders(String text, Language language, PrintStream lines) {
    Article article = Article.ofPassage(text, language);
    Optional<ModelDesk.ReadFigures> read = model.apply(article);
    if (read.isEmpty()) {
      output.error().println(output.words().say("evaluate.no-model"));
      return;
    }
    ModelReading said = read.get().reading();
    Analyzer analyzer =
        new Analyzer(parts().numbers, parts().tags, parts().claims, new MeasureReader(lexicon));
    SecondReader second = new SecondReader(lexicon, analyzer);
    for (Claim claim : second.join(analyzer.analyze(article), said).claims()) {
      Claim.Second other = claim.reading().second();
      lines.printf(
          "%s\t%s\t%s\t%s\t%s\t%.2f%n",
          english(claim.entity()),
          claim.property().word(),
          Objects.requireNonNullElse(scope(claim), "-"),
          claim.value().span().in(text),
          other == null ? "rules" : other.agreement().word(),
          claim.reading().trust());
    }
    for (ModelReading.Refused refused : said.refused()) {
      lines.printf("%s\t%s\trefused%n", refused.figure(), refused.reason().word());
    }
    NoBrief reason = read.get().reason();
    if (reason != null) {
      output.error().println(output.words().say("tool.no-answer", reason.word()));
    }
  }

  private void explain(TextReading reading, Language language, PrintStream lines) {
    List<Tag> tags = parts().tags.named("", List.of(reading.text())).all();
    for (Thought thought : parts().claims.explain(reading, language, tags)) {
      lines.printf(
          "%s\t%s\t%s\t%s\t%.2f\twhy%n",
          thought.figure(),
          thought.property(),
          thought.subject(),
          thought.measurand(),
          thought.trust());
      for (Weights.Reason reason : thought.reasons()) {
        lines.printf("\t%+.2f\t%s%n", reason.weight(), reason.feature());
      }
    }
  }

  private static String shown(@Nullable BigDecimal value) {
    BigDecimal shown = plain(value);
    return shown == null ? "open" : shown.toPlainString();
  }

  private ObjectNode answer(JsonNode question) {
    String text = BatchLines.text(question, "text");
    Language language = language(text, question.path("lang").asString(""));
    return answer(text, language, published(question.path("published").asString("")));
  }

  private ObjectNode answer(String text, Language language, @Nullable PublicationTime published) {
    ObjectNode answer = BatchLines.MAPPER.createObjectNode();
    ArrayNode quantities = answer.putArray("quantities");
    TextReading reading = parts().numbers.readAlone(1, text, language, published);
    for (Quantity quantity : reading.numbers().quantities()) {
      ObjectNode one = quantities.addObject();
      one.put("surface", quantity.span().in(text));
      one.put("start", quantity.span().start());
      one.put("end", quantity.span().end());
      write(quantity, one);
    }
    ArrayNode claims = answer.putArray("claims");
    claims(language, reading).forEach(claim -> write(claim, text, claims.addObject()));
    return answer;
  }

  private List<Claim> claims(Language language, TextReading reading) {
    return parts()
        .claims
        .read(List.of(reading), language, parts().tags.named("", List.of(reading.text())).all());
  }

  private void write(Claim claim, String text, ObjectNode one) {
    one.put("entity", english(claim.entity()));
    one.put("property", claim.property().word());
    one.put("of", scope(claim));
    TimeExpression time = claim.time();
    one.put("time", time == null ? null : time.iso());
    claim.quantity().ifPresent(quantity -> write(quantity, one));
    one.put("surface", claim.value().span().in(text));
    one.put("trust", BigDecimal.valueOf(claim.reading().trust()).setScale(2, RoundingMode.HALF_UP));
  }

  private static void write(Quantity quantity, ObjectNode one) {
    one.put("low", plain(quantity.low()));
    one.put("high", plain(quantity.high()));
    one.put("unit", quantity.unit().code());
    one.put("modifier", quantity.modifier().word());
  }

  private @Nullable String scope(Claim claim) {
    String scope =
        claim.of().stream()
            .map(part -> english(new Thing(part.id(), part.words())))
            .collect(Collectors.joining(", "));
    return scope.isEmpty() ? null : scope;
  }

  private String english(Thing thing) {
    String id = thing.id();
    if (id == null) {
      return parts().english.of(thing.words());
    }
    return parts().names.entity(id).map(entity -> entity.label(Language.EN)).orElse(id);
  }

  private static Language language(String text, String declared) {
    return declared.isEmpty()
        ? LanguageDetector.detect(text, Language.UNKNOWN)
        : Language.parse(declared);
  }

  /// A plain number without an exponent.
  private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
    if (value == null) {
      return null;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static @Nullable PublicationTime published(String iso) {
    if (iso.isEmpty()) {
      return null;
    }
    try {
      OffsetDateTime time =
          iso.length() > 10
              ? OffsetDateTime.parse(iso)
              : LocalDate.parse(iso).atStartOfDay().atOffset(ZoneOffset.UTC);
      return new PublicationTime(
          time.toInstant(),
          PublicationTime.Precision.DAY,
          time.getOffset(),
          true,
          PublicationTime.Certainty.STATED,
          "batch");
    } catch (DateTimeException e) {
      return null; // a time that cannot be read resolves nothing
    }
  }
}
