package dev.assay.analyze.name;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.CustomDictionary;
import dev.assay.cite.Span;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// The words of one Chinese text: those that HanLP's dictionaries have, and the likeliest row of
/// them that makes up the text, by how often each word stands in HanLP's corpus.
///
/// The dictionaries are read at the first Chinese text (a third of a second). Time is linear in the
/// text.
final class HanWords {

  /// A word that is not in the dictionaries: a lone Chinese character, letters, figures, a mark.
  static final char LONE = '?';

  static final char LETTERS = 'A';
  static final char FIGURES = '0';
  static final char MARK = 'w';

  private static final int LONGEST_WORD = 6;

  /// Words of HanLP's corpus, in round figures, and its logarithm: what a word costs is the
  /// logarithm of the share it has.
  private static final float LOG_OF_ALL = (float) Math.log(1.2e7);

  private static final float LONE_COST = LOG_OF_ALL + 1;
  private static final float MARK_COST = LOG_OF_ALL - 6;
  private static final float RUN_COST = 3;

  private final char[] text;
  private final byte[] beginLength;
  private final char[] beginNature;
  private final int[] starts;
  private final int[] ends;
  private final char[] natures;
  private final FeatureSink.Word[] words;
  private final char[][] roles;

  HanWords(String written) {
    text = normal(written);
    int length = text.length;
    beginLength = new byte[length];
    beginNature = new char[length];
    starts = new int[length];
    ends = new int[length];
    natures = new char[length];
    words = new FeatureSink.Word[length];
    roles = new char[length][];
    Row row = new Row(length);
    Known core = new Known(CoreDictionary.trie, text);
    DoubleArrayTrie<CoreDictionary.Attribute> more = CustomDictionary.DEFAULT.dat;
    Known custom = more == null ? null : new Known(more, text);
    for (int i = 0; i < length; i++) {
      row.loneAt(i, text);
      for (; core.begin() == i; core.next()) {
        add(i, core, core.searcher.value.totalFrequency + 1, row);
      }
      for (; custom != null && custom.begin() == i; custom.next()) {
        add(i, custom, 1, row);
      }
    }
    divide(row);
  }

  /// The words of one dictionary in a text, by where they begin.
  private static final class Known {
    private final DoubleArrayTrie<CoreDictionary.Attribute>.Searcher searcher;
    private boolean more;

    Known(DoubleArrayTrie<CoreDictionary.Attribute> trie, char[] text) {
      searcher = trie.getSearcher(text, 0);
      more = searcher.next();
    }

    int begin() {
      return more ? searcher.begin : -1;
    }

    void next() {
      more = searcher.next();
    }
  }

  /// The cheapest row of words up to each place.
  private static final class Row {
    final float[] cost;
    final int[] from;
    final char[] nature;

    Row(int length) {
      cost = new float[length + 1];
      Arrays.fill(cost, 1, length + 1, Float.MAX_VALUE);
      from = new int[length + 1];
      nature = new char[length + 1];
    }

    void offer(int begin, int end, float more, char what) {
      float sum = cost[begin] + more;
      if (sum < cost[end]) {
        cost[end] = sum;
        from[end] = begin;
        nature[end] = what;
      }
    }

    /// What stands at `i` without any dictionary.
    void loneAt(int i, char[] text) {
      char c = text[i];
      if (HanScript.isHan(c)) {
        offer(i, i + 1, LONE_COST, LONE);
      } else if (c == '0' || c == 'A' || c == 'a') {
        int end = i + 1;
        while (end < text.length && (text[end] == c || c != '0' && isLetter(text[end]))) {
          end++;
        }
        offer(i, end, RUN_COST, c == '0' ? FIGURES : LETTERS);
      } else {
        offer(i, i + 1, MARK_COST, MARK);
      }
    }

    private static boolean isLetter(char c) {
      return c == 'A' || c == 'a';
    }
  }

  private void add(int begin, Known known, int frequency, Row row) {
    int length = known.searcher.length;
    char nature = nature(known.searcher.value);
    int end = begin + length;
    row.offer(begin, end, LOG_OF_ALL - log(frequency), nature);
    if (length < 2 || length > LONGEST_WORD) {
      return;
    }
    if (length > beginLength[begin]) {
      beginLength[begin] = (byte) length;
      beginNature[begin] = nature;
    }
  }

  private static final float[] LOGS = new float[1 << 10];

  static {
    for (int i = 1; i < LOGS.length; i++) {
      LOGS[i] = (float) Math.log(i);
    }
  }

  private static float log(int number) {
    return number < LOGS.length ? LOGS[number] : (float) Math.log(number);
  }

  private void divide(Row row) {
    for (int end = text.length; end > 0; ) {
      int start = row.from[end];
      FeatureSink.Word word = FeatureSink.Word.of(new String(text, start, end - start));
      char[] known = HanRoles.of(word.text());
      for (int i = start; i < end; i++) {
        starts[i] = start;
        ends[i] = end;
        natures[i] = row.nature[end];
        words[i] = word;
        roles[i] = known;
      }
      end = start;
    }
  }

  private static final String OPENING = "“「『";
  private static final String CLOSING = "”」』";

  /// Characters as dictionaries have them; digits, letters of either case, and the quotation marks
  /// of both scripts made equal.
  private static char[] normal(String text) {
    char[] folded = Folding.fold(text);
    for (int i = 0; i < folded.length; i++) {
      char c = folded[i];
      if (c >= '0' && c <= '9') {
        folded[i] = '0';
      } else if (c >= 'a' && c <= 'z') {
        folded[i] = Character.isUpperCase(text.charAt(i)) ? 'A' : 'a';
      } else if (OPENING.indexOf(text.charAt(i)) >= 0) {
        folded[i] = OPENING.charAt(0);
      } else if (CLOSING.indexOf(text.charAt(i)) >= 0) {
        folded[i] = CLOSING.charAt(0);
      } else if (c <= ' ') {
        folded[i] = '_';
      } else if (c == FeatureHash.WORD_END) {
        folded[i] = '/';
      }
    }
    return folded;
  }

  /// One letter for what the dictionary takes the word for.
  private static char nature(CoreDictionary.Attribute found) {
    int place = found.nature[0].ordinal();
    if (place >= LETTERS_OF_NATURES.length) {
      return letter(found.nature[0].toString());
    }
    char letter = LETTERS_OF_NATURES[place];
    if (letter == 0) {
      letter = letter(found.nature[0].toString());
      LETTERS_OF_NATURES[place] = letter;
    }
    return letter;
  }

  private static final char[] LETTERS_OF_NATURES = new char[1 << 10];

  private static char letter(String nature) {
    return switch (nature) {
      case "nr", "nrf", "nrj" -> 'R';
      case "ns", "nsf" -> 'S';
      case "nz" -> 'Z';
      case "nn", "nnt", "nnd" -> 'J';
      default ->
          nature.startsWith("nt") || nature.startsWith("ni")
              ? 'T'
              : nature.startsWith("gi") ? 'g' : nature.charAt(0);
    };
  }

  int length() {
    return text.length;
  }

  /// The character at `i`, made equal; `^` outside the text.
  char at(int i) {
    return i < 0 || i >= text.length ? '^' : text[i];
  }

  /// The row of words alone, which takes little room: for each place where its word begins and
  /// ends, and what that word is taken for.
  record Cuts(int[] starts, int[] ends, char[] natures) {}

  Cuts cuts() {
    return new Cuts(starts, ends, natures);
  }

  /// Where the word begins that holds place `i`.
  int start(int i) {
    return starts[i];
  }

  int end(int i) {
    return ends[i];
  }

  /// Whether a word lies across one end of the stretch: 有关 and 税收 across those of 关税 in 有关税收.
  boolean cross(int start, int end) {
    return starts[start] < start && ends[start] < end
        || ends[end - 1] > end && starts[end - 1] > start;
  }

  /// What the word at place `i` is taken for: a letter for HanLP's part of speech; `^` outside the
  /// text.
  char nature(int i) {
    return i < 0 || i >= text.length ? '^' : natures[i];
  }

  /// Puts the word at place `i`; `^` outside the text.
  FeatureSink put(int i, FeatureSink sink) {
    return sink.word(i < 0 || i >= text.length ? FeatureSink.Word.OUTSIDE : words[i]);
  }

  /// What the word at place `i` is in names ([HanRoles]).
  char[] roles(int i) {
    return i < 0 || i >= text.length ? HanRoles.NONE : roles[i];
  }

  /// The name, to the ends of its words in Latin letters.
  ReadName whole(ReadName name) {
    int start = name.start();
    int end = name.end();
    if (natures[start] == LETTERS) {
      start = starts[start];
    }
    if (natures[end - 1] == LETTERS) {
      end = ends[end - 1];
    }
    return new ReadName(name.block(), start, end, name.kind());
  }

  /// Words that the dictionaries have as names of people, places or bodies, the longest at each
  /// place.
  List<Span> named() {
    return longest("RST");
  }

  /// Words that the dictionaries have as nouns, or as what stands before nouns only (中级), the
  /// longest at each place.
  List<Span> nouns() {
    return longest("nJZb");
  }

  private List<Span> longest(String natures) {
    List<Span> words = new ArrayList<>();
    for (int i = 0; i < text.length; i++) {
      if (beginLength[i] > 0 && natures.indexOf(beginNature[i]) >= 0) {
        words.add(new Span(i, i + beginLength[i]));
      }
    }
    return words;
  }

  /// Two or more Chinese characters in a row that stand in no word of the dictionaries.
  List<Span> strange() {
    BitSet covered = new BitSet();
    for (int i = 0; i < text.length; i++) {
      covered.set(i, i + beginLength[i]);
    }
    List<Span> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length; i++) {
      boolean strange = i < text.length && HanScript.isHan(text[i]) && !covered.get(i);
      if (strange && start < 0) {
        start = i;
      } else if (!strange && start >= 0) {
        if (i - start > 1) {
          words.add(new Span(start, i));
        }
        start = -1;
      }
    }
    return words;
  }
}
