package dev.assay.api.research;

import static dev.assay.api.Routes.answer;

import dev.assay.ask.Ask;
import dev.assay.desk.note.Collections;
import dev.assay.follow.Sources;
import dev.assay.ingest.Intake;
import dev.assay.ingest.Upkeep;
import dev.assay.search.Search;
import dev.assay.topic.Topics;
import dev.assay.topic.time.Rises;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// The routes of the API that clients of commercial research desks know. Safe for use by many
/// threads.
public final class ResearchRoutes {

  /// What those desks have beside documents.
  private static final List<String> MARKET =
      List.of("/v1/stock/", "/v1/quant/", "/v1/agent/", "/v1/tools/user/", "/v2/search/earnings");

  private final Rooms rooms;
  private final InstantSource clock;

  /// The rooms whose doors these are.
  public record Rooms(
      Topics topics,
      Search search,
      Sources sources,
      Collections collections,
      Intake intake,
      Upkeep upkeep,
      Ask ask,
      Rises rises) {}

  public ResearchRoutes(Rooms rooms, InstantSource clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  public void register(JavalinConfig config) {
    Documents documents = new Documents(rooms.topics());
    Lists lists = new Lists(rooms.search(), documents);
    Handed handed = new Handed(rooms.intake());
    new UploadRoutes(rooms, handed).register(config);
    new DocumentRoutes(rooms.topics(), documents, handed).register(config);
    Wanted wanted = new Wanted(rooms, clock);
    new SearchRoutes(rooms.search(), documents, wanted, lists, clock).register(config);
    new ChatRoutes(rooms.ask(), wanted).register(config);
    new TimelineRoutes(rooms.topics(), rooms.search(), documents, clock).register(config);
    new GroupRoutes(rooms.topics(), documents, lists).register(config);
    new ChannelRoutes(rooms, lists).register(config);
    new ConceptRoutes(rooms.rises(), documents, clock).register(config);
    config.routes.exception(Body.Unfit.class, (e, context) -> unfit(context, e));
  }

  /// Whether a request is this API's to answer, errors too.
  public static boolean owns(Context context) {
    return context.path().startsWith("/v1/") || context.path().startsWith("/v2/");
  }

  /// Answers any error in the one shape of this API.
  public static void fail(Context context, HttpStatus status, String message) {
    String told =
        status == HttpStatus.NOT_FOUND && MARKET.stream().anyMatch(context.path()::startsWith)
            ? "Assay has no market data."
            : message;
    answer(
        context.status(status),
        new ResearchShapes.Failure(status.getCode(), status.getCode(), told, told));
  }

  /// A field that is wrong, as these clients are told of it.
  private static void unfit(Context context, Body.Unfit unfit) {
    HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
    String message = String.valueOf(unfit.getMessage());
    List<String> place = Stream.of("body", unfit.field()).distinct().toList();
    answer(
        context.status(status),
        new ResearchShapes.Failure(
            status.getCode(),
            status.getCode(),
            message,
            List.of(new ResearchShapes.Problem(place, message, "value_error"))));
  }
}
