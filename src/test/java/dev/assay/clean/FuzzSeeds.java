package dev.assay.clean;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/// Makes small PDF and Word files that [CleanFuzzTest] starts from, so that a search gets past the
/// outer form of a file at once.
///
/// `java -cp ... dev.assay.clean.FuzzSeeds src/test/resources/dev/assay/clean/CleanFuzzTestInputs`
/// writes them anew.
final class FuzzSeeds {

  private static final float MARGIN = 40;
  private static final float LINE = 14;

  private FuzzSeeds() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (Map.Entry<String, byte[]> seed : pdfs().entrySet()) {
      Files.write(folder.resolve("pdf").resolve(seed.getKey()), seed.getValue());
    }
    for (Map.Entry<String, byte[]> seed : words().entrySet()) {
      Files.write(folder.resolve("docx").resolve(seed.getKey()), seed.getValue());
    }
  }

  static Map<String, byte[]> pdfs() throws IOException {
    Map<String, byte[]> seeds = new LinkedHashMap<>();
    seeds.put("lines-plain", pdf(false, false, PAGE));
    seeds.put("lines-packed", pdf(true, false, PAGE));
    seeds.put("encrypted", pdf(true, true, PAGE));
    seeds.put("columns", pdf(false, false, COLUMNS));
    seeds.put("table", pdf(false, false, TABLE));
    seeds.put("operators", pdf(false, false, OPERATORS));
    seeds.put("two-pages", pdf(false, false, PAGE, COLUMNS));
    return seeds;
  }

  private static final String PAGE =
      at(MARGIN, 780, 18, "Magnet output rises")
          + at(MARGIN, 750, 11, "22 November 2025")
          + at(MARGIN, 730, 11, "Output rose by a tenth in October, the ministry said, and")
          + at(MARGIN, 730 - LINE, 11, "stocks at the works fell to their lowest in two years.")
          + at(MARGIN, 60, 8, "1 A footnote of the ministry.")
          + at(280, 30, 8, "Page 1");

  private static final String COLUMNS =
      at(MARGIN, 730, 11, "The left column is read")
          + at(320, 730, 11, "The right column is read")
          + at(MARGIN, 730 - LINE, 11, "from top to bottom first.")
          + at(320, 730 - LINE, 11, "after the left one ends.");

  private static final String TABLE =
      at(MARGIN, 730, 11, "Month")
          + at(200, 730, 11, "Tonnes")
          + at(320, 730, 11, "Change")
          + at(MARGIN, 730 - LINE, 11, "September")
          + at(200, 730 - LINE, 11, "4,000")
          + at(320, 730 - LINE, 11, "-30.9%")
          + at(MARGIN, 730 - 2 * LINE, 11, "October")
          + at(200, 730 - 2 * LINE, 11, "4,343")
          + at(320, 730 - 2 * LINE, 11, "+8.6%");

  private static final String OPERATORS =
      "q 1 0 0 1 10 10 cm BT /F1 12 Tf 3 Tr 100 Tz 2 Tc 4 Tw 14 TL 1 0 0 1 40 700 Tm"
          + " [(spa)-250(ced) 120 (text)] TJ T* (next) ' 1 2 (third) \" 5 Ts 0 -20 TD (down) Tj"
          + " 0 1 -1 0 300 300 Tm (turned) Tj ET"
          + " /Span <</ActualText (real)>> BDC BT /F1 9 Tf 40 500 Td (shown) Tj ET EMC"
          + " BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n";

  private static String at(float x, float y, float size, String text) {
    return "BT /F1 %s Tf %s %s Td (%s) Tj ET\n".formatted(size, x, y, text);
  }

  private static byte[] pdf(boolean packed, boolean encrypted, String... pages) throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      for (String content : pages) {
        PDPage page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        try (PDPageContentStream stream = new PDPageContentStream(pdf, page)) {
          stream.beginText();
          stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 1);
          stream.endText();
        }
        try (OutputStream out = page.getContentStreams().next().createOutputStream()) {
          out.write(content.getBytes(StandardCharsets.ISO_8859_1));
        }
      }
      if (encrypted) {
        pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      }
      pdf.getDocumentInformation().setTitle("Magnet output rises");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      pdf.save(
          bytes,
          packed ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);
      return bytes.toByteArray();
    }
  }

  static Map<String, byte[]> words() throws IOException {
    Map<String, byte[]> seeds = new LinkedHashMap<>();
    seeds.put("whole", zip(true, WORD_PARTS));
    seeds.put("stored", zip(false, WORD_PARTS));
    seeds.put("body-only", zip(false, Map.of("word/document.xml", BODY)));
    return seeds;
  }

  private static final String BODY =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
      <w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Magnet output rises</w:t></w:r></w:p>
      <w:p><w:pPr><w:pStyle w:val="H1"/><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>产量</w:t></w:r></w:p>
      <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>One</w:t><w:tab/><w:t>&amp; two&#x4e00;</w:t><w:br/></w:r></w:p>
      <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:ins><w:r><w:t>in</w:t></w:r></w:ins>\
      <w:del><w:r><w:delText>out</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>
      <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Month</w:t></w:r></w:p></w:tc><w:tc><w:tbl><w:tr><w:tc>\
      <w:p><w:r><w:t>inner</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>
      </w:body></w:document>
      """;

  private static final Map<String, String> WORD_PARTS = wordParts();

  private static Map<String, String> wordParts() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", "<Types/>");
    parts.put("word/document.xml", BODY);
    parts.put(
        "word/styles.xml",
        "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"H1\"><w:name w:val=\"heading 1\"/></w:style></w:styles>");
    parts.put(
        "word/footnotes.xml",
        "<w:footnotes xmlns:w=\"w\"><w:footnote><w:p><w:r><w:t>Note</w:t></w:r></w:p></w:footnote></w:footnotes>");
    parts.put(
        "docProps/core.xml",
        "<p xmlns:dc=\"d\"><dc:title>T</dc:title><dc:creator>Ann</dc:creator><created>2025-11-22T07:10:00Z</created></p>");
    return parts;
  }

  private static byte[] zip(boolean deflated, Map<String, String> parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        byte[] content = part.getValue().getBytes(StandardCharsets.UTF_8);
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTime(0);
        if (!deflated) {
          CRC32 sum = new CRC32();
          sum.update(content);
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(content.length);
          entry.setCrc(sum.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
