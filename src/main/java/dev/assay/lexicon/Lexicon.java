package dev.assay.lexicon;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The tables of the lexicon by their names, the words that are data.
///
/// Made once, in `app`, and handed to whatever asks for words. A table is read when it is first
/// asked for and kept, since starting fast matters more than what a few thousand rows weigh.
/// Immutable to its users; safe for use by many threads.
public final class Lexicon {

  private static final Lexicon SHIPPED = new Lexicon();

  private final ConcurrentMap<String, LexiconFile> tables = new ConcurrentHashMap<>();

  private final Map<Part, String> versions = new ConcurrentHashMap<>();

  Lexicon() {}

  /// What a table is for, as `lexicon/tables.tsv` tells of each.
  public enum Part {
    /// Reading numbers, times and claims out of a text.
    READING,
    /// Finding and proposing names.
    NAMES,
    /// Making articles of pages.
    CLEAN,
    /// Finding copies and events, and who owns which outlet.
    COPIES,
    CHECK,
    LEDGER,
    BRIEF,
    SEARCH,
    /// Where to find what a site publishes.
    SITES,
    /// Telling readers in their language.
    WORDS,
    /// Weights that were learned from texts; large, and no words.
    TRAINED
  }

  /// The tables that the program ships.
  public static Lexicon shipped() {
    return SHIPPED;
  }

  /// A table that is asked for once, to be made into something else, and not kept.
  public LexiconFile once(String name) {
    return LexiconFile.read(name);
  }

  /// The text of a table as large as those of [Part#TRAINED], for a reader of its own.
  public String text(String name) {
    return LexiconFile.text(name);
  }

  /// The table called `name`, its path below `lexicon/`, such as `zh/numerals.tsv`.
  ///
  /// @throws IllegalArgumentException if there is no such table
  public LexiconFile table(String name) {
    LexiconFile known = tables.get(name);
    return known != null ? known : tables.computeIfAbsent(name, LexiconFile::read);
  }

  /// Another text whenever a row of one of the part's tables is another. Tables are read for it.
  public String version(Part part) {
    return versions.computeIfAbsent(part, this::hash);
  }

  private String hash(Part part) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (LexiconFile.Row listed : table("tables.tsv").rows()) {
        if (Part.valueOf(listed.cell(1).toUpperCase(Locale.ROOT)) == part) {
          LexiconFile known = tables.get(listed.cell(0));
          for (LexiconFile.Row row : (known == null ? once(listed.cell(0)) : known).rows()) {
            digest.update(String.join("\t", row.cells()).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
          }
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// The names of the tables that were asked for so far.
  Set<String> asked() {
    return Set.copyOf(tables.keySet());
  }
}
