package dev.assay.brief;

import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sections of an article: what follows one of its headings up to the next.
///
/// A heading is a paragraph of its own, or opens the first paragraph of a section of a law (`Sec.
/// 3. Membership. (a) ...`).
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
          "^(?:[(（]?[0-9一二三四五六七八九十IVXivx]{1,4}[)）.、．:：]+(?:[0-9.]+)?"
              + "|第[0-9一二三四五六七八九十百]+[章节節部篇条條][分]?[:：]?"
              + "|(?:Section|Sec\\.|Part|Chapter|Step) [0-9IVX]+[.:]?)\\s*");

  private static final Pattern LAST_MARK = Pattern.compile("[.。:：;；]+$");

  /// `Sec. 3. Membership.` before the words of the section.
  private static final Pattern OF_LAW =
      Pattern.compile(
          "^(?:Section|Sec\\.)[ \\u00a0]+\\d+\\w?\\.[ \\u00a0]+(\\p{Lu}[^.]{2,100})\\.[ \\u00a0]+");

  /// From so many on it is an order or a law.
  private static final int FEWEST_OF_LAW = 2;

  private static final int LONGEST_CHINESE = 30;
  private static final int LONGEST = 90;

  private record Section(String heading, Kind kind) {}

  private final List<Section> sections = new ArrayList<>(List.of(new Section("", Kind.PLAIN)));
  private final Map<Integer, Integer> ofParagraph = new HashMap<>();
  private final Map<Integer, Integer> starts = new HashMap<>();
  private final Article article;
  private final Tongue tongue;

  Sections(Article article, Tongue tongue) {
    this.article = article;
    this.tongue = tongue;
    for (Paragraph paragraph : article.paragraphs()) {
      Matcher law = OF_LAW.matcher(paragraph.text());
      if (paragraph.kind() == Paragraph.Kind.HEADING) {
        add(paragraph.text());
      } else if (law.find()) {
        add(law.group(1));
        starts.put(paragraph.number(), law.end());
      }
      ofParagraph.put(paragraph.number(), sections.size() - 1);
    }
  }

  private void add(String text) {
    String bare = LAST_MARK.matcher(NUMBER.matcher(text.strip()).replaceFirst("")).replaceFirst("");
    Kind kind = tongue.headings().getOrDefault(folded(bare), Kind.PLAIN);
    sections.add(new Section(isUsable(bare) ? bare : "", kind));
  }

  private boolean isUsable(String heading) {
    return heading.length() > 1
        && heading.length() <= (tongue.isChinese() ? LONGEST_CHINESE : LONGEST)
        && !heading.equalsIgnoreCase(article.title())
        && !tongue.isEmptyHeading(heading);
  }

  private String folded(String heading) {
    return tongue.isChinese() ? HanScript.simplify(heading) : tongue.folded(heading);
  }

  /// The index of the section that a paragraph stands in, from 0, which has no heading.
  int of(Paragraph paragraph) {
    return ofParagraph.getOrDefault(paragraph.number(), 0);
  }

  /// Where the words of a paragraph begin, behind a heading that opens it.
  int start(Paragraph paragraph) {
    return starts.getOrDefault(paragraph.number(), 0);
  }

  /// What can stand over a group; empty if the section has no heading that says something.
  String heading(int section) {
    return sections.get(section).heading();
  }

  Kind kind(int section) {
    return sections.get(section).kind();
  }

  /// Whether the article is an order or a law.
  boolean areOfLaw() {
    return starts.size() >= FEWEST_OF_LAW;
  }
}
