package dev.assay.ingest;

import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.ingest.input.Given;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes texts of our own through the stages before a document under suspicion, so that classes and
/// dictionaries are there when it comes: it is then in the stages for its own time, which is short,
/// and who kills the process for other reasons hardly ever finds it there. Nothing is stored.
final class WarmUp {

  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

  private static final List<String> LINES =
      List.of(
          """
          {"id":"warm-up-en","title":"Harbour town opens second smelter","published":"2025-11-02",\
          "text":"The port of Carrow opened its second smelter on 2 November 2025, its mayor said.\
          \\nThe plant can refine 540,000 tonnes a year, 12 percent more than the first one, and cost\
           40 million dollars.\\n\\"We will hire 300 people by the spring,\\" the mayor said on Monday."}""",
          """
          {"id":"warm-up-zh","title":"港城第二座冶炼厂投产","published":"2025-11-02",\
          "text":"2025年11月2日，北岸市宣布第二座冶炼厂投产。\\n该厂年产能54万吨，比第一座高出近三成，\
          耗资18亿元，预计7年收回投资。\\n市长周一表示：“明年春天前将招聘300人。”"}""");

  private final AtomicBoolean done = new AtomicBoolean();

  /// The first time only.
  void once(Function<Given, Prepared> stages) {
    if (done.compareAndSet(false, true)) {
      for (String line : LINES) {
        try {
          Prepared read = stages.apply(given(line));
          LOG.debug("the stages have read {}", read.given().identity().shown());
        } catch (RuntimeException e) {
          LOG.warn("the stages could not be warmed", e); // the documents have guards of their own
        }
      }
    }
  }

  private static Given given(String line) {
    return new Given.Document(
        new RawDocument(
            new Identity.OfExternal("", line.substring(7, 17)),
            null,
            RawDocument.BATCH_LINE,
            line.getBytes(StandardCharsets.UTF_8),
            Map.of(),
            Instant.EPOCH));
  }
}
