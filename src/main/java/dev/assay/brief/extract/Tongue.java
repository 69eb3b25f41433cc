package dev.assay.brief.extract;

import dev.assay.article.Language;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What the rules know of one language: its words, its openings, its measures.
///
/// @param joint what joins two phrases to a heading
/// @param fewest a sentence with fewer units (Chinese characters, or words) says too little
/// @param wanted above this many units a sentence is long for a bullet
/// @param mostForBullet above this many units a sentence is no bullet
/// @param most above this many units it is no viewpoint either
public record Tongue(
    Cutter cutter,
    Openings openings,
    PhraseList never,
    PhraseList hollow,
    Map<String, Sections.Kind> headings,
    String joint,
    int fewest,
    int wanted,
    int mostForBullet,
    int most) {

  /// Cuts a paragraph into words.
  public interface Cutter {
    public ParagraphWords of(String text);
  }

  /// Read on first use, so that a program without Chinese articles never reads the dictionary.
  private static final class Chinese {
    static final Tongue SIMPLIFIED = chinese("与");
    static final Tongue TRADITIONAL = chinese("與");

    private static Tongue chinese(String joint) {
      return new Tongue(
          new HanWords()::of,
          new Openings("zh/brief-openings.tsv"),
          PhraseList.read("zh/brief-never.tsv"),
          PhraseList.read("zh/brief-hollow.tsv"),
          headings("zh/brief-headings.tsv"),
          joint,
          15,
          60,
          110,
          180);
    }
  }

  private static final class Latin {
    static final Tongue ENGLISH =
        new Tongue(
            new LatinWords()::of,
            new Openings("en/brief-openings.tsv"),
            PhraseList.read("en/brief-never.tsv"),
            PhraseList.read("en/brief-hollow.tsv"),
            headings("en/brief-headings.tsv"),
            " and ",
            7,
            30,
            48,
            70);
  }

  public static Tongue of(Language language) {
    if (!language.isChinese()) {
      return Latin.ENGLISH;
    }
    return language.equals(Language.ZH_HANT) ? Chinese.TRADITIONAL : Chinese.SIMPLIFIED;
  }

  private static Map<String, Sections.Kind> headings(String file) {
    return Lexicon.shipped().table(file).rows().stream()
        .collect(Collectors.toUnmodifiableMap(row -> row.cell(0), Tongue::kind));
  }

  private static Sections.Kind kind(LexiconFile.Row row) {
    return row.cell(1).isEmpty()
        ? Sections.Kind.PLAIN
        : Sections.Kind.valueOf(row.cell(1).toUpperCase(Locale.ROOT));
  }

  public boolean isChinese() {
    return !joint.startsWith(" ");
  }

  /// Whether `text` (simplified, lower case) addresses the reader or belongs to the page.
  boolean saysNothing(String text) {
    return never.areIn(text);
  }

  /// Whether `text` (simplified, lower case) promises, praises or greets and tells nothing done.
  boolean isHollow(String text) {
    return hollow.areIn(text);
  }

  /// Whether `word` tells that somebody said something.
  boolean isReport(String word) {
    return openings.is(Openings.Mark.REPORT, word);
  }

  /// Whether `heading` does not say what its section is about.
  boolean isEmptyHeading(String heading) {
    return headings.containsKey(folded(heading));
  }

  /// Length as a reader feels it: characters in Chinese, else words.
  int units(ParagraphWords words, int from, int to) {
    if (to <= from) {
      return 0;
    }
    return isChinese()
        ? words.token(to - 1).end() - words.token(from).start()
        : (int)
            words.tokens().subList(from, to).stream()
                .filter(token -> token.role() != Token.Role.BREAK)
                .count();
  }

  /// `text` as the lists have it.
  String folded(String text) {
    return isChinese() ? HanScript.simplify(text) : text.toLowerCase(Locale.ROOT);
  }
}
