package dev.assay.ingest.input;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The files below a folder, in the order of their names. What is hidden, or called README.md, is
/// passed over, and so is a link that leads out of the folder: who sends an archive of pages must
/// not choose which of our files are read.
///
/// @param unread folders and files that could not be looked at, each with the reason
record FolderWalk(List<Path> files, SortedMap<Path, String> unread) {

  static FolderWalk of(Path folder, Predicate<Path> known) {
    Visitor visitor = new Visitor(folder, known);
    try {
      Files.walkFileTree(folder, visitor);
    } catch (IOException e) {
      visitor.unread.put(folder, String.valueOf(e.getMessage()));
    }
    Collections.sort(visitor.files);
    return new FolderWalk(
        List.copyOf(visitor.files), Collections.unmodifiableSortedMap(visitor.unread));
  }

  /// The folder behind a link that a person named; any other folder as it is.
  static Path real(Path folder) {
    try {
      return Files.isSymbolicLink(folder) ? folder.toRealPath() : folder;
    } catch (IOException e) {
      return folder;
    }
  }

  /// Whether a file is, by a link somewhere on its path, another than one below `folder`.
  static boolean leadsOut(Path file, Path folder) {
    try {
      return !file.toRealPath().startsWith(folder.toRealPath());
    } catch (IOException e) {
      return false; // there is no such file, which is said where it is read
    }
  }

  private static boolean isHidden(Path path) {
    return path.getFileName() != null && path.getFileName().toString().startsWith(".");
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final Predicate<Path> known;
    private final List<Path> files = new ArrayList<>();
    private final SortedMap<Path, String> unread = new TreeMap<>();

    Visitor(Path folder, Predicate<Path> known) {
      this.folder = folder;
      this.known = known;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
      return !path.equals(folder) && isHidden(path)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
      boolean file =
          attributes.isRegularFile()
              || attributes.isSymbolicLink()
                  && Files.isRegularFile(path)
                  && !leadsOut(path, folder);
      if (file
          && known.test(path)
          && !isHidden(path)
          && !path.getFileName().toString().equalsIgnoreCase("README.md")) {
        files.add(path);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException e) {
      unread.put(path, e.getClass().getSimpleName());
      return FileVisitResult.CONTINUE;
    }
  }
}
