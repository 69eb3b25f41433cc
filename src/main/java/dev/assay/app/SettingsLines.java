package dev.assay.app;

import dev.assay.article.ExpectedFailure;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;

/// A file of settings in the data folder: lines `NAME=VALUE`, each of a name that is known.
final class SettingsLines {

  /// Ends a known name that stands for many.
  private static final String ANY = "NAME";

  private SettingsLines() {}

  /// What the file says; nothing if there is none.
  ///
  /// @param known the names; one that ends in `NAME` stands for all that begin as it does
  /// @throws ExpectedFailure if the file is there and cannot be read, or says what nobody knows
  static Properties read(Path file, Set<String> known) {
    Properties given = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        given.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        throw new ExpectedFailure("%s cannot be read: %s.".formatted(file, e.getMessage()), e);
      }
    }
    for (String name : given.stringPropertyNames()) {
      if (known.stream().noneMatch(one -> isOne(name, one))) {
        throw new ExpectedFailure(
            "%s: nothing is called %s. Known are %s."
                .formatted(file, name, String.join(", ", known.stream().sorted().toList())));
      }
    }
    return given;
  }

  private static boolean isOne(String name, String known) {
    return name.equals(known)
        || known.endsWith(ANY)
            && name.startsWith(known.substring(0, known.length() - ANY.length()));
  }
}
