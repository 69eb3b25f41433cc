package dev.assay.analyze.name;

import dev.assay.analyze.text.WordClasses;
import dev.assay.cite.Span;
import dev.assay.lexicon.Folding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/// What tells the names in text in Latin letters: the words around a place, how they are written,
/// how they begin and end.
final class LatinFeatures implements NameModel.Features {

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private static final FeatureSink.Kind W = FeatureSink.Kind.of("w=");
  private static final FeatureSink.Kind W_1 = FeatureSink.Kind.of("w-1=");
  private static final FeatureSink.Kind W_2 = FeatureSink.Kind.of("w-2=");
  private static final FeatureSink.Kind W1 = FeatureSink.Kind.of("w1=");
  private static final FeatureSink.Kind W2 = FeatureSink.Kind.of("w2=");
  private static final FeatureSink.Kind B_1 = FeatureSink.Kind.of("b-1=");
  private static final FeatureSink.Kind B1 = FeatureSink.Kind.of("b1=");
  private static final FeatureSink.Kind PREFIX = FeatureSink.Kind.of("prefix=");
  private static final FeatureSink.Kind SUFFIX = FeatureSink.Kind.of("suffix=");
  private static final FeatureSink.Kind SHORT_SUFFIX = FeatureSink.Kind.of("end=");
  private static final FeatureSink.Kind SHAPE = FeatureSink.Kind.of("shape=");
  private static final FeatureSink.Kind SHAPES = FeatureSink.Kind.of("shapes=");
  private static final FeatureSink.Kind SHAPES_1 = FeatureSink.Kind.of("shapes-1=");
  private static final FeatureSink.Kind SHAPES1 = FeatureSink.Kind.of("shapes1=");
  private static final FeatureSink.Kind SHAPE_WORD_1 = FeatureSink.Kind.of("sw-1=");
  private static final FeatureSink.Kind SHAPE_WORD1 = FeatureSink.Kind.of("sw1=");
  private static final FeatureSink.Kind CAPITAL_1 = FeatureSink.Kind.of("cap-1=");
  private static final FeatureSink.Kind CAPITAL1 = FeatureSink.Kind.of("cap1=");
  private static final FeatureSink.Kind KNOWN = FeatureSink.Kind.of("k=");
  private static final FeatureSink.Kind KNOWN_1 = FeatureSink.Kind.of("kk=");
  private static final FeatureSink.Kind KNOWN1 = FeatureSink.Kind.of("kk1=");
  private static final FeatureSink.Kind KNOWN_2 = FeatureSink.Kind.of("k-2=");
  private static final FeatureSink.Kind KNOWN2 = FeatureSink.Kind.of("k2=");

  private static final FeatureSink.Kind CLASS = FeatureSink.Kind.of("class=");
  private static final FeatureSink.Kind CLASS_1 = FeatureSink.Kind.of("class-1=");
  private static final FeatureSink.Kind CLASS1 = FeatureSink.Kind.of("class1=");
  private static final FeatureSink.Kind COMMON = FeatureSink.Kind.of("common=");

  private static final int AFFIX = 3;

  private final List<Span> words;
  private final FeatureSink.Word[] lower;
  private final FeatureSink.Word[] shapes;
  private final FeatureSink.Word[] classes;
  private final KnownMarks known;
  private final boolean shouted;

  /// @param common the classes of common words
  LatinFeatures(String text, List<NameMatch> known, WordClasses common) {
    words = words(text, shoutedPossessives(text, known));
    lower = new FeatureSink.Word[words.size()];
    shapes = new FeatureSink.Word[words.size()];
    classes = new FeatureSink.Word[words.size()];
    int capitals = 0;
    int small = 0;
    for (int i = 0; i < lower.length; i++) {
      String word = words.get(i).in(text);
      String shape = shape(word);
      lower[i] = FeatureSink.Word.of(lower(word));
      shapes[i] = FeatureSink.Word.of(shape);
      classes[i] = FeatureSink.Word.of(classOf(lower[i].text(), common));
      capitals += shape.startsWith("X") ? 1 : 0;
      small += shape.startsWith("x") ? 1 : 0;
    }
    shouted = capitals > small;
    this.known = KnownMarks.ofWords(words, known);
  }

  List<Span> words() {
    return words;
  }

  /// Words and, each by itself, other marks that are no space.
  ///
  /// @param possessives the apostrophes between capitals that end a word
  private static List<Span> words(String text, BitSet possessives) {
    List<Span> words = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00a0') {
        i++;
        continue;
      }
      int end = i + 1;
      if (isOfWord(c)) {
        while (end < text.length() && goesOn(text, end, possessives)) {
          end++;
        }
      }
      words.add(new Span(i, end));
      i = end;
    }
    return words;
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '&';
  }

  private static final Pattern BEHIND_APOSTROPHE =
      Pattern.compile("(?!(?:re|ve|ll|em|all|til)\\b)\\p{Ll}{2,}");

  /// Whether the apostrophe at `i` stands in a word with a capital, before letters that no verb is
  /// shortened to.
  private static boolean isInsideName(String text, int i) {
    int start = i;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return start < i
        && Character.isUpperCase(text.charAt(start))
        && BEHIND_APOSTROPHE.matcher(text).region(i + 1, text.length()).lookingAt();
  }

  /// Where the apostrophes of `AMERICA'S` stand: a pack knows what is before them, so that it is no
  /// name that owns its `'S` (`MACY'S`).
  private static BitSet shoutedPossessives(String text, List<NameMatch> known) {
    BitSet found = new BitSet();
    for (NameMatch match : known) {
      if (!match.readings().isEmpty() && isShoutedPossessive(text, match.end())) {
        found.set(match.end());
      }
    }
    return found;
  }

  /// @param i may be behind the end of the text, which is cut
  private static boolean isShoutedPossessive(String text, int i) {
    return i > 1
        && text.startsWith("S", i + 1)
        && Character.isUpperCase(text.charAt(i - 1))
        && Character.isUpperCase(text.charAt(i - 2))
        && (i + 2 == text.length() || !Character.isLetter(text.charAt(i + 2)));
  }

  /// Letters and digits, the full stops of `U.S.`, and an apostrophe as in `O'Ward` and `Ka'loni`
  /// but not that of a possessive or a shortened verb.
  private static boolean goesOn(String text, int i, BitSet possessives) {
    char c = text.charAt(i);
    if (isOfWord(c)) {
      return true;
    }
    char before = text.charAt(i - 1);
    boolean letterBehind = i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
    if (c == '.') {
      boolean initial =
          Character.isUpperCase(before)
              && (i < 2 || !Character.isLetterOrDigit(text.charAt(i - 2)));
      return initial && (letterBehind || i > 2 && text.charAt(i - 2) == '.');
    }
    return (c == '\'' || c == '’')
        && letterBehind
        && !possessives.get(i)
        && (Character.isUpperCase(text.charAt(i + 1)) || isInsideName(text, i));
  }

  private static String lower(String word) {
    String digits = hasDigit(word) ? DIGITS.matcher(word).replaceAll("0") : word;
    return new String(Folding.fold(digits)).replace(FeatureHash.WORD_END, '/');
  }

  private static boolean hasDigit(String word) {
    boolean found = false;
    for (int i = 0; i < word.length() && !found; i++) {
      found = word.charAt(i) >= '0' && word.charAt(i) <= '9';
    }
    return found;
  }

  /// `Xx` for `Obama`, `X` for `NATO`, `XxX` for `McDonald`, `0` for figures.
  private static String shape(String word) {
    StringBuilder shape = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      char kind =
          Character.isUpperCase(c)
              ? 'X'
              : Character.isLetter(c) ? 'x' : Character.isDigit(c) ? '0' : c;
      if (shape.isEmpty() || shape.charAt(shape.length() - 1) != kind) {
        shape.append(kind);
      }
    }
    return word.length() == 1 ? shape + "1" : shape.toString();
  }

  /// The class of a word that is written small elsewhere: the `Freight` of a carrier is one of
  /// trade.
  private static String classOf(String word, WordClasses common) {
    String narrow = common.of(word).narrow();
    boolean many = narrow.equals(WordClasses.UNKNOWN) && word.endsWith("s");
    return many ? common.of(word.substring(0, word.length() - 1)).narrow() : narrow;
  }

  /// Whether a word that has a capital here is one of the language's common words.
  static boolean isCommon(String word, WordClasses common) {
    return !classOf(lower(word), common).equals(WordClasses.UNKNOWN);
  }

  private FeatureSink.Word word(int i) {
    return i < 0 || i >= lower.length ? FeatureSink.Word.OUTSIDE : lower[i];
  }

  private FeatureSink.Word shape(int i) {
    return i < 0 || i >= shapes.length ? FeatureSink.Word.OUTSIDE : shapes[i];
  }

  private FeatureSink.Word classOf(int i) {
    return i < 0 || i >= classes.length ? FeatureSink.Word.OUTSIDE : classes[i];
  }

  @Override
  public void at(int i, FeatureSink sink) {
    FeatureSink.Word before = word(i - 1);
    FeatureSink.Word behind = word(i + 1);
    sink.start(W).word(lower[i]).end();
    sink.start(W_1).word(before).end();
    sink.start(W_2).word(word(i - 2)).end();
    sink.start(W1).word(behind).end();
    sink.start(W2).word(word(i + 2)).end();
    sink.start(B_1).word(before).word(lower[i]).end();
    sink.start(B1).word(lower[i]).word(behind).end();
    addEnds(i, sink);
    addShapes(i, sink);
    addClasses(i, sink);
    addKnown(i, sink);
  }

  private void addEnds(int i, FeatureSink sink) {
    String word = lower[i].text();
    put(word, 0, Math.min(AFFIX, word.length()), sink.start(PREFIX)).end();
    put(word, Math.max(0, word.length() - AFFIX), word.length(), sink.start(SUFFIX)).end();
    sink.start(SHORT_SUFFIX).word(shapes[i]);
    put(word, Math.max(0, word.length() - AFFIX + 1), word.length(), sink).end();
  }

  private static FeatureSink put(String word, int from, int to, FeatureSink sink) {
    for (int i = from; i < to; i++) {
      sink.put(word.charAt(i));
    }
    return sink;
  }

  private void addShapes(int i, FeatureSink sink) {
    char loud = shouted ? '!' : '.';
    FeatureSink.Word shape = shapes[i];
    FeatureSink.Word before = shape(i - 1);
    FeatureSink.Word behind = shape(i + 1);
    sink.start(SHAPE).word(shape).put(loud).end();
    sink.start(SHAPES_1).word(before).word(shape).put(loud).end();
    sink.start(SHAPES1).word(shape).word(behind).put(loud).end();
    sink.start(SHAPES).word(before).word(shape).word(behind).put(loud).end();
    sink.start(SHAPE_WORD_1).word(word(i - 1)).word(shape).put(loud).end();
    sink.start(SHAPE_WORD1).word(word(i + 1)).word(shape).put(loud).end();
    sink.start(CAPITAL_1).word(shape(i - 2)).word(before).word(shape).put(loud).end();
    sink.start(CAPITAL1).word(shape).word(behind).word(shape(i + 2)).put(loud).end();
  }

  private void addClasses(int i, FeatureSink sink) {
    FeatureSink.Word shape = shapes[i];
    sink.start(CLASS).word(classes[i]).word(shape).end();
    sink.start(CLASS_1).word(classOf(i - 1)).word(shape(i - 1)).word(shape).end();
    sink.start(CLASS1).word(shape).word(classOf(i + 1)).word(shape(i + 1)).end();
    sink.start(COMMON).word(shape).put(common(i - 1)).put(common(i)).put(common(i + 1)).end();
  }

  /// `1` for a common word with a capital (`Freight`), `0` for another with one, `-` for the rest.
  private char common(int i) {
    if (!shape(i).text().startsWith("X")) {
      return '-';
    }
    return classes[i].text().equals(WordClasses.UNKNOWN) ? '0' : '1';
  }

  private void addKnown(int i, FeatureSink sink) {
    known.put(i, sink.start(KNOWN));
    sink.end();
    addKnown(KNOWN_1, i - 1, sink);
    addKnown(KNOWN1, i, sink);
    addKnown(KNOWN_2, i - 2, sink);
    addKnown(KNOWN2, i + 1, sink);
  }

  /// The marks of a place and of the next.
  private void addKnown(FeatureSink.Kind kind, int first, FeatureSink sink) {
    known.put(first, sink.start(kind));
    known.put(first + 1, sink);
    sink.end();
  }
}
