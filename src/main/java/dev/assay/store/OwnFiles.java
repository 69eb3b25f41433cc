package dev.assay.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Makes folders and files that only their owner may look into, where the system knows such rights.
/// What is there already keeps the rights that it was given.
public final class OwnFiles {

  private OwnFiles() {}

  /// A folder for the owner alone, with those above it as the system makes them.
  public static void makeFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      Files.createDirectory(folder, ownersAlone(folder, "rwx------"));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  /// An empty file for the owner alone; nothing happens if it is there.
  public static void makeFile(Path file) throws IOException {
    try {
      Files.createFile(file, ownersAlone(file, "rw-------"));
    } catch (FileAlreadyExistsException e) {
      return;
    }
  }

  /// Whether others on this machine can read or change a file.
  public static boolean isOpenToOthers(Path file) {
    try {
      Set<PosixFilePermission> open = PosixFilePermissions.fromString("---rw-rw-");
      return Files.getPosixFilePermissions(file).stream().anyMatch(open::contains);
    } catch (IOException | UnsupportedOperationException e) {
      return false; // a file system without such permissions
    }
  }

  private static FileAttribute<?>[] ownersAlone(Path file, String rights) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }

  /// Makes what was renamed in a folder last, where the system lets a folder be opened.
  public static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      if (!System.getProperty("os.name", "").startsWith("Windows")) {
        throw e;
      }
    }
  }
}
