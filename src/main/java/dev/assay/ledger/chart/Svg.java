package dev.assay.ledger.chart;

import java.util.ArrayList;
import java.util.List;

/// Writes a drawing as a file of its own: colours for light and dark, ink on paper when printed, no
/// script, and every text escaped.
final class Svg {

  private static final String STYLE =
      """
      :root{--paper:#fdfdfc;--rule:#dddeda;--ink:#191b1e;--ink-2:#4a4f55;--far:#c3c6c3;--dispute:#c26a00;color-scheme:light dark}
      @media (prefers-color-scheme:dark){:root{--paper:#141619;--rule:#303439;--ink:#e4e3de;--ink-2:#b6b8ba;--far:#51565b;--dispute:#e0a040}}
      @media print{:root{--paper:#fff;--rule:#ccc;--ink:#000;--ink-2:#333;--far:#bbb;--dispute:#8a4700}}
      text{font:12px -apple-system,"Segoe UI","Noto Sans",Arial,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;fill:var(--ink-2);font-variant-numeric:tabular-nums}
      .title{font-size:15px;font-weight:600;fill:var(--ink)}.no{font-size:10px;fill:var(--ink)}.name{fill:var(--ink)}
      .paper{fill:var(--paper)}.grid{stroke:var(--rule);fill:none}.course{stroke:var(--ink-2);fill:none;stroke-opacity:.5}
      .iv{stroke:var(--ink-2);stroke-width:1.5;fill:none}.mk{fill:var(--ink);stroke:var(--ink);stroke-width:1.5}
      .alt>*{stroke:var(--dispute)}.alt .mk{fill:var(--dispute)}.out .iv{stroke-dasharray:2 3}.out .mk{fill:var(--paper);stroke:var(--ink-2)}
      .far{fill:var(--far)}
      """;

  /// Width of a letter and of a Han character at 12 px, near enough to break lines by.
  private static final double LETTER = 6.6;

  private static final double HAN = 12;
  private static final char FIRST_WIDE = 0x2e80;

  private final StringBuilder drawing = new StringBuilder();

  void line(String kind, String path) {
    drawing.append("<path class=\"%s\" d=\"%s\"/>\n".formatted(kind, path));
  }

  void glyph(Glyph glyph) {
    drawing.append(
        "<g class=\"%s\"><path class=\"iv\" d=\"%s\"/><path class=\"mk\" d=\"%s\"/></g>\n"
            .formatted(glyph.style(), glyph.line(), glyph.mark()));
  }

  void text(String kind, double x, double y, String anchor, String words) {
    drawing.append(
        "<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
            .formatted(kind, Glyph.tenths(x), Glyph.tenths(y), anchor, escape(words)));
  }

  /// The whole file.
  ///
  /// @param title for those who hear it
  String file(String lang, String title, int width, double height) {
    int high = (int) Math.ceil(height);
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" xml:lang="%s" role="img">
        <title>%s</title>
        <style>%s</style>
        <rect class="paper" width="100%%" height="100%%"/>
        %s</svg>
        """
        .formatted(width, high, width, high, lang, escape(title), STYLE, drawing);
  }

  /// Text for between tags; what XML cannot hold is left out.
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .filter(c -> c == '\t' || c >= ' ' && c < 0xd800 || c > 0xdfff && c < 0xfffe || c > 0xffff)
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }

  static double width(String words) {
    return words.codePoints().mapToDouble(Svg::width).sum();
  }

  private static double width(int letter) {
    return letter >= FIRST_WIDE ? HAN : LETTER;
  }

  /// `words` in lines that are no wider than `most`; broken at spaces and between Han characters.
  static List<String> lines(String words, double most) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < words.length()) {
      int end = end(words, start, most);
      lines.add(words.substring(start, end).strip());
      start = end;
    }
    return lines;
  }

  private static int end(String words, int start, double most) {
    double width = 0;
    int end = start;
    int seam = start;
    while (end < words.length() && width + width(words.codePointAt(end)) <= most) {
      int letter = words.codePointAt(end);
      width += width(letter);
      end += Character.charCount(letter);
      seam = letter == ' ' || letter >= FIRST_WIDE ? end : seam;
    }
    int least = words.offsetByCodePoints(start, 1);
    return end == words.length() || seam == start ? Math.max(end, least) : seam;
  }

  /// `words`, cut to a width.
  static String cut(String words, double most) {
    return width(words) <= most
        ? words
        : words.substring(0, end(words, 0, most - HAN)).strip() + "…";
  }
}
