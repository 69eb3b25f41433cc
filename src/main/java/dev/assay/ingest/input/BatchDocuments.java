package dev.assay.ingest.input;

import dev.assay.article.ArticleId;
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
import java.util.LinkedHashMap;
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
public final class BatchDocuments implements Iterator<Given> {

  static final int MAX_LINE_BYTES = 20_000_000;

  private static final int LONGEST_ID = 1_000;

  /// Lines are told for a later one of the same id as far back as this.
  private static final int LOOK_BACK = 100_000;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final InputStream in;
  private final InstantSource clock;

  /// The last lines, by what they are of.
  private final Map<ArticleId, Long> seen =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ArticleId, Long> eldest) {
          return size() > LOOK_BACK;
        }
      };

  private long line;
  private @Nullable Given next;

  public BatchDocuments(InputStream in, InstantSource clock) {
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
    String text = withoutMark(new String(read.bytes(), StandardCharsets.UTF_8)).strip();
    return text.isEmpty() ? null : document(text, read.bytes());
  }

  /// Windows programs begin a file with a byte order mark (U+FEFF).
  private String withoutMark(String text) {
    return line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private Given document(String text, byte[] bytes) {
    try {
      JsonNode object = JSON.readTree(text);
      String id = object.path("id").asString("");
      if (!object.isObject() || id.isEmpty()) {
        return refused("The line must be a JSON object with an \"id\".");
      }
      if (id.length() > LONGEST_ID) {
        return refused("Its \"id\" is longer than %,d characters.".formatted(LONGEST_ID));
      }
      Identity identity = new Identity.OfExternal(name(object.path("source").asString("")), id);
      return new Given.Document(
          new RawDocument(
              identity,
              CanonicalAddress.of(object.path("url").asString("")).orElse(null),
              RawDocument.BATCH_LINE,
              bytes,
              replaced(identity),
              clock.instant()));
    } catch (JacksonException e) {
      return refused("The line is not JSON: %s.".formatted(e.getOriginalMessage()));
    }
  }

  /// As much of a source's name as makes a key; a tab would end it.
  private static String name(String source) {
    String name = source.replace('\t', ' ');
    return name.length() <= LONGEST_ID ? name : name.substring(0, LONGEST_ID);
  }

  /// The number of the last line that had this identity, for the header that says so.
  private Map<String, String> replaced(Identity identity) {
    Long earlier = seen.put(identity.articleId(), line);
    return earlier == null ? Map.of() : Map.of(RawDocument.BATCH_REPLACES, Long.toString(earlier));
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
