package dev.assay.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Phrases that stand around articles and are no part of them: 责任编辑, "Read more", "Mehr zum Thema".
/// From `lexicon/boilerplate/phrases.tsv`; traditional and simplified Chinese are one.
///
/// Only short texts are looked at, so each question costs the same. Safe for use by many threads.
public final class Boilerplate {

  /// A longer text is prose, whatever it begins with.
  private static final int LONGEST = 240;

  /// A phrase of so many characters tells a longer text too, such as a notice on paid links.
  private static final int LONG_PHRASE = 20;

  private static final int LONGEST_NOTICE = 500;

  private static final int LONGEST_HEADING = 40;

  /// Letters of a phrase by which it is found.
  private static final int KEY = 2;

  private Boilerplate() {}

  private record Phrases(
      Set<String> whole,
      Map<String, List<String>> starts,
      List<String> parts,
      Set<String> ends,
      List<String> tails,
      Map<String, List<String>> endStarts,
      Map<String, List<String>> figures,
      List<String> credits,
      Set<String> next) {}

  private static final class Table {
    static final Phrases PHRASES = read();

    static final String NEXT_LETTERS =
        PHRASES.next.stream().map(phrase -> phrase.substring(0, 1)).collect(Collectors.joining());

    private static Phrases read() {
      Set<String> whole = new HashSet<>();
      Set<String> ends = new HashSet<>();
      Map<String, List<String>> starts = new HashMap<>();
      Map<String, List<String>> endStarts = new HashMap<>();
      List<String> credits = new ArrayList<>();
      Map<String, List<String>> figures = new HashMap<>();
      List<String> parts = new ArrayList<>();
      List<String> tails = new ArrayList<>();
      Set<String> next = new HashSet<>();
      for (LexiconFile.Row row : Lexicon.shipped().table("boilerplate/phrases.tsv").rows()) {
        String phrase = folded(row.cell(1));
        String start = leadingFolded(row.cell(1));
        switch (row.cell(0)) {
          case "whole" -> whole.add(phrase);
          case "starts" -> addByKey(starts, start);
          case "part" -> parts.add(phrase);
          case "tail" -> tails.add(lowered(row.cell(1)));
          case "ends" -> ends.add(phrase);
          case "next" -> next.add(phrase);
          case "credit" -> credits.add(lowered(row.cell(1)));
          case "figure" -> addByKey(figures, start);
          case "ends-starts" -> addByKey(endStarts, start);
          case String other ->
              throw new IllegalArgumentException(
                  "phrases.tsv line %d: no such kind as %s".formatted(row.line(), other));
        }
      }
      return new Phrases(whole, starts, parts, ends, tails, endStarts, figures, credits, next);
    }

    private static void addByKey(Map<String, List<String>> map, String phrase) {
      map.computeIfAbsent(
              phrase.substring(0, Math.min(KEY, phrase.length())), key -> new ArrayList<>())
          .add(phrase);
    }
  }

  /// Whether `text`, one paragraph, is such a phrase or begins with one.
  public static boolean isPhrase(String text) {
    if (text.length() > LONGEST) {
      return text.length() <= LONGEST_NOTICE && startsWithLongOne(text);
    }
    String folded = folded(text);
    return Table.PHRASES.whole.contains(folded)
        || startsWithOne(leadingFolded(text), Table.PHRASES.starts)
        || Table.PHRASES.parts.stream().anyMatch(folded::contains);
  }

  private static boolean startsWithLongOne(String text) {
    String leading = leadingFolded(text.substring(0, LONGEST));
    return leading.length() >= LONG_PHRASE
        && Table.PHRASES.starts.getOrDefault(leading.substring(0, KEY), List.of()).stream()
            .anyMatch(phrase -> phrase.length() >= LONG_PHRASE && leading.startsWith(phrase));
  }

  /// Whether `text`, one paragraph, is a heading after which no article goes on, such as "Related
  /// articles" or 相关阅读.
  public static boolean endsArticle(String text) {
    if (text.length() > LONGEST_HEADING) {
      return false;
    }
    String folded = folded(text);
    return Table.PHRASES.ends.contains(folded)
        || startsWithOne(leadingFolded(text), Table.PHRASES.endStarts);
  }

  /// Whether `text`, at the very end of an article, is a note to its reader, such as an invitation
  /// to subscribe, and no part of it.
  public static boolean endsText(String text) {
    String lower = lowered(text);
    return Table.PHRASES.tails.stream().anyMatch(lower::contains);
  }

  /// Whether `text`, of a link, says that the article goes on behind it, as 下一页 does.
  public static boolean leadsOn(String text) {
    return mayLeadOn(text) && Table.PHRASES.next.contains(folded(text));
  }

  /// Whether a text's first letter is that of such a phrase, which tells most links at once.
  private static boolean mayLeadOn(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = Character.toLowerCase(text.charAt(i));
      if (Character.isLetter(c)) {
        return c > '\u2e80' || Table.NEXT_LETTERS.indexOf(c) >= 0;
      }
    }
    return false;
  }

  /// Whether `text` names who took a picture.
  public static boolean creditsPicture(String text) {
    String folded = lowered(text);
    return Table.PHRASES.credits.stream().anyMatch(folded::contains);
  }

  /// Whether `text` is the caption of a table or chart, as "Table 2" or 图1 is, and not of a
  /// photograph.
  public static boolean namesFigure(String text) {
    return startsWithOne(
        leadingFolded(text.substring(0, Math.min(text.length(), LONGEST))), Table.PHRASES.figures);
  }

  private static boolean startsWithOne(String text, Map<String, List<String>> phrases) {
    if (text.length() < KEY) {
      return false;
    }
    return phrases.getOrDefault(text.substring(0, KEY), List.of()).stream()
        .anyMatch(text::startsWith);
  }

  private static String lowered(String text) {
    return HanScript.simplify(text.toLowerCase(Locale.ROOT)).replace('’', '\'');
  }

  /// Lower case, simplified, without space or marks at the start.
  private static String leadingFolded(String text) {
    String lower = lowered(text);
    int start = 0;
    while (start < lower.length() && isTrimmed(lower.charAt(start))) {
      start++;
    }
    return lower.substring(start);
  }

  /// The same, and without space or marks at the end.
  private static String folded(String text) {
    String lower = leadingFolded(text);
    int end = lower.length();
    while (end > 0 && isTrimmed(lower.charAt(end - 1))) {
      end--;
    }
    return lower.substring(0, end);
  }

  private static boolean isTrimmed(char c) {
    return !Character.isLetterOrDigit(c) && c != '©';
  }
}
