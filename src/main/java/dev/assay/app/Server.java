package dev.assay.app;

import dev.assay.access.Doors;
import dev.assay.access.Refusal;
import dev.assay.access.guard.AllowedHosts;
import dev.assay.access.guard.Guard;
import dev.assay.access.guard.RouteTable;
import dev.assay.api.AskRoutes;
import dev.assay.api.ChainRoutes;
import dev.assay.api.CopyRoutes;
import dev.assay.api.IntakeRoutes;
import dev.assay.api.LedgerRoutes;
import dev.assay.api.MetricsRoute;
import dev.assay.api.ModelRoutes;
import dev.assay.api.NameRoutes;
import dev.assay.api.PackRoutes;
import dev.assay.api.PushRoutes;
import dev.assay.api.Routes;
import dev.assay.api.SeriesRoutes;
import dev.assay.api.SourceRoutes;
import dev.assay.api.TimeRoutes;
import dev.assay.api.TopicBriefRoutes;
import dev.assay.api.Unchanged;
import dev.assay.api.account.AccountRoutes;
import dev.assay.api.account.AuditRoutes;
import dev.assay.api.account.UserRoutes;
import dev.assay.api.desk.AlertRoutes;
import dev.assay.api.desk.LiveRoutes;
import dev.assay.api.desk.NoteRoutes;
import dev.assay.api.desk.ReadingRoutes;
import dev.assay.api.research.ResearchRoutes;
import dev.assay.app.handover.Handover;
import dev.assay.article.ExpectedFailure;
import dev.assay.cli.terminal.Desk;
import dev.assay.index.IndexFailure;
import dev.assay.mcp.McpServers;
import dev.assay.reader.ReaderApi;
import dev.assay.store.StoreAway;
import dev.assay.web.Standings;
import dev.assay.web.account.AccountPages;
import dev.assay.web.account.AuditPages;
import dev.assay.web.account.PasskeyPages;
import dev.assay.web.account.ProviderPages;
import dev.assay.web.alert.AlertPages;
import dev.assay.web.ask.AskPages;
import dev.assay.web.ledger.LedgerPages;
import dev.assay.web.ledger.SeriesPages;
import dev.assay.web.note.CollectionPages;
import dev.assay.web.note.NotePages;
import dev.assay.web.reading.MorningPages;
import dev.assay.web.reading.MutePages;
import dev.assay.web.reading.Pages;
import dev.assay.web.reading.ReadersOwn;
import dev.assay.web.reading.ReadingPages;
import dev.assay.web.reading.WebFeed;
import dev.assay.web.time.ChainPages;
import dev.assay.web.time.EditPages;
import dev.assay.web.time.EventPages;
import dev.assay.web.time.RisingPages;
import dev.assay.web.time.TimelinePages;
import dev.assay.web.upkeep.CopyPages;
import dev.assay.web.upkeep.ImportPages;
import dev.assay.web.upkeep.ModelPages;
import dev.assay.web.upkeep.NamePages;
import dev.assay.web.upkeep.SourcePages;
import dev.assay.web.upkeep.TranslationPages;
import dev.assay.web.upkeep.WithheldPages;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pages and API behind one port.
final class Server implements Desk.Serving {

  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  /// Bytes of a request's head: room for a query that is then refused in words.
  private static final int MOST_HEADER = 64 * 1024;

  /// Of one file; four times as much in one request.
  private static final long MOST_UPLOAD_MEGABYTES = 50;

  /// How long a connection is kept for the next request: longer than clients and proxies keep
  /// theirs (Java's half a minute, nginx a minute), since a request that is sent while this side
  /// closes gets no answer.
  private static final Duration KEPT_OPEN = Duration.ofSeconds(90);

  /// When to ask again for what could not be read: a database is restarted in some seconds.
  private static final String RETRY_SECONDS = "10";

  private final Javalin javalin;
  private final Duties duties;
  private final Handover handover;
  private final String host;
  private volatile @Nullable FirstViews firstViews;

  private Server(Javalin javalin, Duties duties, Handover handover, String host) {
    this.javalin = javalin;
    this.duties = duties;
    this.handover = handover;
    this.host = host;
  }

  /// Starts to listen.
  ///
  /// @param commands runs what comes over the socket of the data folder
  /// @throws IOException if the port cannot be used
  static Server start(
      OpenDesk desk, StoreSettings settings, Desk.Listening listening, Handover.Runner commands)
      throws IOException {
    Pages pages =
        new Pages(
            desk.topics(),
            desk.search(),
            new ReadersOwn(desk.marks(), desk.notes(), desk.collections()),
            desk.topicBriefs(),
            desk.models(),
            desk.past(),
            InstantSource.system());
    Guard guard =
        new Guard(
            RouteTable.shipped(),
            AllowedHosts.of(listening.host(), listening.furtherNames()),
            desk.doors());
    Javalin javalin = Javalin.create(config -> configure(config, desk, settings, pages, guard));
    try {
      javalin.start(listening.host(), listening.port());
    } catch (JavalinBindException e) {
      throw new IOException("it is taken by another program", e);
    }
    for (Connector connector : javalin.jettyServer().server().getConnectors()) {
      if (connector instanceof AbstractConnector listens) {
        listens.setIdleTimeout(KEPT_OPEN.toMillis());
      }
    }
    return new Server(
        javalin,
        Duties.start(desk, settings, listening.duty()),
        Handover.start(desk.folder(), commands),
        listening.host());
  }

  private static void configure(
      JavalinConfig config, OpenDesk desk, StoreSettings settings, Pages pages, Guard guard) {
    config.startup.showJavalinBanner = false;
    config.router.treatMultipleSlashesAsSingleSlash = true;
    config.concurrency.useVirtualThreads = true;
    config.jetty.modifyHttpConfiguration(http -> http.setRequestHeaderSize(MOST_HEADER));
    config.jetty.multipartConfig.maxFileSize(MOST_UPLOAD_MEGABYTES, SizeUnit.MB);
    config.jetty.multipartConfig.maxTotalRequestSize(MOST_UPLOAD_MEGABYTES * 4, SizeUnit.MB);
    config.jetty.modifyServer(server -> server.setErrorHandler(new UnreadableRequests(pages)));
    config.jetty.modifyServletContextHandler(
        handler -> {
          FilterHolder head = new FilterHolder(new HeadAsGet());
          head.setAsyncSupported(true);
          handler.addFilter(head, "/*", EnumSet.of(DispatcherType.REQUEST));
        });
    guard.register(config);
    registerApi(config, desk, settings);
    pages.register(config);
    registerPages(config, desk);
    registerFailures(config, pages, desk.doors());
  }

  private static void registerApi(JavalinConfig config, OpenDesk desk, StoreSettings settings) {
    new ModelRoutes(desk.models(), desk.modelTrials(), desk.upkeep()).register(config);
    new LedgerRoutes(desk.ledgers(), desk.past()).register(config);
    new SeriesRoutes(desk.past()).register(config);
    new ChainRoutes(desk.past(), InstantSource.system()).register(config);
    new CopyRoutes(desk.topics(), desk.past(), desk.upkeep(), desk.folds()).register(config);
    new TimeRoutes(desk.past(), desk.upkeep(), desk.eventsByHand(), InstantSource.system())
        .register(config);
    new ReadingRoutes(
            desk.marks(), desk.morning(), desk.topics(), desk.upkeep(), InstantSource.system())
        .register(config);
    new NoteRoutes(desk.notes(), desk.collections(), desk.topics(), desk.upkeep()).register(config);
    new AlertRoutes(desk.watch()).register(config);
    new AccountRoutes(desk.doors(), InstantSource.system()).register(config);
    new UserRoutes(desk.doors()).register(config);
    new AuditRoutes(desk.doors().accounts().audit()).register(config);
    new LiveRoutes(desk.watch().live()).register(config);
    new NameRoutes(desk.names(), desk.tagging(), desk.candidates(), desk.search()).register(config);
    new IntakeRoutes(desk.intake()).register(config);
    new ReaderApi(
            desk.topics(),
            desk.marks(),
            desk.sources(),
            desk.feedNumbers(),
            desk.doors().tokens(),
            InstantSource.system())
        .register(config);
    new SourceRoutes(desk.sources()).register(config);
    new PushRoutes(desk.sources().pushes()).register(config);
    new McpServers(desk.toolbox(), desk.doors().accounts().audit()).register(config);
    new ResearchRoutes(
            new ResearchRoutes.Rooms(
                desk.topics(),
                desk.search(),
                desk.sources(),
                desk.collections(),
                desk.intake(),
                desk.upkeep(),
                desk.ask(),
                desk.past().at(Optional.empty()).rises()),
            InstantSource.system())
        .register(config);
    new MetricsRoute(desk.upkeep(), settings::waitingParts, desk.sources()::standings)
        .register(config);
    new AskRoutes(desk.ask(), desk.upkeep()).register(config);
    new PackRoutes(desk.export(), desk.upkeep()).register(config);
    new TopicBriefRoutes(desk.topicBriefs()).register(config);
    // Last of the API: it answers what no other route knows.
    new Routes(desk.topics(), desk.upkeep(), desk.past()).register(config);
  }

  private static void registerPages(JavalinConfig config, OpenDesk desk) {
    new Standings(desk.sources()::longBroken, desk.upkeep()::isEmpty, InstantSource.system())
        .register(config);
    new AskPages(desk.ask()).register(config);
    new MorningPages(desk.morning(), desk.marks(), desk.watch().live(), InstantSource.system())
        .register(config);
    new ReadingPages(desk.marks(), desk.topics(), InstantSource.system()).register(config);
    new MutePages(desk.marks().mutes(), desk.topics()).register(config);
    new NotePages(desk.notes(), desk.topics()).register(config);
    new CollectionPages(desk.collections(), desk.topics()).register(config);
    new ImportPages(desk.intake(), desk.topics()).register(config);
    new AlertPages(desk.watch(), InstantSource.system()).register(config);
    new SourcePages(desk.sources(), InstantSource.system()).register(config);
    new CopyPages(desk.past(), desk.folds()).register(config);
    new TimelinePages(desk.past()).register(config);
    new RisingPages(desk.past()).register(config);
    new EditPages(desk.past()).register(config);
    new EventPages(desk.past(), desk.eventsByHand()).register(config);
    new ModelPages(desk.models(), desk.modelTrials(), desk.search()).register(config);
    new WithheldPages(desk.models()).register(config);
    new TranslationPages(desk.models(), desk.topics()).register(config);
    new NamePages(desk.names(), desk.tagging(), desk.candidates(), desk.topics(), desk.search())
        .register(config);
    new LedgerPages(desk.ledgers(), desk.past()).register(config);
    new SeriesPages(desk.past()).register(config);
    new ChainPages(desk.past(), InstantSource.system()).register(config);
    WebFeed.ROUTES.forEach(route -> Unchanged.register(config, route));
    new AccountPages(desk.doors(), InstantSource.system()).register(config);
    new AuditPages(desk.doors().accounts().audit()).register(config);
    new ProviderPages(desk.doors()).register(config);
    new PasskeyPages(desk.doors()).register(config);
  }

  private static void registerFailures(JavalinConfig config, Pages pages, Doors doors) {
    config.routes.exception(
        Refusal.Refused.class, (e, context) -> refuse(pages, doors, context, e.refusal()));
    config.routes.exception(
        HttpResponseException.class,
        (e, context) ->
            fail(
                pages,
                context,
                HttpStatus.forStatus(e.getStatus()),
                String.valueOf(e.getMessage())));
    config.routes.exception(StoreAway.class, (e, context) -> away(pages, context, e));
    config.routes.exception(
        IndexFailure.class,
        (e, context) -> {
          if (e.isAway()) {
            away(pages, context, e);
          } else {
            broken(pages, context, e);
          }
        });
    config.routes.exception(Exception.class, (e, context) -> broken(pages, context, e));
  }

  private static void refuse(Pages pages, Doors doors, Context context, Refusal refusal) {
    doors
        .challenge(refusal, McpServers.owns(context))
        .ifPresent(challenge -> context.header("WWW-Authenticate", challenge));
    if (Routes.owns(context)
        || ReaderApi.owns(context)
        || McpServers.owns(context)
        || ResearchRoutes.owns(context)) {
      fail(pages, context, refusal.status(), refusal.message());
    } else if (refusal == Refusal.SIGN_IN) {
      AccountPages.toSignIn(context);
    } else {
      pages.refuse(context, refusal);
    }
  }

  /// What exactly is wrong with store or index is for who looks after the desk, in the log.
  private static void away(Pages pages, Context context, ExpectedFailure e) {
    LOG.error(
        "{} {} was not answered: {} ({})",
        context.method(),
        context.path(),
        e.getMessage(),
        e.getCause());
    context.header("Retry-After", RETRY_SECONDS);
    fail(
        pages,
        context,
        HttpStatus.SERVICE_UNAVAILABLE,
        "The desk cannot reach what it keeps. Try again in a moment; if it stays so, the log of the server says what is wrong.");
  }

  private static void broken(Pages pages, Context context, Exception e) {
    LOG.error("{} {} failed", context.method(), context.path(), e);
    fail(
        pages,
        context,
        HttpStatus.INTERNAL_SERVER_ERROR,
        "Something went wrong that should not; the log has the details.");
  }

  private static void fail(Pages pages, Context context, HttpStatus status, String message) {
    if (Routes.owns(context)) {
      Routes.fail(context, status, message);
    } else if (ReaderApi.owns(context)) {
      ReaderApi.fail(context, status, message);
    } else if (McpServers.owns(context)) {
      McpServers.fail(context, status, message);
    } else if (ResearchRoutes.owns(context)) {
      ResearchRoutes.fail(context, status, message);
    } else {
      pages.fail(context, status, message);
    }
  }

  /// Method and path of every route, as it was registered.
  Set<String> routes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(handler -> handler.endpoint)
        .filter(endpoint -> endpoint.method.isHttpMethod())
        .map(endpoint -> endpoint.method + " " + endpoint.path)
        .collect(Collectors.toSet());
  }

  @Override
  public int port() {
    return javalin.port();
  }

  @Override
  public void lookAtFirstPages() {
    if (AllowedHosts.isThisMachine(host)) {
      firstViews = FirstViews.start(host.equals("::1") ? "[::1]" : host, port());
    }
  }

  @Override
  public void close() {
    FirstViews views = firstViews;
    if (views != null) {
      views.close();
    }
    handover.close();
    duties.close();
    javalin.stop();
  }
}
