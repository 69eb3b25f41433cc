package dev.assay.web.upkeep;

import dev.assay.article.ArticleId;
import dev.assay.ingest.Intake;
import dev.assay.ingest.Intake.HandedIn;
import dev.assay.topic.Topics;
import dev.assay.web.Frame;
import dev.assay.web.Links;
import dev.assay.web.PageWriter;
import dev.assay.web.Reader;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where a person hands in files and addresses, and sees what became of them. Works with scripts
/// off: the page of a run that goes on asks for itself again. Safe for use by many threads.
public final class ImportPages {

  private static final int MOST_ADDRESSES = 1_000;

  /// Of a run, so that a folder of files is a list and one file is its card.
  private static final int MOST_CARDS = 5;

  private final Intake intake;
  private final Topics topics;
  private final PageWriter writer = new PageWriter();

  public ImportPages(Intake intake, Topics topics) {
    this.intake = intake;
    this.topics = topics;
  }

  public void register(JavalinConfig config) {
    config.routes.get("/import", this::form);
    config.routes.post("/import", this::takeIn);
    config.routes.get("/import/{id}", this::run);
  }

  private void form(Context context) {
    Frame frame = writer.frame(context, Frame.Part.ELSEWHERE);
    writer.write(context, "import", Map.of("frame", frame));
  }

  private void takeIn(Context context) {
    List<HandedIn> handedIn = new ArrayList<>();
    if (context.isMultipartFormData()) {
      for (UploadedFile file : context.uploadedFiles("files")) {
        if (file.size() > 0 || !file.filename().isEmpty()) {
          handedIn.add(new HandedIn.Upload(file.filename(), bytes(file)));
        }
      }
    }
    Optional.ofNullable(context.formParam("addresses"))
        .orElse("")
        .strip()
        .lines()
        .filter(line -> !line.isBlank())
        .limit(MOST_ADDRESSES)
        .forEach(line -> handedIn.add(new HandedIn.Address(line.strip())));
    if (handedIn.isEmpty()) {
      throw new BadRequestResponse(Reader.words(context).text("intake.nothing"));
    }
    context.redirect(Links.intake(intake.start(handedIn)), HttpStatus.SEE_OTHER);
  }

  static byte[] bytes(UploadedFile file) {
    try (InputStream in = file.content()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(Context context) {
    Intake.State state =
        number(context.pathParam("id")).flatMap(intake::state).orElseThrow(NotFoundResponse::new);
    Frame frame = writer.frame(context, Frame.Part.ELSEWHERE);
    List<ArticleId> came =
        state.lines().stream()
            .flatMap(line -> line.outcome().article().stream())
            .distinct()
            .limit(MOST_CARDS)
            .toList();
    writer.write(
        context,
        "imported",
        Map.of(
            "frame", frame, "state", state, "cards", topics.cards(came, frame.say().language())));
  }

  private static Optional<Integer> number(String text) {
    try {
      return Optional.of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
