package dev.assay.api.desk;

import dev.assay.access.Role;
import dev.assay.access.TokenScope;
import dev.assay.access.Visitor;
import dev.assay.api.JsonBody;
import dev.assay.api.ListPage;
import dev.assay.api.Parameters;
import dev.assay.api.Routes;
import dev.assay.article.ReaderId;
import dev.assay.watch.Alert;
import dev.assay.watch.Channel;
import dev.assay.watch.Channels;
import dev.assay.watch.Delivery;
import dev.assay.watch.Kept;
import dev.assay.watch.Mistake;
import dev.assay.watch.Mute;
import dev.assay.watch.Preview;
import dev.assay.watch.Rule;
import dev.assay.watch.RuleDraft;
import dev.assay.watch.Watch;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The API's routes for alerts, each reader's own. Safe for use by many threads.
public final class AlertRoutes {

  private static final String ALERTS = Routes.PREFIX + "/alerts";
  private static final int SHOWN = 100;

  private final Watch watch;

  public AlertRoutes(Watch watch) {
    this.watch = watch;
  }

  public void register(JavalinConfig config) {
    config.routes.get(ALERTS, this::list);
    config.routes.post(ALERTS, this::add);
    config.routes.post(ALERTS + "/preview", this::preview);
    config.routes.get(ALERTS + "/channels", this::channels);
    config.routes.post(ALERTS + "/channels", this::addChannel);
    config.routes.post(ALERTS + "/channels/{id}/test", this::test);
    config.routes.post(ALERTS + "/channels/{id}/resume", this::resumeChannel);
    config.routes.post(ALERTS + "/channels/{id}/renew", this::renewChannel);
    config.routes.post(ALERTS + "/channels/{id}/remove", this::removeChannel);
    config.routes.get(ALERTS + "/deliveries", this::deliveries);
    config.routes.post(ALERTS + "/deliveries/{id}/again", this::again);
    config.routes.get(ALERTS + "/{id}", this::one);
    config.routes.post(ALERTS + "/{id}", this::change);
    config.routes.post(ALERTS + "/{id}/pause", context -> turn(context, false));
    config.routes.post(ALERTS + "/{id}/resume", context -> turn(context, true));
    config.routes.post(ALERTS + "/{id}/mute", this::mute);
    config.routes.post(ALERTS + "/{id}/unmute", this::unmute);
    config.routes.post(ALERTS + "/{id}/remove", this::remove);
  }

  private static ReaderId reader(Context context) {
    return Visitor.of(context).reader();
  }

  private void list(Context context) {
    Parameters asked = new Parameters(context, "limit", "page");
    Routes.answer(
        context,
        AlertShapes.AlertRules.of(
            ListPage.within(watch.rules().of(reader(context)), Rule::id, asked)));
  }

  private void channels(Context context) {
    Parameters asked = new Parameters(context, "limit", "page");
    Routes.answer(
        context,
        AlertShapes.AlertChannels.of(
            ListPage.within(watch.channels().of(reader(context)), Channel::id, asked)));
  }

  private void deliveries(Context context) {
    Parameters asked = new Parameters(context, "limit", "page");
    ReaderId reader = reader(context);
    ListPage<Delivery> page =
        ListPage.of(
            (last, limit) ->
                last == null
                    ? Optional.of(watch.outbox().of(reader, limit))
                    : watch.outbox().before(reader, last, limit),
            Delivery::id,
            asked.page(),
            asked.limit(SHOWN));
    Routes.answer(context, AlertShapes.AlertDeliveries.of(page));
  }

  private void resumeChannel(Context context) {
    done(context, watch.channels().resume(reader(context), context.pathParam("id")));
  }

  private void renewChannel(Context context) {
    Channel renewed =
        watch
            .channels()
            .renew(reader(context), context.pathParam("id"))
            .orElseThrow(() -> none(context));
    Routes.answer(context, AlertShapes.AlertChannelMade.of(renewed));
  }

  private static RuleDraft draft(Context context) {
    JsonNode body = JsonBody.of(context);
    return new RuleDraft(
        JsonBody.text(body, "name"),
        JsonBody.text(body, "scope", "topic"),
        JsonBody.text(body, "subject"),
        JsonBody.texts(body, "when"),
        outside(body),
        new RuleDraft.Only(
            JsonBody.texts(body, "languages"), JsonBody.texts(body, "kinds"), least(body)),
        JsonBody.text(body, "schedule", "now"),
        JsonBody.text(body, "quiet"),
        JsonBody.text(body, "zone", "UTC"),
        JsonBody.text(body, "language", "en"),
        JsonBody.texts(body, "channels"));
  }

  /// A percentage, as a decimal in a text or as a number.
  private static String outside(JsonNode body) {
    JsonNode given = body.path("outside");
    return given.isNumber() ? given.decimalValue().toPlainString() : JsonBody.text(body, "outside");
  }

  /// The least number of independent sources.
  private static String least(JsonNode body) {
    JsonNode given = body.path("least_sources");
    return given.isNumber() ? given.asString() : JsonBody.text(body, "least_sources");
  }

  private void add(Context context) {
    answer(context, watch.rules().add(reader(context), draft(context)));
  }

  private void change(Context context) {
    answer(
        context,
        watch
            .rules()
            .change(reader(context), context.pathParam("id"), draft(context))
            .orElseThrow(() -> none(context)));
  }

  private static void answer(Context context, Kept<Rule> kept) {
    switch (kept) {
      case Kept.Done<Rule>(Rule rule) -> Routes.answer(context, AlertShapes.AlertRule.of(rule));
      case Kept.Refused<Rule>(Mistake mistake, String given) -> throw refused(mistake, given);
    }
  }

  private void preview(Context context) {
    switch (watch.rules().preview(reader(context), draft(context))) {
      case Kept.Done<Preview>(Preview preview) ->
          Routes.answer(context, AlertShapes.AlertPreview.of(preview));
      case Kept.Refused<Preview>(Mistake mistake, String given) -> throw refused(mistake, given);
    }
  }

  private void one(Context context) {
    Rule rule =
        watch
            .rules()
            .find(reader(context), context.pathParam("id"))
            .orElseThrow(() -> none(context));
    Parameters asked = new Parameters(context, "limit", "page");
    ListPage<Alert> found =
        ListPage.of(
            (last, limit) -> before(last).map(id -> watch.rules().found(rule, id, limit)),
            alert -> Long.toString(alert.id()),
            asked.page(),
            asked.limit(SHOWN));
    Routes.answer(
        context,
        AlertShapes.AlertFound.of(rule, watch.rules().count(rule), found.items(), found.next()));
  }

  /// A page ends with the id of the last thing on it, which is the oldest.
  private static Optional<Long> before(@Nullable String last) {
    return last == null
        ? Optional.of(Long.MAX_VALUE)
        : Optional.of(last).filter(id -> id.matches("[0-9]{1,18}")).map(Long::valueOf);
  }

  private void turn(Context context, boolean on) {
    done(context, watch.rules().turn(reader(context), context.pathParam("id"), on));
  }

  private void mute(Context context) {
    String span = JsonBody.text(JsonBody.of(context), "for", Mute.ALWAYS);
    answer(
        context,
        watch
            .rules()
            .mute(reader(context), context.pathParam("id"), span)
            .orElseThrow(() -> none(context)));
  }

  private void unmute(Context context) {
    Rule rule =
        watch
            .rules()
            .unmute(reader(context), context.pathParam("id"))
            .orElseThrow(() -> none(context));
    Routes.answer(context, AlertShapes.AlertRule.of(rule));
  }

  private void remove(Context context) {
    done(context, watch.rules().remove(reader(context), context.pathParam("id")));
  }

  private static void done(Context context, boolean done) {
    if (!done) {
      throw none(context);
    }
    Routes.answer(context, new AlertShapes.AlertDone(context.pathParam("id")));
  }

  private static NotFoundResponse none(Context context) {
    return new NotFoundResponse(
        "Nothing of yours is called %s.".formatted(context.pathParam("id")));
  }

  private void addChannel(Context context) {
    JsonNode body = JsonBody.of(context);
    Kept<Channel> kept =
        watch
            .channels()
            .add(
                reader(context),
                new Channels.Draft(
                    JsonBody.text(body, "kind"),
                    JsonBody.text(body, "address"),
                    JsonBody.text(body, "secret"),
                    Visitor.of(context).may(TokenScope.WRITE, Role.EDITOR)));
    switch (kept) {
      case Kept.Done<Channel>(Channel channel) ->
          Routes.answer(context, AlertShapes.AlertChannelMade.of(channel));
      case Kept.Refused<Channel>(Mistake mistake, String given) -> throw refused(mistake, given);
    }
  }

  private void test(Context context) {
    done(
        context,
        watch.channels().test(reader(context), context.pathParam("id"), Routes.reader(context)));
  }

  private void removeChannel(Context context) {
    done(context, watch.channels().remove(reader(context), context.pathParam("id")));
  }

  private void again(Context context) {
    done(context, watch.outbox().again(reader(context), context.pathParam("id")));
  }

  private static BadRequestResponse refused(Mistake mistake, String given) {
    return new BadRequestResponse(
        switch (mistake) {
          case NO_NAME -> "\"name\" must have 1 to %d characters.".formatted(Rule.LONGEST_NAME);
          case NO_SCOPE ->
              "\"scope\" must be everything, topic, query, source, folder or entry, got %s."
                  .formatted(given);
          case NO_SUBJECT ->
              "\"subject\" must name the topic, query, source, folder or entry, in at most %d characters."
                  .formatted(Rule.LONGEST_SUBJECT);
          case NO_ENTRY -> "The ledger has no entry %s.".formatted(given);
          case NOTHING_WANTED ->
              "\"when\" must be a list of what is wanted, such as article.created, got %s."
                  .formatted(given);
          case NO_PERCENT -> "\"outside\" must be a percentage from 0.1 to 1000.";
          case NO_LANGUAGE ->
              "\"languages\" must be tags such as zh or en, got %s.".formatted(given);
          case NO_SORT ->
              "\"kinds\" must be news, analysis, report, filing, transcript, social or file, got %s."
                  .formatted(given);
          case NO_SOURCES ->
              "\"least_sources\" must be a number from 1 to 100, got %s.".formatted(given);
          case NO_SCHEDULE ->
              "\"schedule\" must be now, hourly, daily 07:30 or weekly mon 07:30, got %s."
                  .formatted(given);
          case NO_HOURS ->
              "\"quiet\" must be two times such as 22:00-07:00, got %s.".formatted(given);
          case NO_ZONE -> "\"zone\" must be one such as Asia/Shanghai, got %s.".formatted(given);
          case NO_SPAN -> "\"for\" must be 8h, 2d, 1w or always, got %s.".formatted(given);
          case NO_CHANNEL -> "\"channels\": none of yours is called %s.".formatted(given);
          case TOO_MANY -> "There are %s already, which is the most.".formatted(given);
          case NO_KIND ->
              "\"kind\" must be webhook, mail, ntfy, apprise, feishu, wecom or dingtalk, got %s."
                  .formatted(given);
          case NO_ADDRESS ->
              "\"address\" must be an http(s) address, or one of mail, got %s.".formatted(given);
          case PRIVATE_ADDRESS ->
              "%s leads to this machine or its network, where nothing is sent.".formatted(given);
          case NO_SECRET ->
              "\"secret\" of a webhook must be whsec_ and 24 to 64 bytes in Base64; others plain ASCII.";
          case NO_MAIL -> "The desk has no mail server: set one in alerts.properties.";
          case NOT_ALLOWED -> "Letters may be sent by editors only.";
          case KNOWN_ALREADY -> "%s is among your channels already.".formatted(given);
        });
  }
}
