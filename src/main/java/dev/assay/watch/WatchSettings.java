package dev.assay.watch;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What the owner of a desk sets for alerts, in `alerts.properties` of the data folder.
///
/// @param address where readers reach the desk's pages, without a slash at its end; links in
///   messages begin with it
/// @param mail the server that takes letters; null: nobody is told by mail
/// @param stop the address of this desk's own at which letters are taken that end an alert; empty:
///   none is
public record WatchSettings(URI address, @Nullable MailServer mail, String stop) {

  /// A server that takes letters.
  ///
  /// @param user empty: it asks for no name
  /// @param from whom letters are from: an address, perhaps with a name
  public record MailServer(
      String host, int port, Security security, String user, String password, String from) {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  /// How the way to a mail server is kept from others.
  public enum Security {
    /// Encrypted after a greeting, or not at all.
    STARTTLS,
    /// Encrypted from the first byte.
    TLS,
    /// Not: for a server on this machine.
    NONE
  }

  /// The address of something on the desk's pages.
  public String link(String path) {
    return address + path;
  }

  /// Whether a stranger's program can reach the desk, so that letters may end themselves by a POST.
  public boolean isPublic() {
    return "https".equals(address.getScheme());
  }
}
