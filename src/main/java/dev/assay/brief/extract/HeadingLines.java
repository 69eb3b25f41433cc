package dev.assay.brief.extract;

import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.lexicon.HanScript;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Finds the paragraphs that stand over others as headings, though nothing marks them: short lines
/// without a stop, each over a paragraph of sentences.
public final class HeadingLines {

  private static final int LONGEST_CHINESE = 32;
  private static final int SHORTEST_CHINESE = 4;
  private static final int LONGEST = 90;
  private static final int SHORTEST = 5;

  /// A line of more words has most of them with capitals.
  private static final int FEW_WORDS = 6;

  private static final double MOST_WITH_CAPITALS = 0.6;
  private static final int LONG_WORD = 4;

  /// One line alone may be anything, and so may lines that are a large part of the text.
  private static final int FEWEST = 2;

  private static final double MOST = 0.5;

  private static final Pattern STOP = Pattern.compile("[。！？.!?；;,，、…”\"）)—–-]$");

  /// Captions, bylines, turns of speech, quotations and times.
  private static final Pattern OTHER =
      Pattern.compile(
          "^(?:M[RSrs]\\.|MRS\\.|Mrs\\.|D[Rr]\\.|[▲△■●>*(（\\\\]|Q[ \u00a0:]|A:|[图圖表]\\d|By |Photo|Source|来源|來源|记者|記者|编辑|編輯|责任|責任|作者)"
              + "|图源|圖源|截图|截圖|供图|供圖|[摄攝]$|^\\d{1,2} \\p{Lu}\\p{L}+ (?:19|20)\\d\\d"
              + "|\\d:\\d\\d|^\\p{Lu}[\\p{Lu}. ]+: ");

  private final List<Paragraph> paragraphs;
  private final boolean chinese;

  HeadingLines(List<Paragraph> paragraphs, boolean chinese) {
    this.paragraphs = paragraphs;
    this.chinese = chinese;
  }

  /// The numbers of the paragraphs that are headings of an article: those that are marked, or else
  /// those that stand over others as headings do.
  public static Set<Integer> of(Article article) {
    Set<Integer> marked =
        article.paragraphs().stream()
            .filter(paragraph -> paragraph.kind() == Paragraph.Kind.HEADING)
            .map(Paragraph::number)
            .collect(Collectors.toSet());
    return marked.isEmpty()
        ? new HeadingLines(article.paragraphs(), article.language().isChinese()).numbers()
        : marked;
  }

  /// The numbers of such paragraphs; none if there are headings that are marked.
  Set<Integer> numbers() {
    boolean marked =
        paragraphs.stream().anyMatch(paragraph -> paragraph.kind() == Paragraph.Kind.HEADING);
    if (marked) {
      return Set.of();
    }
    Set<Integer> found =
        IntStream.range(0, paragraphs.size() - 1)
            .filter(i -> isHeading(paragraphs.get(i), paragraphs.get(i + 1)))
            .mapToObj(i -> paragraphs.get(i).number())
            .collect(Collectors.toSet());
    return found.size() < FEWEST || found.size() > MOST * paragraphs.size() ? Set.of() : found;
  }

  private boolean isHeading(Paragraph line, Paragraph below) {
    String text = line.text().strip();
    return line.kind() == Paragraph.Kind.TEXT
        && text.length() <= LONGEST
        && below.kind() != Paragraph.Kind.TABLE
        && below.kind() != Paragraph.Kind.CAPTION
        && !STOP.matcher(text).find()
        && !OTHER.matcher(text).find()
        && below.text().length() > 2 * text.length()
        && (chinese ? isChineseHeading(text) : isLatinHeading(text));
  }

  private static boolean isChineseHeading(String text) {
    long han = text.chars().filter(c -> HanScript.isHan((char) c)).count();
    return text.length() <= LONGEST_CHINESE
        && han >= SHORTEST_CHINESE
        && !text.endsWith("：")
        && !text.endsWith(":");
  }

  private static boolean isLatinHeading(String text) {
    if (text.length() < SHORTEST
        || !Character.isUpperCase(text.charAt(0)) && !Character.isDigit(text.charAt(0))) {
      return false;
    }
    String[] words = text.split("[^\\p{L}’']+");
    int counted = 0;
    int capitals = 0;
    for (String word : words) {
      if (!word.isEmpty()
          && (word.length() >= LONG_WORD || Character.isUpperCase(word.charAt(0)))) {
        counted++;
        capitals += Character.isUpperCase(word.charAt(0)) ? 1 : 0;
      }
    }
    boolean title = counted > 0 && capitals >= MOST_WITH_CAPITALS * counted;
    return title || words.length <= FEW_WORDS && !text.endsWith(":");
  }
}
