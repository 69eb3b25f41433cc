package dev.assay.source.mail;

import dev.assay.clean.text.TextDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/// Plain text whose lines a program broke, and says so (`format=flowed`, RFC 3676): a line that
/// ends in a space goes on in the next.
final class FlowedText {

  private static final Pattern FLOWED = Pattern.compile("format\\s*=\\s*\"?flowed");
  private static final Pattern SPACELESS = Pattern.compile("delsp\\s*=\\s*\"?yes");

  private FlowedText() {}

  /// @param contentType the header, with its parameters
  static Letter.Text joined(Letter.Text text, String contentType) {
    String said = contentType.toLowerCase(Locale.ROOT);
    if (!text.mediaType().equals("text/plain") || !FLOWED.matcher(said).find()) {
      return text;
    }
    boolean spaceless = SPACELESS.matcher(said).find();
    StringBuilder joined = new StringBuilder();
    TextDecoder.decode(text.bytes(), "text/plain; charset=" + text.charset())
        .text()
        .lines()
        .map(line -> line.startsWith(" ") ? line.substring(1) : line)
        .forEach(line -> append(line, spaceless, joined));
    return new Letter.Text(
        text.mediaType(), "utf-8", joined.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void append(String line, boolean spaceless, StringBuilder joined) {
    if (!line.endsWith(" ") || line.equals("-- ")) {
      joined.append(line).append('\n');
    } else {
      joined.append(line, 0, line.length() - (spaceless ? 1 : 0));
    }
  }
}
