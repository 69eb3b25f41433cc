package dev.assay.clean;

import dev.assay.clean.text.VisibleText;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attributes;

/// Tells from an element's own attributes whether a reader can see its text.
///
/// Reads the `hidden` attribute and the inline style: not displayed, invisible, transparent,
/// without size, moved off the page, clipped away, or in the colour of its ground.
final class Hiding {

  private static final Pattern NO_AREA =
      Pattern.compile("rect\\([01](px)?,[01](px)?,[01](px)?,[01](px)?\\)");

  private static final int LONGEST = 2_000;

  /// A length below this many pixels, or at or under this many points, hides a text.
  private static final double SMALLEST_SIZE = 2;

  private static final double FAR_AWAY = -900;

  private static final int LONGEST_SHEET = 400_000;

  /// Names that a style sheet of the page hides: `.name` and `#name`.
  private final Set<String> names = new HashSet<>();

  /// Takes from a style sheet the names whose elements are never shown. Only rules for a single
  /// class or id count, and only outside of conditions such as `@media`.
  void addSheet(String css) {
    if (css.length() > LONGEST_SHEET || !css.contains("none") && !css.contains("hidden")) {
      return;
    }
    int at = 0;
    int none = css.indexOf("none");
    int hidden = css.indexOf("hidden");
    int away = css.indexOf("-9999");
    while (at < css.length() && (none >= 0 || hidden >= 0 || away >= 0)) {
      int open = css.indexOf('{', at);
      if (open < 0) {
        return;
      }
      int close = closing(css, open);
      none = none >= 0 && none < open ? css.indexOf("none", open) : none;
      hidden = hidden >= 0 && hidden < open ? css.indexOf("hidden", open) : hidden;
      away = away >= 0 && away < open ? css.indexOf("-9999", open) : away;
      boolean hides =
          none > open && none < close
              || hidden > open && hidden < close
              || away > open && away < close;
      if (hides && css.substring(at, open).indexOf('@') < 0) {
        addRule(css.substring(at, open), css.substring(open + 1, close).toLowerCase(Locale.ROOT));
      }
      at = close + 1;
    }
  }

  /// Where the block closes that opens at `open`, or the end.
  private static int closing(String css, int open) {
    int depth = 1;
    int inner = css.indexOf('{', open + 1);
    int close = css.indexOf('}', open + 1);
    while (close >= 0) {
      while (inner >= 0 && inner < close) {
        depth++;
        inner = css.indexOf('{', inner + 1);
      }
      if (--depth == 0) {
        return close;
      }
      close = css.indexOf('}', close + 1);
    }
    return css.length() - 1;
  }

  private void addRule(String selectors, String body) {
    boolean none = body.replace(" ", "").contains("display:none");
    boolean hidden =
        none
            || body.contains("visibility") && body.replace(" ", "").contains("visibility:hidden")
            || body.contains("-9999");
    if (!hidden || selectors.length() > LONGEST || body.length() > LONGEST) {
      return;
    }
    for (String selector : selectors.split(",")) {
      String name = selector.strip();
      if (name.length() > 1 && (name.charAt(0) == '.' || name.charAt(0) == '#') && isSimple(name)) {
        names.add(name);
      }
    }
  }

  private static boolean isSimple(String name) {
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }

  private boolean isNamed(Attributes attributes) {
    String id = attributes.get("id");
    if (!id.isEmpty() && names.contains("#" + id)) {
      return true;
    }
    String classes = attributes.get("class");
    int start = 0;
    for (int i = 0; i <= classes.length() && i < LONGEST; i++) {
      if (i == classes.length() || VisibleText.isSpace(classes.charAt(i))) {
        if (i > start && names.contains("." + classes.substring(start, i))) {
          return true;
        }
        start = i + 1;
      }
    }
    return false;
  }

  boolean isHidden(Attributes attributes) {
    if (attributes.isEmpty()) {
      return false;
    }
    if (attributes.hasKey("hidden") && !attributes.get("hidden").equals("until-found")) {
      return true;
    }
    if (!names.isEmpty() && isNamed(attributes)) {
      return true;
    }
    String style = attributes.get("style");
    return !style.isEmpty() && style.length() <= LONGEST && hides(style.toLowerCase(Locale.ROOT));
  }

  private static boolean hides(String style) {
    String color = "";
    String ground = "";
    boolean overflowHidden = false;
    boolean noExtent = false;
    for (String declaration : style.split(";")) {
      int colon = declaration.indexOf(':');
      if (colon < 0) {
        continue;
      }
      String name = declaration.substring(0, colon).strip();
      String value = declaration.substring(colon + 1).replace("!important", "").strip();
      if (hides(name, value)) {
        return true;
      }
      switch (name) {
        case "color" -> color = value;
        case "background", "background-color" -> ground = value;
        case "overflow" -> overflowHidden = value.equals("hidden");
        case "width", "height", "max-height", "max-width" ->
            noExtent |= isBelow(value, SMALLEST_SIZE);
        case String _ -> {}
      }
    }
    return noExtent && overflowHidden || !color.isEmpty() && sameColor(color, ground);
  }

  private static boolean hides(String name, String value) {
    return switch (name) {
      case "display" -> value.equals("none");
      case "visibility" -> value.equals("hidden") || value.equals("collapse");
      case "opacity" -> isBelow(value, 0.02);
      case "font-size" -> isBelow(value, SMALLEST_SIZE) && !value.endsWith("em");
      case "text-indent", "left", "top", "margin-left" -> isFarAway(value);
      case "clip" -> NO_AREA.matcher(value.replace(" ", "")).matches();
      case "clip-path" -> value.startsWith("inset(50%") || value.startsWith("inset(100%");
      case String _ -> false;
    };
  }

  private static boolean sameColor(String color, String ground) {
    return color.equals(ground) && !color.equals("inherit") && !color.equals("transparent")
        || color.equals("transparent");
  }

  private static boolean isBelow(String value, double least) {
    double number = leading(value);
    return !Double.isNaN(number) && number >= 0 && number < least && !value.endsWith("%")
        || value.equals("0%");
  }

  private static boolean isFarAway(String value) {
    double number = leading(value);
    return !Double.isNaN(number) && (value.endsWith("em") ? number * 16 : number) <= FAR_AWAY;
  }

  private static double leading(String value) {
    int end = 0;
    while (end < value.length() && end < 12 && "+-.0123456789".indexOf(value.charAt(end)) >= 0) {
      end++;
    }
    try {
      return end == 0 ? Double.NaN : Double.parseDouble(value.substring(0, end));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
