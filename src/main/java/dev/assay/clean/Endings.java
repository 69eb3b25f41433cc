package dev.assay.clean;

import dev.assay.article.Paragraph;
import dev.assay.clean.text.VisibleText;
import dev.assay.lexicon.Boilerplate;
import java.util.List;
import java.util.Locale;

/// What stands at the very end of an article and is no part of it: a note on its author, where to
/// write to them, who else reported, an invitation to subscribe.
///
/// The same words in the middle of a text may be its own, so only the last few paragraphs are
/// looked at, from the end, until one is text.
final class Endings {

  private static final int MOST = 6;

  /// A longer paragraph is text, whatever it says; notes on authors are longer than other notes.
  private static final int LONGEST_NOTE = 300;

  private static final int LONGEST_ON_AUTHOR = 700;
  private static final int LONGEST_CONTACT = 100;

  /// An address of mail so near to the beginning follows a name.
  private static final int EARLY = 50;

  private static final int SHORTEST_NAME = 5;

  private static final List<String> TELLS =
      List.of(" is ", " has ", " covers ", " writes ", " ist ", " schreibt ", " est ", " es ");

  private Endings() {}

  /// The blocks up to the end of the text.
  static List<Block> cut(List<Block> blocks, List<String> authors) {
    int end = blocks.size();
    int least = Math.max(2, blocks.size() - MOST);
    for (int i = blocks.size() - 1; i >= least && isAfterText(blocks.get(i), authors); i--) {
      end = i;
    }
    while (end > 1 && end < blocks.size() && isLoose(blocks.get(end - 1))) {
      end--;
    }
    return blocks.subList(0, end);
  }

  private static boolean isAfterText(Block block, List<String> authors) {
    String text = block.text();
    if (block.kind() == Paragraph.Kind.TABLE || text.length() > LONGEST_ON_AUTHOR) {
      return false;
    }
    return isRule(text)
        || isContact(text)
        || text.length() <= LONGEST_NOTE && Boilerplate.endsText(text)
        || isOnAuthor(block, authors);
  }

  /// A heading or a line of marks that belongs to what was cut.
  private static boolean isLoose(Block block) {
    return block.isHeading() || isRule(block.text());
  }

  private static boolean isRule(String text) {
    return text.chars().noneMatch(Character::isLetterOrDigit);
  }

  private static boolean isContact(String text) {
    int at = text.indexOf('@');
    return (text.length() <= LONGEST_CONTACT || at <= EARLY)
        && at > 0
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && at + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(at + 1));
  }

  /// Whether a paragraph begins with the name of one who wrote the article, or is that name.
  private static boolean isOnAuthor(Block block, List<String> authors) {
    String text = block.text().toLowerCase(Locale.ROOT);
    int start = 0;
    while (start < text.length() && !Character.isLetter(text.charAt(start))) {
      start++;
    }
    for (String author : authors) {
      String name = author.toLowerCase(Locale.ROOT);
      boolean whole = name.length() >= SHORTEST_NAME || VisibleText.isWide(name.charAt(0));
      if (whole && text.startsWith(name, start) || tellsOf(firstName(name), text, start)) {
        return true;
      }
    }
    return false;
  }

  private static String firstName(String name) {
    int space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }

  private static boolean tellsOf(String firstName, String text, int start) {
    return text.startsWith(firstName, start)
        && TELLS.stream().anyMatch(verb -> text.startsWith(verb, start + firstName.length()));
  }
}
