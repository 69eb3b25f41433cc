package dev.assay.source.archive;

import dev.assay.article.CanonicalAddress;
import dev.assay.article.RawDocument;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;

/// The pages and documents of a web archive file (ISO 28500, packed or not), in their order:
/// answers of 200 that are HTML, PDF or Word. One that only says that it found the same again
/// (`revisit`) is read from where the text stands. A file of any length is read with the memory of
/// one page.
public final class WarcPages implements Iterator<WarcPages.Read>, AutoCloseable {

  private static final int MOST_BYTES = 20_000_000;

  /// Texts that a later record may point back to.
  private static final int MOST_DIGESTS = 1_000_000;

  private static final Set<String> TYPES =
      Set.of(RawDocument.HTML, "application/xhtml+xml", RawDocument.PDF, RawDocument.DOCX);

  private static final List<String> HEADERS =
      List.of(
          "content-type",
          "content-language",
          "last-modified",
          "x-robots-tag",
          "tdm-reservation",
          "tdm-policy",
          "content-usage");

  private final Path file;
  private final FileBytes channel;
  private final WarcReader reader;
  private final Predicate<URI> wanted;
  private final Map<String, Long> positions = new HashMap<>();
  private @Nullable Read next;
  private boolean begun;
  private boolean ended;

  private WarcPages(Path file, Predicate<URI> wanted) throws IOException {
    this.file = file;
    this.wanted = wanted;
    this.channel = new FileBytes(file);
    try {
      this.reader = new WarcReader(channel);
      reader.setLenient(true);
    } catch (EOFException e) {
      channel.close();
      throw new DamagedArchive("it ends before it begins", e);
    } catch (FileSystemException | ClosedByInterruptException | RuntimeException e) {
      channel.close();
      throw e;
    } catch (IOException e) {
      channel.close();
      throw new DamagedArchive(plain(e), e);
    }
  }

  /// What a record came to.
  public sealed interface Read {
    record Page(ArchivedPage page) implements Read {}

    /// A record that cannot be read.
    ///
    /// @param place the record's address, or the place of the damage
    record Unread(String place, String reason) implements Read {}
  }

  /// Opens a file.
  ///
  /// @param wanted which addresses are looked at
  /// @throws DamagedArchive if it does not begin as a web archive does
  /// @throws IOException if the file system cannot read it
  public static WarcPages open(Path file, Predicate<URI> wanted) throws IOException {
    return new WarcPages(file, wanted);
  }

  /// @throws UncheckedIOException if the file system cannot read on
  @Override
  public boolean hasNext() {
    while (next == null && !ended) {
      try {
        Optional<WarcRecord> record = reader.next();
        begun = true;
        ended = record.isEmpty();
        next = record.isEmpty() ? null : read(record.get());
      } catch (FileSystemException | ClosedByInterruptException e) {
        throw new UncheckedIOException(e);
      } catch (IOException | RuntimeException e) {
        ended = true;
        next =
            new Read.Unread(
                "byte " + reader.position(),
                begun
                    ? "The archive is damaged here (%s); what follows cannot be read."
                        .formatted(plain(e))
                    : "The file does not begin as a web archive (WARC) does.");
      }
    }
    return next != null;
  }

  @Override
  public Read next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no record is left");
    }
    Read read = next;
    next = null;
    return Objects.requireNonNull(read);
  }

  /// Null if the record is none of those that matter.
  private @Nullable Read read(WarcRecord record) throws IOException {
    if (!(record instanceof WarcTargetRecord target)) {
      return null;
    }
    String said = target.headers().first("WARC-Target-URI").orElse("");
    Optional<URI> address = CanonicalAddress.of(said).filter(wanted);
    if (address.isEmpty()) {
      return null;
    }
    try {
      return switch (record) {
        case WarcResponse response -> page(address.get(), response, record.date());
        case WarcRevisit revisit -> again(address.get(), revisit);
        default -> null;
      };
    } catch (FileSystemException | ClosedByInterruptException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      return new Read.Unread(
          address.get().toString(), "Its record cannot be read: %s.".formatted(plain(e)));
    }
  }

  private @Nullable Read page(URI address, WarcResponse record, Instant at) throws IOException {
    HttpResponse answer = record.http();
    String type = type(answer.headers());
    if (answer.status() != 200 || !TYPES.contains(type)) {
      return null;
    }
    if (positions.size() < MOST_DIGESTS) {
      record
          .payloadDigest()
          .ifPresent(digest -> positions.putIfAbsent(digest.toString(), reader.position()));
    }
    try (InputStream body = answer.bodyDecoded().stream()) {
      byte[] bytes = body.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        return new Read.Unread(
            address.toString(), "The page is larger than %,d bytes.".formatted(MOST_BYTES));
      }
      return bytes.length == 0
          ? new Read.Unread(address.toString(), "The archive holds no bytes of it.")
          : new Read.Page(new ArchivedPage(address, at, type, bytes, headers(answer.headers())));
    }
  }

  /// The text was found unchanged: it stands where its digest was seen first.
  private @Nullable Read again(URI address, WarcRevisit revisit) throws IOException {
    Long position =
        revisit.payloadDigest().map(digest -> positions.get(digest.toString())).orElse(null);
    if (position == null) {
      return null; // it stands in another file
    }
    try (FileBytes other = new FileBytes(file)) {
      other.position(position);
      try (WarcReader there = new WarcReader(other)) {
        return there.next().orElse(null) instanceof WarcResponse response
            ? page(address, response, revisit.date())
            : null;
      }
    }
  }

  private static String type(MessageHeaders headers) {
    String type = headers.first("Content-Type").orElse("");
    int semicolon = type.indexOf(';');
    return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> headers(MessageHeaders all) {
    Map<String, String> headers = new HashMap<>();
    for (String name : HEADERS) {
      all.first(name).ifPresent(value -> headers.put(name, value));
    }
    return headers;
  }

  private static String plain(Exception e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return message.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  @Override
  public void close() {
    try {
      reader.close();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
