package dev.assay.web.upkeep;

import dev.assay.access.Role;
import dev.assay.access.TokenScope;
import dev.assay.access.Visitor;
import dev.assay.article.ExpectedFailure;
import dev.assay.brief.work.ModelDesk;
import dev.assay.brief.work.ModelTrials;
import dev.assay.search.Search;
import dev.assay.web.Frame;
import dev.assay.web.Links;
import dev.assay.web.Messages;
import dev.assay.web.PageWriter;
import dev.assay.web.Reader;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The page that says what the language model does, what it costs and how often it is wrong, and
/// where one of this machine is found, tried and chosen. No page waits for a model: a trial runs in
/// the background. Safe for use by many threads.
public final class ModelPages {

  private final ModelDesk models;
  private final ModelTrials trials;
  private final Search search;
  private final PageWriter writer = new PageWriter();

  public ModelPages(ModelDesk models, ModelTrials trials, Search search) {
    this.models = models;
    this.trials = trials;
    this.search = search;
  }

  public void register(JavalinConfig config) {
    config.routes.get("/models", this::models);
    config.routes.post("/models/find", this::find);
    config.routes.post("/models/try", context -> withPick(context, pick -> start(context, pick)));
    config.routes.post("/models/use", context -> withPick(context, this::use));
  }

  private void models(Context context) {
    Messages say = Reader.words(context);
    Frame frame = writer.frame(context, say, Frame.Part.ELSEWHERE);
    Map<String, Object> page = new HashMap<>();
    page.put("frame", frame);
    page.put("state", models.state());
    page.put("open", models.open());
    page.put("shares", models.shares());
    page.put("found", trials.found());
    page.put("credit", search.dictionaryCredit().orElse(null));
    page.put("trial", trials.last().orElse(null));
    page.put("mayChoose", Visitor.of(context).may(TokenScope.SESSION, Role.ADMIN));
    writer.write(context, "models", page);
  }

  private void find(Context context) {
    trials.find();
    back(context);
  }

  private void withPick(Context context, Consumer<ModelTrials.Pick> act) {
    String name = Optional.ofNullable(context.formParam("model")).orElse("");
    Messages say = Reader.words(context);
    ModelTrials.Pick pick =
        trials
            .pick(name)
            .orElseThrow(() -> new BadRequestResponse(say.text("models.unknown", name)));
    try {
      act.accept(pick);
    } catch (ExpectedFailure e) {
      throw new BadRequestResponse(say.text("models.problem") + " " + e.getMessage());
    }
    back(context);
  }

  private void start(Context context, ModelTrials.Pick pick) {
    trials.start(pick, Reader.words(context).language());
  }

  private void use(ModelTrials.Pick pick) {
    trials
        .choose(pick)
        .ifPresent(
            reason -> {
              throw new ExpectedFailure(reason);
            });
  }

  private static void back(Context context) {
    context.redirect(Links.models() + "#here", HttpStatus.SEE_OTHER);
  }
}
