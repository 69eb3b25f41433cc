package dev.assay.app;

import dev.assay.article.ExpectedFailure;
import dev.assay.fetch.FetchSettings;
import dev.assay.fetch.FetchSettings.PrivateAddresses;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;

/// What a user sets for all sources, in `sources.properties` of the data folder.
///
/// @param fetching limits of requests, with the contact that sites are told
/// @param rsshub address of the user's own RSSHub; empty if there is none
/// @param rssbridge address of the user's own RSS-Bridge; empty if there is none
record SourceSettings(FetchSettings fetching, String rsshub, String rssbridge) {

  static final String NAME = "sources.properties";

  private static final Set<String> KNOWN =
      Set.of("contact", "private-addresses", "rsshub", "rssbridge");

  /// @throws ExpectedFailure if the file is there and cannot be read, or says what nobody knows
  static SourceSettings read(Path folder) {
    Path file = folder.resolve(NAME);
    Properties given = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        given.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        throw new ExpectedFailure("%s cannot be read: %s.".formatted(file, e.getMessage()), e);
      }
    }
    for (String name : given.stringPropertyNames()) {
      if (!KNOWN.contains(name)) {
        throw new ExpectedFailure(
            "%s: nothing is called %s. Known are contact, private-addresses, rsshub and rssbridge."
                .formatted(file, name));
      }
    }
    return new SourceSettings(
        fetching(given), given.getProperty("rsshub", ""), given.getProperty("rssbridge", ""));
  }

  private static FetchSettings fetching(Properties given) {
    FetchSettings settings = FetchSettings.DEFAULTS;
    if (given.getProperty("private-addresses", "refused").equals("allowed")) {
      settings = settings.with(PrivateAddresses.ALLOWED);
    }
    String contact = given.getProperty("contact", "");
    try {
      return contact.isBlank() ? settings : settings.withContact(contact.strip());
    } catch (IllegalArgumentException e) {
      throw new ExpectedFailure("%s: %s".formatted(NAME, e.getMessage()), e);
    }
  }
}
