package dev.assay.clean;

import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.article.RawDocument;
import dev.assay.clean.file.PdfGlyphs;
import dev.assay.clean.file.PdfLayout;
import dev.assay.clean.file.TextDocument;
import dev.assay.clean.text.TimeLimit;
import dev.assay.clean.text.VisibleText;
import java.io.IOException;
import java.time.Duration;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/// Reads a PDF: the glyphs of each page by PDFBox, put together to lines and paragraphs by
/// [PdfLayout].
final class PdfReader {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int MOST_BYTES = 64 << 20;
  private static final int MOST_PAGES = 1_500;

  /// Parsed streams beyond this size are refused by PDFBox.
  private static final long MOST_MEMORY = 256L << 20;

  private PdfReader() {}

  static CleanResult read(RawDocument document) {
    if (document.bytes().length > MOST_BYTES) {
      return new CleanResult.Refused("the PDF is larger than 64 MB; split it and import the parts");
    }
    TimeLimit.Ended<CleanResult> ended = TimeLimit.run(LIMIT, "the PDF", () -> parse(document));
    return ended.value() != null ? ended.value() : new CleanResult.Refused(ended.reason());
  }

  private static CleanResult parse(RawDocument document) throws IOException {
    try (PDDocument pdf =
        Loader.loadPDF(
            document.bytes(),
            "",
            null,
            null,
            MemoryUsageSetting.setupMainMemoryOnly(MOST_MEMORY).streamCache)) {
      return text(document, pdf);
    } catch (InvalidPasswordException e) {
      return new CleanResult.Refused(
          "the PDF is encrypted; remove its password in a viewer and import it again");
    }
  }

  private static CleanResult text(RawDocument document, PDDocument pdf) throws IOException {
    int pages = Math.min(pdf.getNumberOfPages(), MOST_PAGES);
    if (pages == 0) {
      return new CleanResult.Refused(
          "the PDF has no pages; open it in a viewer to see whether it is whole");
    }
    List<PdfGlyphs.PdfPage> glyphs = PdfGlyphs.of(pdf, pages);
    PdfLayout.Laid laid = PdfLayout.of(glyphs);
    if (laid.paragraphs().isEmpty()) {
      return new CleanResult.Refused(
          "the PDF holds pictures of its pages and no text; run text recognition (OCR) over it and import the result");
    }
    return new CleanResult.Cleaned(TextReader.article(document, described(pdf, laid)));
  }

  private static TextDocument described(PDDocument pdf, PdfLayout.Laid laid) {
    PDDocumentInformation information = pdf.getDocumentInformation();
    String title = title(information.getTitle(), laid);
    List<Paragraph> paragraphs = laid.paragraphs();
    return new TextDocument(
        title,
        authors(information.getAuthor()),
        null,
        date(information),
        "PDF creation date",
        Language.UNKNOWN,
        paragraphs);
  }

  /// The largest type of the first page, unless the file's own title stands in the text.
  private static String title(@Nullable String stated, PdfLayout.Laid laid) {
    String said = stated == null ? "" : VisibleText.of(stated);
    boolean real =
        said.length() > 3
            && !said.contains("Microsoft Word")
            && !said.contains(".doc")
            && !said.equalsIgnoreCase("untitled");
    if (real && laid.opening().replace(" ", "").contains(said.replace(" ", ""))) {
      return said;
    }
    return laid.title().isEmpty() && real ? said : laid.title();
  }

  private static List<String> authors(@Nullable String stated) {
    String author = stated == null ? "" : VisibleText.of(stated);
    boolean person =
        author.length() > 1
            && author.length() < 80
            && !author.toLowerCase(Locale.ROOT).contains("admin")
            && !author.equalsIgnoreCase("user");
    return person ? List.of(author) : List.of();
  }

  private static @Nullable String date(PDDocumentInformation information) {
    Calendar created = information.getCreationDate();
    return created == null
        ? null
        : created
            .toInstant()
            .atZone(created.getTimeZone().toZoneId())
            .toOffsetDateTime()
            .toString();
  }
}
