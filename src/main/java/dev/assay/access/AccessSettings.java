package dev.assay.access;

import dev.assay.access.openid.ProviderSettings;
import dev.assay.article.ExpectedFailure;
import dev.assay.store.OwnFiles;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a data folder's `access.properties` says of who may come in by another's word, and how much
/// each may ask. Without the file nobody is believed.
///
/// @param header in which a proxy names who it has let in; empty for none
/// @param proxies where such a proxy may be; nobody else is believed
/// @param openId the provider by which people may sign in
/// @param provided what becomes of those whom it vouches for
/// @param requestsPerMinute of one person, program or address, at a desk with accounts
public record AccessSettings(
    String header,
    Networks proxies,
    Optional<ProviderSettings> openId,
    Provided provided,
    int requestsPerMinute) {

  private static final String FILE = "access.properties";
  private static final String SECRET = "auth.oidc.secret";
  private static final String SECRET_VARIABLE = "ASSAY_OIDC_SECRET";
  private static final int USUAL_REQUESTS = 600;

  static final AccessSettings NONE = of(new Properties());

  /// What becomes of people whom a provider vouches for.
  ///
  /// @param create whether one who is not known yet gets an account
  /// @param editors the groups whose members are editors; with those of admins empty too, roles are
  ///   given here and not there
  /// @param admins the groups whose members are administrators
  record Provided(boolean create, Set<String> editors, Set<String> admins) {

    Provided {
      editors = Set.copyOf(editors);
      admins = Set.copyOf(admins);
    }

    /// The role that groups give; empty if they give none.
    Optional<Role> role(Set<String> groups) {
      if (editors.isEmpty() && admins.isEmpty()) {
        return Optional.empty();
      }
      if (groups.stream().anyMatch(admins::contains)) {
        return Optional.of(Role.ADMIN);
      }
      return Optional.of(groups.stream().anyMatch(editors::contains) ? Role.EDITOR : Role.READER);
    }
  }

  /// Reads the settings of a data folder.
  ///
  /// @throws ExpectedFailure if the file is there and cannot be read or understood
  static AccessSettings read(Path folder, Map<String, String> environment) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return NONE;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      if (properties.containsKey(SECRET) && OwnFiles.isOpenToOthers(file)) {
        throw new IllegalArgumentException(
            "it holds a secret and others on this machine can read it. Run: chmod 600 " + file);
      }
      String secret = environment.get(SECRET_VARIABLE);
      if (secret != null) {
        properties.setProperty(SECRET, secret);
      }
      return of(properties);
    } catch (IOException | IllegalArgumentException e) {
      throw new ExpectedFailure("%s cannot be used: %s.".formatted(file, e.getMessage()), e);
    }
  }

  static AccessSettings of(Properties properties) {
    String header = text(properties, "auth.proxy.header");
    Networks proxies = Networks.parse(text(properties, "auth.proxy.networks"));
    if (!header.isEmpty() && proxies.equals(Networks.NONE)) {
      throw new IllegalArgumentException(
          "auth.proxy.header needs auth.proxy.networks, such as 127.0.0.1/32");
    }
    return new AccessSettings(
        header,
        proxies,
        Optional.ofNullable(openId(properties)),
        new Provided(
            text(properties, "auth.oidc.create").equals("true"),
            words(properties, "auth.oidc.editors"),
            words(properties, "auth.oidc.admins")),
        requests(properties));
  }

  private static @Nullable ProviderSettings openId(Properties properties) {
    String issuer = text(properties, "auth.oidc.issuer");
    if (issuer.isEmpty()) {
      return null;
    }
    String client = text(properties, "auth.oidc.client");
    String desk = text(properties, "public.url");
    if (client.isEmpty() || desk.isEmpty()) {
      throw new IllegalArgumentException(
          "auth.oidc.issuer needs auth.oidc.client, and public.url, the address of this desk");
    }
    String label = text(properties, "auth.oidc.label");
    String claim = text(properties, "auth.oidc.groups-claim");
    Set<String> scopes = words(properties, "auth.oidc.scopes");
    return new ProviderSettings(
        URI.create(issuer),
        client,
        text(properties, SECRET),
        label.isEmpty() ? String.valueOf(URI.create(issuer).getHost()) : label,
        claim.isEmpty() ? "groups" : claim,
        scopes.isEmpty() ? Set.of("profile", "email") : scopes,
        URI.create(desk));
  }

  private static int requests(Properties properties) {
    String text = text(properties, "requests-per-minute");
    if (text.isEmpty()) {
      return USUAL_REQUESTS;
    }
    if (!text.matches("[1-9]\\d{0,6}")) {
      throw new IllegalArgumentException(
          "requests-per-minute must be a whole number from 1 on, got " + text);
    }
    return Integer.parseInt(text);
  }

  private static String text(Properties properties, String name) {
    return properties.getProperty(name, "").strip();
  }

  private static Set<String> words(Properties properties, String name) {
    return Arrays.stream(text(properties, name).split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }
}
