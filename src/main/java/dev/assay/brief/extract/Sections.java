package dev.assay.brief.extract;

import static java.util.Objects.requireNonNull;

import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The sections of an article: what follows one of its headings up to the next.
///
/// A heading is a paragraph of its own, marked as one or not ([HeadingLines]), or opens the first
/// paragraph of a section of a law (`Sec. 3. Membership. (a) ...`), a paragraph (`TRADE: ...`) or
/// an item of a series (`一是明确工作原则。...`).
final class Sections {

  /// What a heading says of the sentences below it.
  enum Kind {
    /// They tell what the article has to tell.
    PLAIN,
    /// They tell the whole in short: an abstract, conclusions.
    DIGEST,
    /// They tell why, before what is done.
    PREAMBLE,
    /// They belong to the document and not to what it tells: definitions, references.
    APART
  }

  /// `1.`, `(a)`, `一、`, `第三章`, `Part II:`: the place in a row.
  private static final Pattern NUMBER =
      Pattern.compile(
          "^(?:[A-H]\\.[ \\u00a0]+|[(（]?[0-9一二三四五六七八九十IVXivx]{1,4}[)）.、．:：]+(?:[0-9.]+)?"
              + "|第[0-9一二三四五六七八九十百]+[章节節部篇条條][分]?[:：]?"
              + "|[\\p{IsHan}]{2}[一二三四五六七八九十]："
              + "|(?:Section|Sec\\.|Part|Chapter|Step) [0-9IVX]+[.:]?)\\s*");

  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}’']+");

  private static final Pattern LAST_MARK = Pattern.compile("[.。:：;；]+$");

  /// `Sec. 3. Membership.` before the words of the section.
  private static final Pattern OF_LAW =
      Pattern.compile(
          "^(?:Section|Sec\\.)[ \\u00a0]+\\d+\\w?\\.[ \\u00a0]+(\\p{Lu}[^.]{2,100})\\.[ \\u00a0]+");

  /// `一是明确工作原则。` before the words of an item.
  private static final Pattern OF_SERIES =
      Pattern.compile("(?<=^|。)[一二三四五六七八九十]{1,2}是([\\p{IsHan}、“”]{2,16})。(?=.)");

  /// `TRADE OF THE COAST: ` before the words of a section.
  private static final Pattern OF_LABEL =
      Pattern.compile(
          "^(?!(?:M[RS]|MRS|DR)\\b)(\\p{Lu}[\\p{Lu}’'&,.-]+(?: [\\p{Lu}’'&,.-]+){1,9}):[ \\u00a0]+(?=\\S)");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}’']+");

  /// From so many on it is an order or a law.
  private static final int FEWEST_OF_LAW = 2;

  private static final int LONGEST_CHINESE = 30;
  private static final int LONGEST = 90;

  private static final Set<String> SMALL_WORDS =
      Set.of(
          "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to");

  private record Section(String heading, Kind kind) {}

  private final List<Section> sections = new ArrayList<>(List.of(new Section("", Kind.PLAIN)));

  /// For each paragraph where its sections begin.
  private final Map<Integer, NavigableMap<Integer, Integer>> ofPlaces = new HashMap<>();

  private final Article article;
  private final Tongue tongue;
  private @Nullable Set<String> written;
  private int laws;

  Sections(Article article, Tongue tongue) {
    this.article = article;
    this.tongue = tongue;
    Set<Integer> lines = new HeadingLines(article.paragraphs(), tongue.isChinese()).numbers();
    boolean labelled = areLabelled(article);
    for (Paragraph paragraph : article.paragraphs()) {
      if (paragraph.kind() == Paragraph.Kind.HEADING || lines.contains(paragraph.number())) {
        add(paragraph.text());
      }
      NavigableMap<Integer, Integer> places = new TreeMap<>(Map.of(0, sections.size() - 1));
      Matcher law = OF_LAW.matcher(paragraph.text());
      if (law.find()) {
        places.put(law.end(), add(law.group(1)));
        laws++;
      }
      Matcher label = OF_LABEL.matcher(paragraph.text());
      if (labelled && label.find()) {
        places.put(label.end(), add(label.group(1)));
      }
      Matcher series = OF_SERIES.matcher(paragraph.text());
      while (series.find()) {
        places.put(series.end(), add(series.group(1)));
      }
      ofPlaces.put(paragraph.number(), places);
    }
  }

  /// Whether labels in capitals open its sections: several, and none twice, as those of speakers.
  private static boolean areLabelled(Article article) {
    List<String> labels =
        article.paragraphs().stream()
            .map(paragraph -> OF_LABEL.matcher(paragraph.text()))
            .filter(Matcher::find)
            .map(label -> label.group(1))
            .toList();
    return labels.size() > 1 && Set.copyOf(labels).size() == labels.size();
  }

  private int add(String text) {
    String bare = LAST_MARK.matcher(NUMBER.matcher(text.strip()).replaceFirst("")).replaceFirst("");
    Kind kind = tongue.headings().getOrDefault(tongue.folded(bare), Kind.PLAIN);
    sections.add(new Section(isUsable(bare) ? quiet(bare) : "", kind));
    return sections.size() - 1;
  }

  /// `AUKUS AND THE COAST` as `AUKUS and the Coast`: in capitals stays what other lines have so.
  private String quiet(String heading) {
    if (!isShouted(heading)) {
      return heading;
    }
    String text =
        Stream.of(heading.split(" ")).map(this::quietWord).collect(Collectors.joining(" "));
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private String quietWord(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    if (SMALL_WORDS.contains(small)) {
      return small;
    }
    boolean shortForm = written().contains(word) && !written().contains(small);
    return shortForm || word.isEmpty() || word.indexOf('.') >= 0
        ? word
        : word.charAt(0) + small.substring(1);
  }

  /// Read when a heading in capitals is met, which most articles do not have.
  private Set<String> written() {
    if (written == null) {
      written = tongue.isChinese() ? Set.of() : written(article);
    }
    return written;
  }

  /// The words of the paragraphs that are not in capitals, without labels.
  private static Set<String> written(Article article) {
    return article.paragraphs().stream()
        .map(Paragraph::text)
        .filter(text -> !isShouted(text))
        .map(text -> OF_LABEL.matcher(text).replaceFirst(""))
        .flatMap(NOT_LETTERS::splitAsStream)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Chinese knows no capitals: 科技巨头与AI投资潮 is as it should be.
  private static boolean isShouted(String text) {
    return text.codePoints().noneMatch(Character::isIdeographic)
        && text.equals(text.toUpperCase(Locale.ROOT))
        && !text.equals(text.toLowerCase(Locale.ROOT));
  }

  /// `Strengthening American Industry`, `The Prosperous Path Forward`: nothing that is not said of
  /// everything, or of the whole article by its title (`Raising Copper Output`). Nor does a heading
  /// without a word say anything: `2024`.
  private boolean isSlogan(String heading) {
    if (tongue.isChinese()) {
      return false;
    }
    List<String> words = words(heading);
    if (words.isEmpty()) {
      return true;
    }
    boolean gerund = words.getFirst().endsWith("ing");
    List<String> title = gerund ? words(article.title()) : List.of();
    return words.stream()
        .skip(gerund ? 1 : 0)
        .allMatch(word -> SMALL_WORDS.contains(word) || isSloganWord(word) || title.contains(word));
  }

  private static List<String> words(String text) {
    return NO_WORD
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private boolean isSloganWord(String word) {
    return tongue.openings().is(Openings.Mark.SLOGAN, word.replace('’', '\''));
  }

  private boolean isUsable(String heading) {
    return !isSlogan(heading)
        && heading.length() > 1
        && heading.length() <= (tongue.isChinese() ? LONGEST_CHINESE : LONGEST)
        && !heading.equalsIgnoreCase(article.title())
        && !tongue.isEmptyHeading(heading);
  }

  /// The index of the section that the words at `offset` of a paragraph stand in, from 0, which has
  /// no heading.
  int of(Paragraph paragraph, int offset) {
    return places(paragraph).floorEntry(offset).getValue();
  }

  /// Where the words of a paragraph begin, behind a heading that opens it.
  int start(Paragraph paragraph) {
    Integer second = places(paragraph).higherKey(0);
    return second != null && isHead(paragraph.text(), second) ? second : 0;
  }

  private static boolean isHead(String text, int end) {
    return text.substring(0, end).chars().filter(c -> c == '。').count() <= 1;
  }

  private NavigableMap<Integer, Integer> places(Paragraph paragraph) {
    return requireNonNull(ofPlaces.get(paragraph.number()));
  }

  /// What can stand over a group; empty if the section has no heading that says something.
  String heading(int section) {
    return sections.get(section).heading();
  }

  /// What the heading over the first words of a paragraph says.
  Kind kind(Paragraph paragraph) {
    return kind(of(paragraph, start(paragraph)));
  }

  Kind kind(int section) {
    return sections.get(section).kind();
  }

  /// Whether the article is an order or a law.
  boolean areOfLaw() {
    return laws >= FEWEST_OF_LAW;
  }
}
