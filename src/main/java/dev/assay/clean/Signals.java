package dev.assay.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a page says of its article outside of the text: filled by one [PageWalk], then only read.
final class Signals {

  /// A short text that an element's markup names.
  ///
  /// @param name the element or attribute it was found by, such as `time` or `itemprop author`
  /// @param value an attribute's machine-readable value, or empty
  /// @param block number of the block before which it stands
  /// @param marks what the classes of the element say, as in [ClassWords]
  record Mark(String name, String value, String text, int block, int marks) {}

  /// As libraries write names: `Roe, Jane`.
  private static final Pattern SURNAME_FIRST =
      Pattern.compile("^([\\p{L}'’-]+), ([\\p{L}.' ’-]+)$");

  private static final int MOST_META = 400;
  private static final int MOST_MARKS = 400;
  private static final int MOST_SCRIPTS = 40;
  private static final int MOST_NEXT = 20;

  /// Content by lower-case name, property or itemprop; the first of two counts.
  private final Map<String, String> meta = new HashMap<>();

  private final List<String> metaAuthors = new ArrayList<>();
  private final List<Mark> times = new ArrayList<>();
  private final List<Mark> authors = new ArrayList<>();
  private final List<Mark> titles = new ArrayList<>();
  private final List<Mark> sources = new ArrayList<>();
  private final List<String> jsonLd = new ArrayList<>();

  /// Where links lead that say that something goes on there.
  private final List<String> next = new ArrayList<>();

  private String title = "";
  private String canonical = "";
  private String language = "";

  void addMeta(String name, String content) {
    if (content.isBlank() || meta.size() >= MOST_META) {
      return;
    }
    String key = name.toLowerCase(Locale.ROOT).strip();
    meta.putIfAbsent(key, content.strip());
    if (key.equals("author") || key.equals("article:author")) {
      metaAuthors.add(content.strip());
    } else if (key.equals("citation_author")) {
      metaAuthors.add(SURNAME_FIRST.matcher(content.strip()).replaceAll("$2 $1"));
    }
  }

  void addTime(Mark mark) {
    addTo(times, mark);
  }

  void addAuthor(Mark mark) {
    addTo(authors, mark);
  }

  void addTitle(Mark mark) {
    addTo(titles, mark);
  }

  void addSource(Mark mark) {
    addTo(sources, mark);
  }

  private static void addTo(List<Mark> marks, Mark mark) {
    if (marks.size() < MOST_MARKS) {
      marks.add(mark);
    }
  }

  void addJsonLd(String json) {
    if (jsonLd.size() < MOST_SCRIPTS) {
      jsonLd.add(json);
    }
  }

  void addNext(String address) {
    if (next.size() < MOST_NEXT && !address.isBlank()) {
      next.add(address);
    }
  }

  void title(String text) {
    if (title.isEmpty()) {
      title = text;
    }
  }

  void canonical(String address) {
    if (canonical.isEmpty()) {
      canonical = address.strip();
    }
  }

  void language(String tag) {
    if (language.isEmpty()) {
      language = tag.strip();
    }
  }

  /// The content of the first of these meta names that has one.
  @Nullable String meta(String... names) {
    for (String name : names) {
      String content = meta.get(name);
      if (content != null) {
        return content;
      }
    }
    return null;
  }

  List<String> metaAuthors() {
    return metaAuthors;
  }

  List<Mark> times() {
    return times;
  }

  List<Mark> authors() {
    return authors;
  }

  List<Mark> titles() {
    return titles;
  }

  List<Mark> sources() {
    return sources;
  }

  List<String> jsonLd() {
    return jsonLd;
  }

  List<String> next() {
    return next;
  }

  String title() {
    return title;
  }

  String canonical() {
    return canonical;
  }

  String language() {
    return language;
  }
}
