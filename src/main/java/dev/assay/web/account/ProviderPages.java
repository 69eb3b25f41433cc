package dev.assay.web.account;

import dev.assay.access.AccessSettings;
import dev.assay.access.Doors;
import dev.assay.access.ProviderEntry;
import dev.assay.access.ProviderSignIn;
import dev.assay.access.SessionCookie;
import dev.assay.access.SessionPlaces;
import dev.assay.access.Visitor;
import dev.assay.article.ReaderId;
import dev.assay.web.Frame;
import dev.assay.web.Messages;
import dev.assay.web.PageWriter;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Signing in by an OpenID provider, and what its clients want to know of this desk. Safe for use
/// by many threads.
public final class ProviderPages {

  private static final String LEAVE = "/sign-in/provider";
  private static final String DESCRIPTION = "/.well-known/oauth-protected-resource";
  private static final String BACK = LEAVE + "/back";

  private final Doors doors;
  private final PageWriter writer = new PageWriter();

  public ProviderPages(Doors doors) {
    this.doors = doors;
  }

  public void register(JavalinConfig config) {
    config.routes.get(LEAVE, context -> leave(context, null));
    config.routes.get(BACK, this::arrive);
    config.routes.post("/account/provider", this::link);
    config.routes.get(DESCRIPTION, this::describe);
    config.routes.get(DESCRIPTION + "/mcp", this::describe);
  }

  private ProviderSignIn provider() {
    return doors
        .provider()
        .orElseThrow(() -> new NotFoundResponse("Nobody signs in by a provider here."));
  }

  private void leave(Context context, @Nullable ReaderId linked) {
    String to = linked == null ? AccountPages.wanted(context) : "/account";
    Optional<URI> address = provider().depart(context, to, linked);
    if (address.isEmpty()) {
      fail(context, ProviderEntry.Why.UNREACHABLE);
    } else if (linked == null) {
      context.redirect(address.get().toString(), HttpStatus.SEE_OTHER);
    } else {
      writer.write(
          context,
          "onward",
          Map.of(
              "frame", writer.frame(context, Frame.Part.ELSEWHERE),
              "label", provider().label(),
              "address", address.get().toString()));
    }
  }

  /// From a form of the account's page: a form may lead to no other site, so a page that leads
  /// there stands between.
  private void link(Context context) {
    leave(context, Visitor.of(context).reader());
  }

  private void arrive(Context context) {
    String query = context.queryString();
    AccessSettings settings = doors.settings();
    URI back = settings.openId().orElseThrow(NotFoundResponse::new).back();
    URI asked = query == null ? back : URI.create(back + "?" + query);
    switch (provider().arrive(context, asked, SessionPlaces.of(context, settings))) {
      case ProviderEntry.Entered(String secret, String to) -> {
        SessionCookie.give(context, secret);
        context.redirect(to, HttpStatus.SEE_OTHER);
      }
      case ProviderEntry.Linked _ -> context.redirect("/account", HttpStatus.SEE_OTHER);
      case ProviderEntry.Failed(ProviderEntry.Why why) -> fail(context, why);
    }
  }

  private void fail(Context context, ProviderEntry.Why why) {
    Frame frame = writer.frame(context, Frame.Part.ELSEWHERE);
    Messages say = frame.say();
    context.status(
        why == ProviderEntry.Why.UNREACHABLE ? HttpStatus.BAD_GATEWAY : HttpStatus.FORBIDDEN);
    writer.write(
        context,
        "sign-in",
        Map.of(
            "frame",
            frame,
            "to",
            "/",
            "problem",
            say.text("sign-in.provider." + why.word(), provider().label()),
            "provider",
            provider().label()));
  }

  /// Where clients of `/mcp` get tokens (RFC 9728).
  private void describe(Context context) {
    provider();
    var openId = doors.settings().openId().orElseThrow(NotFoundResponse::new);
    String desk = openId.desk().toString().replaceFirst("/$", "");
    context
        .contentType("application/json")
        .result(
            JsonMapper.shared()
                .writeValueAsBytes(
                    Map.of(
                        "resource", desk + "/mcp",
                        "resource_name", "Assay",
                        "authorization_servers", List.of(openId.issuer().toString()),
                        "scopes_supported", List.of("mcp"),
                        "bearer_methods_supported", List.of("header"))));
  }
}
