package dev.assay.access;

import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.Locale;
import java.util.Map;

/// Why a request was not answered. Each has its words, in English for programs here, and for people
/// in the words of the pages under `refusal.` and its [#word()].
public enum Refusal {
  UNKNOWN_NAME(
      HttpStatus.FORBIDDEN,
      "This server does not go by the name it was asked by. Start it with --name NAME to add one."),
  FOREIGN_SITE(
      HttpStatus.FORBIDDEN,
      "This was sent by a page of another site. Open this server's own page and try again."),
  NO_FORM_TOKEN(
      HttpStatus.FORBIDDEN,
      "The form token is missing or old. Load the page again, and send it from there."),
  SIGN_IN(
      HttpStatus.UNAUTHORIZED,
      "This desk has accounts. Send a token: Authorization: Bearer TOKEN. Its owner makes one at /account."),
  OTHER_SCOPE(
      HttpStatus.FORBIDDEN,
      "The token has not the scope that this needs. Make one that has at /account."),
  NOT_ALLOWED(
      HttpStatus.FORBIDDEN, "Your account may not do this. Ask whoever looks after the desk."),
  TOO_FAST(
      HttpStatus.TOO_MANY_REQUESTS,
      "That is more requests in a minute than this desk answers one visitor. Wait as long as Retry-After says.");

  /// Told where an account would be needed and the desk has none.
  public static final String NO_ACCOUNTS =
      "This desk has no accounts. Make the first on the command line: assay user add NAME --role admin.";

  private final HttpStatus status;
  private final String message;

  Refusal(HttpStatus status, String message) {
    this.status = status;
    this.message = message;
  }

  public HttpStatus status() {
    return status;
  }

  /// For programs, in English.
  public String message() {
    return message;
  }

  /// Its name in tables of words, such as `unknown-name`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Refused exception() {
    return new Refused(this);
  }

  /// Ends the request.
  public static final class Refused extends HttpResponseException {

    private final Refusal refusal;

    Refused(Refusal refusal) {
      super(refusal.status.getCode(), refusal.message, Map.of());
      this.refusal = refusal;
    }

    public Refusal refusal() {
      return refusal;
    }
  }
}
