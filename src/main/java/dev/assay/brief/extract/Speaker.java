package dev.assay.brief.extract;

import dev.assay.cite.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of who speaks, before a turn of a transcript (`MS. LEE: Good morning.`, `王芳：`), or
/// another label before a sentence (`Clean Water: The law ...`).
final class Speaker {

  /// Longer than any name and title, and than a label in capitals before a sentence.
  private static final int LONGEST = 160;

  private static final int LONGEST_LABEL = 80;

  /// A Chinese name with its titles, or a foreign one.
  private static final int LONGEST_CHINESE = 12;

  private static final int MOST_WORDS_OF_NAME = 5;

  private static final char FIRST_HAN = '\u2e80';

  /// Two to eight words, all but the grammar with capitals, before a word that opens a sentence.
  private static final Pattern RUN_IN =
      Pattern.compile(
          "(?!(?:The|Today|An|In|On|At|By|For|As|Under|Since|Through|During|To|When|While|After|If) )"
              + "\\p{Lu}[\\p{L}’'-]+(?: (?:\\p{Lu}[\\p{L}’'-]+|of|and|for|the|in|on|to|with|&)){1,7}? +"
              + "(?=(?:The|Today|An|In|On|As|Under|Since|Through|During|To) \\p{L})");

  private static final Pattern PLACE =
      Pattern.compile(
          "(?:[(（](?:[a-zA-Z]|[ivxIVX]{1,5}|[0-9]{1,2}|[一二三四五六七八九十]{1,3})[)）][ \\u00a0]*)++"
              + "|[0-9]{1,2}[.)、][ \\u00a0]+|[0-9]{1,2}、|[一二三四五六七八九十]{1,3}、");

  private Speaker() {}

  /// `sentence` without the speaker's name or label in Latin letters before it.
  static Span words(String text, Span sentence) {
    int colon = colon(text, sentence);
    if (colon < 0
        || !isShouted(text, sentence.start(), colon)
            && !isLabel(text, sentence.start(), colon, sentence.end())) {
      return sentence;
    }
    return after(text, colon, sentence);
  }

  /// `sentence` without the mark of its place in a row: `(a)`, `(iv)`, `2.`, `（一）`.
  static Span withoutPlace(String text, Span sentence) {
    Matcher place = PLACE.matcher(text).region(sentence.start(), sentence.end());
    return place.lookingAt() && place.end() < sentence.end()
        ? new Span(place.end(), sentence.end())
        : sentence;
  }

  /// `sentence` without a heading that was set into its line (`Pier Works The council will ...`).
  static Span withoutRunIn(String text, Span sentence) {
    Matcher heading = RUN_IN.matcher(text).region(sentence.start(), sentence.end());
    return heading.lookingAt() ? new Span(heading.end(), sentence.end()) : sentence;
  }

  /// `sentence` behind the mark at `colon` and the space after it; all of it if nothing stands
  /// there.
  static Span after(String text, int colon, Span sentence) {
    int start = colon + 1;
    if (start >= sentence.end()) {
      return sentence;
    }
    while (start < sentence.end() - 1 && isSpace(text.charAt(start))) {
      start++;
    }
    return new Span(start, sentence.end());
  }

  /// The name in a label that could be a speaker's: up to five words in capitals behind whatever
  /// time or place stands before them, or a few Chinese characters.
  ///
  /// @return its span, which a colon follows
  static Optional<Span> name(String text, Span sentence) {
    int colon = colon(text, sentence);
    if (colon > 0 && isInCapitals(text, sentence.start(), colon)) {
      int start = nameStart(text, sentence.start(), colon);
      int words = text.substring(start, colon).split("[ \u00a0]+").length;
      return start < colon && words <= MOST_WORDS_OF_NAME
          ? Optional.of(new Span(start, colon))
          : Optional.empty();
    }
    int end = sentence.start();
    while (end < sentence.end() && (text.charAt(end) > FIRST_HAN || text.charAt(end) == '·')) {
      if (text.charAt(end) == '：') {
        break;
      }
      end++;
    }
    boolean named = end > sentence.start() + 1 && end - sentence.start() <= LONGEST_CHINESE;
    return named && end < sentence.end() - 1 && ":：".indexOf(text.charAt(end)) >= 0
        ? Optional.of(new Span(sentence.start(), end))
        : Optional.empty();
  }

  /// Behind the last word with a digit or a stop after it (`1:52 P.M. EDT MS. LEE`): a clock, and
  /// the three or four letters of its zone.
  private static int nameStart(String text, int from, int colon) {
    int start = from;
    for (int i = from; i < colon; i++) {
      if (Character.isDigit(text.charAt(i))) {
        start = i + 1;
      }
    }
    if (start == from) {
      return from;
    }
    String[] rest = text.substring(start, colon).split("(?<=[ \u00a0])");
    int i = 0;
    while (i < rest.length && (rest[i].isBlank() || isClock(rest[i].strip()))) {
      start += rest[i].length();
      i++;
    }
    return start;
  }

  private static boolean isClock(String word) {
    return word.endsWith(".M.") || word.length() < 5 && word.endsWith("T");
  }

  /// The first colon before a space or a Chinese character, if it stands near enough; else -1.
  private static int colon(String text, Span sentence) {
    int last = Math.min(sentence.start() + LONGEST, sentence.end() - 2);
    for (int i = sentence.start() + 2; i <= last; i++) {
      char next = text.charAt(i + 1);
      if (text.charAt(i) == ':' && !Character.isDigit(next)) {
        return i;
      }
    }
    return -1;
  }

  /// A few words, the long ones with capitals, and a sentence after them.
  private static boolean isLabel(String text, int start, int colon, int end) {
    int next = colon + 1;
    while (next < end - 1 && isSpace(text.charAt(next))) {
      next++;
    }
    char head = text.charAt(next);
    boolean sentence = next > colon + 1 && (Character.isUpperCase(head) || head > FIRST_HAN);
    if (!sentence || colon - start > LONGEST_LABEL) {
      return false;
    }
    for (String word : text.substring(start, colon).split("[ \u00a0]+")) {
      char first = word.isEmpty() ? ' ' : word.charAt(0);
      if (first > FIRST_HAN || word.length() > 3 && !Character.isUpperCase(first)) {
        return false;
      }
    }
    return Character.isUpperCase(text.charAt(start));
  }

  private static boolean isShouted(String text, int start, int end) {
    return isInCapitals(text, start, end)
        && text.substring(start, end).chars().noneMatch(Character::isDigit);
  }

  private static boolean isInCapitals(String text, int start, int end) {
    boolean letters = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isLowerCase(c) || c > FIRST_HAN) {
        return false;
      }
      letters |= Character.isUpperCase(c);
    }
    return letters;
  }

  /// Whether the words at `start` are an unnamed questioner's, marked `Q` or `问：`.
  static boolean asks(String text, int start) {
    boolean latin =
        text.charAt(start) == 'Q'
            && start + 1 < text.length()
            && (text.charAt(start + 1) == ':' || isSpace(text.charAt(start + 1)));
    return latin
        || text.startsWith("问：", start)
        || text.startsWith("問：", start)
        || text.startsWith("记者：", start)
        || text.startsWith("記者：", start);
  }

  /// Whether an unnamed answer begins at `start`, marked `A:` or `答：`.
  static boolean answers(String text, int start) {
    return text.startsWith("A:", start) || text.startsWith("答：", start);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00a0';
  }
}
