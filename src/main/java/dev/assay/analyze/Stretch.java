package dev.assay.analyze;

/// Some marks of a sentence that follow each other, `[from, to)`; may be empty.
record Stretch(int from, int to) {

  static final Stretch NONE = new Stretch(0, 0);

  boolean isEmpty() {
    return to <= from;
  }

  boolean has(int mark) {
    return mark >= from && mark < to;
  }
}
