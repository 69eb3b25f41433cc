package dev.assay.lexicon;

import java.util.Arrays;
import java.util.List;

/// The names as a tree of characters, walked from one node to the next.
///
/// Nodes are numbered in breadth-first order, so the children of a node stand side by side, sorted:
/// a node costs ten bytes, a tree is built in one pass over sorted names, and a step is a binary
/// search among a few neighbours. Immutable; safe for use by many threads.
public final class NameTrie {

  /// The node before the first character.
  public static final int ROOT = 0;

  /// No such node, or no name that ends there.
  public static final int NONE = -1;

  private final char[] labels;
  private final int[] firstChild;
  private final int[] names;

  private NameTrie(char[] labels, int[] firstChild, int[] names) {
    this.labels = labels;
    this.firstChild = firstChild;
    this.names = names;
  }

  /// The tree of `sorted`, which are in order, without repetition, and not empty.
  static NameTrie of(List<String> sorted) {
    return new Builder(sorted).build();
  }

  /// The child of `node` by `c`, or [#NONE].
  public int step(int node, char c) {
    int low = firstChild[node];
    int high = firstChild[node + 1] - 1;
    while (low <= high) {
      int middle = low + high >>> 1;
      char label = labels[middle];
      if (label < c) {
        low = middle + 1;
      } else if (label > c) {
        high = middle - 1;
      } else {
        return middle;
      }
    }
    return NONE;
  }

  /// The place in the sorted list of the name that ends at `node`, or [#NONE].
  public int nameAt(int node) {
    return names[node];
  }

  private static final class Builder {
    private final List<String> sorted;
    private char[] labels;
    private int[] firstChild;
    private int[] names;
    private int[] from;
    private int[] to;
    private int size = 1;

    Builder(List<String> sorted) {
      this.sorted = sorted;
      int room = 1024;
      labels = new char[room];
      firstChild = new int[room];
      names = new int[room];
      from = new int[room];
      to = new int[room];
      to[ROOT] = sorted.size();
    }

    NameTrie build() {
      int level = 0;
      int levelEnd = 1;
      for (int node = 0; node < size; node++) {
        if (node == levelEnd) {
          level++;
          levelEnd = size;
        }
        expand(node, level);
      }
      firstChild[size] = size;
      return new NameTrie(
          Arrays.copyOf(labels, size),
          Arrays.copyOf(firstChild, size + 1),
          Arrays.copyOf(names, size));
    }

    /// Adds the children of `node`, which holds the names from `from` to `to` that share their
    /// first `depth` characters.
    private void expand(int node, int depth) {
      int at = from[node];
      int end = to[node];
      boolean ends = at < end && sorted.get(at).length() == depth;
      names[node] = ends ? at++ : NONE;
      firstChild[node] = size;
      while (at < end) {
        char label = sorted.get(at).charAt(depth);
        int next = at + 1;
        while (next < end && sorted.get(next).charAt(depth) == label) {
          next++;
        }
        add(label, at, next);
        at = next;
      }
    }

    private void add(char label, int first, int end) {
      if (size + 2 > labels.length) {
        grow(labels.length * 2);
      }
      labels[size] = label;
      from[size] = first;
      to[size] = end;
      size++;
    }

    private void grow(int room) {
      labels = Arrays.copyOf(labels, room);
      firstChild = Arrays.copyOf(firstChild, room);
      names = Arrays.copyOf(names, room);
      from = Arrays.copyOf(from, room);
      to = Arrays.copyOf(to, room);
    }
  }
}
