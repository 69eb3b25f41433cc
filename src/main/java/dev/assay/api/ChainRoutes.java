package dev.assay.api;

import static dev.assay.api.Routes.PREFIX;

import dev.assay.article.Language;
import dev.assay.topic.chain.Cut;
import dev.assay.topic.chain.SupplyChain;
import dev.assay.topic.chain.SupplyChains;
import dev.assay.topic.time.Past;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// The API's route to supply chains. Safe for use by many threads.
public final class ChainRoutes {

  private static final int ALL = 100;

  private final Past past;
  private final InstantSource clock;

  public ChainRoutes(Past past, InstantSource clock) {
    this.past = past;
    this.clock = clock;
  }

  public void register(JavalinConfig config) {
    config.routes.get(PREFIX + "/chain", this::chain);
  }

  private void chain(Context context) {
    new Parameters(context, "topic", "country", "stage", "cut", "reader", Parameters.AS_OF);
    SupplyChains chains = SupplyChains.of(past.at(Parameters.asOf(context)), clock);
    Language reader = Routes.reader(context);
    String topic = context.queryParam("topic");
    SupplyChain chain =
        chains
            .of(topic == null ? "" : topic.strip(), reader)
            .orElseThrow(
                () -> new NotFoundResponse("No supply chain is known of %s.".formatted(topic)));
    Routes.answer(context, ChainShapes.Chain.of(chain, cut(context, chain), chains.words(reader)));
  }

  private static @Nullable Cut cut(Context context, SupplyChain chain) {
    String country = context.queryParam("country");
    String stage = context.queryParam("stage");
    if (country == null && stage == null) {
      return null;
    }
    if (country == null || stage == null) {
      throw new BadRequestResponse("A cut is of a country and a stage: country=CN&stage=ID.");
    }
    return Cut.of(chain, country, stage, percent(context.queryParam("cut")))
        .orElseThrow(
            () ->
                new NotFoundResponse(
                    "No figure says what %s makes at the stage %s.".formatted(country, stage)));
  }

  private static int percent(@Nullable String value) {
    if (value == null) {
      return ALL;
    }
    int percent = value.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(value) : 0;
    if (percent < 1 || percent > ALL) {
      throw new BadRequestResponse("cut must be 1 to 100 percent, got %s.".formatted(value));
    }
    return percent;
  }
}
