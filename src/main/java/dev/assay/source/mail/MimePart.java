package dev.assay.source.mail;

import dev.assay.clean.text.TextDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.util.ByteSequence;
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

  /// A message with more parts than this, one within the other or side by side, is made to harm.
  private static final int DEEPEST_READ = 100;

  private static final int MOST_PARTS = 20_000;

  /// The rest of a longer header is passed over: an address may be so long.
  private static final int LONGEST_HEADER = 8_192;

  /// Reads a message, or the parts of a page that was saved as one.
  ///
  /// @throws IOException if it is none
  public static MimePart parse(byte[] bytes) throws IOException {
    MimeConfig config =
        new MimeConfig.Builder()
            .setMaxLineLen(-1) // pages saved in one line
            .setMaxHeaderCount(10_000)
            .setMaxHeaderLen(1 << 20)
            .build();
    DefaultMessageBuilder builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(config);
    builder.setDecodeMonitor(DecodeMonitor.SILENT);
    try {
      checkParts(bytes, config);
      Message message = builder.parseMessage(new ByteArrayInputStream(bytes));
      try {
        return of(message, 0);
      } finally {
        message.dispose();
      }
    } catch (MimeException | RuntimeException e) {
      throw new IOException("it is no message: " + e.getMessage(), e);
    }
  }

  /// The builder takes some memory for each part, and stack for each that stands within another.
  private static void checkParts(byte[] bytes, MimeConfig config)
      throws IOException, MimeException {
    MimeTokenStream tokens = new MimeTokenStream(config);
    tokens.parse(new ByteArrayInputStream(bytes));
    int depth = 0;
    int parts = 0;
    for (EntityState state = tokens.getState();
        state != EntityState.T_END_OF_STREAM;
        state = tokens.next()) {
      if (state == EntityState.T_START_MESSAGE || state == EntityState.T_START_BODYPART) {
        depth++;
        parts++;
      } else if (state == EntityState.T_END_MESSAGE || state == EntityState.T_END_BODYPART) {
        depth--;
      }
      if (depth > DEEPEST_READ || parts > MOST_PARTS) {
        throw new IOException("it has too many parts");
      }
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
        headers(entity, Objects.requireNonNullElse(entity.getCharset(), "")),
        String.valueOf(entity.getMimeType()).toLowerCase(Locale.ROOT),
        Objects.requireNonNullElse(entity.getCharset(), ""),
        Objects.requireNonNullElse(decoded(entity.getFilename()), ""),
        "attachment".equalsIgnoreCase(entity.getDispositionType()),
        bytes,
        List.copyOf(parts));
  }

  private static Map<String, List<String>> headers(Entity entity, String charset) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (Field field : entity.getHeader().getFields()) {
      headers
          .computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(Objects.requireNonNullElse(decoded(written(field, charset)), ""));
    }
    return headers;
  }

  /// Some programs write a header in the charset of the text, and do not say so.
  private static @Nullable String written(Field field, String charset) {
    ByteSequence raw = field.getRaw();
    byte[] bytes = raw == null ? new byte[0] : raw.toByteArray();
    boolean ascii = true;
    for (byte b : bytes) {
      ascii &= b >= 0;
    }
    if (ascii) {
      return field.getBody();
    }
    String whole = TextDecoder.decode(bytes, "text/plain; charset=" + charset).text();
    return whole.substring(whole.indexOf(':') + 1);
  }

  /// Words that are written in another charset (RFC 2047), folded lines joined.
  private static @Nullable String decoded(@Nullable String text) {
    return text == null
        ? null
        : mended(
                DecoderUtil.decodeEncodedWords(
                    text.substring(0, Math.min(text.length(), LONGEST_HEADER))
                        .replaceAll("\\r?\\n[ \\t]+", " "),
                    DecodeMonitor.SILENT))
            .replaceAll("\\p{Cntrl}+", " ")
            .strip();
  }

  /// UTF-8 that was said to be of a Western charset.
  private static String mended(String text) {
    if (text.chars().noneMatch(c -> c >= 0x80) || text.chars().anyMatch(c -> c > 0xff)) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return text;
    }
  }

  /// The first value of a header; empty if it is not there.
  public String header(String name) {
    return headers.getOrDefault(name, List.of("")).getFirst();
  }

  /// This part and all below it, in their order.
  public Stream<MimePart> all() {
    return Stream.concat(Stream.of(this), parts.stream().flatMap(MimePart::all));
  }

  /// This part and those below it, but for what stands within a message that came with this one.
  Stream<MimePart> own() {
    return isMessage()
        ? Stream.of(this)
        : Stream.concat(Stream.of(this), parts.stream().flatMap(MimePart::own));
  }

  /// Whether it holds a message of its own.
  boolean isMessage() {
    return mediaType.equals("message/rfc822");
  }
}
