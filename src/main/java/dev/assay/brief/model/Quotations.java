package dev.assay.brief.model;

import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The words that a sentence puts between quotation marks.
///
/// @param words between each pair of marks
/// @param half a mark without its pair and the words that it opens or ends; empty if every mark has
///   its pair
record Quotations(List<String> words, String half) {

  private static final Pattern MARKS = Pattern.compile("[“”„«»「」『』]");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private static final String OPENING = "“「『«„";
  private static final String CLOSING = "”」』»“";
  private static final String LAST_MARKS = ",.，。、;；";

  static Quotations of(String text) {
    List<String> words = new ArrayList<>();
    int open = -1;
    char closing = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (open >= 0 && (c == closing || c == '”' && closing == '"')) {
        words.add(text.substring(open, i));
        open = -1;
      } else if (open < 0 && (c == '"' || OPENING.indexOf(c) >= 0)) {
        open = i + 1;
        closing = c == '"' ? '"' : CLOSING.charAt(OPENING.indexOf(c));
      } else if (open < 0 && c != '“' && CLOSING.indexOf(c) >= 0) {
        return new Quotations(List.copyOf(words), text.substring(0, i + 1));
      }
    }
    return new Quotations(List.copyOf(words), open < 0 ? "" : text.substring(open - 1));
  }

  /// Whether `quoted` stands in `text`: case at its head, a mark at its end, blanks and the script
  /// of Chinese apart.
  static boolean standIn(String text, String quoted) {
    String wanted = folded(quoted);
    while (!wanted.isEmpty() && LAST_MARKS.indexOf(wanted.charAt(wanted.length() - 1)) >= 0) {
      wanted = wanted.substring(0, wanted.length() - 1);
    }
    return !wanted.isBlank() && folded(text).contains(wanted);
  }

  /// `text` with one kind of case, blank, mark of quotation and script of Chinese.
  static String folded(String text) {
    String plain =
        HanScript.simplify(text.toLowerCase(Locale.ROOT)).replace('‘', '\'').replace('’', '\'');
    return SPACES.matcher(MARKS.matcher(plain).replaceAll("\"")).replaceAll(" ").strip();
  }
}
