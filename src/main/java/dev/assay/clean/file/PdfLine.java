package dev.assay.clean.file;

import dev.assay.clean.text.VisibleText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A piece of a line of a PDF: glyphs on one base line without a wide gap.
///
/// @param x where it begins, `end` where it ends, `y` its base line, in points from the page's
///   upper left corner
/// @param size of its largest glyph, in points
/// @param bold whether most of its glyphs are
/// @param page counted from 0
record PdfLine(
    String text,
    float x,
    float end,
    float y,
    float size,
    boolean bold,
    int page,
    List<Word> words) {

  /// Glyphs without a gap.
  record Word(String text, float x, float end) {}

  /// Gaps in units of the type size.
  private static final float WIDE_GAP = 1.0f;

  private static final float WORD_GAP = 0.16f;

  /// How far apart the base lines of one line may be.
  static final float SAME_LINE = 0.45f;

  PdfLine {
    words = List.copyOf(words);
  }

  /// The lines of a page, from top to bottom and from left to right.
  static List<PdfLine> of(List<PdfGlyphs.Glyph> glyphs, int page) {
    List<PdfGlyphs.Glyph> sorted = new ArrayList<>(glyphs);
    sorted.sort(
        Comparator.comparingDouble((PdfGlyphs.Glyph g) -> g.y())
            .thenComparingDouble(PdfGlyphs.Glyph::x));
    List<PdfLine> lines = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      boolean ends =
          i == sorted.size()
              || sorted.get(i).y() - sorted.get(i - 1).y() > SAME_LINE * sorted.get(i).size();
      if (ends) {
        cut(new ArrayList<>(sorted.subList(start, i)), page, lines);
        start = i;
      }
    }
    return lines;
  }

  /// Cuts the glyphs of one base line at wide gaps.
  private static void cut(List<PdfGlyphs.Glyph> row, int page, List<PdfLine> lines) {
    row.sort(Comparator.comparingDouble(PdfGlyphs.Glyph::x));
    int start = 0;
    for (int i = 1; i <= row.size(); i++) {
      if (i == row.size() || row.get(i).x() - row.get(i - 1).end() > WIDE_GAP * row.get(i).size()) {
        lines.add(line(row.subList(start, i), page));
        start = i;
      }
    }
  }

  private static PdfLine line(List<PdfGlyphs.Glyph> glyphs, int page) {
    List<Word> words = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    PdfGlyphs.Glyph before = glyphs.getFirst();
    float start = before.x();
    float size = 0;
    int bold = 0;
    for (PdfGlyphs.Glyph glyph : glyphs) {
      if (isWordGap(before, glyph, text)) {
        words.add(new Word(text.toString(), start, before.end()));
        text.setLength(0);
        start = glyph.x();
      }
      text.append(glyph.text());
      size = Math.max(size, glyph.size());
      bold += glyph.bold() ? 1 : 0;
      before = glyph;
    }
    words.add(new Word(text.toString(), start, before.end()));
    return new PdfLine(
        joined(words),
        glyphs.getFirst().x(),
        before.end(),
        glyphs.getFirst().y(),
        size,
        bold * 2 > glyphs.size(),
        page,
        words);
  }

  static String joined(List<Word> words) {
    return VisibleText.of(String.join(" ", words.stream().map(Word::text).toList()));
  }

  private static boolean isWordGap(
      PdfGlyphs.Glyph before, PdfGlyphs.Glyph glyph, StringBuilder text) {
    if (text.isEmpty()) {
      return false;
    }
    float gap = glyph.x() - before.end();
    boolean wide =
        VisibleText.isWide(glyph.text().charAt(0))
            && VisibleText.isWide(text.charAt(text.length() - 1));
    return wide ? gap > 0.8f * glyph.size() : gap > WORD_GAP * glyph.size();
  }
}
