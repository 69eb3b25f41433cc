package dev.assay.access;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.util.Objects;

/// Stands before every route. Safe for use by many threads.
public final class Guard {

  /// Field of a form, and header of a request by a script.
  private static final String FORM_FIELD = "csrf";

  private static final String FORM_HEADER = "X-CSRF-Token";

  private final RouteTable table;
  private final AllowedHosts hosts;
  private final FormTokens formTokens = new FormTokens();

  public Guard(RouteTable table, AllowedHosts hosts) {
    this.table = table;
    this.hosts = hosts;
  }

  /// Adds itself to a server that is being configured, before all else.
  public void register(JavalinConfig config) {
    config.routes.before(this::receive);
    config.routes.beforeMatched(this::admit);
  }

  /// What holds for every request, also for one that no route answers.
  private void receive(Context context) {
    SafetyHeaders.ALL.forEach(context::header);
    if (!hosts.holds(context.header("Host"))) {
      throw Refusal.UNKNOWN_NAME.exception();
    }
    if (Origins.isForeign(context)) {
      throw Refusal.FOREIGN_SITE.exception();
    }
    Visitor.local(formTokens.of("")).enter(context);
  }

  private void admit(Context context) {
    Route route = route(context);
    if (route.proof() == Proof.TOKEN && !hasFormToken(context)) {
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
}
