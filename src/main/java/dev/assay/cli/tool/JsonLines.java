package dev.assay.cli.tool;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The lines of a batch: JSON objects in UTF-8, one a line, each with an `id`. Blank lines are left
/// out. Memory is bounded by the longest line that is allowed.
final class JsonLines implements AutoCloseable {

  private static final int MAX_LINE_BYTES = 50_000_000;

  /// One line: an object, or the reason why there is none.
  sealed interface Line {
    /// The id of the object; the number of the line, as `line 3`, where there is none.
    String id();

    record Read(String id, JsonNode object) implements Line {

      /// The text of a field; empty if it is missing or not a text.
      String text(String field) {
        return object.path(field).asString("");
      }
    }

    record Refused(String id, String reason) implements Line {}
  }

  private final JsonMapper json = JsonMapper.shared();
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private long number;

  JsonLines(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /// The next line; empty at the end.
  Optional<Line> next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
    while (true) {
      bytes.reset();
      int length = readLine(bytes);
      if (length < 0) {
        return Optional.empty();
      }
      number++;
      if (length > MAX_LINE_BYTES) {
        return Optional.of(refused("the line is longer than %,d bytes".formatted(MAX_LINE_BYTES)));
      }
      if (!isBlank(bytes)) {
        return Optional.of(line(bytes.toByteArray()));
      }
    }
  }

  private static boolean isBlank(ByteArrayOutputStream bytes) {
    return bytes.size() < 3 && bytes.toString(StandardCharsets.UTF_8).isBlank();
  }

  private Line line(byte[] bytes) {
    try {
      JsonNode object = json.readTree(bytes);
      String id = object.path("id").asString("");
      return object.isObject() && !id.isEmpty()
          ? new Line.Read(id, object)
          : refused("the line must be a JSON object with an \"id\"");
    } catch (JacksonException e) {
      return refused("the line is not JSON: " + e.getOriginalMessage());
    }
  }

  private Line refused(String reason) {
    return new Line.Refused("line " + number, reason);
  }

  /// Reads up to the next line break; gives the length of the line, or -1 at the end of input. Of a
  /// line that is too long only the beginning is kept.
  private int readLine(ByteArrayOutputStream line) throws IOException {
    int length = 0;
    boolean any = false;
    while (fill()) {
      any = true;
      int from = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      length = (int) Math.min(Integer.MAX_VALUE, (long) length + at - from);
      if (length <= MAX_LINE_BYTES) {
        line.write(buffer, from, at - from);
      }
      if (at < end) {
        at++;
        return length;
      }
    }
    return any ? length : -1;
  }

  private boolean fill() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, in.read(buffer));
    }
    return at < end;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
