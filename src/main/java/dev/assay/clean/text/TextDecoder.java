package dev.assay.clean.text;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Bytes to text, when nobody can be trusted on the encoding.
///
/// In this order: a byte order mark; the zeros that UTF-16 and UTF-32 leave in Western text; UTF-8
/// if the bytes are valid UTF-8 beyond ASCII (other encodings hardly ever are, by chance); what the
/// HTTP header or the page declares, if the bytes fit it; detection by letter statistics. GB2312
/// and GBK are read as GB18030, which holds both, Big5 with Hong Kong's characters where it has
/// such, and ISO-8859-1 as windows-1252, as browsers do.
public final class TextDecoder {

  /// The text, and how its charset was found.
  ///
  /// @param damaged share of characters that no charset could read, 0 to 1
  public record Decoded(String text, Charset charset, String evidence, double damaged) {}

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset BIG5 = Charset.forName("Big5");
  private static final Charset BIG5_HKSCS = Charset.forName("Big5-HKSCS");
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /// The declaration must stand in the first bytes of a page (HTML standard: 1,024; many are late).
  private static final int DECLARED_WITHIN = 8_192;

  private static final int DETECTED_WITHIN = 65_536;

  /// A declared charset is believed if fewer than this share of its characters fail.
  private static final double FEW = 0.002;

  private TextDecoder() {}

  /// Decodes a page or a text; `contentType` is the value of the HTTP header, or empty.
  public static Decoded decode(byte[] bytes, String contentType) {
    return byMark(bytes)
        .or(() -> byZeros(bytes))
        .or(() -> asUtf8(bytes))
        .or(() -> asDeclared(bytes, contentType))
        .orElseGet(() -> detected(bytes));
  }

  private static Optional<Decoded> byMark(byte[] b) {
    if (starts(b, 0xef, 0xbb, 0xbf)) {
      return Optional.of(lenient(b, 3, StandardCharsets.UTF_8, "byte order mark"));
    }
    if (starts(b, 0xff, 0xfe, 0, 0)) {
      return Optional.of(lenient(b, 4, Charset.forName("UTF-32LE"), "byte order mark"));
    }
    if (starts(b, 0, 0, 0xfe, 0xff)) {
      return Optional.of(lenient(b, 4, Charset.forName("UTF-32BE"), "byte order mark"));
    }
    if (starts(b, 0xff, 0xfe)) {
      return Optional.of(lenient(b, 2, StandardCharsets.UTF_16LE, "byte order mark"));
    }
    if (starts(b, 0xfe, 0xff)) {
      return Optional.of(lenient(b, 2, StandardCharsets.UTF_16BE, "byte order mark"));
    }
    return Optional.empty();
  }

  private static boolean starts(byte[] bytes, int... values) {
    if (bytes.length < values.length) {
      return false;
    }
    for (int i = 0; i < values.length; i++) {
      if ((bytes[i] & 0xff) != values[i]) {
        return false;
      }
    }
    return true;
  }

  /// UTF-16 and UTF-32 without a mark: zeros at every second byte, or three in four.
  private static Optional<Decoded> byZeros(byte[] bytes) {
    int[] zeros = new int[4];
    int end = Math.min(bytes.length, 4_096) & ~3;
    for (int i = 0; i < end; i++) {
      zeros[i & 3] += bytes[i] == 0 ? 1 : 0;
    }
    int quarter = end / 4;
    if (quarter < 2) {
      return Optional.empty();
    }
    double even = (double) (zeros[0] + zeros[2]) / (2 * quarter);
    double odd = (double) (zeros[1] + zeros[3]) / (2 * quarter);
    if (even > 0.9 && zeros[1] > 0.9 * quarter && zeros[3] < 0.5 * quarter) {
      return Optional.of(lenient(bytes, 0, Charset.forName("UTF-32BE"), "zero bytes"));
    }
    if (odd > 0.9 && zeros[2] > 0.9 * quarter && zeros[0] < 0.5 * quarter) {
      return Optional.of(lenient(bytes, 0, Charset.forName("UTF-32LE"), "zero bytes"));
    }
    if (odd > 0.2 && even < odd / 8) {
      return Optional.of(lenient(bytes, 0, StandardCharsets.UTF_16LE, "zero bytes"));
    }
    if (even > 0.2 && odd < even / 8) {
      return Optional.of(lenient(bytes, 0, StandardCharsets.UTF_16BE, "zero bytes"));
    }
    return Optional.empty();
  }

  private static Optional<Decoded> asUtf8(byte[] bytes) {
    if (isAscii(bytes)) {
      return has(bytes, 0x1b)
          ? Optional.empty()
          : Optional.of(
              new Decoded(
                  new String(bytes, StandardCharsets.ISO_8859_1),
                  StandardCharsets.UTF_8,
                  "ASCII",
                  0));
    }
    String fast = new String(bytes, StandardCharsets.UTF_8);
    if (fast.indexOf('\ufffd') < 0) {
      return Optional.of(new Decoded(fast, StandardCharsets.UTF_8, "valid UTF-8", 0));
    }
    return strict(bytes, StandardCharsets.UTF_8)
        .map(text -> new Decoded(text, StandardCharsets.UTF_8, "valid UTF-8", 0));
  }

  /// Whether bytes are valid UTF-8 and cannot be anything else: no byte order mark, and none of the
  /// zeros and escapes of other encodings. They need not be made a text before they are parsed.
  /// Blank bytes are not meant.
  public static boolean isPlainUtf8(byte[] bytes) {
    return !isBlank(bytes)
        && byMark(bytes).isEmpty()
        && byZeros(bytes).isEmpty()
        && isValidUtf8(bytes)
        && (!isAscii(bytes) || !has(bytes, 0x1b));
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0 || b > ' ') {
        return false;
      }
    }
    return true;
  }

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long HIGH_BITS = 0x8080808080808080L;

  /// As the Unicode Standard has it (table 3-7): no overlong forms, no surrogates, nothing beyond
  /// U+10FFFF.
  private static boolean isValidUtf8(byte[] bytes) {
    int i = 0;
    while (i < bytes.length) {
      if (i + Long.BYTES <= bytes.length && ((long) LONGS.get(bytes, i) & HIGH_BITS) == 0) {
        i += Long.BYTES;
      } else if (bytes[i] >= 0) {
        i++;
      } else {
        int length = sequence(bytes, i);
        if (length == 0) {
          return false;
        }
        i += length;
      }
    }
    return true;
  }

  /// How many bytes the sequence at `at` has; 0 if it is none.
  private static int sequence(byte[] bytes, int at) {
    int lead = bytes[at] & 0xff;
    int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || at + length > bytes.length) {
      return 0;
    }
    for (int i = at + 1; i < at + length; i++) {
      if ((bytes[i] & 0xc0) != 0x80) {
        return 0;
      }
    }
    int second = bytes[at + 1] & 0xff;
    boolean ill =
        lead == 0xe0 && second < 0xa0
            || lead == 0xed && second > 0x9f
            || lead == 0xf0 && second < 0x90
            || lead == 0xf4 && second > 0x8f;
    return ill ? 0 : length;
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean has(byte[] bytes, int value) {
    for (byte b : bytes) {
      if (b == value) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> strict(byte[] bytes, Charset charset) {
    try {
      CharBuffer chars =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return Optional.of(chars.toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Optional<Decoded> asDeclared(byte[] bytes, String contentType) {
    Optional<Charset> header = charsetIn(contentType, 0);
    Optional<Charset> page = declared(bytes);
    return header
        .map(charset -> believed(bytes, charset, "HTTP header"))
        .filter(decoded -> decoded.damaged() < FEW)
        .or(
            () ->
                page.map(charset -> believed(bytes, charset, "meta element"))
                    .filter(decoded -> decoded.damaged() < FEW));
  }

  private static Decoded believed(byte[] bytes, Charset declared, String evidence) {
    Charset meant = ChineseBytes.meant(declared, bytes);
    return meant.equals(declared)
        ? lenient(bytes, 0, declared, evidence)
        : lenient(bytes, 0, meant, "characters in daily use");
  }

  private static Optional<Charset> declared(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    int at = head.indexOf("charset");
    int xml = head.startsWith("<?xml") ? head.indexOf("encoding") : -1;
    if (xml > 0 && xml < 200) {
      return charsetIn(head.replaceFirst("encoding", "charset"), 0);
    }
    while (at >= 0) {
      Optional<Charset> charset = charsetIn(head, at);
      if (charset.isPresent()) {
        return charset;
      }
      at = head.indexOf("charset", at + 1);
    }
    return Optional.empty();
  }

  /// The charset named after `charset=` in `text`, at or after `from`.
  private static Optional<Charset> charsetIn(String text, int from) {
    String lower = text.toLowerCase(Locale.ROOT);
    int at = lower.indexOf("charset", from);
    if (at < 0) {
      return Optional.empty();
    }
    int start = at + "charset".length();
    while (start < lower.length() && " =\"'".indexOf(lower.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < lower.length() && end - start < 40 && isNameLetter(lower.charAt(end))) {
      end++;
    }
    return named(lower.substring(start, end));
  }

  private static boolean isNameLetter(char c) {
    return c >= 'a' && c <= 'z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '_'
        || c == ':'
        || c == '.';
  }

  private static Optional<Charset> named(String name) {
    return switch (name) {
      case "" -> Optional.empty();
      case "gb2312", "gbk", "gb_2312-80", "x-gbk", "gb18030", "gb-2312", "gb2312-80" ->
          Optional.of(GB18030);
      case "iso-8859-1", "latin1", "us-ascii", "ascii", "iso8859-1" -> Optional.of(WINDOWS_1252);
      case "big5", "big5-hkscs", "x-x-big5" -> Optional.of(BIG5_HKSCS);
      case "shift_jis", "sjis", "x-sjis", "shift-jis" ->
          Optional.of(Charset.forName("windows-31j"));
      case "utf8", "utf-8" -> Optional.of(StandardCharsets.UTF_8);
      // a page that could be read so far to find this word is not in UTF-16
      case "utf-16", "utf-16le", "utf-16be", "unicode" -> Optional.of(StandardCharsets.UTF_8);
      case String other -> supported(other);
    };
  }

  private static Optional<Charset> supported(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static Decoded detected(byte[] bytes) {
    List<Decoded> readings =
        candidates(bytes).stream()
            .map(charset -> lenient(bytes, 0, charset, "letter statistics"))
            .toList();
    Decoded best = readings.getFirst();
    for (Decoded reading : readings) {
      if (reading.damaged() < best.damaged() - FEW) {
        best = reading;
      }
    }
    return best;
  }

  private static List<Charset> candidates(byte[] bytes) {
    CharsetDetector detector = new CharsetDetector();
    detector.enableInputFilter(true);
    detector.setText(Arrays.copyOf(bytes, Math.min(bytes.length, DETECTED_WITHIN)));
    List<Charset> found =
        Arrays.stream(detector.detectAll())
            .map(CharsetMatch::getName)
            .flatMap(name -> named(name.toLowerCase(Locale.ROOT)).stream())
            .filter(
                charset ->
                    !charset.name().startsWith("UTF-16") && !charset.name().startsWith("UTF-32"))
            .limit(3)
            .toList();
    return found.isEmpty() ? List.of(StandardCharsets.UTF_8, WINDOWS_1252) : found;
  }

  private static Decoded lenient(byte[] bytes, int from, Charset charset, String evidence) {
    if (charset.equals(BIG5_HKSCS)) {
      Optional<String> plain = from == 0 ? strict(bytes, BIG5) : Optional.empty();
      if (plain.isPresent()) {
        return new Decoded(plain.get(), BIG5, evidence, 0);
      }
    }
    String text = new String(bytes, from, bytes.length - from, charset);
    long lost = text.chars().filter(c -> c == '\ufffd').count();
    return new Decoded(text, charset, evidence, (double) lost / Math.max(1, text.length()));
  }
}
