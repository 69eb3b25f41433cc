package dev.assay.event;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// What a text speaks of, before it is known how much each of that tells.
///
/// @param terms how often each stands there, for texts of its own language
/// @param head those of the terms that stand at its head
/// @param concepts the same, for texts of the other
/// @param facts what it states that reads alike in the other
/// @param han whether it is written in Chinese characters
public record Spoken(
    Map<Long, Float> terms, Set<Long> head, Map<Long, Float> concepts, Facts facts, boolean han) {

  /// Of a text so many are kept, those that tell most.
  static final int MOST_TERMS = 200;

  static final int MOST_CONCEPTS = 100;

  /// A count is kept as its root in steps of this, which is as exact as a byte allows.
  private static final float STEPS = 16;

  private static final int MOST_IN_A_BYTE = 255;

  /// The day of a text of which none is known.
  private static final int NO_DAY = Integer.MIN_VALUE;

  /// A term in 32 bits: enough to tell those of one text apart, and half as much to keep.
  static long key(long term) {
    return (int) (term ^ (term >>> 32));
  }

  /// As much of this as is kept.
  ///
  /// @param telling how much a term tells
  Spoken kept(ToDoubleFunction<Long> telling) {
    Map<Long, Float> mostTerms = most(terms, telling, MOST_TERMS);
    Set<Long> mostHead = new HashSet<>(head);
    mostHead.retainAll(mostTerms.keySet());
    return new Spoken(mostTerms, mostHead, most(concepts, telling, MOST_CONCEPTS), facts, han);
  }

  private static Map<Long, Float> most(
      Map<Long, Float> counts, ToDoubleFunction<Long> telling, int most) {
    if (counts.size() <= most) {
      return counts;
    }
    Map<Long, Double> weights = new HashMap<>();
    counts.forEach(
        (term, count) -> weights.put(term, Math.sqrt(count) * telling.applyAsDouble(term)));
    Map<Long, Float> kept = new HashMap<>();
    weights.entrySet().stream()
        .sorted(
            Map.Entry.<Long, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .forEach(entry -> kept.put(entry.getKey(), counts.get(entry.getKey())));
    return kept;
  }

  /// As it is stored, the terms of the head first; read again by [#read].
  public byte[] bytes() {
    int all = terms.size() + concepts.size() + facts.telling().size();
    ByteBuffer bytes = ByteBuffer.allocate(12 + 5 * all);
    bytes.putShort((short) (han ? 1 : 0)).putShort((short) terms.size());
    bytes.putShort((short) head.size()).putShort((short) concepts.size());
    LocalDate day = facts.published();
    bytes.putInt(day == null ? NO_DAY : (int) day.toEpochDay());
    put(terms, head, bytes);
    put(concepts, Set.of(), bytes);
    put(facts.telling(), Set.of(), bytes);
    return bytes.array();
  }

  private static void put(Map<Long, Float> counts, Set<Long> first, ByteBuffer bytes) {
    counts.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Long, Float>>comparingInt(
                    entry -> first.contains(entry.getKey()) ? 0 : 1)
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(
            entry -> {
              long root = Math.round(STEPS * Math.sqrt(entry.getValue()));
              bytes.putInt((int) (long) entry.getKey()).put((byte) Math.min(MOST_IN_A_BYTE, root));
            });
  }

  /// What [#bytes] wrote.
  public static Spoken read(byte[] stored) {
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    boolean han = bytes.getShort() == 1;
    int all = bytes.getShort();
    int first = bytes.getShort();
    int ofConcepts = bytes.getShort();
    int day = bytes.getInt();
    Map<Long, Float> terms = counts(bytes, first);
    Set<Long> head = Set.copyOf(terms.keySet());
    terms.putAll(counts(bytes, all - first));
    Map<Long, Float> concepts = counts(bytes, ofConcepts);
    Facts facts =
        new Facts(
            counts(bytes, bytes.remaining() / 5), day == NO_DAY ? null : LocalDate.ofEpochDay(day));
    return new Spoken(terms, head, concepts, facts, han);
  }

  private static Map<Long, Float> counts(ByteBuffer bytes, int number) {
    Map<Long, Float> counts = new HashMap<>();
    for (int i = 0; i < number; i++) {
      long key = bytes.getInt();
      float root = (bytes.get() & MOST_IN_A_BYTE) / STEPS;
      counts.put(key, root * root);
    }
    return counts;
  }
}
