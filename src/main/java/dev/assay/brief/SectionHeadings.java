package dev.assay.brief;

import dev.assay.article.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The sub-headings of an article, as far as they can stand over a group.
final class SectionHeadings {

  /// `1.`, `(a)`, `一、`, `第三章`, `Part II:`: the place in a row.
  private static final Pattern NUMBER =
      Pattern.compile(
          "^(?:[(（]?[0-9一二三四五六七八九十IVXivx]{1,4}[)）.、．:：]+(?:[0-9.]+)?"
              + "|第[0-9一二三四五六七八九十百]+[章节節部篇条條][分]?[:：]?"
              + "|(?:Section|Sec\\.|Part|Chapter|Step) [0-9IVX]+[.:]?)\\s*");

  private static final Pattern LAST_MARK = Pattern.compile("[.。:：;；]+$");

  /// One in so many sentences at least.
  private static final int FEWEST_BELOW = 3;

  private final List<String> headings = new ArrayList<>();
  private final boolean worthUsing;
  private final int count;

  SectionHeadings(Draft draft) {
    headings.add("");
    int most = draft.tongue().isChinese() ? 30 : 90;
    for (Paragraph paragraph : draft.article().paragraphs()) {
      if (paragraph.kind() == Paragraph.Kind.HEADING) {
        headings.add(usable(paragraph.text(), most, draft));
      }
    }
    List<String> over = draft.candidates().stream().map(this::of).toList();
    count = (int) over.stream().filter(heading -> !heading.isEmpty()).distinct().count();
    long below = over.stream().filter(heading -> !heading.isEmpty()).count();
    worthUsing = below * FEWEST_BELOW >= over.size() && below > 1;
  }

  private static String usable(String text, int most, Draft draft) {
    String bare = LAST_MARK.matcher(NUMBER.matcher(text.strip()).replaceFirst("")).replaceFirst("");
    boolean nothing =
        bare.length() < 2
            || bare.length() > most
            || bare.equalsIgnoreCase(draft.article().title())
            || draft.tongue().isEmptyHeading(bare);
    return nothing ? "" : bare;
  }

  /// Whether they stand over enough of the article to tell it by them.
  boolean areWorthUsing() {
    return worthUsing;
  }

  /// How many headings stand over sentences that can be taken.
  int count() {
    return count;
  }

  /// The heading over `candidate`; empty if there is none that says something.
  String of(Candidate candidate) {
    return headings.get(candidate.section());
  }
}
