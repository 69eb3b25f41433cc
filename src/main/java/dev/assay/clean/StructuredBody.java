package dev.assay.clean;

import java.util.BitSet;
import java.util.List;
import org.jsoup.Jsoup;

/// The article's text as the page's structured data gives it (`articleBody` of schema.org), to hold
/// visible blocks against.
///
/// Texts are compared by windows of letters and digits, kept as bits of a hash table, so that one
/// look at each text is enough and a block with a link or a mark more is known all the same.
final class StructuredBody {

  /// Letters and digits compared at a time; an ideograph counts as one.
  private static final int WINDOW = 12;

  private static final int STEP = 4;
  private static final int BITS = 1 << 20;

  /// A block stands in the body if this share of its windows does.
  private static final double MOST = 0.8;

  private static final int LONGEST = 400_000;

  private final BitSet windows = new BitSet(BITS);
  private final int size;

  private StructuredBody(String body) {
    String text = folded(body);
    this.size = text.length();
    for (int i = 0; i + WINDOW <= text.length(); i++) {
      windows.set(hash(text, i));
    }
  }

  static StructuredBody of(String body) {
    String cut = body.length() > LONGEST ? body.substring(0, LONGEST) : body;
    return new StructuredBody(cut.indexOf('<') >= 0 ? Jsoup.parseBodyFragment(cut).text() : cut);
  }

  /// Its letters and digits.
  int size() {
    return size;
  }

  /// Letters and digits of the blocks that stand in it.
  int shown(List<Block> blocks) {
    return blocks.stream()
        .filter(this::holds)
        .mapToInt(block -> folded(block.text()).length())
        .sum();
  }

  /// Whether a block's text stands in it; never for one too short to tell.
  boolean holds(Block block) {
    String text = folded(block.text());
    int found = 0;
    int looked = 0;
    for (int i = 0; i + WINDOW <= text.length(); i += STEP) {
      looked++;
      found += windows.get(hash(text, i)) ? 1 : 0;
    }
    return looked > 0 && found >= MOST * looked;
  }

  private static int hash(String text, int from) {
    int hash = 0;
    for (int i = from; i < from + WINDOW; i++) {
      hash = hash * 31 + text.charAt(i);
    }
    return (hash ^ hash >>> 16) & BITS - 1;
  }

  private static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        folded.append(Character.toLowerCase(c));
      }
    }
    return folded.toString();
  }
}
