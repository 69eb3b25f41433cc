package dev.assay.lexicon;

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

  private Lexicon() {}

  /// The tables that the program ships.
  public static Lexicon shipped() {
    return SHIPPED;
  }

  /// A table that is asked for once, to be made into something else, and not kept.
  public LexiconFile once(String name) {
    return LexiconFile.read(name);
  }

  /// The table called `name`, its path below `lexicon/`, such as `zh/numerals.tsv`.
  ///
  /// @throws IllegalArgumentException if there is no such table
  public LexiconFile table(String name) {
    LexiconFile known = tables.get(name);
    return known != null ? known : tables.computeIfAbsent(name, LexiconFile::read);
  }
}
