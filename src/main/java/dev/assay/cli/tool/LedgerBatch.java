package dev.assay.cli.tool;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.reading.ClaimReader;
import dev.assay.ledger.LedgerEntry;
import dev.assay.ledger.PassageLedger;
import dev.assay.ledger.Row;
import dev.assay.ledger.Verdict;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `assay ledger --batch`: the figures of a few texts side by side, from lines
/// `{"id","passages":[{"id","text"}]}`.
public final class LedgerBatch {

  private final PassageLedger passages;

  private LedgerBatch(Lexicon lexicon) {
    QuantityExtractor numbers = new QuantityExtractor(lexicon);
    passages =
        new PassageLedger(
            lexicon, numbers, new ClaimReader(lexicon), new TagMatcher(Names.load(lexicon)));
  }

  /// Answers each line of `in`. Neither stream is closed.
  public static void run(Lexicon lexicon, InputStream in, OutputStream out)
      throws IOException, InterruptedException {
    LedgerBatch batch = new LedgerBatch(lexicon);
    BatchLines.run(in, out, batch::answer);
  }

  private ObjectNode answer(JsonNode question) {
    if (!question.path("passages").isArray()) {
      throw new IllegalArgumentException("the line must have a list \"passages\"");
    }
    List<JsonNode> ids = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (JsonNode passage : question.path("passages")) {
      ids.add(passage.path("id"));
      texts.add(BatchLines.text(passage, "text"));
    }
    ObjectNode answer = BatchLines.MAPPER.createObjectNode();
    ArrayNode entries = answer.putArray("entries");
    passages.entries(texts).forEach(entry -> add(entry, ids, entries.addObject()));
    return answer;
  }

  private static void add(LedgerEntry entry, List<JsonNode> ids, ObjectNode shape) {
    shape.put("entity", entry.entity().words());
    shape.put("property", entry.property().word());
    shape.put("of", entry.scope().stream().map(Claim.Part::words).collect(Collectors.joining(" ")));
    shape.put("verdict", entry.verdict() == Verdict.NONE ? null : entry.verdict().word());
    ArrayNode rows = shape.putArray("rows");
    for (Row row : entry.rows()) {
      ObjectNode one = rows.addObject();
      one.set("passage", ids.get((int) row.evidence().article().value()));
      addValue(row.evidence().claim().value(), one);
      one.put("surface", row.evidence().written());
    }
  }

  private static void addValue(Claim.Value value, ObjectNode row) {
    switch (value) {
      case Claim.Value.Figure(var quantity) -> {
        row.put("low", plain(quantity.low()));
        row.put("high", plain(quantity.high()));
        row.put("unit", quantity.unit().code());
      }
      case Claim.Value.Moment(var time) -> {
        row.put("low", day(time.first()));
        row.put("high", day(time.last()));
        row.put("unit", "date");
      }
    }
  }

  private static @Nullable String day(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
    if (value == null) {
      return null;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
