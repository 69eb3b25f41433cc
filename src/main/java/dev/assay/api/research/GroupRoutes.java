package dev.assay.api.research;

import static dev.assay.api.Routes.answer;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.desk.ReadingScope;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.search.Filters;
import dev.assay.topic.Name;
import dev.assay.topic.TopicTable.SavedTopic;
import dev.assay.topic.Topics;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import tools.jackson.databind.JsonNode;

/// Groups of what is followed: each is a saved topic, and what it follows are the topic's other
/// names.
final class GroupRoutes {

  private static final String GROUPS = "/v1/following/groups";

  /// The sort of value that a name is; channels are followed by themselves.
  private static final int NAME = 1;

  private final Topics topics;
  private final Documents documents;
  private final Lists lists;

  GroupRoutes(Topics topics, Documents documents, Lists lists) {
    this.topics = topics;
    this.documents = documents;
    this.lists = lists;
  }

  void register(JavalinConfig config) {
    config.routes.post(GROUPS, this::create);
    config.routes.get(
        GROUPS,
        context ->
            answer(
                context,
                new ResearchShapes.Groups(
                    topics.saved().all().stream().map(GroupRoutes::group).toList())));
    config.routes.get(GROUPS + "/{id}", context -> answer(context, group(known(context))));
    config.routes.post(GROUPS + "/{id}", this::rename);
    config.routes.delete(GROUPS + "/{id}", this::remove);
    config.routes.post(GROUPS + "/{id}/follows", context -> change(context, GroupRoutes::both));
    config.routes.put(GROUPS + "/{id}/follows", context -> change(context, (_, given) -> given));
    config.routes.delete(GROUPS + "/{id}/follows", this::take);
    config.routes.get(GROUPS + "/{id}/docs", this::docs);
  }

  /// A topic's number follows from its name, so that it is the same for ever without being kept.
  private static String id(SavedTopic topic) {
    CRC32 sum = new CRC32();
    sum.update(topic.name().getBytes(StandardCharsets.UTF_8));
    return Long.toString(sum.getValue());
  }

  private static ResearchShapes.Group group(SavedTopic topic) {
    return new ResearchShapes.Group(
        id(topic),
        topic.name(),
        topic.aliases().size(),
        topic.aliases().stream()
            .map(alias -> new ResearchShapes.FollowValue(NAME, alias.label()))
            .toList());
  }

  private SavedTopic known(Context context) {
    String id = context.pathParam("id");
    return topics.saved().all().stream()
        .filter(topic -> id(topic).equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFoundResponse("No group is called %s.".formatted(id)));
  }

  private void create(Context context) {
    Body body = Body.of(context);
    String name = body.required("name");
    answer(context, group(topics.saved().add(name, values(body))));
  }

  private static List<Name> values(Body body) {
    List<Name> names = new ArrayList<>();
    for (JsonNode value : body.at("follow_values")) {
      String label = value.path("follow_value").asString("").strip();
      if (value.path("follow_type").asInt(0) != NAME || label.isEmpty()) {
        throw new Body.Unfit(
            "follow_values",
            "A group follows names: follow_type 1 and a follow_value. A channel is followed by"
                + " POST /v1/channels/{channel_id}/follow.");
      }
      names.add(new Name(label, LanguageDetector.detect(label, Language.UNKNOWN)));
    }
    return names;
  }

  private void rename(Context context) {
    SavedTopic topic = known(context);
    String name = Body.of(context).text("name");
    if (name.isEmpty() || name.equals(topic.name())) {
      answer(context, group(topic));
      return;
    }
    answer(context, group(topics.saved().rename(topic, name)));
  }

  private void remove(Context context) {
    topics.saved().remove(known(context).name());
    answer(context, ResearchShapes.Done.SUCCESS);
  }

  private void change(Context context, BiFunction<List<Name>, List<Name>, List<Name>> left) {
    SavedTopic topic = known(context);
    Body body = Body.of(context);
    if (body.at("follow_values").isMissingNode()) {
      throw new Body.Unfit("follow_values", "Field required");
    }
    topics.saved().save(topic.name(), left.apply(topic.aliases(), values(body)));
    answer(context, ResearchShapes.Done.SUCCESS);
  }

  private static List<Name> both(List<Name> had, List<Name> given) {
    return Stream.concat(had.stream(), given.stream()).distinct().toList();
  }

  private void take(Context context) {
    SavedTopic topic = known(context);
    Set<String> given =
        Set.copyOf(
            context.queryParams("follow_values").stream()
                .flatMap(values -> Arrays.stream(values.split(",")))
                .map(String::strip)
                .toList());
    topics
        .saved()
        .save(
            topic.name(),
            topic.aliases().stream().filter(alias -> !given.contains(alias.label())).toList());
    answer(context, ResearchShapes.Done.SUCCESS);
  }

  private void docs(Context context) {
    Lists.Asked asked =
        Lists.Asked.of(context.queryParam("page_num"), context.queryParam("page_size"));
    Lists.Part part =
        filters(known(context))
            .map(filters -> lists.part(Lists.newest(filters), asked))
            .orElse(Lists.Part.NONE);
    answer(
        context,
        new ResearchShapes.GroupDocs(
            documents.list(part.hits(), Documents.Highlights.WITHOUT),
            part.total(),
            asked.number(),
            asked.size()));
  }

  private Optional<Filters> filters(SavedTopic topic) {
    return switch (topics.scope(topic.name())) {
      case ReadingScope.About about ->
          Optional.of(Filters.NONE.withTags(Set.copyOf(about.entities())));
      case ReadingScope.Among(List<ArticleId> articles) ->
          articles.isEmpty()
              ? Optional.empty()
              : Optional.of(Filters.NONE.withArticles(Set.copyOf(articles)));
      case ReadingScope scope -> throw new IllegalStateException("no topic has " + scope);
    };
  }
}
