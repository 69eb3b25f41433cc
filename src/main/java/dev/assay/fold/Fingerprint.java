package dev.assay.fold;

import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The mark by which copies of a text are found without reading every other text.
///
/// `contentHash` is equal for texts that differ only in script (traditional, simplified), width,
/// case, spaces and punctuation. The `features` find the others: the least hashes of the text's
/// shingles (6 Chinese characters, or 4 words), eight from all of them and four more from those
/// that hold a figure. Two texts that share a third of their wording share a feature with a
/// probability above .97, also if one is an excerpt of the other: the least hashes of the whole
/// that lie in the excerpt are among the least of the excerpt too (Broder, *On the resemblance and
/// containment of documents*, 1997, the sketch with a fixed number of least elements). Templates
/// that only share their wording and not their figures meet in the first eight at most.
///
/// An index on single features finds candidates with [#features()] lookups an article; whether a
/// candidate is a copy is for `fold` to say. Immutable.
public final class Fingerprint {

  /// Features that a text has at most.
  static final int MAX_FEATURES = 12;

  private static final int FROM_ALL = 8;
  private static final int FROM_FIGURES = MAX_FEATURES - FROM_ALL;

  /// UTF-16 units below which a body may be no more than "see picture".
  private static final int SHORT_BODY = 40;

  /// A Chinese character weighs 2, another token 3; a shingle ends where 12 are reached.
  private static final int SHINGLE_WEIGHT = 12;

  private static final long BASE = 0x2545f4914f6cdd1dL;

  private final long contentHash;
  private final int tokenCount;
  private final int[] features;

  private Fingerprint(long contentHash, int tokenCount, int[] features) {
    this.contentHash = contentHash;
    this.tokenCount = tokenCount;
    this.features = features;
  }

  /// The fingerprint of an article.
  public static Fingerprint of(Article article) {
    return of(ContentTokens.of(content(article)));
  }

  /// The text of an article that copies are recognised by: its paragraphs, each a line.
  public static String content(Article article) {
    return content(
        article.title(),
        article.paragraphs().stream().map(Paragraph::text).collect(Collectors.joining("\n")));
  }

  /// The text that copies are recognised by: the body, and the title only if the body is too short
  /// to be known by itself. So a new title hides no copy.
  public static String content(String title, String body) {
    return body.length() >= SHORT_BODY ? body : title + "\n" + body;
  }

  /// The fingerprint of a text.
  public static Fingerprint of(ContentTokens tokens) {
    LeastHashes all = new LeastHashes(FROM_ALL);
    LeastHashes figures = new LeastHashes(FROM_FIGURES);
    long contentHash = sketch(tokens, all, figures);
    int[] features =
        IntStream.concat(Arrays.stream(all.values()), Arrays.stream(figures.values()))
            .sorted()
            .distinct()
            .toArray();
    return new Fingerprint(contentHash, tokens.size(), features);
  }

  /// Rolls one hash over the text: shingle [from, to) is `prefix(to) - prefix(from) * BASE^(to -
  /// from)`, and the prefix at the end is the content hash.
  private static long sketch(ContentTokens tokens, LeastHashes all, LeastHashes figures) {
    int size = tokens.size();
    long window = 0;
    long prefix = 0;
    long power = 1;
    int weight = 0;
    int figureCount = 0;
    int from = 0;
    for (int to = 0; to < size; to++) {
      long token = tokens.hash(to);
      prefix = prefix * BASE + token;
      window = window * BASE + token;
      power *= BASE;
      weight += weight(tokens, to);
      figureCount += tokens.isFigure(to) ? 1 : 0;
      while (weight - weight(tokens, from) >= SHINGLE_WEIGHT) {
        power *= INVERSE;
        window -= tokens.hash(from) * power;
        weight -= weight(tokens, from);
        figureCount -= tokens.isFigure(from) ? 1 : 0;
        from++;
      }
      if (weight >= SHINGLE_WEIGHT || to == size - 1) {
        int hash = (int) (ContentScanner.mix(window) >>> 32);
        all.offer(hash);
        if (figureCount > 0) {
          figures.offer(hash);
        }
      }
    }
    return ContentScanner.mix(prefix + size);
  }

  /// BASE is odd, so it has an inverse modulo 2^64 (Newton's iteration doubles the right bits).
  private static final long INVERSE = inverse(BASE);

  private static long inverse(long odd) {
    long x = odd;
    for (int i = 0; i < 6; i++) {
      x *= 2 - odd * x;
    }
    return x;
  }

  private static int weight(ContentTokens tokens, int i) {
    return tokens.kind(i) == ContentTokens.Kind.CHARACTER ? 2 : 3;
  }

  /// Equal for texts that differ only in script, width, case, spaces and punctuation.
  public long contentHash() {
    return contentHash;
  }

  /// Characters, words and numbers of the text.
  int tokenCount() {
    return tokenCount;
  }

  /// At most [#MAX_FEATURES] hashes, ascending, each once; empty for a text without tokens.
  public int[] features() {
    return features.clone();
  }

  /// How many features both have.
  public int sharedFeatures(Fingerprint other) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < features.length && j < other.features.length) {
      int order = Integer.compare(features[i], other.features[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return shared;
  }

  /// 12 bytes and 4 more for each feature, for [#ofBytes].
  public byte[] bytes() {
    ByteBuffer buffer = ByteBuffer.allocate(12 + 4 * features.length);
    buffer.putLong(contentHash).putInt(tokenCount);
    for (int feature : features) {
      buffer.putInt(feature);
    }
    return buffer.array();
  }

  /// Reads what [#bytes] wrote.
  ///
  /// @throws IllegalArgumentException if `bytes` is of another length
  static Fingerprint ofBytes(byte[] bytes) {
    if (bytes.length < 12 || bytes.length % 4 != 0 || bytes.length > 12 + 4 * MAX_FEATURES) {
      throw new IllegalArgumentException(
          "a fingerprint is 12 bytes and 4 for each feature, got " + bytes.length);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    long contentHash = buffer.getLong();
    int tokenCount = buffer.getInt();
    int[] features = new int[(bytes.length - 12) / 4];
    Arrays.setAll(features, i -> buffer.getInt());
    return new Fingerprint(contentHash, tokenCount, features);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fingerprint that
        && contentHash == that.contentHash
        && tokenCount == that.tokenCount
        && Arrays.equals(features, that.features);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(contentHash);
  }

  @Override
  public String toString() {
    return "Fingerprint[%016x, %d tokens]".formatted(contentHash, tokenCount);
  }

  /// The least hashes offered, each once.
  private static final class LeastHashes {
    private final int[] values;
    private int size;
    private int limit = Integer.MAX_VALUE;

    LeastHashes(int capacity) {
      values = new int[capacity];
    }

    void offer(int hash) {
      if (hash < limit || size < values.length) {
        insert(hash);
      }
    }

    private void insert(int hash) {
      int at = Arrays.binarySearch(values, 0, size, hash);
      if (at >= 0) {
        return;
      }
      int place = -at - 1;
      if (place == values.length) {
        return;
      }
      size = Math.min(size + 1, values.length);
      System.arraycopy(values, place, values, place + 1, size - place - 1);
      values[place] = hash;
      limit = size == values.length ? values[size - 1] : Integer.MAX_VALUE;
    }

    int[] values() {
      return Arrays.copyOf(values, size);
    }
  }
}
