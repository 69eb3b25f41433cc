package dev.assay.web.time;

import dev.assay.topic.chain.Cut;
import dev.assay.topic.chain.SupplyChain;
import dev.assay.topic.chain.SupplyChains;
import dev.assay.topic.time.Past;
import dev.assay.web.AsOf;
import dev.assay.web.Frame;
import dev.assay.web.PageWriter;
import dev.assay.web.Reader;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The page of a supply chain, and of what a cut would come to. Safe for use by many threads.
public final class ChainPages {

  private static final int MOST_LETTERS = 200;
  private static final int ALL = 100;

  private final Past past;
  private final InstantSource clock;
  private final PageWriter writer = new PageWriter();

  public ChainPages(Past past, InstantSource clock) {
    this.past = past;
    this.clock = clock;
  }

  public void register(JavalinConfig config) {
    config.routes.get("/chain", this::chain);
  }

  private void chain(Context context) {
    Frame frame = writer.frameInTime(context, Reader.words(context), Frame.Part.ELSEWHERE);
    SupplyChains chains = SupplyChains.of(past.at(AsOf.moment(context)), clock);
    String topic = text(context, "topic");
    SupplyChain chain = chains.of(topic, frame.say().language()).orElseThrow(NotFoundResponse::new);
    String country = text(context, "country");
    String stage = text(context, "stage");
    int percent = percent(text(context, "cut"));
    Optional<Cut> cut = Cut.of(chain, country, stage, percent);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("frame", frame);
    parameters.put("topic", topic);
    parameters.put("chain", chain);
    parameters.put("words", chains.words(frame.say().language()));
    parameters.put("country", country);
    parameters.put("stage", stage);
    parameters.put("percent", percent);
    parameters.put("cut", cut.orElse(null));
    writer.write(context, "chain", parameters);
  }

  /// What a form sends that no figure can be is taken for the whole.
  private static int percent(String value) {
    int percent = value.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(value) : ALL;
    return Math.min(percent, ALL);
  }

  private static String text(Context context, String name) {
    String value = context.queryParam(name);
    return value == null ? "" : value.substring(0, Math.min(MOST_LETTERS, value.length())).strip();
  }
}
