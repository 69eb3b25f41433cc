package dev.assay.store.postgres;

import dev.assay.store.StoreException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/// Where a database is, as `libpq` writes it: `postgres://USER@HOST:PORT/DATABASE?OPTION=VALUE`.
///
/// Several hosts with commas between are one database and its replicas: what is written goes to the
/// primary, what is read to a replica if one answers. A password is best kept out of it, in the
/// file `.pgpass` or in `PGPASSWORD`.
///
/// @param jdbc the same as the driver takes it, without the user
/// @param user who connects; null for the system's user
/// @param password null if it stands elsewhere
/// @param shown for a person: without a password
public record PostgresAddress(
    String jdbc, @Nullable String user, @Nullable String password, String shown) {

  private static final int CONNECT_SECONDS = 5;

  /// A statement that takes longer has hung, or its server is gone.
  private static final int ANSWER_SECONDS = 300;

  /// The server looks after a silent client, so that the locks of one that was cut off are given
  /// back after some ten seconds.
  private static final String SERVER_OPTIONS =
      "-c tcp_keepalives_idle=%d -c tcp_keepalives_interval=%d -c tcp_keepalives_count=%d -c tcp_user_timeout=10000"
          .formatted(
              WatchedSockets.IDLE_SECONDS,
              WatchedSockets.INTERVAL_SECONDS,
              WatchedSockets.QUESTIONS);

  /// Whether `text` is meant as such an address.
  public static boolean isMeant(String text) {
    return text.startsWith("postgres://") || text.startsWith("postgresql://");
  }

  /// Reads an address as people write it.
  ///
  /// @throws StoreException if it is none
  public static PostgresAddress parse(String text) {
    String rest = text.replaceFirst("^postgres(ql)?://", "");
    int slash = rest.indexOf('/');
    if (!isMeant(text) || slash < 0) {
      throw wrong(text);
    }
    String authority = rest.substring(0, slash);
    int at = authority.lastIndexOf('@');
    String hosts = authority.substring(at + 1);
    String[] who = at < 0 ? new String[0] : authority.substring(0, at).split(":", 2);
    try {
      URI path = new URI("x://h" + rest.substring(slash));
      String database = path.getRawPath().substring(1);
      if (database.isEmpty() || hosts.isEmpty()) {
        throw wrong(text);
      }
      String query = path.getRawQuery() == null ? "" : "?" + path.getRawQuery();
      return new PostgresAddress(
          "jdbc:postgresql://" + hosts + "/" + database + query,
          who.length > 0 ? decoded(who[0]) : null,
          who.length > 1 ? decoded(who[1]) : System.getenv("PGPASSWORD"),
          "postgres://" + (who.length > 0 ? who[0] + "@" : "") + hosts + "/" + database);
    } catch (URISyntaxException e) {
      throw wrong(text);
    }
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part, StandardCharsets.UTF_8);
  }

  private static StoreException wrong(String text) {
    return new StoreException(
        "%s is no address of a database. Write postgres://USER@HOST:PORT/DATABASE."
            .formatted(text.replaceFirst(":[^:@/]*@", ":...@")));
  }

  /// Connections to the host that takes writes.
  PGSimpleDataSource primary() {
    return source("primary");
  }

  /// Connections to a replica, or to the primary where there is none.
  PGSimpleDataSource nearest() {
    return source("preferSecondary");
  }

  private PGSimpleDataSource source(String kind) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(jdbc);
    if (user != null) {
      source.setUser(user);
    }
    if (password != null) {
      source.setPassword(password);
    }
    if (isSeveral()) {
      source.setTargetServerType(kind);
      source.setHostRecheckSeconds(CONNECT_SECONDS);
    }
    source.setApplicationName("assay");
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setLoginTimeout(2 * CONNECT_SECONDS);
    source.setSocketTimeout(ANSWER_SECONDS);
    source.setSocketFactory(WatchedSockets.class.getName());
    source.setTcpKeepAlive(true);
    source.setReWriteBatchedInserts(true);
    source.setOptions(Objects.requireNonNullElse(source.getOptions(), "") + " " + SERVER_OPTIONS);
    return source;
  }

  private boolean isSeveral() {
    return jdbc.substring("jdbc:postgresql://".length()).split("/", 2)[0].contains(",");
  }

  /// The same for the programs of PostgreSQL, without a password.
  String forPrograms() {
    String name = user == null ? "" : URLEncoder.encode(user, StandardCharsets.UTF_8) + "@";
    return jdbc.replaceFirst("^jdbc:postgresql://", "postgresql://" + name)
        .replaceFirst("\\?.*$", "");
  }
}
