package dev.assay.lexicon;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the longest of many words at a place of a text, forwards or backwards, in time linear in
/// the word. Words and text are folded alike by the caller; a word that ends in a Latin letter only
/// matches where no letter or digit follows. Immutable; safe for use by many threads.
public final class WordTable<V> {

  /// The value of a word and where in the text the word ends (or, read backwards, begins).
  public record Match<V>(V value, int end) {}

  private final Roots<V> roots;
  private final boolean backwards;

  private WordTable(Map<String, V> words, boolean backwards) {
    this.backwards = backwards;
    BitSet first = new BitSet();
    words.keySet().forEach(word -> first.set(first(word)));
    this.roots = new Roots<>(first.cardinality());
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

  /// The nodes of first characters, by linear probing: most characters of a text begin no word, and
  /// what is asked of each of them must be answered at a glance. At least half of the slots are
  /// free.
  private static final class Roots<V> {
    private final char[] keys;
    private final @Nullable Node<V>[] nodes;

    /// @param characters how many there will be
    Roots(int characters) {
      int slots = Integer.highestOneBit(characters + 1) << 2;
      this.keys = new char[slots];
      this.nodes = Node.none(slots);
    }

    @Nullable Node<V> at(char first) {
      return nodes[slot(first)];
    }

    Node<V> add(char first) {
      int slot = slot(first);
      Node<V> there = nodes[slot];
      if (there != null) {
        return there;
      }
      Node<V> created = new Node<>();
      keys[slot] = first;
      nodes[slot] = created;
      return created;
    }

    private int slot(char first) {
      int slot = (first * 0x9e3779b1) >>> 16 & keys.length - 1;
      while (nodes[slot] != null && keys[slot] != first) {
        slot = slot + 1 & keys.length - 1;
      }
      return slot;
    }
  }

  private static final class Node<V> {
    private static final char[] NO_KEYS = {};
    private static final Node<?>[] NO_CHILDREN = {};

    char[] keys = NO_KEYS;
    Node<V>[] children = noChildren();
    @Nullable V value;

    @SuppressWarnings("unchecked")
    private static <V> Node<V>[] noChildren() {
      return (Node<V>[]) NO_CHILDREN;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <V> Node<V>[] none(int size) {
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
      Node<V>[] newChildren = none(keys.length + 1);
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

  private char first(String word) {
    return word.charAt(backwards ? word.length() - 1 : 0);
  }

  private void add(String word, V value) {
    Node<V> node = roots.add(first(word));
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
    Node<V> node = roots.at(text[from]);
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
    Node<V> node = roots.at(text[to - 1]);
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
