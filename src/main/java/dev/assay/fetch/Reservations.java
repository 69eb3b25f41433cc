package dev.assay.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a site reserves of a text, in its own words: TDMRep, AI preferences, and the robots values
/// `noai`, `noimageai`, `noarchive` and `nosnippet`. Reading is not forbidden by any of them; what
/// may be done with the text afterwards is.
final class Reservations {

  /// Enough of a page to hold its meta elements.
  private static final int HEAD_BYTES = 64_000;

  private static final Pattern META = Pattern.compile("(?i)<meta\\b[^>]{1,1000}>");
  private static final Pattern NAME = Pattern.compile("(?i)\\bname\\s*=\\s*[\"']?([\\w-]+)");
  private static final Pattern CONTENT =
      Pattern.compile("(?i)\\bcontent\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))");
  private static final Pattern NO_WORD =
      Pattern.compile("(?i)\\b(noai|noimageai|noarchive|nosnippet)\\b");
  private static final Pattern NO = Pattern.compile("(?i)=\\s*(?:no?|disallow)\\b");

  private Reservations() {}

  /// Empty if nothing is reserved.
  static List<String> of(
      URI address, Map<String, String> headers, String mediaType, byte[] bytes, Robots robots) {
    List<String> words = new ArrayList<>(robots.reservations(address));
    String reservation = headers.getOrDefault("tdm-reservation", "").strip();
    if (!reservation.isEmpty()) {
      words.removeIf(word -> word.startsWith("tdmrep.json")); // the header goes before the file
    }
    if (reservation.equals("1")) {
      words.add("tdm-reservation: 1");
    }
    String usage = headers.getOrDefault("content-usage", "");
    if (NO.matcher(usage).find()) {
      words.add("content-usage: " + usage);
    }
    noWords("x-robots-tag", headers.getOrDefault("x-robots-tag", ""), words);
    if (mediaType.contains("html")) {
      ofPage(bytes, words);
    }
    return words.stream().distinct().toList();
  }

  private static void ofPage(byte[] bytes, List<String> words) {
    String head =
        new String(
            Arrays.copyOf(bytes, Math.min(bytes.length, HEAD_BYTES)), StandardCharsets.ISO_8859_1);
    Matcher meta = META.matcher(head);
    while (meta.find()) {
      Matcher name = NAME.matcher(meta.group());
      Matcher content = CONTENT.matcher(meta.group());
      if (name.find() && content.find()) {
        String value =
            content.group(1) != null
                ? content.group(1)
                : content.group(2) != null ? content.group(2) : content.group(3);
        said(name.group(1).toLowerCase(Locale.ROOT), value, words);
      }
    }
  }

  private static void said(String name, String value, List<String> words) {
    if (name.equals("tdm-reservation") && value.strip().equals("1")) {
      words.add("meta tdm-reservation: 1");
    }
    if (name.equals("robots")) {
      noWords("meta robots", value, words);
    }
  }

  private static void noWords(String where, String value, List<String> words) {
    NO_WORD
        .matcher(value)
        .results()
        .forEach(found -> words.add(where + ": " + found.group(1).toLowerCase(Locale.ROOT)));
  }
}
