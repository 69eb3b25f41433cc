package dev.assay.brief.extract;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import dev.assay.brief.extract.Token.Role;
import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Cuts Chinese into words by the most probable path through HanLP's core dictionary.
///
/// Each word counts by its own frequency alone (a unigram model, solved by dynamic programming):
/// about ten times as fast as HanLP's own segmenters, and as good for counting words. A character
/// that no word of the dictionary covers stands alone. Linear in the text for a bounded word
/// length. The dictionary (85,000 words) is read on first use, in some 50 ms.
final class HanWords {

  /// Total count behind the dictionary's frequencies (People's Daily, January 1998, and additions).
  private static final double DICTIONARY_TOTAL = 2.5e6;

  private static final double LOG_TOTAL = Math.log(DICTIONARY_TOTAL);

  /// The count that an unknown character is given.
  private static final double UNKNOWN_COUNT = 0.05;

  /// A single character says little: most are pieces of words the dictionary does not know.
  private static final double SINGLE_CHARACTER_SHARE = 0.25;

  /// A verb that is a noun at least this often can stand in a noun phrase.
  private static final double ACTION_SHARE = 0.35;

  private final StopWords stopWords = new StopWords("zh/brief-stop.tsv");

  ParagraphWords of(String text) {
    List<Token> tokens = new ArrayList<>(text.length() / 2 + 1);
    char[] simplified = HanScript.simplify(text).toCharArray();
    int i = 0;
    while (i < simplified.length) {
      int end = runEnd(simplified, i);
      if (HanScript.isHan(simplified[i])) {
        addHan(simplified, i, end, tokens);
      } else if (Character.isLetterOrDigit(simplified[i])) {
        tokens.add(latin(simplified, i, end));
      } else if (!Character.isWhitespace(simplified[i])) {
        tokens.add(new Token(i, end, "", Role.BREAK, 0));
      }
      i = end;
    }
    return new ParagraphWords(text, "", tokens);
  }

  /// The end of the run of Han, of letters and digits (with points inside numbers), or of one mark.
  private static int runEnd(char[] text, int from) {
    boolean han = HanScript.isHan(text[from]);
    if (!han && !Character.isLetterOrDigit(text[from])) {
      return from + 1;
    }
    int i = from + 1;
    while (i < text.length
        && (han
            ? HanScript.isHan(text[i])
            : !HanScript.isHan(text[i])
                && (Character.isLetterOrDigit(text[i]) || isInnerMark(text, i)))) {
      i++;
    }
    return i;
  }

  private static boolean isInnerMark(char[] text, int i) {
    return ".,-+&'".indexOf(text[i]) >= 0
        && i + 1 < text.length
        && text[i + 1] < 0x250
        && Character.isLetterOrDigit(text[i + 1]);
  }

  private static Token latin(char[] text, int from, int to) {
    boolean number = Character.isDigit(text[from]);
    String word = new String(text, from, to - from).toLowerCase(Locale.ROOT);
    return new Token(from, to, word, number ? Role.NUMBER : Role.NAME, number ? 0.3 : 0.8);
  }

  private void addHan(char[] text, int from, int to, List<Token> tokens) {
    int length = to - from;
    double[] best = new double[length + 1];
    int[] back = new int[length + 1];
    CoreDictionary.@Nullable Attribute[] word = new CoreDictionary.@Nullable Attribute[length + 1];
    Arrays.fill(best, 1, length + 1, Double.NEGATIVE_INFINITY);
    char[] run = Arrays.copyOfRange(text, from, to);
    DoubleArrayTrie<CoreDictionary.Attribute>.Searcher found =
        CoreDictionary.trie.getSearcher(run, 0);
    int settled = 0;
    while (found.next()) {
      for (; settled <= found.begin; settled++) {
        relaxUnknown(settled, best, back, word);
      }
      int end = found.begin + found.length;
      double score = best[found.begin] + logShare(found.value.totalFrequency);
      if (score > best[end]) {
        best[end] = score;
        back[end] = found.begin;
        word[end] = found.value;
      }
    }
    for (; settled < length; settled++) {
      relaxUnknown(settled, best, back, word);
    }
    addPath(run, from, back, word, tokens);
  }

  private static void relaxUnknown(
      int at, double[] best, int[] back, CoreDictionary.@Nullable Attribute[] word) {
    if (at + 1 < best.length) {
      double score = best[at] + Math.log(UNKNOWN_COUNT) - LOG_TOTAL;
      if (score > best[at + 1]) {
        best[at + 1] = score;
        back[at + 1] = at;
        word[at + 1] = null;
      }
    }
  }

  private static double logShare(int frequency) {
    return Math.log(Math.max(frequency, 1)) - LOG_TOTAL;
  }

  private void addPath(
      char[] run,
      int offset,
      int[] back,
      CoreDictionary.@Nullable Attribute[] word,
      List<Token> tokens) {
    int first = tokens.size();
    for (int end = run.length; end > 0; end = back[end]) {
      String term = new String(run, back[end], end - back[end]);
      tokens.add(token(offset + back[end], offset + end, term, word[end]));
    }
    Collections.reverse(tokens.subList(first, tokens.size()));
  }

  private Token token(int start, int end, String term, CoreDictionary.@Nullable Attribute word) {
    StopWords.@Nullable Kind stop = stopWords.kind(term);
    double rarity = rarity(term, word);
    return switch (stop) {
      case FUNCTION -> new Token(start, end, term, Role.FUNCTION, 0);
      case EMPTY ->
          new Token(start, end, term, term.length() == 1 ? Role.FUNCTION : Role.GENERAL, 0);
      case SOURCE -> new Token(start, end, term, Role.PIECE, 0);
      case VERB -> new Token(start, end, term, Role.VERB, rarity / 2);
      case PREFIX -> new Token(start, end, term, Role.MODIFIER, rarity);
      case MATERIAL -> new Token(start, end, term, Role.NAME, rarity);
      case SUFFIX -> new Token(start, end, term, Role.NOUN, rarity);
      case null -> {
        Role role = word == null || term.length() == 1 ? single(word) : role(word);
        yield new Token(start, end, term, role, role == Role.FUNCTION ? 0 : rarity);
      }
    };
  }

  /// A character alone: grammar or a number if the dictionary says so, else a piece.
  private static Role single(CoreDictionary.@Nullable Attribute word) {
    Role role = word == null ? Role.PIECE : role(word);
    return switch (role) {
      case FUNCTION, NUMBER -> role;
      case NOUN, NAME, VERB, ACTION, GENERAL, MODIFIER, PIECE, BREAK -> Role.PIECE;
    };
  }

  private static double rarity(String term, CoreDictionary.@Nullable Attribute attribute) {
    int frequency = attribute == null ? 1 : Math.max(attribute.totalFrequency, 1);
    double rarity = 1 - Math.log(frequency) / Math.log(20_000);
    return Math.max(0.1, rarity) * (term.length() == 1 ? SINGLE_CHARACTER_SHARE : 1);
  }

  /// By the first letters of HanLP's tags, which are those of the PKU tag set.
  private static Role role(CoreDictionary.Attribute word) {
    String tag = word.nature[0].toString();
    if (tag.startsWith("nr") || tag.startsWith("ns") || tag.startsWith("nt") || tag.equals("nz")) {
      return Role.NAME;
    }
    return switch (tag.charAt(0)) {
      case 'n', 'g' -> Role.NOUN;
      case 'v' -> nominalShare(word) >= ACTION_SHARE ? Role.ACTION : Role.VERB;
      case 'a', 'b', 'j', 'x', 's' -> Role.MODIFIER;
      case 'm', 'q', 't' -> Role.NUMBER;
      default -> Role.FUNCTION;
    };
  }

  private static double nominalShare(CoreDictionary.Attribute word) {
    int nominal = word.getNatureFrequency(Nature.vn) + word.getNatureFrequency(Nature.n);
    return (double) nominal / word.totalFrequency;
  }
}
