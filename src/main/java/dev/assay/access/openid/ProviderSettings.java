package dev.assay.access.openid;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/// A provider, and what this desk is to it.
///
/// @param issuer as its documents and tokens name it; https, or http on this machine
/// @param client the name by which it knows this desk
/// @param secret that proves it; empty for a public client
/// @param label what people call it, for the button
/// @param groupsClaim the claim of the ID token that holds groups
/// @param scopes that are asked for, beside `openid`
/// @param desk the address of this desk, as browsers and tokens name it
public record ProviderSettings(
    URI issuer,
    String client,
    String secret,
    String label,
    String groupsClaim,
    Set<String> scopes,
    URI desk) {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  public ProviderSettings {
    scopes = Set.copyOf(scopes);
    mustBeSafe(issuer, "auth.oidc.issuer");
    mustBeSafe(desk, "public.url");
  }

  /// A code or token on a plain connection can be read by whoever carries it.
  private static void mustBeSafe(URI address, String setting) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(address.getHost());
    if (!scheme.equals("https") && !(scheme.equals("http") && THIS_MACHINE.contains(host))) {
      throw new IllegalArgumentException(
          "%s must be an https address, got %s".formatted(setting, address));
    }
  }

  /// Where the provider sends browsers back to; it has to be told so there.
  public URI back() {
    return desk.resolve("/sign-in/provider/back");
  }

  @Override
  public String toString() {
    return "ProviderSettings[%s, %s]".formatted(issuer, client);
  }
}
