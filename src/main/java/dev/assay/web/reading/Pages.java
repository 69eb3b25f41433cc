package dev.assay.web.reading;

import dev.assay.access.FeedAddress;
import dev.assay.access.ReachedAt;
import dev.assay.access.Refusal;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.AskedTime;
import dev.assay.article.Language;
import dev.assay.article.ReaderId;
import dev.assay.brief.model.Product;
import dev.assay.brief.work.ModelDesk;
import dev.assay.desk.Mark;
import dev.assay.desk.Marks;
import dev.assay.desk.Mute;
import dev.assay.desk.ReadingScope;
import dev.assay.search.Filters;
import dev.assay.search.Search;
import dev.assay.search.SearchPage;
import dev.assay.search.SearchRequest;
import dev.assay.search.SearchRequest.Copies;
import dev.assay.search.SearchRequest.Sort;
import dev.assay.source.Opml;
import dev.assay.topic.ArticlePage;
import dev.assay.topic.Mementos;
import dev.assay.topic.Selection;
import dev.assay.topic.TopicPage;
import dev.assay.topic.Topics;
import dev.assay.topic.brief.TopicBriefs;
import dev.assay.topic.event.EventLine;
import dev.assay.topic.ledger.Disputes;
import dev.assay.topic.ledger.Ledgers;
import dev.assay.topic.time.Past;
import dev.assay.web.AsOf;
import dev.assay.web.Assets;
import dev.assay.web.DisputeNotes;
import dev.assay.web.Frame;
import dev.assay.web.Links;
import dev.assay.web.Messages;
import dev.assay.web.PageWriter;
import dev.assay.web.Reader;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The routes of the pages. Safe for use by many threads.
public final class Pages {

  /// Longer names and questions are not sent by the forms, and would only fill the page.
  private static final int MOST_LETTERS = 1_000;

  /// Unread texts of a topic are counted up to here.
  private static final int MOST_UNREAD = 999;

  private static final int ONE_YEAR_IN_SECONDS = 365 * 24 * 3600;

  private final Topics topics;
  private final Search search;
  private final Marks marks;
  private final ReadersOwn own;
  private final TopicBriefs briefs;
  private final ModelDesk models;
  private final Past past;
  private final InstantSource clock;
  private final PageWriter writer = new PageWriter();
  private final Quotes quotes = new Quotes(writer);
  private final Assets assets = Assets.shipped();

  /// @param clock tells how old an article is
  public Pages(
      Topics topics,
      Search search,
      ReadersOwn own,
      TopicBriefs briefs,
      ModelDesk models,
      Past past,
      InstantSource clock) {
    this.briefs = briefs;
    this.models = models;
    this.topics = topics;
    this.search = search;
    this.marks = own.marks();
    this.own = own;
    this.past = past;
    this.clock = clock;
  }

  /// Adds the routes to a server that is being configured.
  public void register(JavalinConfig config) {
    config.routes.get("/topics", context -> topic(context, text(context, "q")));
    config.routes.get("/topics/{name}", context -> topic(context, context.pathParam("name")));
    config.routes.get("/articles/{id}", this::article);
    config.routes.get("/articles/{id}/timemap", this::timeMap);
    config.routes.get("/articles/{id}/paragraphs/{number}", this::quote);
    config.routes.get("/search", this::find);
    config.routes.get(WebFeed.ATOM, this::feed);
    config.routes.get(WebFeed.JSON, this::feed);
    config.routes.get("/opml", this::topicList);
    config.routes.get("/assets/{name}", this::asset);
  }

  /// Answers an error as a page.
  ///
  /// @param message for a person; printed for a mistake in the address only
  public void fail(Context context, HttpStatus status, String message) {
    Frame frame = writer.frame(context, Frame.Part.ELSEWHERE);
    Messages say = frame.say();
    String title =
        switch (status.getCode()) {
          case 404, 405 -> say.text("error.not-found");
          case 403 -> say.text("error.refused");
          case 400 ->
              context.method().equals(HandlerType.GET)
                  ? say.text("error.bad")
                  : say.text("error.not-done");
          case 503 -> say.text("error.away");
          default -> say.text("error.failed");
        };
    String text =
        switch (status.getCode()) {
          case 404, 405 -> say.text("error.not-found-text");
          case 400, 403 -> message;
          case 503 -> say.text("error.away-text");
          default -> say.text("error.failed-text");
        };
    context.status(status);
    writer.write(context, "error", Map.of("frame", frame, "title", title, "text", text));
  }

  /// Says as a page why a request was not answered, and what to do.
  public void refuse(Context context, Refusal refusal) {
    Messages say = words(context);
    fail(context, refusal.status(), say.text("refusal." + refusal.word()));
  }

  /// The answer to a request of which not even the head could be read, so that nobody knows what
  /// language its reader wants: in both.
  ///
  /// @param tooLong whether that is because the head is too long
  public String unreadable(boolean tooLong) {
    Messages say = Messages.ENGLISH;
    return writer.render(
        "error",
        Map.of(
            "frame",
            writer.frameOfAnswer(say),
            "title",
            say.text("error.bad"),
            "text",
            unreadable(say, tooLong),
            "inOther",
            unreadable(say.other(), tooLong)));
  }

  private static String unreadable(Messages say, boolean tooLong) {
    return tooLong ? say.text("error.too-long") : say.text("error.no-head");
  }

  /// The features as of the moment that a request asks for.
  private Past.At at(Context context) {
    return past.at(AsOf.moment(context));
  }

  private void topic(Context context, String name) {
    if (name.isBlank()) {
      context.redirect(Links.home());
      return;
    }
    if (choice(context, "by", "article", "event").equals("event")) {
      context.redirect(Links.events(name));
      return;
    }
    Past.At at = at(context);
    Frame frame = writer.frameInTime(context, words(context), Frame.Part.TOPICS);
    String after = context.queryParam("after");
    TopicPage page =
        readable(
            frame.say(),
            () -> at.topics().page(cut(name), selection(context), after, frame.say().language()));
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("frame", frame);
    parameters.put("page", page);
    parameters.put("links", new TopicLinks(page, after, frame.say()));
    parameters.put("disputes", disputes(at.ledgers(), page, frame.say()));
    parameters.put("density", Density.of(context));
    if (after == null && !new TopicLinks(page, after, frame.say()).isFiltered()) {
      briefs.newest(cut(name), at.moment()).ifPresent(brief -> parameters.put("brief", brief));
    }
    List<ArticleId> shown = page.cards().stream().map(card -> card.article().id()).toList();
    parameters.put("events", at.events().of(shown));
    if (!frame.isPast()) { // what a reader has read is of today
      ReadingScope scope = topics.scope(cut(name));
      List<Mute> mutes = marks.mutes().of(Reader.id(context), page.heading().name().label(), scope);
      parameters.put("marked", marked(context, shown).without(mutes));
      parameters.put("mutes", mutes);
      parameters.put("unread", marks.unread(Reader.id(context), scope, MOST_UNREAD));
    }
    writer.write(context, "topic", parameters);
  }

  private static Selection selection(Context context) {
    return new Selection(
        values(context, "language", tag -> Language.asked(tag).orElse(Language.UNKNOWN)),
        values(context, "kind", word -> kind(context, word)),
        values(context, "source", Function.identity()),
        day(context.queryParam("from")),
        day(context.queryParam("until")),
        choice(context, "copies", "folded", "shown").equals("shown")
            ? Selection.Copies.SHOWN
            : Selection.Copies.FOLDED,
        choice(context, "mentions", "apart", "shown").equals("shown")
            ? Selection.Mentions.SHOWN
            : Selection.Mentions.APART);
  }

  private void article(Context context) {
    Frame frame = writer.frameInTime(context, words(context), Frame.Part.ELSEWHERE);
    ArticlePage page = articlePage(context, frame.say());
    String wanted = context.header("Accept-Datetime");
    if (wanted != null && !frame.isPast()) {
      leadToMemento(context, page, wanted);
      return;
    }
    ArticleId id = page.article().id();
    Ledgers then = at(context).ledgers();
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("frame", frame);
    parameters.put("page", page);
    parameters.put("disputes", notes(then, then.disputes(id), frame.say()));
    parameters.put("against", at(context).events().against(id));
    if (!frame.isPast()) {
      parameters.put("marked", opened(context, id));
      parameters.put("own", OwnNotes.of(own, Reader.id(context), page.article()));
      Language reader = frame.say().language();
      parameters.put(
          "translated", page.article().isForeignTo(reader) && models.writesFor(reader, id));
      if (ReadingPages.isLook(context)) {
        models.opened(id, reader, Product.BRIEF);
        models.opened(id, reader, Product.TITLE);
      }
    }
    writer.write(context, "article", parameters);
    context.header("Link", Mementos.of(page).links());
    if (frame.isPast()) {
      context.header("Memento-Datetime", Mementos.date(page.article().fetchedAt()));
    }
  }

  /// To the text that the article had at the moment that a client asks for (RFC 7089).
  private static void leadToMemento(Context context, ArticlePage page, String wanted) {
    Instant moment =
        Mementos.asked(wanted)
            .orElseThrow(
                () ->
                    new BadRequestResponse("Accept-Datetime must be an HTTP date, got " + wanted));
    Mementos mementos = Mementos.of(page);
    context
        .header("Vary", "Accept-Datetime")
        .header("Link", mementos.links())
        .redirect(mementos.at(moment), HttpStatus.FOUND);
  }

  private void timeMap(Context context) {
    context
        .contentType("application/link-format; charset=utf-8")
        .result(Mementos.of(articlePage(context, words(context))).timeMap());
  }

  private Marked marked(Context context, List<ArticleId> ids) {
    return ReadingPages.marked(context, marks, clock, ids);
  }

  /// An article that is opened is read; the page does not wait until that is kept.
  private Marked opened(Context context, ArticleId id) {
    Marked marked = marked(context, List.of(id));
    ReaderId reader = Reader.id(context);
    if (!ReadingPages.isLook(context) || marked.of(id).read()) {
      return marked;
    }
    Thread.startVirtualThread(() -> marks.say(reader, List.of(id), Mark.Said.READ));
    return new Marked(
        marked.made(),
        marked.back(),
        Map.of(id, new Mark(true, marked.of(id).starred())),
        marked.muted());
  }

  private static DisputeNotes disputes(Ledgers ledgers, TopicPage page, Messages say) {
    List<ArticleId> articles = page.cards().stream().map(card -> card.article().id()).toList();
    return notes(ledgers, ledgers.disputes(page.heading().name().label(), articles), say);
  }

  private static DisputeNotes notes(Ledgers ledgers, Disputes disputes, Messages say) {
    return DisputeNotes.of(disputes, ledgers.wording(say.language()), say);
  }

  private ArticlePage articlePage(Context context, Messages say) {
    return ArticleId.parse(context.pathParam("id"))
        .flatMap(id -> at(context).topics().article(id, say.language()))
        .orElseThrow(NotFoundResponse::new);
  }

  private void quote(Context context) {
    quotes.show(context, articlePage(context, words(context)));
  }

  private static SearchForm form(Context context) {
    return new SearchForm(
        cut(text(context, "q")).strip(),
        values(context, "language", tag -> Language.asked(tag).orElse(Language.UNKNOWN)),
        values(context, "source", Function.identity()),
        values(context, "kind", word -> kind(context, word)),
        values(context, "tag", Function.identity()),
        !choice(context, "fact", "", Filters.DISPUTED).isEmpty(),
        SearchForm.Age.valueOf(
            choice(context, "age", "any", "week", "month", "year").toUpperCase(Locale.ROOT)),
        minute(context.queryParam("from")),
        minute(context.queryParam("until")),
        zone(context.queryParam("zone")),
        choice(context, "sort", "relevance", "newest").equals("newest")
            ? Sort.NEWEST
            : Sort.RELEVANCE,
        choice(context, "copies", "folded", "shown").equals("shown") ? Copies.SHOWN : Copies.FOLDED,
        SearchForm.mode(choice(context, "mode", "smart", "keyword", "semantic")),
        context.queryParam("after"));
  }

  private void find(Context context) {
    Frame frame = writer.frameInTime(context, words(context), Frame.Part.SEARCH);
    SearchForm form = form(context);
    Past.At at = at(context);
    Instant now = at.moment().orElseGet(clock::instant);
    SearchPage page = readable(words(context), () -> at.search().find(form.request(now)));
    List<Result> results = page.hits().stream().map(Result::of).toList();
    Map<ArticleId, EventLine> events =
        at.events().of(results.stream().map(result -> result.article().id()).toList());
    writer.write(
        context,
        "search",
        Map.of(
            "frame",
            frame,
            "form",
            form,
            "page",
            page,
            "json",
            form.json(now),
            "topic",
            form.isFiltered() || !topics.isName(form.query()) ? form.asTopic(now) : form.query(),
            "names",
            topics.labels(
                page.counts().tags().stream().map(SearchPage.Count::value).toList(),
                frame.say().language()),
            "results",
            form.byTime() ? ResultGroup.apart(results, events) : ResultGroup.of(results, events)));
  }

  /// A topic or a search, newest first, for feed readers.
  private void feed(Context context) {
    String name = cut(text(context, "topic")).strip();
    SearchForm form = form(context);
    if (name.isEmpty() && form.query().isEmpty() && !form.isFiltered()) {
      throw new NotFoundResponse();
    }
    WebFeed feed = name.isEmpty() ? searchFeed(form) : topicFeed(context, name);
    feed.answer(context);
  }

  private WebFeed topicFeed(Context context, String name) {
    TopicPage page = topics.page(name, Selection.all(), null, words(context).language());
    return new WebFeed(
        name,
        Links.topic(name),
        Links.topicFeed(name),
        page.cards().stream().map(WebFeed.Entry::of).toList());
  }

  /// The saved topics as a list of feeds. Who asks for it by an address with a token in it gets
  /// feeds that the same token opens.
  private void topicList(Context context) {
    String server = ReachedAt.of(context);
    Optional<String> token = FeedAddress.token(context);
    List<Opml.Outline> outlines =
        topics.saved().names().stream()
            .map(
                name ->
                    new Opml.Outline(
                        name, server + feed(name, token), server + Links.topic(name), "", "feed"))
            .toList();
    context.contentType("text/x-opml; charset=utf-8").result(new Opml(outlines).xml());
  }

  private static String feed(String topic, Optional<String> token) {
    String feed = Links.topicFeed(topic);
    return token.map(given -> FeedAddress.with(feed, given)).orElse(feed);
  }

  private WebFeed searchFeed(SearchForm form) {
    SearchPage page =
        search.find(
            form.request(clock.instant())
                .withSort(Sort.NEWEST)
                .withPageToken(null)
                .withLimit(SearchRequest.DEFAULT_HITS));
    return new WebFeed(
        form.query(),
        form.first(),
        form.feed(),
        page.hits().stream().map(Result::of).map(WebFeed.Entry::of).toList());
  }

  private void asset(Context context) {
    Assets.Asset asset = assets.find(context.path()).orElseThrow(NotFoundResponse::new);
    context
        .header("Cache-Control", "public, max-age=%d, immutable".formatted(ONE_YEAR_IN_SECONDS))
        .header("X-Content-Type-Options", "nosniff")
        .header("Vary", "Accept-Encoding")
        .contentType(asset.mediaType());
    boolean packed = Assets.Asset.isTakenPacked(context.header("Accept-Encoding"));
    if (packed) {
      context.header("Content-Encoding", "gzip");
    }
    context.disableCompression().result(packed ? asset.packed() : asset.bytes());
  }

  private static Messages words(Context context) {
    return Reader.words(context);
  }

  private interface Making<T> {
    T make();
  }

  /// A page token of another page is a mistake in the address.
  private static <T> T readable(Messages say, Making<T> making) {
    try {
      return making.make();
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse(say.text("error.no-place"));
    }
  }

  private static String text(Context context, String name) {
    String value = context.queryParam(name);
    return value == null ? "" : value;
  }

  private static String cut(String text) {
    return text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS);
  }

  private static <T> Set<T> values(Context context, String name, Function<String, T> reader) {
    return context.queryParams(name).stream()
        .filter(value -> !value.isBlank())
        .map(reader)
        .collect(Collectors.toSet());
  }

  /// One of `known`, the first if none or an empty one is asked for.
  private static String choice(Context context, String name, String... known) {
    String value = text(context, name);
    if (!value.isBlank() && !List.of(known).contains(value)) {
      throw new BadRequestResponse(Reader.words(context).text("error.no-choice", value));
    }
    return value.isBlank() ? known[0] : value;
  }

  private static ArticleKind kind(Context context, String word) {
    return Arrays.stream(ArticleKind.values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new BadRequestResponse(Reader.words(context).text("error.no-choice", word)));
  }

  /// UTC without one, or where nobody knows it.
  private static ZoneId zone(@Nullable String id) {
    try {
      return id == null ? ZoneOffset.UTC : ZoneId.of(id);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  /// A day as forms send it; what cannot be read is left out.
  private static @Nullable LocalDate day(@Nullable String text) {
    LocalDateTime minute = minute(text);
    return minute == null ? null : minute.toLocalDate();
  }

  /// A day or a minute of it as forms send them; what cannot be read is left out.
  private static @Nullable LocalDateTime minute(@Nullable String text) {
    return text == null ? null : AskedTime.start(text).orElse(null);
  }
}
