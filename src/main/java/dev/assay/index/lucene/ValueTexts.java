package dev.assay.index.lucene;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.jspecify.annotations.Nullable;

/// The values of one field in one segment, in order, taken out of its compressed files: eight bytes
/// for each beside its text. Immutable.
final class ValueTexts {

  private final byte[] bytes;

  /// Where the text of each value ends, which is where that of the next one begins.
  private final int[] ends;

  private final int[] hashes;

  private ValueTexts(byte[] bytes, int[] ends, int[] hashes) {
    this.bytes = bytes;
    this.ends = ends;
    this.hashes = hashes;
  }

  static ValueTexts of(SortedSetDocValues values) throws IOException {
    int size = Math.toIntExact(values.getValueCount());
    BytesRefBuilder texts = new BytesRefBuilder();
    int[] ends = new int[size];
    int[] hashes = new int[size];
    TermsEnum each = values.termsEnum();
    int ordinal = 0;
    for (@Nullable BytesRef text = each.next(); text != null; text = each.next()) {
      texts.append(text);
      ends[ordinal] = texts.length();
      hashes[ordinal] = text.hashCode();
      ordinal++;
    }
    return new ValueTexts(texts.toBytesRef().bytes, ends, hashes);
  }

  int size() {
    return ends.length;
  }

  /// The same for the same value of any segment.
  int hash(int ordinal) {
    return hashes[ordinal];
  }

  String text(int ordinal) {
    int start = start(ordinal);
    return new String(bytes, start, ends[ordinal] - start, StandardCharsets.UTF_8);
  }

  boolean isSame(int ordinal, ValueTexts other, int otherOrdinal) {
    return hash(ordinal) == other.hash(otherOrdinal)
        && Arrays.equals(
            bytes,
            start(ordinal),
            ends[ordinal],
            other.bytes,
            other.start(otherOrdinal),
            other.ends[otherOrdinal]);
  }

  /// By the code points of the values, as which UTF-8 orders them.
  int compare(int ordinal, ValueTexts other, int otherOrdinal) {
    return Arrays.compareUnsigned(
        bytes,
        start(ordinal),
        ends[ordinal],
        other.bytes,
        other.start(otherOrdinal),
        other.ends[otherOrdinal]);
  }

  private int start(int ordinal) {
    return ordinal == 0 ? 0 : ends[ordinal - 1];
  }
}
