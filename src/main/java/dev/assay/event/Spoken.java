package dev.assay.event;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.LongToDoubleFunction;

/// What a text speaks of, before it is known how much each of that tells.
///
/// @param terms how often each stands there, for texts of its own language
/// @param head those of the terms that stand at its head, with how often they stand in all of it
/// @param concepts the same as of terms, for texts of the other
/// @param facts what it states that reads alike in the other
/// @param wording how it is worded
/// @param han whether it is written in Chinese characters
public record Spoken(
    Counts terms, Counts head, Counts concepts, Facts facts, Wording wording, boolean han) {

  /// Of a text so many are kept, those that tell most.
  static final int MOST_TERMS = 200;

  static final int MOST_CONCEPTS = 100;

  /// A count is kept as its root in steps of this, which is as exact as a byte allows.
  private static final float STEPS = 16;

  private static final int MOST_IN_A_BYTE = 255;

  /// A key and the root of its count.
  private static final int BYTES = 5;

  /// Kinds of a text: in Chinese characters, and kept with its wording.
  private static final int HAN = 1;

  private static final int WORDED = 2;

  /// The day of a text of which none is known.
  private static final int NO_DAY = Integer.MIN_VALUE;

  /// What a text of these terms and concepts speaks of.
  ///
  /// @param head those of `terms` that stand at the head
  public static Spoken of(
      Map<Long, Float> terms,
      Set<Long> head,
      Map<Long, Float> concepts,
      Facts facts,
      Wording wording,
      boolean han) {
    Counts counted = Counts.of(terms);
    return new Spoken(
        counted,
        counted.where(i -> head.contains(counted.keys()[i])),
        Counts.of(concepts),
        facts,
        wording,
        han);
  }

  /// A term in 32 bits: enough to tell those of one text apart, and half as much to keep.
  static long key(long term) {
    return (int) (term ^ (term >>> 32));
  }

  /// As much of this as is kept.
  ///
  /// @param telling how much a term tells
  Spoken kept(LongToDoubleFunction telling) {
    Counts mostTerms = most(terms, telling, MOST_TERMS);
    return new Spoken(
        mostTerms,
        head.where(i -> mostTerms.has(head.keys()[i])),
        most(concepts, telling, MOST_CONCEPTS),
        facts,
        wording,
        han);
  }

  private static Counts most(Counts counts, LongToDoubleFunction telling, int most) {
    if (counts.size() <= most) {
      return counts;
    }
    double[] weights = new double[counts.size()];
    Arrays.setAll(
        weights, i -> Math.sqrt(counts.values()[i]) * telling.applyAsDouble(counts.keys()[i]));
    return counts.where(WeightedTerms.areHeaviest(weights, most));
  }

  /// As it is stored, the terms of the head first; read again by [#read].
  public byte[] bytes() {
    Counts others = terms.where(i -> !head.has(terms.keys()[i]));
    int all = terms.size() + concepts.size() + facts.telling().size();
    ByteBuffer bytes = ByteBuffer.allocate(12 + wording.bytes() + BYTES * all);
    bytes.putShort((short) (WORDED | (han ? HAN : 0))).putShort((short) terms.size());
    bytes.putShort((short) head.size()).putShort((short) concepts.size());
    LocalDate day = facts.published();
    bytes.putInt(day == null ? NO_DAY : (int) day.toEpochDay());
    wording.put(bytes);
    put(head, bytes);
    put(others, bytes);
    put(concepts, bytes);
    put(facts.telling(), bytes);
    return bytes.array();
  }

  private static void put(Counts counts, ByteBuffer bytes) {
    for (int i = 0; i < counts.size(); i++) {
      long root = Math.round(STEPS * Math.sqrt(counts.values()[i]));
      bytes.putInt((int) counts.keys()[i]).put((byte) Math.min(MOST_IN_A_BYTE, root));
    }
  }

  /// What [#bytes] wrote.
  public static Spoken read(byte[] stored) {
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    int kind = bytes.getShort();
    int all = bytes.getShort();
    int first = bytes.getShort();
    int ofConcepts = bytes.getShort();
    int day = bytes.getInt();
    Wording wording = (kind & WORDED) == 0 ? Wording.NONE : Wording.read(bytes);
    Counts head = counts(bytes, first);
    Counts terms = head.and(counts(bytes, all - first));
    Counts concepts = counts(bytes, ofConcepts);
    Facts facts =
        new Facts(
            counts(bytes, bytes.remaining() / BYTES),
            day == NO_DAY ? null : LocalDate.ofEpochDay(day));
    return new Spoken(terms, head, concepts, facts, wording, (kind & HAN) != 0);
  }

  private static Counts counts(ByteBuffer bytes, int number) {
    Counts counts = new Counts(new long[number], new float[number]);
    for (int i = 0; i < number; i++) {
      counts.keys()[i] = bytes.getInt();
      float root = (bytes.get() & MOST_IN_A_BYTE) / STEPS;
      counts.values()[i] = root * root;
    }
    return counts;
  }
}
