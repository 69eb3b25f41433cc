package dev.assay.source.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;

/// A part of a MIME message (RFC 2045 and after), with its transfer encoding taken off.
///
/// @param headers values as a person reads them, names in lower case
/// @param mediaType lower case, without parameters
/// @param charset that it says; may be empty
/// @param fileName empty if it has none
/// @param attached whether it is to be kept, not shown
/// @param parts of a part that holds others; then `body` is empty
public record MimePart(
    Map<String, List<String>> headers,
    String mediaType,
    String charset,
    String fileName,
    boolean attached,
    byte[] body,
    List<MimePart> parts) {

  private static final int DEEPEST = 20;

  /// Reads a message, or the parts of a page that was saved as one.
  ///
  /// @throws IOException if it is none
  public static MimePart parse(byte[] bytes) throws IOException {
    DefaultMessageBuilder builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(
        new MimeConfig.Builder()
            .setMaxLineLen(-1) // pages saved in one line
            .setMaxHeaderCount(10_000)
            .setMaxHeaderLen(1 << 20)
            .build());
    builder.setDecodeMonitor(DecodeMonitor.SILENT);
    try {
      Message message = builder.parseMessage(new ByteArrayInputStream(bytes));
      try {
        return of(message, 0);
      } finally {
        message.dispose();
      }
    } catch (RuntimeException e) {
      throw new IOException("it is no message: " + e.getMessage(), e);
    }
  }

  private static MimePart of(Entity entity, int depth) throws IOException {
    Body body = entity.getBody();
    List<MimePart> parts = new ArrayList<>();
    byte[] bytes = new byte[0];
    if (depth < DEEPEST && body instanceof Multipart multipart) {
      for (Entity part : multipart.getBodyParts()) {
        parts.add(of(part, depth + 1));
      }
    } else if (depth < DEEPEST && body instanceof Message message) {
      parts.add(of(message, depth + 1));
    } else if (body instanceof SingleBody single) {
      try (InputStream in = single.getInputStream()) {
        bytes = in.readAllBytes();
      }
    }
    return new MimePart(
        headers(entity),
        String.valueOf(entity.getMimeType()).toLowerCase(Locale.ROOT),
        Objects.requireNonNullElse(entity.getCharset(), ""),
        Objects.requireNonNullElse(decoded(entity.getFilename()), ""),
        "attachment".equalsIgnoreCase(entity.getDispositionType()),
        bytes,
        List.copyOf(parts));
  }

  private static Map<String, List<String>> headers(Entity entity) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (Field field : entity.getHeader().getFields()) {
      headers
          .computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(Objects.requireNonNullElse(decoded(field.getBody()), ""));
    }
    return headers;
  }

  /// Words that are written in another charset (RFC 2047), folded lines joined.
  private static @Nullable String decoded(@Nullable String text) {
    return text == null
        ? null
        : DecoderUtil.decodeEncodedWords(
                text.replaceAll("\\r?\\n[ \\t]+", " "), DecodeMonitor.SILENT)
            .replaceAll("\\p{Cntrl}+", " ")
            .strip();
  }

  /// The first value of a header; empty if it is not there.
  public String header(String name) {
    return headers.getOrDefault(name, List.of("")).getFirst();
  }

  /// This part and all below it, in their order.
  public Stream<MimePart> all() {
    return Stream.concat(Stream.of(this), parts.stream().flatMap(MimePart::all));
  }
}
