package dev.assay.web.reading;

import dev.assay.article.ArticleId;
import dev.assay.article.ReaderId;
import dev.assay.desk.Mute;
import dev.assay.desk.Mutes;
import dev.assay.topic.Topics;
import dev.assay.web.Links;
import dev.assay.web.Reader;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.function.Consumer;

/// The form by which a reader mutes an outlet or a topic, and ends it. Safe for use by many
/// threads.
public final class MutePages {

  private final Mutes mutes;
  private final Topics topics;

  public MutePages(Mutes mutes, Topics topics) {
    this.mutes = mutes;
    this.topics = topics;
  }

  public void register(JavalinConfig config) {
    config.routes.post("/mutes", this::change);
  }

  /// One field says what; `at` is the article whose card was used.
  private void change(Context context) {
    ReaderId reader = Reader.id(context);
    field(context, "source", name -> mutes.muteSource(reader, name));
    field(context, "topic", name -> mutes.muteTopic(reader, name, topics.scope(name)));
    field(context, "end-source", name -> mutes.end(reader, new Mute(Mute.Kind.SOURCE, name)));
    field(context, "end-topic", name -> mutes.end(reader, new Mute(Mute.Kind.TOPIC, name)));
    String back = ReadingPages.back(context);
    String at =
        Optional.ofNullable(context.queryParam("at"))
            .flatMap(ArticleId::parse)
            .map(id -> "#a" + id)
            .orElse("");
    context.redirect(back + (isOwnTopic(context, back) ? "#muted" : at), HttpStatus.SEE_OTHER);
  }

  /// Whether the topic of the very page was muted: its cards stay, and its head says so.
  private static boolean isOwnTopic(Context context, String back) {
    return Optional.ofNullable(context.formParam("topic"))
        .map(name -> Links.topic(name.strip()))
        .filter(page -> back.equals(page) || back.startsWith(page + "?"))
        .isPresent();
  }

  private static void field(Context context, String field, Consumer<String> act) {
    Optional.ofNullable(context.formParam(field))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .ifPresent(act);
  }
}
