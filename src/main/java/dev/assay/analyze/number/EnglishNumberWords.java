package dev.assay.analyze.number;

import dev.assay.analyze.text.FoldedText;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.WordTable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The words of English numbers (`lexicon/en/numerals.tsv`), and how one is joined to the next.
/// Immutable; safe for use by many threads.
final class EnglishNumberWords {

  enum Kind {
    /// One to nine.
    UNIT,
    /// Ten to nineteen.
    TEEN,
    /// Twenty to ninety.
    TEN,
    /// Hundred, million.
    SCALE,
    DOZEN,
    /// Half, third, quarter: the value is how many make a whole.
    PART,
    /// A letter or two behind digits: 14k.
    SHORT
  }

  record Word(Kind kind, BigDecimal value, boolean plural) {}

  private final WordTable<Word> words;
  private final Map<String, BigDecimal> shorts = new HashMap<>();
  private final boolean[] first = new boolean[128];

  EnglishNumberWords(LexiconFile file) {
    Map<String, Word> all = new HashMap<>();
    for (LexiconFile.Row row : file.rows()) {
      String word = row.cell(0);
      BigDecimal value = new BigDecimal(row.cell(2));
      Kind kind = Kind.valueOf(row.cell(1).toUpperCase(Locale.ROOT));
      if (kind == Kind.SHORT) {
        shorts.put(word, value);
      } else {
        boolean plural = kind == Kind.PART && word.endsWith("s");
        all.put(word, new Word(kind, value, plural));
        first[word.charAt(0)] = true;
        if (kind == Kind.SCALE || kind == Kind.DOZEN) {
          all.putIfAbsent(word + "s", new Word(kind, value, true));
        }
        if (kind == Kind.TEEN && word.equals("ten")) {
          all.put("tens", new Word(Kind.DOZEN, value, true));
        }
      }
    }
    first['a'] = true;
    first['s'] = true;
    this.words = WordTable.forwards(all);
  }

  /// Whether a number may begin with the folded letter `c`.
  boolean mayBegin(char c) {
    return c < 128 && first[c];
  }

  /// The value of a suffix such as k, bn or M, as written, or null.
  @Nullable BigDecimal suffix(String word) {
    return shorts.get(word);
  }

  /// The number word at `i`, or null.
  WordTable.@Nullable Match<Word> at(FoldedText text, int i) {
    return words.at(text.chars, i, text.length);
  }

  /// A scale in the singular after a word that ends at `end`, or null.
  WordTable.@Nullable Match<Word> scaleAt(FoldedText text, int end) {
    int from = gap(text, end);
    WordTable.Match<Word> match = from < 0 ? null : at(text, from);
    return match != null && match.value().kind() == Kind.SCALE && !match.value().plural()
        ? match
        : null;
  }

  /// Where the next word begins, past a space or a hyphen; -1 if none follows so.
  static int gap(FoldedText text, int end) {
    char c = text.at(end);
    if (c != ' ' && c != '-') {
      return -1;
    }
    int from = text.skipSpaces(c == '-' ? end + 1 : end);
    if (c == ' ' && text.at(from) == '-' && text.at(from + 1) == ' ') {
      from = text.skipSpaces(from + 1);
    }
    return from - end <= 3 ? from : -1;
  }

  /// The place after a or an at `start`; -1 if none stands there.
  static int article(FoldedText text, int start) {
    if (text.at(start) != 'a') {
      return -1;
    }
    if (text.startsWith("a-", start) && !text.isLatin(start - 1)) {
      return start + 2; // two-and-a-half
    }
    return text.hasWord("a", start)
        ? text.skipSpaces(start + 1)
        : text.hasWord("an", start) ? text.skipSpaces(start + 2) : -1;
  }

  /// The place after several or a few at `start`; -1 if none stands there.
  static int some(FoldedText text, int start) {
    char first = text.at(start);
    if (first != 's' && first != 'f' && first != 'a') {
      return -1;
    }
    for (String word : new String[] {"several", "few", "a few", "some few"}) {
      if (text.hasWord(word, start)) {
        return text.skipSpaces(start + word.length());
      }
    }
    return -1;
  }

  private static final Set<String> NO_NOUNS =
      Set.of("them", "these", "those", "us", "you", "it", "this", "that", "its", "their", "our");

  /// Whether what stands at `i`, after the "of" of thousands of, is counted by it: a noun, and no
  /// pronoun. "In thousands of euros" is the scale of a table.
  static boolean isNoun(FoldedText text, int start, int i) {
    return i > 0
        && text.isLatin(i)
        && !text.hasWord("in", text.skipSpacesBack(start) - 2)
        && !NO_NOUNS.contains(text.folded(i, text.wordEnd(i)));
  }

  /// The place after "of" that follows `end`; -1 if none does.
  static int ofNext(FoldedText text, int end) {
    int of = text.skipSpaces(end);
    return of > end && text.hasWord("of", of) ? text.skipSpaces(of + 2) : -1;
  }
}
