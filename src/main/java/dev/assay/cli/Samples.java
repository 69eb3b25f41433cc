package dev.assay.cli;

import dev.assay.article.Identity;
import dev.assay.article.Outcome;
import dev.assay.article.RawDocument;
import dev.assay.cli.terminal.Desk;
import dev.assay.ingest.input.Given;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// The sample articles, each known by its name among the samples and not by its path: those of
/// another copy of the program are the same.
final class Samples {

  /// The source of the samples' identities.
  private static final String SOURCE = "samples";

  /// When the sample pages were saved: what says "three hours ago" is read against this.
  private static final Instant SAVED_AT = Instant.parse("2025-11-25T02:00:00Z");

  private static final String EXPECTED = "expected/";

  private final Path folder;

  Samples(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /// Makes a desk hold these samples and no others: those that an earlier version brought, also by
  /// their paths, are taken away. What a user imported beside them stays.
  ///
  /// @return how many articles the desk has then
  long bring(Desk desk, BiConsumer<Given, Outcome> report) {
    Set<Identity> brought = new HashSet<>();
    try (Stream<Given> given = desk.inputs().of(folder.toString())) {
      desk.ingest()
          .run(
              given.filter(this::isArticle).map(this::asSample).iterator(),
              (sample, outcome) -> {
                brought.add(sample.identity());
                report.accept(sample, outcome);
              });
    }
    desk.upkeep().delete(identity -> isSample(identity) && !brought.contains(identity));
    return desk.upkeep().status().counts().articles();
  }

  /// What is expected of the samples lies beside them.
  private boolean isArticle(Given given) {
    return !(given.identity() instanceof Identity.OfFile(String path))
        || !nameOf(Path.of(path)).startsWith(EXPECTED);
  }

  private Given asSample(Given given) {
    return switch (given) {
      case Given.Document(RawDocument document) ->
          new Given.Document(document.knownAs(named(document.identity())).fetchedAt(SAVED_AT));
      case Given.Refused refused -> refused;
    };
  }

  private Identity named(Identity identity) {
    return identity instanceof Identity.OfFile(String path)
        ? new Identity.OfExternal(SOURCE, nameOf(Path.of(path)))
        : identity;
  }

  private String nameOf(Path file) {
    return slashed(folder.relativize(file));
  }

  private static String lastTwo(Path folder) {
    int names = folder.getNameCount();
    return slashed(folder.subpath(Math.max(0, names - 2), names));
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  /// Whether some version of the program brought it: by its path, which ended as this folder's
  /// does.
  private boolean isSample(Identity identity) {
    return switch (identity) {
      case Identity.OfExternal(String source, _) -> source.equals(SOURCE);
      case Identity.OfFile(String path) -> path.contains("/" + lastTwo(folder) + "/");
      case Identity.OfAddress _ -> false;
    };
  }
}
