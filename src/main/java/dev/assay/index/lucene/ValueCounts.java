package dev.assay.index.lucene;

import dev.assay.index.IndexPage;
import dev.assay.index.IndexPage.Count;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How many hits have each value of one field, over all segments: a hash table with open addressing
/// of the places at which the segments keep their values. A text is made only of those that are
/// told, which of some thousands are a hundred.
final class ValueCounts {

  private static final int FIRST_VALUES = 64;

  private ValueTexts[] texts = new ValueTexts[FIRST_VALUES];
  private int[] ordinals = new int[FIRST_VALUES];
  private int[] counts = new int[FIRST_VALUES];
  private int size;

  /// 1 for the first value, 0 for none; twice as many as there is room for values.
  private int[] slots = new int[2 * FIRST_VALUES];

  /// Counts so many further hits for a value of a segment.
  void add(ValueTexts segment, int ordinal, int hits) {
    int slot = slot(segment, ordinal);
    if (slots[slot] != 0) {
      counts[slots[slot] - 1] += hits;
      return;
    }
    if (size == counts.length) {
      grow();
      slot = slot(segment, ordinal);
    }
    texts[size] = segment;
    ordinals[size] = ordinal;
    counts[size] = hits;
    slots[slot] = ++size;
  }

  /// Where a value stands, or would.
  private int slot(ValueTexts segment, int ordinal) {
    int at = segment.hash(ordinal) & (slots.length - 1);
    while (slots[at] != 0 && !isAt(slots[at] - 1, segment, ordinal)) {
      at = (at + 1) & (slots.length - 1);
    }
    return at;
  }

  private boolean isAt(int value, ValueTexts segment, int ordinal) {
    return segment.isSame(ordinal, texts[value], ordinals[value]);
  }

  private void grow() {
    texts = Arrays.copyOf(texts, 2 * size);
    ordinals = Arrays.copyOf(ordinals, 2 * size);
    counts = Arrays.copyOf(counts, 2 * size);
    slots = new int[4 * size];
    for (int value = 0; value < size; value++) {
      slots[slot(texts[value], ordinals[value])] = value + 1;
    }
  }

  /// The values with most hits, as [IndexPage#mostFirst] tells them.
  List<Count> mostFirst() {
    return IndexPage.first(IntStream.range(0, size).boxed(), this::compare).stream()
        .map(value -> new Count(texts[value].text(ordinals[value]), counts[value]))
        .toList();
  }

  private int compare(int one, int other) {
    int byHits = Integer.compare(counts[other], counts[one]);
    return byHits == 0 ? texts[one].compare(ordinals[one], texts[other], ordinals[other]) : byHits;
  }
}
