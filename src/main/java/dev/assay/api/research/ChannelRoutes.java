package dev.assay.api.research;

import static dev.assay.api.Routes.answer;

import dev.assay.access.Visitor;
import dev.assay.article.ArticleId;
import dev.assay.follow.Sources;
import dev.assay.follow.Sources.Following;
import dev.assay.follow.Sources.Wish;
import dev.assay.follow.Steps;
import dev.assay.search.Filters;
import dev.assay.search.Search;
import dev.assay.search.SearchRequest;
import dev.assay.source.Source;
import dev.assay.topic.OutletLine;
import dev.assay.topic.Topics;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Channels: what is followed, by its number, and the other outlets whose articles are here, by
/// their names. Who follows follows for the whole desk.
final class ChannelRoutes {

  private static final String CHANNELS = "/v1/channels";

  private final Sources sources;
  private final Topics topics;
  private final Search search;
  private final Lists lists;

  ChannelRoutes(ResearchRoutes.Rooms rooms, Lists lists) {
    this.sources = rooms.sources();
    this.topics = rooms.topics();
    this.search = rooms.search();
    this.lists = lists;
  }

  void register(JavalinConfig config) {
    config.routes.post(CHANNELS + "/search", this::find);
    config.routes.get(CHANNELS + "/followings", this::followings);
    config.routes.get(CHANNELS + "/followings/docs", this::docs);
    config.routes.post(CHANNELS + "/{id}/follow", this::follow);
    config.routes.delete(CHANNELS + "/{id}/unfollow", this::unfollow);
  }

  private static ResearchShapes.Channel channel(Source source) {
    return new ResearchShapes.Channel(
        Integer.toString(source.id()), source.shown(), source.description(), "", true);
  }

  private Stream<ResearchShapes.Channel> followed() {
    return sources.followed().stream().map(ChannelRoutes::channel);
  }

  /// Those that are followed first.
  private List<ResearchShapes.Channel> all() {
    List<ResearchShapes.Channel> followed = followed().toList();
    Set<String> names =
        followed.stream().map(channel -> folded(channel.name())).collect(Collectors.toSet());
    Stream<ResearchShapes.Channel> others =
        topics.outlets().stream()
            .map(OutletLine::name)
            .filter(name -> !name.isBlank() && !names.contains(folded(name)))
            .map(name -> new ResearchShapes.Channel(name, name, "", "", false));
    return Stream.concat(followed.stream(), others).toList();
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private void find(Context context) {
    Body body = Body.of(context);
    String query = folded(body.required("query"));
    List<ResearchShapes.Channel> found =
        all().stream()
            .filter(
                channel ->
                    folded(channel.name()).contains(query)
                        || folded(channel.description()).contains(query))
            .toList();
    answer(context, page(found, Lists.Asked.of(body)));
  }

  private static ResearchShapes.Channels page(
      List<ResearchShapes.Channel> channels, Lists.Asked asked) {
    return new ResearchShapes.Channels(
        channels.size(),
        asked.pages(channels.size()),
        asked.number(),
        asked.size(),
        channels.stream().skip(asked.from()).limit(asked.size()).toList());
  }

  private static Lists.Asked asked(Context context) {
    return Lists.Asked.of(context.queryParam("page_num"), context.queryParam("page_size"));
  }

  private void followings(Context context) {
    answer(context, page(followed().toList(), asked(context)));
  }

  /// The newest of what is followed, or of those of `channel_ids` that are.
  private void docs(Context context) {
    Lists.Asked asked = asked(context);
    Set<String> wanted = wanted(context.queryParam("channel_ids"));
    List<Integer> numbers =
        sources.followed().stream()
            .map(Source::id)
            .filter(id -> wanted.isEmpty() || wanted.contains(id.toString()))
            .toList();
    Set<ArticleId> articles = sources.articles(numbers, Wanted.MOST_OF_A_SOURCE);
    Optional<SearchRequest> request =
        articles.isEmpty()
            ? Optional.empty()
            : Optional.of(Lists.newest(Filters.NONE.withArticles(articles)));
    answer(context, lists.page(request, asked, Documents.Highlights.WITHOUT));
  }

  private static Set<String> wanted(@Nullable String ids) {
    return ids == null
        ? Set.of()
        : Arrays.stream(ids.split(","))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toSet());
  }

  /// A channel by its number is followed already; an outlet by its name is looked for where its
  /// newest article came from; an address is followed as it is.
  private void follow(Context context) {
    String id = context.pathParam("id");
    Optional<Source> known = sources.named(id);
    if (known.isPresent()) {
      answer(context, channel(known.get()));
      return;
    }
    String address = id.matches("(?i)https?://.+") ? id : site(id).orElseThrow(() -> unknown(id));
    switch (sources.follow(address, Wish.of(Visitor.of(context).reader().value()), Steps.UNHEARD)) {
      case Following.Done(Source source, _, _) -> answer(context, channel(source));
      case Following.Already(Source source) -> answer(context, channel(source));
      case Following.Nothing(String reason) -> throw new NotFoundResponse(reason);
    }
  }

  private Optional<String> site(String outlet) {
    return search
        .find(Lists.newest(Filters.NONE.withSources(Set.of(outlet))).withLimit(1))
        .hits()
        .stream()
        .flatMap(hit -> Stream.ofNullable(hit.article().address()))
        .map(ChannelRoutes::root)
        .findFirst();
  }

  private static String root(URI address) {
    return "%s://%s/".formatted(address.getScheme(), address.getRawAuthority());
  }

  private static NotFoundResponse unknown(String id) {
    return new NotFoundResponse("No channel is called %s.".formatted(id));
  }

  /// It is followed no longer; its articles stay.
  private void unfollow(Context context) {
    String id = context.pathParam("id");
    Source source = sources.named(id).orElseThrow(() -> unknown(id));
    sources.remove(source.id());
    answer(context, ResearchShapes.Done.SUCCESS);
  }
}
