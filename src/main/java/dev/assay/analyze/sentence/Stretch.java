package dev.assay.analyze.sentence;

/// Some marks of a sentence that follow each other, `[from, to)`; may be empty.
public record Stretch(int from, int to) {

  public static final Stretch NONE = new Stretch(0, 0);

  public boolean isEmpty() {
    return to <= from;
  }
}
