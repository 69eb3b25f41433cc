package dev.assay.search.dictionary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// The dictionary that is in a folder at each moment: one that is added beside a running server is
/// taken up by the next question. Safe for use by many threads.
public final class DictionaryShelf implements Supplier<Optional<Dictionary>> {

  private static final String NONE = "";

  private final Path folder;
  private volatile Seen seen = new Seen(NONE, Optional.empty());

  /// @param mark of the entries as they were when it was opened
  private record Seen(String mark, Optional<Dictionary> dictionary) {}

  public DictionaryShelf(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<Dictionary> get() {
    String mark = mark();
    Seen last = seen;
    return last.mark().equals(mark) ? last.dictionary() : open(mark);
  }

  private synchronized Optional<Dictionary> open(String mark) {
    if (!seen.mark().equals(mark)) {
      seen = new Seen(mark, mark.equals(NONE) ? Optional.empty() : Dictionary.open(folder));
    }
    return seen.dictionary();
  }

  /// Another one for other entries; they are written last.
  private String mark() {
    Path entries = folder.resolve(Dictionary.ENTRIES);
    try {
      return Files.getLastModifiedTime(entries) + " " + Files.size(entries);
    } catch (NoSuchFileException e) {
      return NONE;
    } catch (IOException e) {
      throw new UncheckedIOException("the dictionary in %s cannot be read".formatted(folder), e);
    }
  }
}
