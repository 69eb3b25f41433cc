package dev.assay.analyze.name;

import java.util.BitSet;

/// A stretch of a text that reads as a name, whether or not anybody knows it.
///
/// @param block 0 for the title, else the paragraph's number
record ReadName(int block, int start, int end, NameKind kind) {

  String in(String text) {
    return text.substring(start, end);
  }

  /// The same place, taken for something else.
  ReadName as(NameKind other) {
    return new ReadName(block, start, end, other);
  }

  int length() {
    return end - start;
  }

  /// Whether none of its characters is among `taken` of its block.
  boolean isFree(BitSet taken) {
    int next = taken.nextSetBit(start);
    return next < 0 || next >= end;
  }
}
