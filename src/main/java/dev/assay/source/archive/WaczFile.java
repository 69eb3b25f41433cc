package dev.assay.source.archive;

import dev.assay.article.CanonicalAddress;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A collection of web archives (WACZ 1.1): WARC files in a zip, with a list of the pages that
/// somebody looked at. Where there is such a list, what only stands within those pages (frames,
/// advertisements) is passed over.
public final class WaczFile implements AutoCloseable {

  private static final int MOST_PAGES = 1_000_000;

  /// The list may hold the text of each page.
  private static final int LONGEST_LINE = 16_000_000;

  private static final long LONGEST_LIST = 2_000_000_000;

  /// An archive within may be larger unpacked than packed, but not by more.
  private static final int MOST_RATIO = 200;

  /// Bytes that an archive within takes unpacked, however large it is packed.
  private static final long MOST_UNPACKED = 50_000_000_000L;

  private final ZipFile zip;
  private final Path folder;

  private final long mostUnpacked;

  private WaczFile(ZipFile zip, Path folder, long mostUnpacked) {
    this.zip = zip;
    this.folder = folder;
    this.mostUnpacked = mostUnpacked;
  }

  /// Opens a file.
  ///
  /// @throws DamagedArchive if it is none
  /// @throws IOException if the file system cannot read it, or gives no folder to unpack it in
  public static WaczFile open(Path file) throws IOException {
    return open(file, MOST_UNPACKED);
  }

  /// @param mostUnpacked bytes that an archive within takes unpacked
  static WaczFile open(Path file, long mostUnpacked) throws IOException {
    ZipFile zip = zip(file);
    try {
      return new WaczFile(zip, Files.createTempDirectory("assay-wacz"), mostUnpacked);
    } catch (IOException e) {
      zip.close();
      throw e;
    }
  }

  private static ZipFile zip(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw damaged(e);
    }
  }

  private static DamagedArchive damaged(IOException e) {
    return new DamagedArchive(Objects.requireNonNullElse(e.getMessage(), "it is cut off"), e);
  }

  /// The names of the archives within.
  public List<String> archives() {
    return zip.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.startsWith("archive/"))
        .filter(name -> name.endsWith(".warc") || name.endsWith(".warc.gz"))
        .sorted()
        .toList();
  }

  /// The pages of one of the archives. Close them before asking for the next.
  ///
  /// @throws DamagedArchive if it cannot be unpacked
  /// @throws IOException if the file system cannot read it, or has no room for it
  public WarcPages pages(String archive) throws IOException {
    try {
      return unpacked(archive);
    } catch (ZipException | EOFException e) {
      throw damaged(e);
    }
  }

  private WarcPages unpacked(String archive) throws IOException {
    ZipEntry entry = zip.getEntry(archive);
    long most = Math.max(1 << 20, entry.getCompressedSize() * MOST_RATIO);
    Path unpacked = folder.resolve("archive" + (archive.endsWith(".gz") ? ".warc.gz" : ".warc"));
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(unpacked)) {
      byte[] buffer = new byte[1 << 16];
      long size = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        size += n;
        if (size > most) {
          throw new DamagedArchive("it unpacks to far more than its size");
        }
        if (size > mostUnpacked) {
          throw new DamagedArchive(
              "an archive in it takes more than %,d bytes unpacked".formatted(mostUnpacked));
        }
        out.write(buffer, 0, n);
      }
    }
    return WarcPages.open(unpacked, wanted());
  }

  private Predicate<URI> wanted() throws IOException {
    Set<URI> listed = new HashSet<>();
    ZipEntry list = zip.getEntry("pages/pages.jsonl");
    if (list == null) {
      return _ -> true;
    }
    try (InputStream in = new BufferedInputStream(zip.getInputStream(list))) {
      long size = 0;
      for (byte[] line = line(in); line.length > 0 && listed.size() < MOST_PAGES; line = line(in)) {
        size += line.length;
        if (size > LONGEST_LIST) {
          throw new DamagedArchive(
              "its list of pages is longer than %,d bytes".formatted(LONGEST_LIST));
        }
        URI address = address(line);
        if (address != null) {
          listed.add(address);
        }
      }
    }
    return listed.isEmpty() ? _ -> true : listed::contains;
  }

  /// A line with its end; nothing after the last.
  private static byte[] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      line.write(b);
      if (line.size() > LONGEST_LINE) {
        throw new DamagedArchive(
            "a line of its list of pages is longer than %,d bytes".formatted(LONGEST_LINE));
      }
      if (b == '\n') {
        break;
      }
    }
    return line.toByteArray();
  }

  private static @Nullable URI address(byte[] line) {
    try {
      String url = JsonMapper.shared().readTree(line).path("url").asString("");
      return CanonicalAddress.of(url).orElse(null);
    } catch (JacksonException e) {
      return null; // the first line says what the list is
    }
  }

  @Override
  public void close() {
    try (zip;
        Stream<Path> left = Files.list(folder)) {
      for (Path file : left.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
