package dev.assay.ingest;

import dev.assay.article.CanonicalAddress;
import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The documents of a batch: JSON Lines in UTF-8, an object a line, with `id`, `title`, `text`, and
/// if known `lang`, `url`, `source` and `published`.
///
/// The line itself is the document's bytes, so that it can be read again by a later program. A line
/// that cannot be read is refused with its number; the lines after it are read. Memory is bounded
/// by the longest line that is allowed.
public final class BatchLines implements Iterator<Given> {

  static final int MAX_LINE_BYTES = 50_000_000;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final InputStream in;
  private final InstantSource clock;
  private long line;
  private @Nullable Given next;

  public BatchLines(InputStream in, InstantSource clock) {
    this.in = in;
    this.clock = clock;
  }

  @Override
  public boolean hasNext() {
    while (next == null) {
      Line read = readLine();
      if (read.atEnd()) {
        return false;
      }
      line++;
      next = given(read);
    }
    return true;
  }

  @Override
  public Given next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no line after line " + line);
    }
    Given given = next;
    next = null;
    return Objects.requireNonNull(given);
  }

  private @Nullable Given given(Line read) {
    if (read.tooLong()) {
      return refused("The line is longer than %,d bytes.".formatted(MAX_LINE_BYTES));
    }
    String text = new String(read.bytes(), StandardCharsets.UTF_8).strip();
    return text.isEmpty() ? null : document(text, read.bytes());
  }

  private Given document(String text, byte[] bytes) {
    try {
      JsonNode object = JSON.readTree(text);
      String id = object.path("id").asString("");
      if (!object.isObject() || id.isEmpty()) {
        return refused("The line must be a JSON object with an \"id\".");
      }
      return new Given.Document(
          new RawDocument(
              new Identity.OfExternal(object.path("source").asString(""), id),
              CanonicalAddress.of(object.path("url").asString("")).orElse(null),
              RawDocument.BATCH_LINE,
              bytes,
              Map.of(),
              clock.instant()));
    } catch (JacksonException e) {
      return refused("The line is not JSON: %s.".formatted(e.getOriginalMessage()));
    }
  }

  private Given refused(String reason) {
    return new Given.Refused(new Identity.OfExternal("", "line " + line), reason);
  }

  private Line readLine() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    boolean any = false;
    boolean tooLong = false;
    try {
      for (int b = in.read(); b >= 0; b = in.read()) {
        any = true;
        if (b == '\n') {
          break;
        }
        tooLong |= bytes.size() >= MAX_LINE_BYTES;
        if (!tooLong) {
          bytes.write(b);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the batch broke off after line " + line, e);
    }
    return new Line(bytes.toByteArray(), !any, tooLong);
  }

  private record Line(byte[] bytes, boolean atEnd, boolean tooLong) {}
}
