package dev.assay.ingest;

import dev.assay.article.ExpectedFailure;
import dev.assay.ingest.input.BatchDocuments;
import dev.assay.ingest.input.Given;
import dev.assay.ingest.input.Inputs;
import dev.assay.ingest.input.OneByOne;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A part of a backfill: a file of JSON Lines from one byte to another, or a whole archive. When
/// its documents were fetched is taken from the archive, or from the file's own time: whoever reads
/// it, and whenever, comes to the same.
///
/// @param until the line that begins before it is the last; the size of the file for its end
public record BackfillPart(Path file, long from, long until) {

  /// Bytes of a file of lines that one worker takes at a time.
  private static final long SIZE = 8L << 20;

  /// The parts of a file.
  public static List<BackfillPart> of(Path file) {
    long size = size(file);
    List<BackfillPart> parts = new ArrayList<>();
    if (Inputs.isArchive(file)) {
      parts.add(new BackfillPart(file, 0, size));
    } else {
      for (long from = 0; from < size; from += SIZE) {
        parts.add(new BackfillPart(file, from, Math.min(size, from + SIZE)));
      }
    }
    return parts;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static ExpectedFailure unreadable(Path file, IOException e) {
    return new ExpectedFailure("%s cannot be read: %s.".formatted(file, e.getMessage()), e);
  }

  /// By which it is told apart, and read again by [#parse].
  public String key() {
    return "%d-%d %s".formatted(from, until, file);
  }

  public static BackfillPart parse(String key) {
    int dash = key.indexOf('-');
    int blank = key.indexOf(' ');
    return new BackfillPart(
        Path.of(key.substring(blank + 1)),
        Long.parseLong(key.substring(0, dash)),
        Long.parseLong(key.substring(dash + 1, blank)));
  }

  /// For a person.
  public String shown() {
    return "%s (%,d to %,d)".formatted(file, from, until);
  }

  /// Its documents in their order, read as they are asked for. Close the stream after use.
  ///
  /// That the file system cannot read the file is thrown, here ([ExpectedFailure]) or while they
  /// are read ([UncheckedIOException]): another worker may be able to. What is wrong with an
  /// archive is refused.
  public Stream<Given> documents() {
    try {
      InstantSource written = InstantSource.fixed(Files.getLastModifiedTime(file).toInstant());
      return Inputs.isArchive(file) ? Inputs.ofArchive(file, written) : lines(written);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private Stream<Given> lines(InstantSource written) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      return OneByOne.stream(new BatchDocuments(new LinesBetween(in, from, until), written))
          .onClose(() -> close(in));
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Works on its documents.
  interface Reading {
    void read(Iterator<Given> documents);
  }

  void read(Reading reading) {
    try (Stream<Given> documents = documents()) {
      reading.read(documents.iterator());
    } catch (UncheckedIOException e) {
      throw unreadable(file, Objects.requireNonNull(e.getCause()));
    }
  }

  /// The lines of a stream that begin at or after one place and before another.
  @SuppressWarnings("InputStreamSlowMultibyteRead") // lines are read byte by byte
  private static final class LinesBetween extends InputStream {
    private final InputStream in;
    private final long until;
    private long place;
    private boolean atStart = true;
    private boolean atEnd;

    LinesBetween(InputStream in, long from, long until) throws IOException {
      this.in = in;
      this.until = until;
      if (from > 0) { // the line that goes on here is another part's
        in.skipNBytes(from - 1);
        this.place = from - 1;
        this.atStart = false;
        while (!atStart && !atEnd) {
          next();
        }
      }
    }

    private int next() throws IOException {
      int read = in.read();
      place++;
      atEnd = read < 0;
      atStart = read == '\n';
      return read;
    }

    @Override
    public int read() throws IOException {
      return atStart && place >= until || atEnd ? -1 : next();
    }
  }
}
