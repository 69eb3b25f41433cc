package dev.assay.index.lucene;

import dev.assay.index.IndexFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The forms that one index has had: folders `1`, `2`, ... of which the file `CURRENT` names the
/// one in use. A rebuilt index is written beside the old one and takes its place in one step.
record Generations(Path folder) {

  private static final String CURRENT = "CURRENT";

  Path current() {
    return folder.resolve(Long.toString(currentNumber()));
  }

  /// The folder of the next form, empty.
  Path startNext() {
    Path next = folder.resolve(Long.toString(currentNumber() + 1));
    delete(next);
    return next;
  }

  /// Puts `generation` in use and removes the others.
  void switchTo(Path generation) {
    try {
      Path written = folder.resolve(CURRENT + ".new");
      Files.writeString(written, generation.getFileName().toString());
      Files.move(
          written,
          folder.resolve(CURRENT),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      for (Path other : numbered()) {
        if (!other.equals(generation)) {
          delete(other);
        }
      }
    } catch (IOException e) {
      throw IndexFailure.disk("index in " + generation, "take over", e);
    }
  }

  private List<Path> numbered() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(path -> path.getFileName().toString().chars().allMatch(Character::isDigit))
          .toList();
    }
  }

  private long currentNumber() {
    try {
      String text = Files.readString(folder.resolve(CURRENT), StandardCharsets.UTF_8).strip();
      return Long.parseLong(text);
    } catch (NoSuchFileException e) {
      return 1;
    } catch (NumberFormatException e) {
      return newest();
    } catch (IOException e) {
      throw IndexFailure.disk("index in " + folder, "be read", e);
    }
  }

  /// The form with the highest number: what is in use if the file that says so is damaged.
  private long newest() {
    try {
      return numbered().stream()
          .mapToLong(path -> Long.parseLong(path.getFileName().toString()))
          .max()
          .orElse(1);
    } catch (IOException e) {
      throw IndexFailure.disk("index in " + folder, "be read", e);
    }
  }

  static void delete(Path tree) {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw IndexFailure.disk("index in " + tree, "be removed", e);
    }
  }
}
