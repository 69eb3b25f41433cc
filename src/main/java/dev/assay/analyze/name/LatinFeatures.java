package dev.assay.analyze.name;

import dev.assay.cite.Span;
import dev.assay.lexicon.Folding;
import java.util.ArrayList;
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

  private final List<Span> words;
  private final String[] lower;
  private final String[] shapes;
  private final boolean shouted;

  LatinFeatures(String text) {
    words = words(text);
    lower = new String[words.size()];
    shapes = new String[words.size()];
    int capitals = 0;
    int small = 0;
    for (int i = 0; i < lower.length; i++) {
      String word = words.get(i).in(text);
      lower[i] = new String(Folding.fold(digits(word)));
      shapes[i] = shape(word);
      capitals += shapes[i].startsWith("X") ? 1 : 0;
      small += shapes[i].startsWith("x") ? 1 : 0;
    }
    shouted = capitals > small;
  }

  List<Span> words() {
    return words;
  }

  /// Words and, each by itself, other marks that are no space.
  private static List<Span> words(String text) {
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
        while (end < text.length() && goesOn(text, end)) {
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

  /// Letters and digits, the full stops of `U.S.`, and an apostrophe as in `O'Ward` but not that of
  /// a possessive.
  private static boolean goesOn(String text, int i) {
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
    return (c == '\'' || c == '’') && letterBehind && Character.isUpperCase(text.charAt(i + 1));
  }

  private static String digits(String word) {
    if (word.chars().noneMatch(c -> c >= '0' && c <= '9')) {
      return word;
    }
    return DIGITS.matcher(word).replaceAll("0");
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

  private String word(int i) {
    return i < 0 || i >= lower.length ? "|" : lower[i];
  }

  private String shape(int i) {
    return i < 0 || i >= shapes.length ? "|" : shapes[i];
  }

  @Override
  public void at(int i, FeatureSink sink) {
    String word = lower[i];
    String before = word(i - 1);
    String behind = word(i + 1);
    String shape = (shouted ? "!" : "") + shapes[i];
    add(sink, W, word);
    add(sink, W_1, before);
    add(sink, W_2, word(i - 2));
    add(sink, W1, behind);
    add(sink, W2, word(i + 2));
    add(sink, B_1, before, word);
    add(sink, B1, word, behind);
    add(sink, PREFIX, word.substring(0, Math.min(3, word.length())));
    add(sink, SUFFIX, word.substring(Math.max(0, word.length() - 3)));
    add(sink, SHORT_SUFFIX, word.substring(Math.max(0, word.length() - 2)), shapes[i]);
    add(sink, SHAPE, shape);
    add(sink, SHAPES_1, shape(i - 1), shape);
    add(sink, SHAPES1, shape, shape(i + 1));
    add(sink, SHAPES, shape(i - 1), shape, shape(i + 1));
    add(sink, SHAPE_WORD_1, before, shape);
    add(sink, SHAPE_WORD1, behind, shape);
    add(sink, CAPITAL_1, shape(i - 2), shape(i - 1), shape);
    add(sink, CAPITAL1, shape, shape(i + 1), shape(i + 2));
  }

  private static void add(FeatureSink sink, FeatureSink.Kind kind, String... parts) {
    sink.start(kind);
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        sink.put('_');
      }
      sink.put(parts[i]);
    }
    sink.end();
  }
}
