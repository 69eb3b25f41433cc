package dev.assay.clean;

import dev.assay.clean.text.Tags;
import dev.assay.clean.text.VisibleText;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/// What the words of an element's class and id say of its text, from
/// `lexicon/boilerplate/class-words.tsv`.
///
/// A class such as `article__relatedPosts` is cut into the words `article`, `related`, `posts`;
/// each word and each pair of neighbours (`related-posts`) is looked up. A word after `has`,
/// `with`, `no` or `without` says nothing. Answers are remembered for the page, so one object
/// serves one walk.
final class ClassWords {

  static final int DROP = 1;
  static final int CONTENT = 1 << 1;
  static final int AUTHOR = 1 << 2;
  static final int DATE = 1 << 3;
  static final int CAPTION = 1 << 4;
  static final int HIDDEN = 1 << 5;
  static final int SOFT_DROP = 1 << 6;
  static final int COMMENTS = 1 << 7;
  static final int TITLE = 1 << 8;
  static final int SOURCE = 1 << 9;
  static final int UPDATED = 1 << 10;
  static final int LEAD = 1 << 11;
  static final int WEAK_DROP = 1 << 12;
  static final int NEVER = 1 << 13;
  static final int EMBED = 1 << 14;

  private static final int LONGEST = 400;

  private static final class Table {
    static final Set<String> HIDDEN_NAMES = new HashSet<>();

    /// First words of pairs.
    static final Set<String> FIRSTS = new HashSet<>();

    static final Map<String, Integer> WORDS = read();

    private static Map<String, Integer> read() {
      Map<String, Integer> words = new HashMap<>();
      for (LexiconFile.Row row : Lexicon.shipped().table("boilerplate/class-words.tsv").rows()) {
        if (row.cell(0).equals("hidden")) {
          HIDDEN_NAMES.addAll(List.of(row.cell(1).split(" ")));
          continue;
        }
        int mark = mark(row.cell(0));
        for (String word : row.cell(1).split(" ")) {
          words.merge(word, mark, (a, b) -> a | b);
          if (word.indexOf('-') > 0) {
            FIRSTS.add(word.substring(0, word.indexOf('-')));
          }
        }
      }
      return Collections.unmodifiableMap(words);
    }

    private static int mark(String name) {
      return switch (name) {
        case "drop" -> DROP;
        case "content" -> CONTENT;
        case "author" -> AUTHOR;
        case "date" -> DATE;
        case "caption" -> CAPTION;
        case "soft" -> SOFT_DROP;
        case "comments" -> COMMENTS;
        case "title" -> TITLE;
        case "source" -> SOURCE;
        case "updated" -> UPDATED;
        case "lead" -> LEAD;
        case "weak" -> WEAK_DROP;
        case "never" -> NEVER;
        case "embed" -> EMBED;
        case "nothing" -> 0;
        case String other ->
            throw new IllegalArgumentException("class-words.tsv knows no verdict " + other);
      };
    }
  }

  private static final List<String> NEGATIONS = List.of("has", "with", "no", "without", "not");

  /// Room for the hundreds of classes that a page has.
  private static final int USUAL = 2_048;

  private final Map<String, Integer> known = new HashMap<>(USUAL);
  private final Map<String, Integer> names = new HashMap<>(USUAL);

  /// The marks of an element: of its class, its id (not of a heading's, which is made of its
  /// words), its ARIA role and its microdata property.
  int marks(Element element, Tags.Role role) {
    if (element.attributesSize() == 0) {
      return 0;
    }
    Attributes attributes = element.attributes();
    int marks = marks(attributes.get("class"));
    if (role != Tags.Role.HEADING) {
      marks |= marks(attributes.get("id"));
    }
    String part = attributes.get("role");
    if (!part.isEmpty()) {
      marks |= ofRole(part);
    }
    String property = attributes.get("itemprop");
    if (!property.isEmpty()) {
      marks |= ofProperty(property);
    }
    return marks;
  }

  private static int ofRole(String role) {
    return switch (role) {
      case "navigation",
          "banner",
          "complementary",
          "contentinfo",
          "search",
          "menu",
          "menubar",
          "dialog",
          "alertdialog",
          "toolbar",
          "tablist" ->
          ClassWords.DROP;
      case String _ -> 0;
    };
  }

  private static int ofProperty(String property) {
    return switch (property) {
      case "articleBody", "text" -> ClassWords.CONTENT;
      case "author", "creator" -> ClassWords.AUTHOR;
      case "datePublished" -> ClassWords.DATE;
      case "dateModified" -> ClassWords.UPDATED;
      case "headline" -> ClassWords.TITLE;
      case "comment" -> ClassWords.COMMENTS;
      case "caption" -> ClassWords.CAPTION;
      case String _ -> 0;
    };
  }

  /// The marks of a class or id attribute.
  private int marks(String attribute) {
    if (attribute.isEmpty()) {
      return 0;
    }
    Integer before = known.get(attribute);
    if (before != null) {
      return before;
    }
    int marks = ofNames(attribute.length() > LONGEST ? attribute.substring(0, LONGEST) : attribute);
    known.put(attribute, marks);
    return marks;
  }

  private int ofNames(String attribute) {
    int marks = 0;
    boolean shown = false;
    int start = 0;
    for (int i = 0; i <= attribute.length(); i++) {
      if (i == attribute.length() || VisibleText.isSpace(attribute.charAt(i))) {
        if (i > start) {
          String name = attribute.substring(start, i);
          marks |= names.computeIfAbsent(name, ClassWords::ofName);
          shown |= isShown(name);
        }
        start = i + 1;
      }
    }
    return shown ? marks & ~HIDDEN : marks;
  }

  /// Whether a class shows its element on some screens, as `d-md-block` does.
  private static boolean isShown(String name) {
    return name.endsWith("block")
        || name.endsWith("flex")
        || name.endsWith("inline")
        || name.endsWith("grid");
  }

  private static int ofName(String name) {
    int marks = Table.HIDDEN_NAMES.contains(name.toLowerCase(Locale.ROOT)) ? HIDDEN : 0;
    String before = "";
    int start = 0;
    int last = kind(name.charAt(0));
    for (int i = 1; i <= name.length(); i++) {
      int kind = i == name.length() ? OTHER : kind(name.charAt(i));
      boolean border = i == name.length() || isBorder(kind, last);
      last = kind;
      if (border) {
        String word = wordOf(name, start, i);
        if (!word.isEmpty()) {
          if (!NEGATIONS.contains(before)) {
            Integer pair =
                Table.FIRSTS.contains(before) ? Table.WORDS.get(before + "-" + word) : null;
            marks |= pair != null ? pair : Table.WORDS.getOrDefault(word, 0);
          }
          before = word;
        }
        start = i;
      }
    }
    return marks;
  }

  private static boolean isBorder(int kind, int last) {
    return kind == OTHER ? last != OTHER : last == OTHER || kind == UPPER && last == LOWER;
  }

  private static int kind(char c) {
    if (c < '\u0080') {
      return c >= 'a' && c <= 'z' ? LOWER : c >= 'A' && c <= 'Z' ? UPPER : OTHER;
    }
    return !Character.isLetter(c) ? OTHER : Character.isUpperCase(c) ? UPPER : LOWER;
  }

  private static final int OTHER = 0;
  private static final int LOWER = 1;
  private static final int UPPER = 2;

  private static String wordOf(String name, int start, int end) {
    return kind(name.charAt(start)) != OTHER
        ? name.substring(start, end).toLowerCase(Locale.ROOT)
        : "";
  }
}
