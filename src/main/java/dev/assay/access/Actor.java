package dev.assay.access;

import io.javalin.http.Context;

/// Who does something, and from where, as the audit keeps it.
///
/// @param who the account's name; `local` at a desk without accounts, `console` for the command
///   line, `provider` for one of OpenID
/// @param address where the request came from; empty if there was none
public record Actor(String who, String address) {

  /// Whoever sits at the command line.
  public static final Actor CONSOLE = new Actor("console", "");

  /// A provider of OpenID that vouches for somebody.
  static final Actor PROVIDER = new Actor("provider", "");

  /// Who sent a request that was let in.
  public static Actor of(Context context, AccessSettings settings) {
    return new Actor(
        Visitor.of(context).reader().value(), SessionPlaces.address(context, settings));
  }
}
