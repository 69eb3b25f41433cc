package dev.assay.api;

import dev.assay.ingest.Intake;
import dev.assay.ingest.Intake.HandedIn;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API's route for handing in documents. Safe for use by many threads.
public final class IntakeRoutes {

  private static final String PREFIX = Routes.PREFIX;
  private static final int MOST = 1_000;
  private static final String HOW =
      "Send {\"addresses\": [...]} as application/json, or files as multipart/form-data under the name \"files\".";

  private final Intake intake;

  public IntakeRoutes(Intake intake) {
    this.intake = intake;
  }

  public void register(JavalinConfig config) {
    config.routes.post(PREFIX + "/documents", this::takeIn);
  }

  private void takeIn(Context context) {
    List<HandedIn> handedIn = context.isMultipartFormData() ? files(context) : addresses(context);
    if (handedIn.isEmpty() || handedIn.size() > MOST) {
      throw new BadRequestResponse(
          handedIn.isEmpty() ? HOW : "At most %,d at once.".formatted(MOST));
    }
    Routes.answer(context, IntakeShapes.Documents.of(intake.run(handedIn)));
  }

  private static List<HandedIn> files(Context context) {
    List<HandedIn> handedIn = new ArrayList<>();
    for (UploadedFile file : context.uploadedFiles("files")) {
      try (InputStream in = file.content()) {
        handedIn.add(new HandedIn.Upload(file.filename(), in.readAllBytes()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return handedIn;
  }

  private static List<HandedIn> addresses(Context context) {
    String type = Optional.ofNullable(context.contentType()).orElse("");
    if (!type.startsWith("application/json")) {
      throw new BadRequestResponse(HOW);
    }
    try {
      JsonNode body = JsonMapper.shared().readTree(context.bodyAsBytes());
      List<HandedIn> handedIn = new ArrayList<>();
      body.path("addresses").forEach(one -> handedIn.add(new HandedIn.Address(one.asString(""))));
      return handedIn;
    } catch (JacksonException e) {
      throw new BadRequestResponse(HOW);
    }
  }
}
