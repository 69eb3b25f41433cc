package dev.assay.analyze.weigh;

import java.util.Arrays;

/// Numbers for features, from 0 on, and on how many pages each was seen. Pages come one after the
/// other.
final class FeatureNumbers {

  private long[] ids = new long[1 << 12];
  private int[] numbers = new int[1 << 12];
  private int[] pages = new int[1 << 11];
  private int[] lastPage = new int[1 << 11];
  private int size;

  /// The number of a feature; -1 if it was never seen.
  int of(long id) {
    int i = place(id);
    return ids[i] == id ? numbers[i] : -1;
  }

  /// Sees a feature on a page.
  void see(long id, int page) {
    int i = place(id);
    if (ids[i] != id) {
      if (size * 2 > ids.length) {
        grow();
        i = place(id);
      }
      ids[i] = id;
      numbers[i] = size;
      if (size == pages.length) {
        pages = Arrays.copyOf(pages, size * 2);
        lastPage = Arrays.copyOf(lastPage, size * 2);
      }
      lastPage[size] = -1;
      size++;
    }
    int number = numbers[i];
    pages[number] += lastPage[number] == page ? 0 : 1;
    lastPage[number] = page;
  }

  /// On how many pages the feature of this number was seen.
  int pages(int number) {
    return pages[number];
  }

  int size() {
    return size;
  }

  /// The features, by their numbers.
  long[] ids() {
    long[] byNumber = new long[size];
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] != 0) {
        byNumber[numbers[i]] = ids[i];
      }
    }
    return byNumber;
  }

  private int place(long id) {
    int mask = ids.length - 1;
    int i = (int) (id ^ (id >>> 29)) & mask;
    while (ids[i] != 0 && ids[i] != id) {
      i = (i + 1) & mask;
    }
    return i;
  }

  private void grow() {
    long[] oldIds = ids;
    int[] oldNumbers = numbers;
    ids = new long[oldIds.length * 2];
    numbers = new int[oldIds.length * 2];
    for (int k = 0; k < oldIds.length; k++) {
      if (oldIds[k] != 0) {
        int i = place(oldIds[k]);
        ids[i] = oldIds[k];
        numbers[i] = oldNumbers[k];
      }
    }
  }
}
