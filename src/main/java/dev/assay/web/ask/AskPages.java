package dev.assay.web.ask;

import dev.assay.access.Visitor;
import dev.assay.article.ReaderId;
import dev.assay.ask.Answer;
import dev.assay.ask.AnswerChange;
import dev.assay.ask.AnswerId;
import dev.assay.ask.Ask;
import dev.assay.ask.AskEvent;
import dev.assay.web.Frame;
import dev.assay.web.Links;
import dev.assay.web.Messages;
import dev.assay.web.PageWriter;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pages of questions. A question in an address is answered and not kept; one that is sent is
/// kept, and has an address that lasts. Safe for use by many threads.
public final class AskPages {

  /// Earlier questions beside the box.
  private static final int EARLIER = 12;

  private final Ask ask;
  private final PageWriter writer = new PageWriter();

  public AskPages(Ask ask) {
    this.ask = ask;
  }

  public void register(JavalinConfig config) {
    config.routes.get("/ask", this::asked);
    config.routes.post("/ask", this::keep);
    config.routes.get("/ask/{id}", this::kept);
    config.routes.post("/ask/{id}/again", this::again);
    config.routes.post("/ask/{id}/remove", this::remove);
  }

  private static ReaderId reader(Context context) {
    return Visitor.of(context).reader();
  }

  private void asked(Context context) {
    Frame frame = writer.frame(context, Frame.Part.ASK);
    AskForm form = AskForm.of(context::queryParam);
    boolean asks = context.queryParam("q") != null;
    AskView view =
        asks
            ? AskView.of(
                answer(form, frame, Ask.WrittenBy.SOURCES),
                false,
                null,
                ask.wording(frame.say().language()))
            : null;
    write(context, frame, form, view);
  }

  private void keep(Context context) {
    Frame frame = writer.frame(context, Frame.Part.ASK);
    AskForm form = AskForm.of(context::formParam);
    Answer answer = answer(form, frame, form.writer());
    ask.keep(reader(context), answer);
    context.redirect(Links.answer(answer.id().value()), HttpStatus.SEE_OTHER);
  }

  /// A link asks no model: whoever has it followed by others would spend the desk's budget.
  private Answer answer(AskForm form, Frame frame, Ask.WrittenBy writer) {
    Messages say = frame.say();
    return ask.answer(
        form.question(), form.scope(say), say.language(), writer, AskEvent.Listener.NONE);
  }

  private Answer find(Context context) {
    return AnswerId.parse(context.pathParam("id"))
        .flatMap(id -> ask.kept(reader(context), id))
        .orElseThrow(NotFoundResponse::new);
  }

  private void kept(Context context) {
    Frame frame = writer.frame(context, Frame.Part.ASK);
    Answer answer = find(context);
    AnswerId before = answer.again();
    AnswerChange change =
        before == null
            ? null
            : ask.kept(reader(context), before)
                .map(earlier -> AnswerChange.of(earlier, answer))
                .orElse(null);
    write(
        context,
        frame,
        AskForm.of(answer),
        AskView.of(answer, true, change, ask.wording(frame.say().language())));
  }

  private void again(Context context) {
    Answer now = ask.again(reader(context), find(context).id()).orElseThrow(NotFoundResponse::new);
    context.redirect(Links.answer(now.id().value()), HttpStatus.SEE_OTHER);
  }

  private void remove(Context context) {
    ask.forget(reader(context), find(context).id());
    context.redirect(Links.ask(), HttpStatus.SEE_OTHER);
  }

  private void write(Context context, Frame frame, AskForm form, @Nullable AskView view) {
    List<Answer> earlier = ask.kept(reader(context), EARLIER);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("frame", frame);
    parameters.put("form", form);
    parameters.put("earlier", earlier);
    parameters.put("model", ask.hasModel());
    parameters.put("say", ask.wording(frame.say().language()));
    if (view != null) {
      parameters.put("view", view);
    }
    writer.write(context, "ask", parameters);
  }
}
