package dev.assay.clean.text;

import java.nio.charset.Charset;

/// Tells GB2312 and Big5 apart, which can often be read as each other without a fault: what one
/// writes with its everyday characters comes out as rare ones of the other.
public final class ChineseBytes {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset BIG5 = Charset.forName("Big5");

  /// Fewer pairs of bytes tell nothing.
  private static final int FEW = 12;

  /// Of a text in its own charset nearly all characters are everyday ones.
  private static final double OWN = 0.9;

  /// Of a text in the other charset far fewer are.
  private static final double OTHERS = 0.75;

  /// Bytes that are looked at.
  private static final int SEEN = 65_536;

  private ChineseBytes() {}

  /// The charset that a text is in which says that it is in `declared`: that itself, unless it is a
  /// charset of Chinese and the bytes are plainly of the other.
  public static Charset meant(Charset declared, byte[] bytes) {
    return switch (declared.name()) {
      case "GB2312", "GBK", "GB18030", "x-mswin-936" ->
          isRather(bytes, Everyday.BIG5, Everyday.GB) ? BIG5 : declared;
      case "Big5", "Big5-HKSCS", "x-windows-950" ->
          isRather(bytes, Everyday.GB, Everyday.BIG5) ? GB18030 : declared;
      default -> declared;
    };
  }

  private static boolean isRather(byte[] bytes, Everyday one, Everyday other) {
    int pairs = 0;
    int ofOne = 0;
    int ofOther = 0;
    int end = Math.min(bytes.length, SEEN) - 1;
    for (int i = 0; i < end; i++) {
      if (bytes[i] < 0) {
        pairs++;
        ofOne += one.holds(bytes[i] & 0xff, bytes[i + 1] & 0xff) ? 1 : 0;
        ofOther += other.holds(bytes[i] & 0xff, bytes[i + 1] & 0xff) ? 1 : 0;
        i++; // its second byte
      }
    }
    return pairs >= FEW && ofOne >= OWN * pairs && ofOther <= OTHERS * pairs;
  }

  /// The first level of a charset, of the characters in daily use, and its punctuation.
  private enum Everyday {
    GB(0xb0, 0xd7, 0xa1) {
      @Override
      boolean isSecond(int second) {
        return second >= 0xa1;
      }
    },
    BIG5(0xa4, 0xc6, 0xa1) {
      @Override
      boolean isSecond(int second) {
        return second >= 0x40 && second <= 0x7e || second >= 0xa1;
      }
    };

    private final int first;
    private final int last;
    private final int marks;

    Everyday(int first, int last, int marks) {
      this.first = first;
      this.last = last;
      this.marks = marks;
    }

    abstract boolean isSecond(int second);

    boolean holds(int lead, int second) {
      boolean level = lead >= first && lead <= last || lead >= marks && lead <= marks + 2;
      return level && isSecond(second);
    }
  }
}
