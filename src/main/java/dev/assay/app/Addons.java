package dev.assay.app;

import dev.assay.index.meaning.Embedder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/// What was installed beside the program, each add-on a folder of jars with a class loader of its
/// own: the core's class path stays what it is.
final class Addons {

  /// Where `./assay addon embeddings` puts its jars, below the program's root.
  private static final String EMBEDDINGS = "addons/embeddings/target/addon";

  private Addons() {}

  /// The embedding add-on below `root`; empty if it is not installed. Cheap: no model is loaded.
  static Optional<Embedder> embedder(Path root) {
    Path folder = root.resolve(EMBEDDINGS);
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    // open as long as the process: classes are loaded from it whenever they are first needed
    @SuppressWarnings("resource")
    URLClassLoader loader = new URLClassLoader(jars(folder), Embedder.class.getClassLoader());
    return ServiceLoader.load(Embedder.class, loader).findFirst();
  }

  private static URL[] jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> jars =
          files.filter(file -> file.getFileName().toString().endsWith(".jar")).sorted().toList();
      URL[] urls = new URL[jars.size()];
      for (int i = 0; i < urls.length; i++) {
        urls[i] = url(jars.get(i));
      }
      return urls;
    } catch (IOException e) {
      throw new UncheckedIOException("the add-on in " + folder + " cannot be read", e);
    }
  }

  private static URL url(Path jar) throws MalformedURLException {
    return jar.toUri().toURL();
  }
}
