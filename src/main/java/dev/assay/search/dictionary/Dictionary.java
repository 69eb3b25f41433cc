package dev.assay.search.dictionary;

import dev.assay.lexicon.Bilingual;
import dev.assay.lexicon.HanScript;
import dev.assay.search.dictionary.DictionaryTable.Translation;
import dev.assay.search.dictionary.Glosses.Gloss;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// Words of one language for words of the other, Chinese and English.
///
/// Lives in a folder of the data: the entries as they came, and tables made of them, which are made
/// anew when this program makes better ones. Safe for use by many threads.
public final class Dictionary implements Bilingual {

  /// What is to be shown wherever the dictionary is used.
  public static final String ATTRIBUTION =
      "CC-CEDICT (https://www.mdbg.net/chinese/dictionary?page=cedict), by Paul Andrew Denisowski,"
          + " MDBG and contributors, licensed CC BY-SA 4.0"
          + " (https://creativecommons.org/licenses/by-sa/4.0/)";

  /// Longest Chinese word looked up, in characters.
  public static final int LONGEST_WORD = 12;

  /// Longest English name looked up, in words.
  public static final int LONGEST_NAME = 5;

  private static final int MOST_TRANSLATIONS = 32;

  static final String ENTRIES = "cc-cedict.u8.gz";
  private static final String ENGLISH = "zh-en.words";
  private static final String CHINESE = "en-zh.words";

  private final DictionaryTable english;
  private final DictionaryTable chinese;

  private Dictionary(DictionaryTable english, DictionaryTable chinese) {
    this.english = english;
    this.chinese = chinese;
  }

  /// One word of the other language.
  ///
  /// @param text a Chinese word in simplified characters, or English words
  /// @param weight how usual the translation is, more than 0 up to 1
  public record Meaning(String text, double weight) {}

  /// Where a data folder keeps its dictionary.
  public static Path folder(Path data) {
    return data.resolve("dictionary");
  }

  /// Whether one was added to `folder`.
  public static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(ENTRIES));
  }

  /// The dictionary in `folder`, if one was added.
  public static Optional<Dictionary> open(Path folder) {
    if (!isIn(folder)) {
      return Optional.empty();
    }
    try {
      if (!isCurrent(folder.resolve(ENGLISH)) || !isCurrent(folder.resolve(CHINESE))) {
        writeTables(CedictReader.read(folder.resolve(ENTRIES)), folder);
      }
      return Optional.of(
          new Dictionary(
              DictionaryTable.open(folder.resolve(ENGLISH)),
              DictionaryTable.open(folder.resolve(CHINESE))));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the dictionary in %s cannot be read; add it again".formatted(folder), e);
    }
  }

  private static boolean isCurrent(Path table) throws IOException {
    return Files.exists(table) && DictionaryTable.isCurrent(table);
  }

  /// Adds the dictionary in `file` to `folder`, in place of an earlier one.
  ///
  /// @return the number of its entries
  /// @throws IllegalArgumentException if the file is no dictionary we can read; it says which are
  public static int add(Path file, Path folder) {
    try {
      List<Entry> entries = CedictReader.read(file);
      Files.createDirectories(folder);
      writeTables(entries, folder);
      writeEntries(entries, folder.resolve(ENTRIES));
      return entries.size();
    } catch (IOException e) {
      throw new UncheckedIOException("the dictionary %s cannot be added".formatted(file), e);
    }
  }

  private static void writeEntries(List<Entry> entries, Path file) throws IOException {
    try (Writer out =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
      out.write("# " + ATTRIBUTION + "\n");
      for (Entry entry : entries) {
        out.write(
            "%s %s [] /%s/\n"
                .formatted(
                    entry.traditional(),
                    entry.simplified(),
                    String.join(
                        "/", entry.senses().stream().map(s -> s.replace('/', ';')).toList())));
      }
    }
  }

  private static void writeTables(List<Entry> entries, Path folder) throws IOException {
    Map<String, Map<String, Translation>> english = new HashMap<>();
    Map<String, Map<String, Translation>> chinese = new HashMap<>();
    for (Entry entry : entries) {
      String word = HanScript.simplify(entry.simplified());
      for (Gloss gloss : Glosses.of(entry.senses()).values()) {
        add(english, word, gloss.stems(), new Translation(gloss.shown(), gloss.weight()));
        add(chinese, gloss.stems(), word, new Translation(word, gloss.weight()));
      }
    }
    DictionaryTable.write(sorted(english), folder.resolve(ENGLISH));
    DictionaryTable.write(sorted(chinese), folder.resolve(CHINESE));
  }

  private static void add(
      Map<String, Map<String, Translation>> table,
      String word,
      String key,
      Translation translation) {
    table
        .computeIfAbsent(word, _ -> new HashMap<>())
        .merge(key, translation, (one, other) -> one.weight() >= other.weight() ? one : other);
  }

  private static Map<String, List<Translation>> sorted(
      Map<String, Map<String, Translation>> table) {
    Map<String, List<Translation>> sorted = new HashMap<>();
    table.forEach((word, translations) -> sorted.put(word, mostUsual(translations.values())));
    return sorted;
  }

  private static List<Translation> mostUsual(Collection<Translation> translations) {
    return translations.stream()
        .sorted(
            Comparator.comparingDouble(Translation::weight)
                .reversed()
                .thenComparing(Translation::text))
        .limit(MOST_TRANSLATIONS)
        .toList();
  }

  /// English for a Chinese word, in simplified characters.
  public List<Meaning> english(String word) {
    return meanings(english.get(word));
  }

  /// Chinese for an English name, given as [dev.assay.index.IndexTerms] stems separated by spaces.
  public List<Meaning> chinese(String stems) {
    return meanings(chinese.get(stems));
  }

  @Override
  public List<String> inEnglish(String word) {
    return english(word).stream().map(Meaning::text).toList();
  }

  @Override
  public List<String> inChinese(String words) {
    return chinese(String.join(" ", Glosses.stems(words))).stream().map(Meaning::text).toList();
  }

  private static List<Meaning> meanings(List<Translation> translations) {
    return translations.stream().map(t -> new Meaning(t.text(), t.weight())).toList();
  }

  /// Whether the dictionary leaves `word` out of the names it is asked for, such as `the`.
  public static boolean isEmptyWord(String word) {
    return Glosses.isEmptyWord(word);
  }

  /// Chinese words in the dictionary.
  public int size() {
    return english.size();
  }
}
