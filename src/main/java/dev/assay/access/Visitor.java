package dev.assay.access;

import dev.assay.article.ReaderId;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;

/// Who a request comes from.
///
/// @param reader under whom is kept what they read, star and note
/// @param role what they may do
/// @param way how we know
/// @param scopes what their token opens; without a token, everything that their role may do
/// @param formToken what forms on the pages they are shown must send back as `csrf`; empty where
///   nobody asks for one
public record Visitor(
    ReaderId reader, Role role, Way way, Set<TokenScope> scopes, String formToken) {

  private static final String ATTRIBUTE = Visitor.class.getName();

  /// How we know who somebody is.
  public enum Way {
    /// They sit at the machine, and the desk has no accounts.
    HERE,
    /// We do not.
    UNKNOWN,
    SESSION,
    TOKEN,
    /// A proxy before us says so.
    PROXY
  }

  public Visitor {
    scopes = Set.copyOf(scopes);
  }

  /// Whoever sits at a desk without accounts.
  static Visitor here(String formToken) {
    return new Visitor(ReaderId.LOCAL, Role.ADMIN, Way.HERE, Set.of(), formToken);
  }

  /// A stranger to a desk with accounts, or one who is not looked up.
  static Visitor unknown(String formToken) {
    return new Visitor(new ReaderId("?"), Role.ANYONE, Way.UNKNOWN, Set.of(), formToken);
  }

  /// Whom the guard let in; the local reader where there is no guard.
  public static Visitor of(Context context) {
    Visitor visitor = context.attribute(ATTRIBUTE);
    return visitor == null ? here("") : visitor;
  }

  public void enter(Context context) {
    context.attribute(ATTRIBUTE, this);
  }

  /// Whether they may do what needs `least`, by role and by token.
  public boolean may(TokenScope scope, Role least) {
    return role.covers(least) && (way != Way.TOKEN || scope.isOpenedBy(scopes));
  }

  /// Whether they have an account here, and a browser.
  public boolean isSignedIn() {
    return isCarriedByBrowser();
  }

  /// Why they may not use a route; empty if they may.
  public Optional<Refusal> refusal(Route route) {
    if (route.scope().isOpen() || may(route.scope(), route.role())) {
      return Optional.empty();
    }
    return Optional.of(
        switch (way) {
          case UNKNOWN -> Refusal.SIGN_IN;
          case TOKEN ->
              route.scope().isOpenedBy(scopes) ? Refusal.NOT_ALLOWED : Refusal.OTHER_SCOPE;
          case HERE, SESSION, PROXY -> Refusal.NOT_ALLOWED;
        });
  }

  /// Whether a browser brings along who they are by itself, also when another site's page makes it
  /// ask.
  public boolean isCarriedByBrowser() {
    return way == Way.SESSION || way == Way.PROXY;
  }
}
