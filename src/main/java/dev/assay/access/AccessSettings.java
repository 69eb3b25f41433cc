package dev.assay.access;

import dev.assay.article.ExpectedFailure;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// What a data folder's `access.properties` says of the proxy before the server. Without the file
/// nothing before the server is believed.
///
/// @param header in which the proxy names who it has let in; empty for none
/// @param proxies where such a proxy may be; nobody else is believed
public record AccessSettings(String header, Networks proxies) {

  private static final String FILE = "access.properties";

  static final AccessSettings NONE = new AccessSettings("", Networks.NONE);

  /// Reads the settings of a data folder.
  ///
  /// @throws ExpectedFailure if the file is there and cannot be read or understood
  public static AccessSettings read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return NONE;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return of(properties);
    } catch (IOException | IllegalArgumentException e) {
      throw new ExpectedFailure("%s cannot be used: %s.".formatted(file, e.getMessage()), e);
    }
  }

  static AccessSettings of(Properties properties) {
    String header = properties.getProperty("auth.proxy.header", "").strip();
    Networks proxies = Networks.parse(properties.getProperty("auth.proxy.networks", ""));
    if (!header.isEmpty() && proxies.equals(Networks.NONE)) {
      throw new IllegalArgumentException(
          "auth.proxy.header needs auth.proxy.networks, such as 127.0.0.1/32");
    }
    return new AccessSettings(header, proxies);
  }
}
