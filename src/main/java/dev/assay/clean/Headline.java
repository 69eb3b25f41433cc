package dev.assay.clean;

import dev.assay.clean.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// The title of a page's article, without the name of the site.
///
/// What the page shows as its heading wins where the `title` element or OpenGraph bears it out;
/// else structured data, OpenGraph, and the `title` element cut at its separators.
final class Headline {

  private static final String SEPARATORS = "|-–—_»·•:：‹«/";

  /// A part of the title element of fewer letters than this is a site's name, not a title.
  private static final int SHORTEST = 8;

  private static final int LONGEST = 400;

  private Headline() {}

  /// The title, or empty if the page names none.
  static String of(Page page, StructuredData data) {
    return withoutSiteAtEnd(found(page, data), page.signals().meta("og:site_name"));
  }

  /// A heading may have the site's name behind a separator too.
  private static String withoutSiteAtEnd(String title, @Nullable String site) {
    if (site == null || site.isBlank() || !title.endsWith(site.strip())) {
      return title;
    }
    String before = title.substring(0, title.length() - site.strip().length()).stripTrailing();
    boolean parted =
        !before.isEmpty() && SEPARATORS.indexOf(before.charAt(before.length() - 1)) >= 0;
    String left = parted ? before.substring(0, before.length() - 1).strip() : "";
    return VisibleText.size(left) < SHORTEST ? title : left;
  }

  private static String found(Page page, StructuredData data) {
    Signals signals = page.signals();
    String element = signals.title();
    String graph = clean(signals.meta("og:title"));
    String stated = clean(data.headline());
    List<String> shown = shown(page);
    for (String heading : shown) {
      if (bornOut(heading, element, graph, stated)) {
        return heading;
      }
    }
    if (!stated.isEmpty() && !isCut(stated)) {
      return stated;
    }
    String social =
        !graph.isEmpty() ? graph : clean(signals.meta("twitter:title", "dc.title", "title"));
    if (!social.isEmpty() && !isCut(social)) {
      return withoutSite(social, signals.meta("og:site_name"));
    }
    if (shown.size() == 1 && element.isEmpty()) {
      return shown.getFirst();
    }
    return element.isEmpty()
        ? (shown.isEmpty() ? "" : shown.getFirst())
        : withoutSite(element, signals.meta("og:site_name"));
  }

  private static String clean(@Nullable String text) {
    if (text == null || text.length() > LONGEST) {
      return "";
    }
    String visible =
        VisibleText.of(text.indexOf('&') >= 0 ? Parser.unescapeEntities(text, false) : text);
    return visible.indexOf('<') >= 0
        ? VisibleText.of(Jsoup.parseBodyFragment(visible).text())
        : visible;
  }

  private static boolean isCut(String title) {
    return title.endsWith("...") || title.endsWith("…");
  }

  private static List<String> shown(Page page) {
    List<String> shown = new ArrayList<>();
    for (Signals.Mark mark : page.signals().titles()) {
      if (mark.name().equals("h1") || mark.name().startsWith("itemprop")) {
        shown.add(mark.text());
      }
    }
    for (Signals.Mark mark : page.signals().titles()) {
      shown.add(mark.text());
    }
    for (Block block : page.blocks()) {
      if (block.isHeading() && block.level() <= 3 && shown.size() < 60) {
        shown.add(block.text());
      }
    }
    return shown;
  }

  /// Whether another sign of the title says the same as a heading, up to marks and case.
  private static boolean bornOut(String heading, String element, String graph, String stated) {
    String folded = fold(heading);
    if (folded.length() < 4 || heading.length() > LONGEST) {
      return false;
    }
    String title = fold(element);
    if (folded.equals(fold(graph)) || folded.equals(fold(stated))) {
      return true;
    }
    return (title.startsWith(folded) || title.endsWith(folded))
        && folded.length() * 3 > title.length();
  }

  private static String fold(String text) {
    StringBuilder folded = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .chars()
        .filter(Character::isLetterOrDigit)
        .forEach(c -> folded.append((char) c));
    return folded.toString();
  }

  /// The longest part of a title that is cut by separators with space around them (or `_`, `|`).
  private static String withoutSite(String title, @Nullable String site) {
    String best = title;
    List<String> parts = parts(title);
    if (parts.size() > 1) {
      best = parts.getFirst();
      if (VisibleText.size(best) < SHORTEST || site != null && fold(best).equals(fold(site))) {
        best =
            parts.stream().max((a, b) -> VisibleText.size(a) - VisibleText.size(b)).orElse(title);
      } else {
        best = withInnerSeparators(title, parts);
      }
    }
    return best;
  }

  /// Takes only the last part off, if the one before it is long: titles hold separators themselves.
  private static String withInnerSeparators(String title, List<String> parts) {
    String first = parts.getFirst();
    String second = parts.get(1);
    boolean secondIsTitle = parts.size() > 2 && VisibleText.size(second) > 3 * SHORTEST;
    if (!secondIsTitle) {
      return first;
    }
    int end = title.indexOf(second) + second.length();
    return title.substring(0, end).strip();
  }

  private static List<String> parts(String title) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 1; i < title.length() - 1; i++) {
      char c = title.charAt(i);
      boolean spaced = title.charAt(i - 1) == ' ' && title.charAt(i + 1) == ' ';
      if (SEPARATORS.indexOf(c) >= 0
          && (spaced
              || c == '_'
              || c == '|'
              || c == '-' && VisibleText.isWide(title.charAt(i - 1)))) {
        add(title.substring(start, i), parts);
        start = i + 1;
      }
    }
    add(title.substring(start), parts);
    return parts;
  }

  private static void add(String part, List<String> parts) {
    String text = part.strip();
    if (!text.isEmpty()) {
      parts.add(text);
    }
  }
}
