package dev.assay.reader;

import dev.assay.access.ReachedAt;
import dev.assay.access.TokenScope;
import dev.assay.access.Tokens;
import dev.assay.access.Visitor;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.ReaderId;
import dev.assay.desk.FeedNumbers;
import dev.assay.desk.Item;
import dev.assay.desk.ItemQuery;
import dev.assay.desk.Mark;
import dev.assay.desk.Marks;
import dev.assay.desk.ReadingScope;
import dev.assay.desk.Unread;
import dev.assay.follow.Sources;
import dev.assay.follow.Sources.Following;
import dev.assay.follow.Sources.Wish;
import dev.assay.follow.Steps;
import dev.assay.source.Opml;
import dev.assay.source.Source;
import dev.assay.source.SourceOption;
import dev.assay.topic.Topics;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.UnauthorizedResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The routes of the Google Reader API: the union of what reading programs call. Safe for use by
/// many threads.
public final class ReaderApi {

  /// The second is what people type who read from other servers.
  private static final List<String> ROOTS = List.of("/api/greader", "/api/greader.php");

  private static final String API = "/reader/api/0";
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final int MOST_IDS = 10_000;
  private static final int MOST_ITEMS = 1_000;
  private static final int USUAL_ITEMS = 20;

  /// Unread texts are counted up to here.
  private static final int MOST_COUNTED = 10_000;

  /// Digits from which on a moment is written in microseconds.
  private static final int MICROS_DIGITS = 16;

  private static final long MICROS = 1_000_000;

  private final Topics topics;
  private final Marks marks;
  private final Sources sources;
  private final Tokens tokens;
  private final InstantSource clock;
  private final Subscriptions subscriptions;
  private final Streams streams;

  public ReaderApi(
      Topics topics,
      Marks marks,
      Sources sources,
      FeedNumbers numbers,
      Tokens tokens,
      InstantSource clock) {
    this.topics = topics;
    this.marks = marks;
    this.sources = sources;
    this.tokens = tokens;
    this.clock = clock;
    this.subscriptions = new Subscriptions(topics, sources, numbers);
    this.streams = new Streams(subscriptions, marks);
  }

  public void register(JavalinConfig config) {
    for (String root : ROOTS) {
      config.routes.post(root + "/accounts/ClientLogin", this::login);
      get(config, root, "/token", context -> context.result("assay"));
      get(config, root, "/user-info", this::user);
      get(config, root, "/tag/list", this::tags);
      get(config, root, "/subscription/list", this::feeds);
      get(config, root, "/subscription/export", this::export);
      get(config, root, "/unread-count", this::unread);
      get(config, root, "/stream/items/ids", this::ids);
      get(config, root, "/stream/contents", context -> contents(context, stream(context)));
      get(
          config,
          root,
          "/stream/contents/<stream>",
          context -> contents(context, context.pathParam("stream")));
      post(config, root, "/stream/items/contents", this::named);
      post(config, root, "/edit-tag", this::mark);
      post(config, root, "/mark-all-as-read", this::readAll);
      post(config, root, "/subscription/edit", this::edit);
      post(config, root, "/subscription/quickadd", this::add);
      post(config, root, "/subscription/import", this::takeList);
      post(config, root, "/rename-tag", this::renameFolder);
      post(config, root, "/disable-tag", this::dissolveFolder);
      config.routes.get(root + "/*", ReaderApi::unknown);
      config.routes.post(root + "/*", ReaderApi::unknown);
    }
  }

  private static void get(JavalinConfig config, String root, String path, Handler handler) {
    config.routes.get(root + API + path, handler);
  }

  private static void post(JavalinConfig config, String root, String path, Handler handler) {
    config.routes.post(root + API + path, handler);
  }

  /// Whether a request is this face's to answer, errors too.
  public static boolean owns(Context context) {
    return context.path().startsWith(ROOTS.getFirst());
  }

  /// Answers any error in words, as these programs show it.
  public static void fail(Context context, HttpStatus status, String message) {
    if (status == HttpStatus.UNAUTHORIZED) {
      context.header("X-Reader-Google-Bad-Token", "true");
    }
    text(context.status(status), message + "\n");
  }

  private static void text(Context context, String text) {
    context.contentType("text/plain; charset=utf-8").result(text);
  }

  private static void answer(Context context, Object value) {
    context.contentType("application/json; charset=utf-8").result(JSON.writeValueAsBytes(value));
  }

  /// Programs that take an empty answer for none would show nothing, and not say why.
  private static void unknown(Context context) {
    throw new NotFoundResponse("Assay does not answer %s.".formatted(context.path()));
  }

  /// The password is a token with the scope `reader-api`; a desk without accounts takes any.
  private void login(Context context) {
    String password = field(context, "Passwd").orElse("");
    if (Visitor.of(context).way() != Visitor.Way.HERE
        && tokens.owner(password, TokenScope.READER_API, context.ip()).isEmpty()) {
      throw new UnauthorizedResponse(
          "BadAuthentication: the password is a token with the scope reader-api, made at /account");
    }
    String word = password.isBlank() ? "assay" : password;
    if ("json".equals(context.queryParam("output")) || "json".equals(context.formParam("output"))) {
      answer(context, new ReaderShapes.Login(word, word, word));
    } else {
      text(context, "SID=%s\nLSID=%s\nAuth=%s\n".formatted(word, word, word));
    }
  }

  private void user(Context context) {
    String name = reader(context).value();
    answer(context, new ReaderShapes.User(name, name, name, ""));
  }

  private static ReaderId reader(Context context) {
    return Visitor.of(context).reader();
  }

  private static Language language(Context context) {
    String wanted = Optional.ofNullable(context.header("Accept-Language")).orElse("");
    return wanted.startsWith("zh") ? Language.ZH_HANS : Language.EN;
  }

  private void tags(Context context) {
    Stream<ReaderShapes.Tag> folders =
        Stream.concat(
                Stream.of(Subscription.Kind.TOPIC.folder(), Subscription.Kind.SOURCE.folder()),
                OpmlExport.folders(subscriptions.all()).stream())
            .distinct()
            .map(name -> new ReaderShapes.Tag(Streams.LABEL + name, name, "folder"));
    ReaderShapes.Tag starred = new ReaderShapes.Tag(Streams.STARRED, null, null);
    answer(context, new ReaderShapes.Tags(Stream.concat(Stream.of(starred), folders).toList()));
  }

  private void feeds(Context context) {
    List<Subscription> all = subscriptions.all();
    Map<Subscription, String> streams = subscriptions.streams(all);
    answer(
        context,
        new ReaderShapes.Feeds(
            all.stream().map(feed -> feed(context, feed, stream(streams, feed))).toList()));
  }

  private static String stream(Map<Subscription, String> streams, Subscription feed) {
    return Objects.requireNonNull(streams.get(feed));
  }

  private static ReaderShapes.Feed feed(Context context, Subscription subscription, String stream) {
    return new ReaderShapes.Feed(
        stream,
        subscription.name(),
        List.of(ReaderShapes.Category.folder(subscription.folder())),
        Addresses.feed(subscription, ReachedAt.of(context)),
        Addresses.page(subscription, ReachedAt.of(context)),
        "");
  }

  private void export(Context context) {
    context
        .contentType("text/x-opml; charset=utf-8")
        .result(OpmlExport.of(subscriptions.all(), ReachedAt.of(context)));
  }

  private void unread(Context context) {
    ReaderId reader = reader(context);
    List<Subscription> all = subscriptions.all();
    Map<Subscription, String> streams = subscriptions.streams(all);
    List<ReaderShapes.Count> counts = new ArrayList<>();
    Map<String, ReaderShapes.Count> folders = new LinkedHashMap<>();
    for (Subscription feed : all) {
      ReaderShapes.Count ofFeed = count(reader, stream(streams, feed), subscriptions.scope(feed));
      counts.add(ofFeed);
      folders.merge(
          feed.folder(), ofFeed.of(Streams.LABEL + feed.folder()), ReaderShapes.Count::with);
    }
    counts.addAll(folders.values());
    counts.add(count(reader, Streams.READING_LIST, new ReadingScope.Everything()));
    answer(context, new ReaderShapes.Counts(MOST_COUNTED, counts));
  }

  private ReaderShapes.Count count(ReaderId reader, String id, ReadingScope scope) {
    Unread unread = marks.unread(reader, scope, MOST_COUNTED);
    String newest =
        marks.items(reader, scope, ItemQuery.newest(ItemQuery.Only.ALL, 1)).stream()
            .map(item -> micros(item.arrivedAt()))
            .findFirst()
            .orElse("0");
    return new ReaderShapes.Count(id, unread.count(), newest);
  }

  private static String stream(Context context) {
    return Optional.ofNullable(context.queryParam("s")).orElse(Streams.READING_LIST);
  }

  /// The items that a request asks for, of the stream called `name`.
  private List<Item> items(Context context, String name, int usual, int most) {
    Streams.Stream stream =
        streams
            .find(name)
            .orElseThrow(() -> new NotFoundResponse("There is no stream %s.".formatted(name)));
    return streams.items(reader(context), stream, query(context, stream.only(), usual, most));
  }

  private static ItemQuery query(Context context, ItemQuery.Only only, int usual, int most) {
    return new ItemQuery(
        chosen(context, only),
        "o".equals(context.queryParam("r"))
            ? ItemQuery.Order.OLDEST_FIRST
            : ItemQuery.Order.NEWEST_FIRST,
        seconds(context.queryParam("ot")),
        seconds(context.queryParam("nt")),
        after(context.queryParam("c")),
        asked(context, usual, most));
  }

  /// What a stream holds, narrowed to the state that `it` names or without the one of `xt`.
  private static ItemQuery.Only chosen(Context context, ItemQuery.Only only) {
    if (names(context, "it", Streams.STARRED)) {
      return ItemQuery.Only.STARRED;
    }
    if (only != ItemQuery.Only.ALL) {
      return only;
    }
    if (names(context, "it", Streams.READ)) {
      return ItemQuery.Only.READ;
    }
    return names(context, "xt", Streams.READ) ? ItemQuery.Only.UNREAD : only;
  }

  private static boolean names(Context context, String parameter, String state) {
    return context.queryParams(parameter).stream().map(Streams::plain).anyMatch(state::equals);
  }

  /// The item that a page goes on behind. To begin anew instead would have a program ask for ever.
  private static Item.@Nullable Place after(@Nullable String continuation) {
    return continuation == null || continuation.isEmpty()
        ? null
        : Item.Place.of(continuation)
            .orElseThrow(
                () ->
                    new BadRequestResponse(
                        "c is no continuation of this stream. Ask for its beginning without c."));
  }

  private static int asked(Context context, int usual, int most) {
    return Math.clamp(number(context.queryParam("n"), usual), 1, most);
  }

  private static int number(@Nullable String text, int usual) {
    return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : usual;
  }

  private static @Nullable Instant seconds(@Nullable String text) {
    return text != null && text.matches("\\d{1,12}")
        ? Instant.ofEpochSecond(Long.parseLong(text))
        : null;
  }

  private static @Nullable String continuation(
      List<Item> items, Context context, int usual, int most) {
    return items.size() < asked(context, usual, most) ? null : items.getLast().place().token();
  }

  private void ids(Context context) {
    List<Item> items = items(context, stream(context), USUAL_ITEMS, MOST_IDS);
    answer(
        context,
        new ReaderShapes.ItemRefs(
            items.stream()
                .map(
                    item ->
                        new ReaderShapes.ItemRef(
                            ItemIds.decimal(item.id()), List.of(), micros(item.arrivedAt())))
                .toList(),
            continuation(items, context, USUAL_ITEMS, MOST_IDS)));
  }

  private void contents(Context context, String name) {
    List<Item> items = items(context, name, USUAL_ITEMS, MOST_ITEMS);
    answer(
        context,
        new ReaderShapes.Contents(
            Streams.plain(name),
            "Assay",
            clock.instant().getEpochSecond(),
            entries(context).of(items),
            continuation(items, context, USUAL_ITEMS, MOST_ITEMS)));
  }

  private Entries entries(Context context) {
    return new Entries(topics, sources, subscriptions, ReachedAt.of(context), language(context));
  }

  /// The items with the ids in the form.
  private void named(Context context) {
    List<ArticleId> ids = itemIds(context);
    answer(
        context,
        new ReaderShapes.Contents(
            Streams.READING_LIST,
            "Assay",
            clock.instant().getEpochSecond(),
            entries(context).of(ids, marks.of(reader(context), ids)),
            null));
  }

  private static List<ArticleId> itemIds(Context context) {
    return Stream.concat(context.formParams("i").stream(), context.queryParams("i").stream())
        .limit(MOST_IDS)
        .flatMap(text -> ItemIds.parse(text).stream())
        .toList();
  }

  private void mark(Context context) {
    List<ArticleId> ids = itemIds(context);
    for (String added : context.formParams("a")) {
      said(added, Mark.Said.READ, Mark.Said.UNREAD, Mark.Said.STARRED)
          .ifPresent(said -> marks.say(reader(context), ids, said));
    }
    for (String removed : context.formParams("r")) {
      said(removed, Mark.Said.UNREAD, Mark.Said.READ, Mark.Said.UNSTARRED)
          .ifPresent(said -> marks.say(reader(context), ids, said));
    }
    text(context, "OK");
  }

  /// What adding or removing a tag says of an item; empty for a tag that we do not keep.
  private static Optional<Mark.Said> said(
      String tag, Mark.Said ofRead, Mark.Said ofKept, Mark.Said ofStarred) {
    return switch (Streams.plain(tag)) {
      case Streams.READ -> Optional.of(ofRead);
      case Streams.KEPT_UNREAD -> Optional.of(ofKept);
      case Streams.STARRED -> Optional.of(ofStarred);
      default -> Optional.empty();
    };
  }

  private void readAll(Context context) {
    String name = field(context, "s").orElse(Streams.READING_LIST);
    Streams.Stream stream =
        streams
            .find(name)
            .orElseThrow(() -> new NotFoundResponse("There is no stream %s.".formatted(name)));
    Instant until = field(context, "ts").map(ReaderApi::moment).orElseGet(clock::instant);
    stream.scopes().forEach(scope -> marks.readAll(reader(context), scope, until));
    text(context, "OK");
  }

  /// Microseconds since 1970, or seconds.
  private static Instant moment(String text) {
    if (!text.matches("\\d{1,18}")) {
      throw new BadRequestResponse("ts must be a moment in microseconds, got %s.".formatted(text));
    }
    long value = Long.parseLong(text);
    return text.length() >= MICROS_DIGITS
        ? Instant.ofEpochSecond(value / MICROS, value % MICROS * 1_000)
        : Instant.ofEpochSecond(value);
  }

  private static String micros(Instant moment) {
    return Long.toString(moment.toEpochMilli() * 1_000);
  }

  /// What is followed and topics are added and given up here; outlets that only have articles are
  /// the desk's, and stay.
  private void edit(Context context) {
    String what = field(context, "ac").orElse("");
    for (String stream : context.formParams("s")) {
      switch (what) {
        case "subscribe" -> follow(context, stream.replaceFirst("^feed/", ""));
        case "unsubscribe" -> unfollow(known(stream));
        case "edit" -> change(context, known(stream));
        default -> throw new BadRequestResponse("ac must be subscribe, unsubscribe or edit.");
      }
    }
    text(context, "OK");
  }

  private Subscription known(String stream) {
    return subscriptions
        .find(stream)
        .orElseThrow(() -> new NotFoundResponse("There is no feed %s.".formatted(stream)));
  }

  private void unfollow(Subscription known) {
    Source source = known.source();
    if (source != null) {
      sources.remove(source.id());
    } else if (known.kind() == Subscription.Kind.TOPIC) {
      topics.saved().remove(known.name());
    } else {
      throw new BadRequestResponse(
          "%s is an outlet that has articles here and is not followed; it cannot be given up."
              .formatted(known.name()));
    }
  }

  /// A source gets another title or folder; of others both are the desk's.
  private void change(Context context, Subscription known) {
    Source source = known.source();
    if (source == null) {
      return;
    }
    Map<String, String> options = new HashMap<>();
    field(context, "t").ifPresent(title -> options.put(SourceOption.TITLE.word(), title));
    folder(context, "r")
        .filter(source.folder()::equals)
        .ifPresent(_ -> options.put(SourceOption.FOLDER.word(), ""));
    folder(context, "a").ifPresent(name -> options.put(SourceOption.FOLDER.word(), name));
    sources.set(source.id(), options);
  }

  /// The folder that a field names; the desk's own is none.
  private static Optional<String> folder(Context context, String field) {
    return field(context, field)
        .map(Streams::plain)
        .filter(name -> name.startsWith(Streams.LABEL))
        .map(name -> name.substring(Streams.LABEL.length()))
        .map(name -> name.equals(Subscription.Kind.SOURCE.folder()) ? "" : name);
  }

  /// An address is followed, anything else is a topic.
  private Subscription follow(Context context, String what) {
    if (what.isBlank()) {
      throw new BadRequestResponse("Name an address to follow, or a topic.");
    }
    if (!what.matches("(?i)https?://.*")) {
      return Subscription.topic(topics.saved().add(what, List.of()).name());
    }
    Map<String, String> options =
        field(context, "t").map(title -> Map.of(SourceOption.TITLE.word(), title)).orElse(Map.of());
    Wish wish = new Wish(folder(context, "a").orElse(""), reader(context).value(), options);
    return switch (sources.follow(what, wish, Steps.UNHEARD)) {
      case Following.Done(Source source, _, _) -> Subscription.of(source);
      case Following.Already(Source source) -> Subscription.of(source);
      case Following.Nothing(String reason) -> throw new NotFoundResponse(reason);
    };
  }

  private void add(Context context) {
    String wanted = field(context, "quickadd").orElse("");
    Subscription added = follow(context, wanted.replaceFirst("^feed/", ""));
    String stream = stream(subscriptions.streams(List.of(added)), added);
    answer(context, new ReaderShapes.Added(1, wanted, stream, added.name()));
  }

  /// An OPML list; what is followed already stays as it is.
  private void takeList(Context context) {
    Opml list = Opml.parse(context.bodyAsBytes());
    if (list.outlines().isEmpty()) {
      throw new BadRequestResponse("This is no OPML list of feeds.");
    }
    sources.follow(list, "", reader(context).value());
    text(context, "OK");
  }

  private void renameFolder(Context context) {
    refile(context, folder(context, "dest").orElseThrow(() -> noFolder("dest")));
  }

  private void dissolveFolder(Context context) {
    refile(context, "");
  }

  private void refile(Context context, String name) {
    String old = folder(context, "s").orElseThrow(() -> noFolder("s"));
    for (Source source : sources.followed()) {
      if (!old.isEmpty() && source.folder().equals(old)) {
        sources.set(source.id(), Map.of(SourceOption.FOLDER.word(), name));
      }
    }
    text(context, "OK");
  }

  private static BadRequestResponse noFolder(String field) {
    return new BadRequestResponse(
        "%s must be a folder such as user/-/label/Energy.".formatted(field));
  }

  private static Optional<String> field(Context context, String name) {
    return Optional.ofNullable(context.formParam(name))
        .or(() -> Optional.ofNullable(context.queryParam(name)));
  }
}
