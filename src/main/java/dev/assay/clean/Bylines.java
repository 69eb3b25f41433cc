package dev.assay.clean;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Who wrote a page's article.
final class Bylines {

  private static final int LONGEST_NAME = 60;
  private static final int MOST_AUTHORS = 20;

  private static final List<String> PREFIXES =
      List.of(
          "written by",
          "posted by",
          "published by",
          "reported by",
          "story by",
          "words by",
          "by:",
          "by",
          "von:",
          "von",
          "autor:",
          "autorin:",
          "par",
          "por",
          "di",
          "text:",
          "author:",
          "作者：",
          "作者:",
          "记者：",
          "记者:",
          "記者：",
          "作者",
          "文/",
          "文／",
          "文 |",
          "文|",
          "文：",
          "撰文：",
          "本报记者",
          "新华社记者",
          "记者",
          "記者",
          "来源：");

  private Bylines() {}

  /// The authors in the order of the page; empty if it names none.
  static List<String> of(Page page, StructuredData data, String site) {
    Set<String> names = new LinkedHashSet<>();
    data.authors().forEach(name -> addNames(name, names));
    names.removeIf(name -> isSite(name, site));
    if (!names.isEmpty()) {
      return List.copyOf(names);
    }
    page.signals().metaAuthors().forEach(name -> addNames(name, names));
    for (String key :
        List.of(
            "dc.creator",
            "parsely-author",
            "sailthru.author",
            "byl",
            "citation_author",
            "twitter:data1")) {
      String value = page.signals().meta(key);
      if (names.isEmpty() && value != null && !key.equals("twitter:data1")) {
        addNames(value, names);
      }
    }
    names.removeIf(name -> isSite(name, site));
    if (!names.isEmpty()) {
      return List.copyOf(names);
    }
    for (Signals.Mark mark : page.signals().authors()) {
      addNames(mark.text(), names);
      if (!names.isEmpty()) {
        break;
      }
    }
    return List.copyOf(names);
  }

  private static boolean isSite(String name, String site) {
    return name.equalsIgnoreCase(site);
  }

  private static void addNames(String value, Set<String> names) {
    String text = withoutPrefix(VisibleText.of(value));
    if (text.startsWith("http")
        || text.contains("://")
        || text.contains("@") && !text.contains(" ")) {
      return;
    }
    for (String name : split(text)) {
      String stripped = withoutPrefix(name.strip());
      if (isName(stripped) && names.size() < MOST_AUTHORS) {
        names.add(stripped);
      }
    }
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST_NAME
        && name.chars().anyMatch(Character::isLetter)
        && name.chars().filter(c -> c >= '0' && c <= '9').count() < 3
        && name.split(" ").length <= 6;
  }

  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i <= text.length(); i++) {
      int skip = i == text.length() ? 1 : separator(lower, i);
      if (skip > 0) {
        parts.add(text.substring(start, i));
        start = Math.min(text.length(), i + skip);
        i = start - 1;
        if (start == text.length()) {
          break;
        }
      }
    }
    return parts;
  }

  private static int separator(String text, int at) {
    if (",;|/&、，；".indexOf(text.charAt(at)) >= 0) {
      return 1;
    }
    for (String word : List.of(" and ", " und ", " et ", " y ")) {
      if (text.startsWith(word, at)) {
        return word.length();
      }
    }
    return 0;
  }

  private static String withoutPrefix(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String prefix : PREFIXES) {
      boolean word =
          Character.isLetter(prefix.charAt(prefix.length() - 1)) && prefix.charAt(0) < '\u2e80';
      if (lower.startsWith(prefix) && (!word || lower.startsWith(prefix + " "))) {
        return text.substring(prefix.length()).strip();
      }
    }
    return text;
  }
}
