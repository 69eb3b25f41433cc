package dev.assay.api.research;

import static dev.assay.api.Routes.answer;

import dev.assay.access.Visitor;
import dev.assay.article.ArticleId;
import dev.assay.article.CanonicalAddress;
import dev.assay.article.ReaderId;
import dev.assay.desk.note.ArticleCollection;
import dev.assay.desk.note.Collections;
import dev.assay.ingest.Intake;
import dev.assay.ingest.Intake.HandedIn;
import dev.assay.ingest.Upkeep;
import dev.assay.topic.ArticleLine;
import dev.assay.topic.Topics;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Handing documents in, folders, and taking away. A folder is a collection of the reader's own.
///
/// What a sender says of a document beside its address (name, time, tags) is passed over: Assay
/// reads these from the document.
final class UploadRoutes {

  private static final int MOST = 100;

  private final Intake intake;
  private final Upkeep upkeep;
  private final Topics topics;
  private final Collections collections;
  private final Handed handed;

  UploadRoutes(ResearchRoutes.Rooms rooms, Handed handed) {
    this.intake = rooms.intake();
    this.upkeep = rooms.upkeep();
    this.topics = rooms.topics();
    this.collections = rooms.collections();
    this.handed = handed;
  }

  void register(JavalinConfig config) {
    config.routes.post("/v1/docs/upload", this::upload);
    config.routes.post("/v1/docs/upload/form", this::uploadFile);
    config.routes.post("/v1/docs/upload/async", this::start);
    config.routes.get("/v1/docs/{id}/upload/status", this::state);
    config.routes.delete("/v1/docs/delete", this::delete);
    config.routes.post("/v1/docs/folder/create", this::createFolder);
    config.routes.delete("/v1/docs/folder/delete", this::deleteFolder);
  }

  private static ReaderId reader(Context context) {
    return Visitor.of(context).reader();
  }

  /// Takes in and waits for it. A feed among the addresses is more than one document.
  private void upload(Context context) {
    Body body = Body.of(context);
    Optional<ArticleCollection> folder = folder(context, body.text("folder_id"));
    List<ResearchShapes.Uploaded> taken = new ArrayList<>();
    List<ResearchShapes.NotTaken> refused = new ArrayList<>();
    for (String address : addresses(body)) {
      Intake.State state = intake.run(List.of(new HandedIn.Address(address)));
      List<ResearchShapes.Uploaded> docs = taken(state, address);
      taken.addAll(docs);
      if (docs.isEmpty()) {
        refused.add(new ResearchShapes.NotTaken(address, Handed.reason(state)));
      }
    }
    if (taken.isEmpty()) {
      throw new Body.Unfit("docs", refused.getFirst().reason());
    }
    file(context, folder, taken);
    answer(context, new ResearchShapes.Uploads(taken, refused));
  }

  private static List<String> addresses(Body body) {
    List<String> addresses = new ArrayList<>();
    for (JsonNode doc : body.at("docs")) {
      String address = doc.path("url").asString("").strip();
      if (!address.startsWith("http://") && !address.startsWith("https://")) {
        throw new Body.Unfit("docs", "url must start with http:// or https://.");
      }
      addresses.add(address);
    }
    if (addresses.isEmpty() || addresses.size() > MOST) {
      throw new Body.Unfit("docs", "docs must be a list of 1 to %d documents.".formatted(MOST));
    }
    return addresses;
  }

  /// The folder of this id; none for an empty one.
  private Optional<ArticleCollection> folder(Context context, String id) {
    return id.isEmpty() ? Optional.empty() : Optional.of(known(context, id));
  }

  private ArticleCollection known(Context context, String id) {
    return collections
        .find(reader(context), id)
        .orElseThrow(() -> new NotFoundResponse("No folder is called %s.".formatted(id)));
  }

  private List<ResearchShapes.Uploaded> taken(Intake.State state, String address) {
    List<ArticleId> ids =
        state.lines().stream().flatMap(line -> line.outcome().article().stream()).toList();
    Map<ArticleId, ArticleLine> lines = topics.lines(ids);
    return ids.stream()
        .flatMap(id -> Stream.ofNullable(lines.get(id)))
        .map(
            line ->
                new ResearchShapes.Uploaded(
                    DocumentIds.of(line.id()),
                    line.title(),
                    line.address() == null ? address : line.address().toString()))
        .toList();
  }

  private void file(
      Context context, Optional<ArticleCollection> folder, List<ResearchShapes.Uploaded> docs) {
    folder.ifPresent(
        into ->
            collections.put(
                reader(context),
                into.name(),
                docs.stream().flatMap(doc -> DocumentIds.parse(doc.id()).stream()).toList()));
  }

  private void uploadFile(Context context) {
    UploadedFile file = context.uploadedFile("file");
    if (file == null) {
      throw new Body.Unfit("file", "Field required");
    }
    Optional<ArticleCollection> folder =
        folder(context, Optional.ofNullable(context.formParam("folder_id")).orElse(""));
    Intake.State state = intake.run(List.of(new HandedIn.Upload(file.filename(), bytes(file))));
    List<ResearchShapes.Uploaded> docs = taken(state, file.filename());
    if (docs.isEmpty()) {
      throw new Body.Unfit("file", Handed.reason(state));
    }
    file(context, folder, docs);
    answer(context, docs.getFirst());
  }

  private static byte[] bytes(UploadedFile file) {
    try (InputStream in = file.content()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Takes in later; the ids are promised.
  private void start(Context context) {
    Body body = Body.of(context);
    if (!body.text("folder_id").isEmpty()) {
      throw new Body.Unfit(
          "folder_id", "What is taken in later cannot be filed yet; use /v1/docs/upload.");
    }
    List<String> given = addresses(body);
    List<ArticleId> ids = handed.start(given.stream().map(UploadRoutes::address).toList());
    List<ResearchShapes.Uploaded> docs = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      docs.add(new ResearchShapes.Uploaded(DocumentIds.of(ids.get(i)), given.get(i), given.get(i)));
    }
    answer(context, new ResearchShapes.Uploads(docs, List.of()));
  }

  private static URI address(String written) {
    return CanonicalAddress.of(written)
        .orElseThrow(() -> new Body.Unfit("docs", "The address cannot be read: " + written));
  }

  private void state(Context context) {
    String name = context.pathParam("id");
    ArticleId id =
        DocumentIds.parse(name)
            .orElseThrow(() -> new NotFoundResponse("No document is called %s.".formatted(name)));
    switch (handed.state(id).orElseGet(() -> stored(id))) {
      case Handed.State.UnderWay _ ->
          answer(context, new ResearchShapes.UploadState(name, "processing"));
      case Handed.State.Taken _ ->
          answer(context, new ResearchShapes.UploadState(name, "completed"));
      case Handed.State.Refused(String reason) -> throw new Body.Unfit("id", reason);
    }
  }

  private Handed.State stored(ArticleId id) {
    if (topics.lines(List.of(id)).isEmpty()) {
      throw new NotFoundResponse("No document is called %s.".formatted(DocumentIds.of(id)));
    }
    return new Handed.State.Taken(id);
  }

  private void delete(Context context) {
    List<String> names = Body.of(context).texts("doc_ids");
    if (names.isEmpty()) {
      throw new Body.Unfit("doc_ids", "Field required");
    }
    answer(
        context,
        new ResearchShapes.DocIds(
            names.stream()
                .filter(
                    name ->
                        DocumentIds.parse(name)
                            .map(handed::became)
                            .filter(upkeep::delete)
                            .isPresent())
                .toList()));
  }

  private void createFolder(Context context) {
    ArticleCollection folder =
        collections
            .put(reader(context), Body.of(context).required("name"), List.of())
            .orElseThrow(
                () ->
                    new Body.Unfit(
                        "name",
                        "name must have 1 to %d characters."
                            .formatted(ArticleCollection.LONGEST_NAME)));
    answer(context, new ResearchShapes.Folder(folder.id(), folder.name()));
  }

  /// Takes the folder away; its documents stay on the desk.
  private void deleteFolder(Context context) {
    ArticleCollection folder = known(context, Body.of(context).required("folder_id"));
    List<String> docs =
        collections.articles(folder, reader(context)).stream().map(DocumentIds::of).toList();
    collections.remove(reader(context), folder.id());
    answer(context, new ResearchShapes.FolderRemoved(docs, folder.id()));
  }
}
