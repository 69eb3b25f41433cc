package dev.assay.web.alert;

import dev.assay.access.Role;
import dev.assay.access.TokenScope;
import dev.assay.access.Visitor;
import dev.assay.article.ReaderId;
import dev.assay.watch.Channel;
import dev.assay.watch.Channels;
import dev.assay.watch.Kept;
import dev.assay.watch.Mistake;
import dev.assay.watch.Preview;
import dev.assay.watch.Rule;
import dev.assay.watch.RuleDraft;
import dev.assay.watch.Watch;
import dev.assay.web.Frame;
import dev.assay.web.Links;
import dev.assay.web.Messages;
import dev.assay.web.PageWriter;
import dev.assay.web.Reader;
import dev.assay.web.TimeWords;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The pages of alerts, each reader's own. Safe for use by many threads.
public final class AlertPages {

  private static final int DELIVERIES = 100;
  private static final int FOUND = 100;

  private final Watch watch;
  private final InstantSource clock;
  private final PageWriter writer = new PageWriter();

  public AlertPages(Watch watch, InstantSource clock) {
    this.watch = watch;
    this.clock = clock;
  }

  public void register(JavalinConfig config) {
    config.routes.get("/alerts", this::all);
    config.routes.post("/alerts", this::add);
    config.routes.post("/alerts/channels", this::addChannel);
    config.routes.post("/alerts/channels/{id}/test", this::test);
    config.routes.post("/alerts/channels/{id}/resume", this::resumeChannel);
    config.routes.post("/alerts/channels/{id}/renew", this::renew);
    config.routes.post("/alerts/channels/{id}/remove", this::removeChannel);
    config.routes.post("/alerts/deliveries/{id}/again", this::again);
    config.routes.get("/alerts/{id}", this::one);
    config.routes.get("/alerts/{id}/atom", this::feed);
    config.routes.get("/alerts/{id}/feed.json", this::feed);
    config.routes.post("/alerts/{id}", this::change);
    config.routes.post("/alerts/{id}/pause", context -> turn(context, false));
    config.routes.post("/alerts/{id}/resume", context -> turn(context, true));
    config.routes.post("/alerts/{id}/mute", this::mute);
    config.routes.post("/alerts/{id}/unmute", this::unmute);
    config.routes.post("/alerts/{id}/remove", this::remove);
    config.routes.get("/u/{token}", this::ending);
    config.routes.post("/u/{token}", this::end);
  }

  private static ReaderId reader(Context context) {
    return Visitor.of(context).reader();
  }

  /// Fields of the address begin a rule: `topic`, `query`, `source` or `entry`.
  private void all(Context context) {
    Messages say = Reader.words(context);
    RuleDraft draft =
        List.of("topic", "query", "source", "entry").stream()
            .filter(scope -> context.queryParam(scope) != null)
            .findFirst()
            .map(
                scope ->
                    RuleDraft.of(
                        scope,
                        String.valueOf(context.queryParam(scope)),
                        zone(say),
                        say.language().tag()))
            .orElseGet(() -> RuleDraft.of("topic", "", zone(say), say.language().tag()));
    show(context, form(context, "/alerts", draft, "", null));
  }

  private static String zone(Messages say) {
    return say.dayZone();
  }

  private AlertForm form(
      Context context, String action, RuleDraft draft, String mistake, @Nullable Preview preview) {
    return new AlertForm(action, draft, watch.channels().of(reader(context)), mistake, preview);
  }

  private void show(Context context, AlertForm form) {
    show(context, form, Map.of());
  }

  /// @param more `made`, a channel that was made just now, whose secret is shown this once; or why
  ///   a place cannot be kept, with what was written of it
  private void show(Context context, AlertForm form, Map<String, Object> more) {
    Frame frame = writer.frame(context, Frame.Part.ELSEWHERE);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("frame", frame);
    parameters.put("rules", watch.rules().of(reader(context)));
    parameters.put("form", form);
    parameters.put("deliveries", watch.outbox().of(reader(context), DELIVERIES));
    parameters.put("time", new TimeWords(frame.say(), clock.instant()));
    parameters.put("mail", watch.channels().hasMail() && mayMail(context));
    parameters.putAll(more);
    writer.write(context, "alerts", parameters);
  }

  private static boolean mayMail(Context context) {
    return Visitor.of(context).may(TokenScope.SESSION, Role.EDITOR);
  }

  private void add(Context context) {
    Messages say = Reader.words(context);
    RuleDraft draft = AlertForm.draft(context, say, zone(say));
    if (AlertForm.text(context, "act").equals("preview")) {
      preview(context, "/alerts", draft);
      return;
    }
    switch (watch.rules().add(reader(context), draft)) {
      case Kept.Done<Rule>(Rule rule) ->
          context.redirect(Links.alert(rule.id()), HttpStatus.SEE_OTHER);
      case Kept.Refused<Rule> refused ->
          refuse(
              context,
              "/alerts",
              draft,
              say.text("alerts.refused." + refused.mistake().word(), refused.given()));
    }
  }

  private void preview(Context context, String action, RuleDraft draft) {
    Messages say = Reader.words(context);
    switch (watch.rules().preview(reader(context), draft)) {
      case Kept.Done<Preview>(Preview preview) ->
          show(context, form(context, action, draft, "", preview));
      case Kept.Refused<Preview> refused ->
          refuse(
              context,
              action,
              draft,
              say.text("alerts.refused." + refused.mistake().word(), refused.given()));
    }
  }

  private void refuse(Context context, String action, RuleDraft draft, String why) {
    context.status(HttpStatus.BAD_REQUEST);
    show(context, form(context, action, draft, why, null));
  }

  private Rule rule(Context context) {
    return watch
        .rules()
        .find(reader(context), context.pathParam("id"))
        .orElseThrow(NotFoundResponse::new);
  }

  private void one(Context context) {
    Frame frame = writer.frame(context, Frame.Part.ELSEWHERE);
    Rule rule = rule(context);
    writer.write(
        context,
        "alert",
        Map.of(
            "frame",
            frame,
            "rule",
            rule,
            "form",
            form(context, Links.alert(rule.id()), RuleDraft.of(rule), "", null),
            "found",
            watch.rules().found(rule, FOUND),
            "count",
            watch.rules().count(rule),
            "time",
            new TimeWords(frame.say(), clock.instant())));
  }

  private void change(Context context) {
    Messages say = Reader.words(context);
    String id = context.pathParam("id");
    RuleDraft draft = AlertForm.draft(context, say, zone(say));
    if (AlertForm.text(context, "act").equals("preview")) {
      preview(context, Links.alert(rule(context).id()), draft);
      return;
    }
    switch (watch.rules().change(reader(context), id, draft).orElseThrow(NotFoundResponse::new)) {
      case Kept.Done<Rule>(Rule rule) ->
          context.redirect(Links.alert(rule.id()), HttpStatus.SEE_OTHER);
      case Kept.Refused<Rule> refused ->
          refuse(
              context,
              Links.alert(id),
              draft,
              say.text("alerts.refused." + refused.mistake().word(), refused.given()));
    }
  }

  private void turn(Context context, boolean on) {
    String id = context.pathParam("id");
    if (!watch.rules().turn(reader(context), id, on)) {
      throw new NotFoundResponse();
    }
    context.redirect(Links.alert(id), HttpStatus.SEE_OTHER);
  }

  private void mute(Context context) {
    Messages say = Reader.words(context);
    String id = context.pathParam("id");
    Kept<Rule> kept =
        watch
            .rules()
            .mute(reader(context), id, AlertForm.text(context, "for"))
            .orElseThrow(NotFoundResponse::new);
    if (kept instanceof Kept.Refused<Rule>(Mistake mistake, String given)) {
      throw new BadRequestResponse(say.text("alerts.refused." + mistake.word(), given));
    }
    context.redirect(Links.alert(id), HttpStatus.SEE_OTHER);
  }

  private void unmute(Context context) {
    String id = context.pathParam("id");
    if (watch.rules().unmute(reader(context), id).isEmpty()) {
      throw new NotFoundResponse();
    }
    context.redirect(Links.alert(id), HttpStatus.SEE_OTHER);
  }

  private void remove(Context context) {
    if (!watch.rules().remove(reader(context), context.pathParam("id"))) {
      throw new NotFoundResponse();
    }
    context.redirect(Links.alerts(), HttpStatus.SEE_OTHER);
  }

  /// What a rule found, for feed readers.
  private void feed(Context context) {
    Rule rule = rule(context);
    new AlertFeed(rule, watch.rules().found(rule, FOUND)).in(Reader.words(context)).answer(context);
  }

  private void addChannel(Context context) {
    Messages say = Reader.words(context);
    Kept<Channel> kept =
        watch
            .channels()
            .add(
                reader(context),
                new Channels.Draft(
                    AlertForm.text(context, "kind"),
                    AlertForm.text(context, "address"),
                    AlertForm.text(context, "secret"),
                    mayMail(context)));
    switch (kept) {
      case Kept.Done<Channel>(Channel channel) -> shown(context, say, channel);
      case Kept.Refused<Channel> refused ->
          noPlace(
              context,
              say,
              say.text("alerts.refused." + refused.mistake().word(), refused.given()));
    }
  }

  /// The page with why a place cannot be kept, and what was written of it.
  private void noPlace(Context context, Messages say, String why) {
    context.status(HttpStatus.BAD_REQUEST);
    RuleDraft draft = RuleDraft.of("topic", "", zone(say), say.language().tag());
    show(
        context,
        form(context, "/alerts", draft, "", null),
        Map.of(
            "noPlace", why,
            "kind", AlertForm.text(context, "kind"),
            "address", AlertForm.text(context, "address")));
  }

  /// The page with the secret of a webhook, which its receiver needs.
  private void shown(Context context, Messages say, Channel channel) {
    RuleDraft draft = RuleDraft.of("topic", "", zone(say), say.language().tag());
    show(context, form(context, "/alerts", draft, "", null), Map.of("made", channel));
  }

  private String channel(Context context) {
    String id = context.pathParam("id");
    if (watch.channels().find(reader(context), id).isEmpty()) {
      throw new NotFoundResponse();
    }
    return id;
  }

  private void test(Context context) {
    watch.channels().test(reader(context), channel(context), Reader.words(context).language());
    context.redirect(Links.alerts() + "#sent", HttpStatus.SEE_OTHER);
  }

  private void resumeChannel(Context context) {
    watch.channels().resume(reader(context), channel(context));
    context.redirect(Links.alerts() + "#channels", HttpStatus.SEE_OTHER);
  }

  private void renew(Context context) {
    Channel renewed =
        watch
            .channels()
            .renew(reader(context), channel(context))
            .orElseThrow(NotFoundResponse::new);
    shown(context, Reader.words(context), renewed);
  }

  private void removeChannel(Context context) {
    watch.channels().remove(reader(context), channel(context));
    context.redirect(Links.alerts() + "#channels", HttpStatus.SEE_OTHER);
  }

  private void again(Context context) {
    if (!watch.outbox().again(reader(context), context.pathParam("id"))) {
      throw new NotFoundResponse();
    }
    context.redirect(Links.alerts() + "#sent", HttpStatus.SEE_OTHER);
  }

  /// Programs that look at links of letters end nothing: only a POST does.
  private void ending(Context context) {
    Optional<List<String>> ends = watch.rules().ending(context.pathParam("token"));
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("frame", writer.frame(context, Frame.Part.ELSEWHERE));
    ends.ifPresent(words -> parameters.put("ends", words));
    writer.write(context, "unsubscribe", parameters);
  }

  /// Without signing in and without a page in between (RFC 8058); again does no harm.
  private void end(Context context) {
    watch.rules().end(context.pathParam("token"));
    ending(context);
  }
}
