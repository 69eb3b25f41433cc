package dev.assay.analyze.number;

import dev.assay.analyze.text.FoldedText;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.Arrays;
import java.util.List;

/// The characters of Chinese numbers (`lexicon/zh/numerals.tsv`), and the names that end a number.
/// Immutable; safe for use by many threads.
final class HanCharacters {

  /// What may begin a name that follows a number, and how long the name must be to be told by it.
  private static final String ENDING = "百千万多几";

  private static final int LEAST_NAME = 3;

  private static final byte DIGIT = 1;
  private static final byte FORMAL = 2;
  private static final byte SCALE = 3;

  private final byte[] kind = new byte[Character.MAX_VALUE + 1];
  private final long[] value = new long[Character.MAX_VALUE + 1];

  /// Names that begin with a scale, 多 or 几 and end the number before them: 500万百慕大元.
  private final List<String> names;

  HanCharacters(Lexicon lexicon) {
    this(lexicon.table("zh/numerals.tsv"), lexicon.table("zh/not-numbers.tsv"));
  }

  private HanCharacters(LexiconFile file, LexiconFile notNumbers) {
    this.names =
        notNumbers.rows().stream()
            .flatMap(row -> Arrays.stream(row.cell(0).split(" +")))
            .filter(word -> word.length() >= LEAST_NAME && ENDING.indexOf(word.charAt(0)) >= 0)
            .toList();
    for (LexiconFile.Row row : file.rows()) {
      char c = row.cell(0).charAt(0);
      kind[c] =
          switch (row.cell(1)) {
            case "digit" -> DIGIT;
            case "formal" -> FORMAL;
            case "scale" -> SCALE;
            case String other ->
                throw new IllegalArgumentException(
                    "%s line %d: no kind of numeral is called %s"
                        .formatted(file.name(), row.line(), other));
          };
      value[c] = Long.parseLong(row.cell(2));
    }
  }

  /// Whether a Chinese number may begin with `c`.
  boolean isNumeral(char c) {
    return kind[c] != 0;
  }

  boolean isScale(char c) {
    return kind[c] == SCALE;
  }

  /// The digit that `c` stands for, or -1.
  int digit(char c) {
    return kind[c] == DIGIT || kind[c] == FORMAL ? (int) value[c] : -1;
  }

  /// Whether `c` is a digit as cheques have it: 壹, 贰.
  boolean isFormal(char c) {
    return kind[c] == FORMAL;
  }

  /// How many the scale `c` stands for.
  long scale(char c) {
    return value[c];
  }

  /// Whether a name that ends the number before it begins at `i`.
  boolean isName(FoldedText text, int i) {
    if (ENDING.indexOf(text.at(i)) < 0) {
      return false;
    }
    for (String name : names) {
      if (text.startsWith(name, i)) {
        return true;
      }
    }
    return false;
  }
}
