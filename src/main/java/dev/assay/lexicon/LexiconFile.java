package dev.assay.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/// One file of the lexicon: UTF-8, a line a row, cells apart by tabs. Blank lines and lines that
/// begin with `#` are left out.
///
/// @param name path below `lexicon/`, such as `zh/numerals.tsv`
public record LexiconFile(String name, List<Row> rows) {

  /// One row; `line` counts from 1, for messages.
  public record Row(int line, List<String> cells) {

    /// The cell at `index`, or an empty text where the row is shorter.
    public String cell(int index) {
      return index < cells.size() ? cells.get(index).strip() : "";
    }
  }

  public LexiconFile {
    rows = List.copyOf(rows);
  }

  /// Reads a file that the program ships.
  ///
  /// @throws IllegalArgumentException if there is no such file
  static LexiconFile read(String name) {
    return parse(name, text(name));
  }

  /// The text of a file that the program ships.
  ///
  /// @throws IllegalArgumentException if there is no such file
  static String text(String name) {
    try (InputStream in = LexiconFile.class.getResourceAsStream("/lexicon/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no lexicon file is called " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("lexicon file " + name + " could not be read", e);
    }
  }

  /// Reads the text of a file.
  public static LexiconFile parse(String name, String text) {
    List<String> lines = text.lines().toList();
    List<Row> rows =
        IntStream.range(0, lines.size())
            .filter(i -> !lines.get(i).isBlank() && !lines.get(i).startsWith("#"))
            .mapToObj(i -> new Row(i + 1, List.of(lines.get(i).split("\t", -1))))
            .toList();
    return new LexiconFile(name, rows);
  }
}
