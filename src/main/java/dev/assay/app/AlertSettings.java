package dev.assay.app;

import dev.assay.article.CanonicalAddress;
import dev.assay.article.ExpectedFailure;
import dev.assay.fetch.FetchSettings;
import dev.assay.fetch.FetchSettings.PrivateAddresses;
import dev.assay.llm.SettingsFile;
import dev.assay.watch.WatchSettings;
import dev.assay.watch.WatchSettings.MailServer;
import dev.assay.watch.WatchSettings.Security;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a user sets for alerts, in `alerts.properties` of the data folder.
///
/// @param sending limits of the requests that hand alerts out
record AlertSettings(WatchSettings watch, FetchSettings sending) {

  private static final String NAME = "alerts.properties";

  private static final Set<String> KNOWN =
      Set.of(
          "address",
          "private-addresses",
          "mail.host",
          "mail.port",
          "mail.security",
          "mail.user",
          "mail.password",
          "mail.from",
          "mail.stop");

  /// Where a server listens that nobody told otherwise.
  private static final String ADDRESS = "http://127.0.0.1:8420";

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int MAIL_PORT = 587;
  private static final int MAIL_PORT_TLS = 465;

  /// @throws ExpectedFailure if the file is there and cannot be read, or says what nobody knows
  static AlertSettings read(Path folder) {
    Path file = folder.resolve(NAME);
    Properties given = SettingsLines.read(file, KNOWN);
    if (given.containsKey("mail.password") && SettingsFile.isOpenToOthers(file)) {
      throw new ExpectedFailure(
          "%s holds secrets and others on this machine can read it. Run: chmod 600 %s"
              .formatted(file, file));
    }
    return new AlertSettings(
        new WatchSettings(address(given), mail(given), stop(given)), sending(given));
  }

  private static String text(Properties given, String name) {
    return given.getProperty(name, "").strip();
  }

  private static URI address(Properties given) {
    String text = text(given, "address");
    return CanonicalAddress.of(text.isEmpty() ? ADDRESS : text)
        .map(uri -> URI.create(uri.toString().replaceAll("/+$", "")))
        .orElseThrow(
            () ->
                new ExpectedFailure(
                    "%s: address must be where readers reach the desk, such as https://desk.example.org, got %s."
                        .formatted(NAME, text)));
  }

  private static FetchSettings sending(Properties given) {
    FetchSettings defaults = FetchSettings.DEFAULTS;
    FetchSettings settings =
        new FetchSettings(
            TIMEOUT,
            defaults.maxBytes(),
            0,
            PrivateAddresses.REFUSED,
            Duration.ZERO,
            defaults.contact());
    String reached = text(given, "private-addresses");
    return switch (reached) {
      case "", "refused" -> settings;
      case "allowed" -> settings.with(PrivateAddresses.ALLOWED);
      case String places ->
          settings.with(
              Arrays.stream(places.split("[\\s,]+")).collect(Collectors.toSet()), Map.of());
    };
  }

  private static @Nullable MailServer mail(Properties given) {
    String host = text(given, "mail.host");
    if (host.isEmpty()) {
      return null;
    }
    String from = text(given, "mail.from");
    if (!from.contains("@")) {
      throw new ExpectedFailure(
          "%s: mail.from must be the address that letters are from, such as Assay <desk@example.org>."
              .formatted(NAME));
    }
    Security security = security(given, host);
    int port = security == Security.TLS ? MAIL_PORT_TLS : MAIL_PORT;
    return new MailServer(
        host,
        port(text(given, "mail.port"), port),
        security,
        text(given, "mail.user"),
        given.getProperty("mail.password", ""),
        from);
  }

  private static String stop(Properties given) {
    String text = text(given, "mail.stop");
    if (!text.isEmpty() && !text.matches("[A-Za-z0-9._-]+@[A-Za-z0-9.-]+")) {
      throw new ExpectedFailure(
          "%s: mail.stop must be an address of this desk, such as stop@desk.example.org, got %s."
              .formatted(NAME, text));
    }
    return text;
  }

  private static Security security(Properties given, String host) {
    String text = text(given, "mail.security");
    Security security =
        Arrays.stream(Security.values())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
            .findFirst()
            .orElse(Security.STARTTLS);
    if (!text.isEmpty() && !security.name().equalsIgnoreCase(text)) {
      throw new ExpectedFailure(
          "%s: mail.security must be starttls, tls or none, got %s.".formatted(NAME, text));
    }
    if (security == Security.NONE && !List.of("localhost", "127.0.0.1", "::1").contains(host)) {
      throw new ExpectedFailure(
          "%s: mail.security may be none for a server on this machine alone, got %s."
              .formatted(NAME, host));
    }
    return security;
  }

  private static int port(String text, int otherwise) {
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
      throw new ExpectedFailure(
          "%s: mail.port must be a number from 1 to 65535, got %s.".formatted(NAME, text));
    }
    return Integer.parseInt(text);
  }
}
