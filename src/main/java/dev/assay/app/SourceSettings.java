package dev.assay.app;

import dev.assay.article.CanonicalAddress;
import dev.assay.article.ExpectedFailure;
import dev.assay.fetch.FetchSettings;
import dev.assay.fetch.FetchSettings.PrivateAddresses;
import dev.assay.fetch.Secrets;
import dev.assay.lexicon.ListedCompanies;
import dev.assay.llm.SettingsFile;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a user sets for all sources, in `sources.properties` of the data folder.
///
/// @param fetching limits of requests, with the contact that sites are told
/// @param rsshub address of the user's own RSSHub; empty if there is none
/// @param rssbridge address of the user's own RSS-Bridge; empty if there is none
/// @param publicAddress at which others reach this desk; empty if they do not
/// @param letters where mail that is sent to us is taken; null if it is not
/// @param companies where the list of listed companies is fetched from
record SourceSettings(
    FetchSettings fetching,
    String rsshub,
    String rssbridge,
    String publicAddress,
    @Nullable InetSocketAddress letters,
    URI companies) {

  private static final String NAME = "sources.properties";
  private static final String SECRETS = "sources.secrets";

  private static final String PROXY = "proxy.";

  private static final Set<String> KNOWN =
      Set.of(
          "contact",
          "private-addresses",
          "rsshub",
          "rssbridge",
          "public-address",
          "smtp-port",
          "smtp-host",
          "companies",
          PROXY + "NAME");

  /// @throws ExpectedFailure if the file is there and cannot be read, or says what nobody knows
  static SourceSettings read(Path folder) {
    Properties given = SettingsLines.read(folder.resolve(NAME), KNOWN);
    return new SourceSettings(
        fetching(given),
        given.getProperty("rsshub", ""),
        given.getProperty("rssbridge", ""),
        publicAddress(given.getProperty("public-address", "").strip()),
        letters(given),
        companies(given.getProperty("companies", "").strip()));
  }

  private static URI companies(String address) {
    return address.isEmpty()
        ? ListedCompanies.ADDRESS
        : CanonicalAddress.of(address)
            .map(_ -> URI.create(address))
            .orElseThrow(
                () ->
                    new ExpectedFailure(
                        "%s: companies must be an address such as %s, got %s"
                            .formatted(NAME, ListedCompanies.ADDRESS, address)));
  }

  private static String publicAddress(String address) {
    if (!address.isEmpty() && CanonicalAddress.of(address).isEmpty()) {
      throw new ExpectedFailure(
          "%s: public-address must be such as https://desk.example.org, got %s"
              .formatted(NAME, address));
    }
    return address;
  }

  /// This machine alone may send, unless another address is named.
  private static @Nullable InetSocketAddress letters(Properties given) {
    String port = given.getProperty("smtp-port", "").strip();
    if (port.isEmpty()) {
      return null;
    }
    if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
      throw new ExpectedFailure("%s: smtp-port must be a port, got %s".formatted(NAME, port));
    }
    return new InetSocketAddress(
        given.getProperty("smtp-host", "127.0.0.1").strip(), Integer.parseInt(port));
  }

  private static FetchSettings fetching(Properties given) {
    FetchSettings settings = FetchSettings.DEFAULTS;
    Set<String> neighbours = new HashSet<>();
    String reached = given.getProperty("private-addresses", "refused").strip();
    switch (reached) {
      case "refused", "" -> {}
      case "allowed" -> settings = settings.with(PrivateAddresses.ALLOWED);
      case String places -> neighbours.addAll(List.of(places.split("[\\s,]+")));
    }
    for (String bridge : List.of("rsshub", "rssbridge")) {
      place(given.getProperty(bridge, "")).ifPresent(neighbours::add);
    }
    String contact = given.getProperty("contact", "");
    try {
      FetchSettings named = contact.isBlank() ? settings : settings.withContact(contact.strip());
      return named.with(neighbours, proxies(given));
    } catch (IllegalArgumentException e) {
      throw new ExpectedFailure("%s: %s".formatted(NAME, e.getMessage()), e);
    }
  }

  /// Host and port of an address of the user's own, which may be private.
  private static Optional<String> place(String address) {
    return CanonicalAddress.of(address)
        .map(
            uri ->
                uri.getHost()
                    + ":"
                    + (uri.getPort() >= 0
                        ? uri.getPort()
                        : uri.getScheme().equals("https") ? 443 : 80));
  }

  private static Map<String, URI> proxies(Properties given) {
    Map<String, URI> proxies = new HashMap<>();
    for (String name : given.stringPropertyNames()) {
      if (name.startsWith(PROXY)) {
        URI proxy = URI.create(given.getProperty(name).strip());
        if (proxy.getHost() == null
            || proxy.getPort() < 0
            || !List.of("http", "socks5").contains(String.valueOf(proxy.getScheme()))) {
          throw new IllegalArgumentException(
              "%s must be http://HOST:PORT or socks5://HOST:PORT".formatted(name));
        }
        proxies.put(name.substring(PROXY.length()), proxy);
      }
    }
    return proxies;
  }

  /// What sites ask of those who may read them, in `sources.secrets` of the data folder: none if
  /// there is no such file.
  ///
  /// @throws ExpectedFailure if others on this machine can read it, or it cannot be read
  static Secrets secrets(Path folder) {
    Path file = folder.resolve(SECRETS);
    if (!Files.exists(file)) {
      return Secrets.NONE;
    }
    if (SettingsFile.isOpenToOthers(file)) {
      throw new ExpectedFailure(
          "%s holds secrets and others on this machine can read it. Run: chmod 600 %s"
              .formatted(file, file));
    }
    try {
      return Secrets.parse(Files.readAllLines(file));
    } catch (IOException | IllegalArgumentException e) {
      throw new ExpectedFailure("%s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
