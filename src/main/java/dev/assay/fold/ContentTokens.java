package dev.assay.fold;

import dev.assay.lexicon.HanScript;
import java.util.Arrays;

/// A text as copies of it are recognised: its characters, words and numbers, whatever their script,
/// width, case and spacing.
///
/// A Chinese character (in its simplified form) or a kana is one token, a run of letters is one, a
/// number is one and stands for its value: `3,000万`, `三千万` and `3000 万` are the same token, and so
/// are `40%`, `４０％`, `百分之四十` and `4成`. Letters that run on into digits (`QN900C`) are a code.
/// Punctuation and spaces are not tokens. Linear in the text; offsets are UTF-16 units of the text
/// as given. Safe for use by many threads once made.
public final class ContentTokens {

  /// What a token is.
  public enum Kind {
    /// One Chinese character or kana.
    CHARACTER,
    /// A run of letters.
    WORD,
    /// A number, compared by value.
    NUMBER,
    /// Letters with digits, such as a model or a security.
    CODE
  }

  private static final Kind[] KINDS = Kind.values();
  private static final byte CHARACTER = 0;
  private static final byte WORD = 1;
  private static final byte NUMBER = 2;
  private static final byte CODE = 3;

  private long[] hashes;
  private int[] starts;
  private int[] ends;
  private byte[] kinds;
  private int size;

  ContentTokens(int capacity) {
    hashes = new long[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
    kinds = new byte[capacity];
  }

  /// The tokens of `text`, in order.
  public static ContentTokens of(String text) {
    ContentTokens tokens = new ContentTokens(Math.max(16, text.length() / 3));
    new ContentScanner(text, tokens).scan();
    return tokens;
  }

  /// How many tokens there are.
  public int size() {
    return size;
  }

  /// The 64-bit hash of token `i`; equal for equal tokens, whatever their spelling.
  public long hash(int i) {
    return hashes[i];
  }

  /// What token `i` is.
  public Kind kind(int i) {
    return KINDS[kinds[i]];
  }

  /// Whether token `i` is a number or a code: something that a template fills in.
  boolean isFigure(int i) {
    return kinds[i] >= NUMBER;
  }

  /// Offset of the first character of token `i`.
  public int start(int i) {
    return starts[i];
  }

  /// Offset after the last character of token `i`.
  public int end(int i) {
    return ends[i];
  }

  void addCharacter(char c, int at) {
    add(ContentScanner.mix(c), CHARACTER, at, at + 1);
  }

  void addWord(long hash, boolean code, int start, int end) {
    add(hash, code ? CODE : WORD, start, end);
  }

  void addNumber(long hash, int start, int end) {
    add(hash, NUMBER, start, end);
  }

  private void add(long hash, byte kind, int start, int end) {
    if (size == hashes.length) {
      grow();
    }
    hashes[size] = hash;
    kinds[size] = kind;
    starts[size] = start;
    ends[size++] = end;
  }

  private void grow() {
    int capacity = 2 * size;
    hashes = Arrays.copyOf(hashes, capacity);
    kinds = Arrays.copyOf(kinds, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
  }

  /// The form of a character in which it is compared: simplified, half width, lower case.
  static char normal(char c) {
    char narrow = c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c;
    return HanScript.simplify(Character.toLowerCase(narrow));
  }
}
