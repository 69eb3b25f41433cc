package dev.assay.clean;

import java.util.Locale;
import org.jsoup.nodes.Attributes;

/// Tells from an element's own attributes whether a reader can see its text.
///
/// Reads the `hidden` attribute and the inline style: not displayed, invisible, transparent,
/// without size, moved off the page, clipped away, or in the colour of its ground.
final class Hiding {

  private static final int LONGEST = 2_000;

  /// A length below this many pixels, or at or under this many points, hides a text.
  private static final double SMALLEST_SIZE = 2;

  private static final double FAR_AWAY = -900;

  boolean isHidden(Attributes attributes) {
    if (attributes.isEmpty()) {
      return false;
    }
    if (attributes.hasKey("hidden") && !attributes.get("hidden").equals("until-found")) {
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
      case "clip" ->
          value.replace(" ", "").matches("rect\\([01](px)?,[01](px)?,[01](px)?,[01](px)?\\)");
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
