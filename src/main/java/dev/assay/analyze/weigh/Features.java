package dev.assay.analyze.weigh;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// What can be seen of one candidate: a bag of features, each a name with up to four values
/// (`S.far|L3|en`).
///
/// A feature is held as a number made of its parts, which costs no strings. Only bags that are made
/// to be learned from, or to give reasons, know the names too. Not safe for use by many threads.
public final class Features {

  /// Between the parts of a feature's name.
  private static final char BETWEEN = '|';

  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final @Nullable Map<Long, String> names;
  private long[] ids = new long[64];
  private int size;

  private Features(@Nullable Map<Long, String> names) {
    this.names = names;
  }

  /// An empty bag that only can be weighed.
  public static Features bare() {
    return new Features(null);
  }

  /// An empty bag that knows the names of its features.
  public static Features named() {
    return new Features(new HashMap<>());
  }

  /// An empty bag for the same purpose as `other`, with which it shares the names.
  public static Features like(Features other) {
    return new Features(other.names);
  }

  /// A bag of its own with the same features, to which more can be added.
  public Features copy() {
    Features copy = new Features(names);
    copy.ids = ids.clone();
    copy.size = size;
    return copy;
  }

  public void add(String name) {
    put(start(name), name, "", "", "", "");
  }

  public void add(String name, String a) {
    put(mix(start(name), a), name, a, "", "", "");
  }

  public void add(String name, String a, String b) {
    put(mix(mix(start(name), a), b), name, a, b, "", "");
  }

  public void add(String name, String a, String b, String c) {
    put(mix(mix(mix(start(name), a), b), c), name, a, b, c, "");
  }

  public void add(String name, String a, String b, String c, String d) {
    put(mix(mix(mix(mix(start(name), a), b), c), d), name, a, b, c, d);
  }

  /// Adds the feature of which [#names] gives this name.
  public void addNamed(String whole) {
    long id = id(whole);
    put(id);
    if (names != null) {
      names.putIfAbsent(id, whole);
    }
  }

  /// The whole names of its features, in order; empty ones if the bag knows none.
  public List<String> names() {
    return LongStream.of(ids).limit(size).mapToObj(this::nameOf).toList();
  }

  /// Adds all features of `other`.
  public void addAll(Features other) {
    for (int i = 0; i < other.size; i++) {
      put(other.ids[i]);
    }
  }

  /// The same features as they speak for one of several classes: `P.near|L|output|share`.
  public Features of(String kind) {
    Features of = new Features(names);
    for (int i = 0; i < size; i++) {
      long id = mix(ids[i], kind);
      of.put(id);
      if (names != null && !names.containsKey(id)) {
        names.put(id, names.get(ids[i]) + BETWEEN + kind);
      }
    }
    return of;
  }

  /// Whether it knows the names of its features.
  public boolean hasNames() {
    return names != null;
  }

  /// How many features there are.
  int size() {
    return size;
  }

  long id(int i) {
    return ids[i];
  }

  /// The name of a feature of this bag, or of one that shares its names; empty if it knows none.
  String nameOf(long id) {
    return names == null ? "" : names.getOrDefault(id, "");
  }

  private void put(long id, String name, String a, String b, String c, String d) {
    put(id);
    if (names != null && !names.containsKey(id)) {
      StringBuilder whole = new StringBuilder(name);
      for (String value : new String[] {a, b, c, d}) {
        whole.append(value.isEmpty() ? "" : BETWEEN + plain(value));
      }
      names.put(id, whole.toString());
    }
  }

  private void put(long id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, size * 2);
    }
    ids[size++] = id;
  }

  /// The same features, each once. What can add one twice must ask for it: the check costs more
  /// than all else.
  public Features distinct() {
    Features distinct = new Features(names);
    for (int i = 0; i < size; i++) {
      if (!distinct.has(ids[i])) {
        distinct.put(ids[i]);
      }
    }
    return distinct;
  }

  private boolean has(long id) {
    for (int i = 0; i < size; i++) {
      if (ids[i] == id) {
        return true;
      }
    }
    return false;
  }

  /// The number of the feature of this name.
  static long id(String name) {
    int end = name.indexOf(BETWEEN);
    long id = start(end < 0 ? name : name.substring(0, end));
    while (end >= 0) {
      int from = end + 1;
      end = name.indexOf(BETWEEN, from);
      id = mix(id, end < 0 ? name.substring(from) : name.substring(from, end));
    }
    return id;
  }

  private static long start(String name) {
    return mix(MIX, name);
  }

  private static long mix(long id, String part) {
    long h = (id ^ part.hashCode()) * MIX;
    return h ^ (h >>> 32);
  }

  /// A value as it can stand in a line of text; one that cannot is never found again.
  private static String plain(String value) {
    return value.chars().anyMatch(c -> c == BETWEEN || c < ' ') ? "?" : value;
  }
}
