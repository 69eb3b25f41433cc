package dev.assay.search.dictionary;

import dev.assay.index.IndexTerms;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// IndexTerms and their translations in one file, sorted by word and read in place: opening it
/// costs nothing, a look-up some twenty comparisons.
///
/// Form: a mark of four bytes, the number of records, the place of each record, then the records:
/// two lengths, the word and its translations in UTF-8, `text TAB weight` apart by line feeds.
final class DictionaryTable {

  /// Changes with the form of the file, or with what `Glosses` or `IndexTerms` make of an entry.
  private static final int MARK = 0x41440300 + IndexTerms.VERSION;

  private final ByteBuffer file;
  private final int size;

  private DictionaryTable(ByteBuffer file) {
    this.file = file;
    this.size = file.getInt(4);
  }

  /// One translation.
  ///
  /// @param weight how usual it is, more than 0 up to 1
  record Translation(String text, double weight) {}

  static void write(Map<String, List<Translation>> words, Path path) throws IOException {
    TreeMap<byte[], byte[]> records = new TreeMap<>(Arrays::compareUnsigned);
    words.forEach((word, translations) -> records.put(utf8(word), value(translations)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MARK);
      out.writeInt(records.size());
      int place = 2 * Integer.BYTES + records.size() * Integer.BYTES;
      for (Map.Entry<byte[], byte[]> entry : records.entrySet()) {
        out.writeInt(place);
        place += 2 * Integer.BYTES + entry.getKey().length + entry.getValue().length;
      }
      for (Map.Entry<byte[], byte[]> entry : records.entrySet()) {
        out.writeInt(entry.getKey().length);
        out.writeInt(entry.getValue().length);
        out.write(entry.getKey());
        out.write(entry.getValue());
      }
    }
    Path written = path.resolveSibling(path.getFileName() + ".new");
    Files.write(written, bytes.toByteArray());
    Files.move(written, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static byte[] value(List<Translation> translations) {
    StringBuilder value = new StringBuilder();
    for (Translation translation : translations) {
      value.append(translation.text()).append('\t').append(translation.weight()).append('\n');
    }
    return utf8(value.toString());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Whether `path` holds a table of this version.
  static boolean isCurrent(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      ByteBuffer head = ByteBuffer.allocate(Integer.BYTES);
      return channel.read(head) == Integer.BYTES && head.getInt(0) == MARK;
    }
  }

  static DictionaryTable open(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return new DictionaryTable(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
    }
  }

  int size() {
    return size;
  }

  /// The translations of `word`, the most usual first; empty if it is not in the table.
  List<Translation> get(String word) {
    byte[] key = utf8(word);
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int place = file.getInt(2 * Integer.BYTES + middle * Integer.BYTES);
      int order = Arrays.compareUnsigned(bytes(place + 8, file.getInt(place)), key);
      if (order == 0) {
        return translations(bytes(place + 8 + key.length, file.getInt(place + 4)));
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return List.of();
  }

  private byte[] bytes(int from, int length) {
    byte[] bytes = new byte[length];
    file.get(from, bytes);
    return bytes;
  }

  private static List<Translation> translations(byte[] value) {
    List<Translation> translations = new ArrayList<>();
    for (String line : new String(value, StandardCharsets.UTF_8).split("\n")) {
      String[] cells = line.split("\t");
      translations.add(new Translation(cells[0], Double.parseDouble(cells[1])));
    }
    return translations;
  }
}
