package dev.assay.access.guard;

import dev.assay.access.Audit;
import dev.assay.access.Doors;
import dev.assay.access.FormTokens;
import dev.assay.access.Proof;
import dev.assay.access.Recognition;
import dev.assay.access.Refusal;
import dev.assay.access.Role;
import dev.assay.access.Route;
import dev.assay.access.Visitor;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

/// Stands before every route, and writes down what was changed. Safe for use by many threads.
public final class Guard {

  /// Field of a form, and header of a request by a script.
  static final String FORM_FIELD = "csrf";

  private static final String FORM_HEADER = "X-CSRF-Token";
  private static final int LEAST_ERROR = 400;

  /// [Accounts][dev.assay.access.Accounts] write down themselves what is done to them, whoever does
  /// it.
  private static final String ACCOUNTS = "/api/v1/users";

  private final RouteTable table;
  private final AllowedHosts hosts;
  private final Audit audit;
  private final Recognition recognition;
  private final Pace pace;
  private final InstantSource clock;

  public Guard(RouteTable table, AllowedHosts hosts, Doors doors) {
    this.table = table;
    this.hosts = hosts;
    this.audit = doors.accounts().audit();
    this.recognition = new Recognition(doors);
    this.pace = new Pace(doors.settings().requestsPerMinute());
    this.clock = doors.clock();
  }

  /// Adds itself to a server that is being configured, before all else.
  public void register(JavalinConfig config) {
    config.routes.before(this::receive);
    config.routes.beforeMatched(this::admit);
    config.routes.afterMatched(this::writeDown);
  }

  /// What holds for every request, also for one that no route answers.
  private void receive(Context context) {
    SafetyHeaders.ALL.forEach(context::header);
    if (!hosts.holds(context.header("Host"))) {
      throw Refusal.UNKNOWN_NAME.exception();
    }
    if (AllowedOrigins.isForeign(context)) {
      throw Refusal.FOREIGN_SITE.exception();
    }
    Visitor visitor =
        table.isUnasked(context.method().name(), context.path())
            ? recognition.unknown()
            : recognition.of(context);
    visitor.enter(context);
    keepPace(context, visitor);
  }

  /// Whoever sits at their own machine, at a desk without accounts, may ask as fast as they like.
  private void keepPace(Context context, Visitor visitor) {
    if (!recognition.isClosed()) {
      return;
    }
    String who =
        visitor.way() == Visitor.Way.UNKNOWN
            ? "address " + recognition.address(context)
            : visitor.way() + " " + visitor.reader().value();
    Duration wait = pace.ask(who, clock.instant());
    if (!wait.isZero()) {
      context.header("Retry-After", Long.toString(wait.toSeconds() + 1));
      throw Refusal.TOO_FAST.exception();
    }
  }

  private void admit(Context context) {
    Route route = route(context);
    Visitor visitor = Visitor.of(context);
    visitor
        .refusal(route)
        .ifPresent(
            refusal -> {
              throw refusal.exception();
            });
    boolean asked =
        route.proof() == Proof.TOKEN
            || route.proof() == Proof.ORIGIN && visitor.isCarriedByBrowser();
    if (asked && !hasFormToken(context)) {
      throw Refusal.NO_FORM_TOKEN.exception();
    }
  }

  private Route route(Context context) {
    Endpoint matched = Objects.requireNonNull(context.endpoints().matchedHttpEndpoint());
    return table
        .find(matched.method.name(), matched.path)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s %s has no row in access/routes.tsv"
                        .formatted(matched.method, matched.path)));
  }

  private static boolean hasFormToken(Context context) {
    String header = context.header(FORM_HEADER);
    String given = header == null ? context.formParam(FORM_FIELD) : header;
    return FormTokens.fits(Visitor.of(context).formToken(), given);
  }

  /// What an editor or administrator did reaches all readers, and is written down; what a reader
  /// does to their own things is nobody's business.
  private void writeDown(Context context) {
    Route route = route(context);
    boolean done = context.statusCode() < LEAST_ERROR && !route.path().startsWith(ACCOUNTS);
    if (done && route.proof() != Proof.NONE && route.role().covers(Role.EDITOR)) {
      audit.add(
          Visitor.of(context).reader().value(),
          route.name(),
          target(context),
          recognition.address(context));
    }
  }

  /// What was changed: the path, and the beginning of what was sent to it, of a document that was
  /// handed in too.
  private static String target(Context context) {
    return (context.path() + " " + SentWords.of(context)).replaceAll("\\s+", " ").strip();
  }
}
