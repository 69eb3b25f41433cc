package dev.assay.clean;

import dev.assay.clean.text.VisibleText;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Who wrote a page's article.
final class Bylines {

  private static final int LONGEST_NAME = 60;

  private static final Pattern OFFICE =
      Pattern.compile(
          "(?:[\\p{L}&'’-]+ ){0,4}(?iu:%s) (\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]*){1,3})"
              .formatted(anyOf("office")));

  private static final Pattern REPORTED =
      Pattern.compile("\\p{IsHan}(?:%s)$".formatted(anyOf("reported")));

  private static final Set<String> PLATFORMS = Set.copyOf(words("platform"));

  private static final int MOST_AUTHORS = 20;

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
        List.of("dc.creator", "parsely-author", "sailthru.author", "byl", "citation_author")) {
      String value = page.signals().meta(key);
      if (names.isEmpty() && value != null) {
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
        return List.copyOf(names);
      }
    }
    page.blocks().stream()
        .map(Block::text)
        .filter(Bylines::isByline)
        .findFirst()
        .ifPresent(text -> addNames(text, names));
    if (names.isEmpty()) {
      page.blocks().stream()
          .filter(block -> block.text().length() <= LONGEST_DATELINE)
          .map(block -> reportersIn(block.text()))
          .filter(found -> !found.isEmpty())
          .findFirst()
          .ifPresent(names::addAll);
    }
    return List.copyOf(names);
  }

  /// Whether a short text says who wrote the article and nothing else, as "By Jane Roe" or 文/张三.
  static boolean isByline(String text) {
    if (text.length() > LONGEST_BYLINE || text.equals(withoutPrefix(text))) {
      return false;
    }
    Set<String> names = new LinkedHashSet<>();
    addNames(text, names);
    return !names.isEmpty() && names.stream().allMatch(Bylines::looksLikeName);
  }

  private static final int LONGEST_BYLINE = 70;
  private static final int LONGEST_HAN_NAME = 5;

  private static final int LONGEST_DATELINE = 120;

  /// The names after 记者 in a line such as 【記者葉知秋、林岚∕綜合報導】.
  private static List<String> reportersIn(String text) {
    int at = HanScript.simplify(text).indexOf("记者");
    List<String> names = new ArrayList<>();
    for (int start = at + 2; at >= 0 && names.size() < MOST_AUTHORS; ) {
      Optional<String> name = reporterAt(text, start);
      name.ifPresent(names::add);
      int end = name.isEmpty() ? -1 : text.indexOf(name.get(), start) + name.get().length();
      if (end < 0 || end >= text.length() || text.charAt(end) != '、') {
        break;
      }
      start = end + 1;
    }
    return names;
  }

  private static Optional<String> reporterAt(String text, int from) {
    int start = from;
    while (start < text.length() && " ：:　".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < text.length() && HanScript.isHan(text.charAt(end))) {
      end++;
    }
    boolean name = end - start >= 2 && end - start <= 4 && end < text.length();
    return name ? Optional.of(text.substring(start, end)) : Optional.empty();
  }

  private static boolean looksLikeName(String name) {
    if (VisibleText.isWide(name.charAt(0))) {
      return name.length() <= LONGEST_HAN_NAME;
    }
    return name.split(" ").length >= 2
        && List.of(name.split(" ")).stream()
            .allMatch(word -> !Character.isLowerCase(word.charAt(0)) || word.length() <= 3);
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
      String stripped = withoutOffice(withoutTime(withoutPrefix(name.strip())));
      if (isName(stripped) && names.size() < MOST_AUTHORS) {
        names.add(stripped);
      }
    }
  }

  /// "Economics correspondent Dara Quill" is Dara Quill.
  private static String withoutOffice(String name) {
    Matcher office = OFFICE.matcher(name);
    return office.matches() ? office.group(1) : name;
  }

  /// Without what follows a dash with spaces around it, where that has a digit: the day.
  private static String withoutTime(String name) {
    Matcher dash = DASH.matcher(name);
    return dash.find() && name.substring(dash.end()).chars().anyMatch(Character::isDigit)
        ? name.substring(0, dash.start())
        : name;
  }

  private static final Pattern DASH = Pattern.compile(" [-–—·] ");

  private static boolean isName(String name) {
    return !name.isEmpty()
        && !REPORTED.matcher(name).find()
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
    if (",;|/&、，；／∕".indexOf(text.charAt(at)) >= 0) {
      return 1;
    }
    for (String word : List.of(" and ", " und ", " et ", " y ")) {
      if (text.startsWith(word, at)) {
        return word.length();
      }
    }
    return 0;
  }

  private static final List<String> PREFIXES = words("prefix");

  /// The words of one kind, in the order of the table.
  private static List<String> words(String kind) {
    return Lexicon.shipped().table("boilerplate/bylines.tsv").rows().stream()
        .filter(row -> row.cell(0).equals(kind))
        .map(row -> row.cell(1))
        .toList();
  }

  /// A part of a pattern that is any word of one kind.
  private static String anyOf(String kind) {
    return words(kind).stream().map(Pattern::quote).collect(Collectors.joining("|"));
  }

  /// Whether a site is a place where many have an account of their own.
  static boolean isPlatform(String site) {
    return PLATFORMS.contains(site);
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
