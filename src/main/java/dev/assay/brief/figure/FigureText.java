package dev.assay.brief.figure;

import dev.assay.cite.Span;
import dev.assay.lexicon.Ends;
import dev.assay.lexicon.HanScript;

/// A paragraph as the words beside its numbers are looked for: simplified, lower case, of the same
/// length, quotation marks and what stands in brackets blank. Not for use by several threads.
final class FigureText {

  private static final String QUOTES = "\"“”「」『』《》";

  private final String written;
  private final char[] chars;
  private final boolean chinese;

  FigureText(String text) {
    this.written = text;
    this.chars = text.toCharArray();
    long han = text.chars().filter(c -> HanScript.isHan((char) c)).count();
    this.chinese = han * 4 > text.length();
    int depth = 0;
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      depth += c == '(' || c == '（' ? 1 : 0;
      boolean inside = depth > 0;
      depth -= inside && (c == ')' || c == '）') ? 1 : 0;
      chars[i] = inside || QUOTES.indexOf(c) >= 0 ? ' ' : folded(c);
    }
  }

  private static char folded(char c) {
    return c == '’' ? '\'' : HanScript.simplify(Character.toLowerCase(c));
  }

  boolean isChinese() {
    return chinese;
  }

  FigureWords words() {
    return chinese ? FigureWords.CHINESE : FigureWords.ENGLISH;
  }

  char[] chars() {
    return chars;
  }

  /// The text as it is looked for.
  String folded(int from, int to) {
    return new String(chars, from, Math.max(0, to - from));
  }

  /// The text as it is written.
  String written(int from, int to) {
    return written.substring(from, to);
  }

  char at(int i) {
    return i < 0 || i >= chars.length ? ' ' : chars[i];
  }

  boolean isWordAt(int i) {
    return Character.isLetterOrDigit(at(i));
  }

  /// Whether a word can begin at `i`: in Chinese anywhere.
  boolean beginsWord(int i) {
    return chinese || isWordAt(i) && !isWordAt(i - 1);
  }

  /// Where the run of Latin letters begins that a hyphen joins to what starts at `start`: Biden of
  /// "Biden-Harris Administration"; `start` if there is none.
  int joinedBefore(int start) {
    if (at(start - 1) != '-') {
      return start;
    }
    int first = start - 1;
    while (isLatin(at(first - 1))) {
      first--;
    }
    return first;
  }

  /// Whether the number stands in brackets, where it only explains another.
  boolean isBlank(Span span) {
    return new String(chars, span.start(), span.end() - span.start()).isBlank();
  }

  /// The stretch between two marks in which `span` stands, inside `sentence`.
  Span clause(Span span, Span sentence) {
    int start = span.start();
    while (start > sentence.start() && !endsClause(start - 1)) {
      start--;
    }
    int end = span.end();
    while (end < sentence.end() && !endsClause(end)) {
      end++;
    }
    return new Span(start, end);
  }

  private boolean endsClause(int i) {
    char c = chars[i];
    boolean inNumber = Character.isDigit(at(i - 1)) && Character.isDigit(at(i + 1));
    return c == ',' && !inNumber
        || c == ':' && !Character.isLetterOrDigit(at(i + 1))
        || Ends.OF_FIGURE_CLAUSE.indexOf(c) >= 0
        || c == '-' && at(i - 1) == ' ' && at(i + 1) == ' ';
  }

  /// The last place of `words` in `[from, to)` that begins before `before`, else the first behind
  /// it; -1 if there is none. Latin words whole.
  int find(String words, int from, int to, int before) {
    String folded = folded(words);
    int found = -1;
    for (int i = from; i + folded.length() <= to; i++) {
      if (startsWith(folded, i) && (found < 0 || i < before)) {
        found = i;
      }
    }
    return found;
  }

  private static String folded(String words) {
    char[] folded = words.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      folded[i] = folded(folded[i]);
    }
    return new String(folded);
  }

  private boolean startsWith(String words, int at) {
    for (int i = 0; i < words.length(); i++) {
      if (chars[at + i] != words.charAt(i)) {
        return false;
      }
    }
    return isEdge(at) && isEdge(at + words.length());
  }

  /// Not between two Latin letters.
  private boolean isEdge(int i) {
    return !isLatin(at(i - 1)) || !isLatin(at(i));
  }

  private static boolean isLatin(char c) {
    return Character.isLetter(c) && c < 0x2e80;
  }
}
