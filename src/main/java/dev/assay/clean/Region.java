package dev.assay.clean;

import org.jspecify.annotations.Nullable;

/// One block-level element of a page, above the blocks `[firstBlock, endBlock)`.
final class Region {

  final @Nullable Region parent;
  final String tag;
  final int depth;

  /// What its class, id, role and style say: the bits of [ClassWords].
  final int marks;

  final int firstBlock;
  int endBlock;

  /// Whether it, or a region above it, is left out.
  boolean dropped;

  Region(@Nullable Region parent, String tag, int marks, int firstBlock) {
    this.parent = parent;
    this.tag = tag;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.marks = marks;
    this.firstBlock = firstBlock;
    this.endBlock = firstBlock;
  }

  boolean has(int mark) {
    return (marks & mark) != 0;
  }

  boolean isWithin(Region other) {
    return firstBlock >= other.firstBlock && endBlock <= other.endBlock && depth >= other.depth;
  }

  @Override
  public String toString() {
    return "<"
        + tag
        + " ["
        + firstBlock
        + ","
        + endBlock
        + ") "
        + Integer.toBinaryString(marks)
        + ">";
  }
}
