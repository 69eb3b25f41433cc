package dev.assay.clean.file;

import dev.assay.clean.text.VisibleText;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Takes the visible glyphs of a PDF's pages with their places.
public final class PdfGlyphs extends PDFTextStripper {

  /// One glyph or ligature; x and y in points from the top left corner, y at the base line.
  record Glyph(String text, float x, float y, float width, float size, float space, boolean bold) {

    float end() {
      return x + width;
    }
  }

  /// A page's glyphs in the order in which the file draws them.
  public record PdfPage(float width, float height, List<Glyph> glyphs) {}

  private static final int MOST_GLYPHS = 4_000_000;
  private static final float SMALLEST = 1.5f;

  private final List<PdfPage> pages = new ArrayList<>();
  private List<Glyph> glyphs = new ArrayList<>();
  private int count;

  private PdfGlyphs() {
    setSuppressDuplicateOverlappingText(true);
  }

  public static List<PdfPage> of(PDDocument pdf, int pages) throws IOException {
    PdfGlyphs reader = new PdfGlyphs();
    for (int i = 1; i <= pages && reader.count < MOST_GLYPHS; i++) {
      reader.glyphs = new ArrayList<>();
      reader.setStartPage(i);
      reader.setEndPage(i);
      reader.writeText(pdf, Writer.nullWriter());
      PDRectangle box = pdf.getPage(i - 1).getCropBox();
      boolean turned = pdf.getPage(i - 1).getRotation() % 180 != 0;
      reader.pages.add(
          new PdfPage(
              turned ? box.getHeight() : box.getWidth(),
              turned ? box.getWidth() : box.getHeight(),
              reader.glyphs));
      if (Thread.currentThread().isInterrupted()) {
        break;
      }
    }
    return reader.pages;
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    for (TextPosition position : positions) {
      add(position);
    }
  }

  private void add(TextPosition position) {
    String text = VisibleText.of(position.getUnicode() == null ? "" : position.getUnicode());
    float size = Math.max(position.getYScale(), position.getFontSizeInPt());
    if (text.isEmpty() || size < SMALLEST || count >= MOST_GLYPHS || position.getDir() != 0) {
      return;
    }
    count++;
    glyphs.add(
        new Glyph(
            text,
            position.getXDirAdj(),
            position.getYDirAdj(),
            position.getWidthDirAdj(),
            size,
            position.getWidthOfSpace(),
            isBold(position)));
  }

  private static boolean isBold(TextPosition position) {
    String name = position.getFont().getName();
    PDFontDescriptor descriptor = position.getFont().getFontDescriptor();
    return name != null
            && (name.contains("Bold")
                || name.contains("Heavy")
                || name.contains("Black")
                || name.contains("SimHei")
                || name.contains("黑体"))
        || descriptor != null && descriptor.isForceBold();
  }
}
