package dev.assay.lexicon;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the longest of many words at a place of a text, forwards or backwards, in time linear in
/// the word. Words and text are folded alike by the caller; a word that ends in a Latin letter only
/// matches where no letter or digit follows. Immutable; safe for use by many threads.
public final class WordTable<V> {

  /// The value of a word and where in the text the word ends (or, read backwards, begins).
  public record Match<V>(V value, int end) {}

  private final @Nullable Node<V>[] roots;
  private final boolean backwards;

  @SuppressWarnings({"unchecked", "rawtypes"})
  private WordTable(Map<String, V> words, boolean backwards) {
    this.roots = new Node[Character.MAX_VALUE + 1];
    this.backwards = backwards;
    words.forEach(this::add);
  }

  /// Words that are read from their first character on.
  public static <V> WordTable<V> forwards(Map<String, V> words) {
    return new WordTable<>(words, false);
  }

  /// Words that are read from their last character back.
  public static <V> WordTable<V> backwards(Map<String, V> words) {
    return new WordTable<>(words, true);
  }

  private static final class Node<V> {
    char[] keys = new char[0];
    Node<V>[] children = children(0);
    @Nullable V value;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <V> Node<V>[] children(int size) {
      return new Node[size];
    }

    @Nullable Node<V> next(char c) {
      int at = Arrays.binarySearch(keys, c);
      return at < 0 ? null : children[at];
    }

    Node<V> child(char c) {
      Node<V> there = next(c);
      if (there != null) {
        return there;
      }
      int at = -Arrays.binarySearch(keys, c) - 1;
      char[] newKeys = new char[keys.length + 1];
      Node<V>[] newChildren = children(keys.length + 1);
      System.arraycopy(keys, 0, newKeys, 0, at);
      System.arraycopy(children, 0, newChildren, 0, at);
      System.arraycopy(keys, at, newKeys, at + 1, keys.length - at);
      System.arraycopy(children, at, newChildren, at + 1, keys.length - at);
      Node<V> created = new Node<>();
      newKeys[at] = c;
      newChildren[at] = created;
      keys = newKeys;
      children = newChildren;
      return created;
    }
  }

  private void add(String word, V value) {
    char first = word.charAt(backwards ? word.length() - 1 : 0);
    Node<V> node = roots[first];
    if (node == null) {
      node = new Node<>();
      roots[first] = node;
    }
    for (int i = 1; i < word.length(); i++) {
      node = node.child(word.charAt(backwards ? word.length() - 1 - i : i));
    }
    node.value = value;
  }

  /// The longest word that begins at `from` and ends at `limit` at the latest, or null.
  public @Nullable Match<V> at(char[] text, int from, int limit) {
    if (from >= limit) {
      return null;
    }
    Node<V> node = roots[text[from]];
    Match<V> best = null;
    int i = from + 1;
    while (node != null) {
      V value = node.value;
      if (value != null && isEdge(text[i - 1], i < text.length ? text[i] : ' ')) {
        best = new Match<>(value, i);
      }
      node = i < limit ? node.next(text[i]) : null;
      i++;
    }
    return best;
  }

  /// The longest word that ends before `to` and begins at `limit` at the earliest, or null.
  public @Nullable Match<V> before(char[] text, int to, int limit) {
    if (to <= limit) {
      return null;
    }
    Node<V> node = roots[text[to - 1]];
    Match<V> best = null;
    int i = to - 1;
    while (node != null) {
      V value = node.value;
      if (value != null && isEdge(text[i], i > 0 ? text[i - 1] : ' ')) {
        best = new Match<>(value, i);
      }
      i--;
      node = i >= limit ? node.next(text[i]) : null;
    }
    return best;
  }

  private static boolean isEdge(char last, char next) {
    return !isLatin(last) || !(isLatin(next) || next >= '0' && next <= '9');
  }

  /// Whether `c` is a letter of the Latin script in its blocks up to U+024F.
  public static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '\u00c0' && c <= '\u024f' && c != '\u00d7' && c != '\u00f7';
  }
}
