package dev.assay.brief.model;

import com.ibm.icu.lang.UScript;
import dev.assay.brief.Fault;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Whether a sentence is nothing but words: no address, no markup, nothing that cannot be seen.
/// Linear in the text.
final class PlainWords {

  private static final List<String> MARKS =
      List.of("<", ">", "`", "](", "![", "[[", "{{", "}}", "${", "\\", "|", "**", "__", "~~", "$$");

  private static final List<String> SCHEMES =
      List.of(
          "://",
          "www.",
          "javascript:",
          "data:",
          "mailto:",
          "file:",
          "tel:",
          "ftp:",
          "vbscript:",
          "blob:",
          "hxxp",
          "urn:");

  /// Words joined by stops, of which some are hosts.
  private static final Pattern HOST =
      Pattern.compile("(?<![\\p{L}\\p{N}.-])[\\p{L}\\p{N}-]{1,63}+(?:\\.[\\p{L}\\p{N}-]{1,63})*+");

  private static final Pattern NUMERIC_HOST =
      Pattern.compile("\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");

  private PlainWords() {}

  /// What is wrong with `text`, which cites `cited`: the bare name of a host (`jd.com`) may stand
  /// where the cited words have it, any other address nowhere.
  static Optional<Fault.Kind> fault(String text, String cited) {
    if (text.codePoints().anyMatch(PlainWords::isHidden) || mixesScripts(text)) {
      return Optional.of(Fault.Kind.HIDDEN);
    }
    // Full-width letters and the ideographic full stop between letters are read as their plain
    // forms.
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    if (MARKS.stream().anyMatch(plain::contains)) {
      return Optional.of(Fault.Kind.MARKUP);
    }
    return isAddressed(plain, cited.toLowerCase(Locale.ROOT))
        ? Optional.of(Fault.Kind.ADDRESS)
        : Optional.empty();
  }

  private static boolean isAddressed(String plain, String cited) {
    return SCHEMES.stream().anyMatch(plain::contains)
        || plain.indexOf('@') >= 0
        || NUMERIC_HOST.matcher(plain).find()
        || HOST.matcher(plain)
            .results()
            .map(MatchResult::group)
            .anyMatch(word -> isHost(word) && !cited.contains(word))
        || hasLatinStop(plain);
  }

  /// The last part of a host has two letters or more; `U.S`, `3.5bn` and `e.g` have not.
  private static boolean isHost(String word) {
    int stop = word.lastIndexOf('.');
    String last = word.substring(stop + 1);
    return stop > 0
        && last.length() > 1
        && last.length() < 25
        && last.chars().allMatch(Character::isLetter);
  }

  /// `evil。com`: what browsers take for a stop.
  private static boolean hasLatinStop(String plain) {
    for (int i = 1; i + 1 < plain.length(); i++) {
      if ("。｡．".indexOf(plain.charAt(i)) >= 0
          && isAscii(plain.charAt(i - 1))
          && isAscii(plain.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAscii(char c) {
    return c >= 'a' && c <= 'z';
  }

  /// Control, format, private and unassigned characters, selectors of variants, and the replacement
  /// character.
  private static boolean isHidden(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || c == 0xfffd
        || c >= 0xfe00 && c <= 0xfe0f
        || c >= 0xe0100 && c <= 0xe01ef
        || c == 0x3164
        || c == 0x115f
        || c == 0x1160;
  }

  /// Whether a word has Latin letters beside Greek or Cyrillic ones.
  private static boolean mixesScripts(String text) {
    boolean latin = false;
    boolean other = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetter(c)) {
        latin = false;
        other = false;
        continue;
      }
      int script = c < 0x80 ? UScript.LATIN : UScript.getScript(c);
      latin |= script == UScript.LATIN;
      other |=
          script == UScript.CYRILLIC
              || script == UScript.GREEK
              || script == UScript.ARMENIAN
              || script == UScript.CHEROKEE;
      if (latin && other) {
        return true;
      }
    }
    return false;
  }
}
