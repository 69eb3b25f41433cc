package dev.assay.clean;

import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.article.RawDocument;
import dev.assay.clean.file.DocxText;
import dev.assay.clean.file.TextDocument;
import dev.assay.clean.text.TimeLimit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;

/// Reads a Word file (Office Open XML, ECMA-376): its package with hard limits, its main part with
/// [DocxText]. Takes the three parts it needs and nothing else, resolves no entity and follows no
/// link.
final class DocxReader {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int MOST_BYTES = 64 << 20;
  private static final int MOST_ENTRIES = 5_000;

  /// One part may unpack to so much, and to so many times its packed size.
  private static final int MOST_PART = 48 << 20;

  private static final Set<String> PARTS =
      Set.of("word/document.xml", "word/styles.xml", "word/footnotes.xml", "docProps/core.xml");

  private DocxReader() {}

  static CleanResult read(RawDocument document) {
    if (document.bytes().length > MOST_BYTES) {
      return new CleanResult.Refused(
          "the Word file is larger than 64 MB; split it and import the parts");
    }
    TimeLimit.Ended<CleanResult> ended =
        TimeLimit.run(LIMIT, "the Word file", () -> parse(document));
    return ended.value() != null ? ended.value() : new CleanResult.Refused(ended.reason());
  }

  private static CleanResult parse(RawDocument document) throws IOException {
    Map<String, byte[]> parts;
    try {
      parts = parts(document.bytes());
    } catch (ZipException e) {
      return new CleanResult.Refused(
          "the Word file is damaged or encrypted; open it in Word and save it anew");
    } catch (TooLarge e) {
      return new CleanResult.Refused(
          "the Word file unpacks to far more than its size and was not read; save its text alone and import that");
    }
    byte[] main = parts.get("word/document.xml");
    if (main == null) {
      return new CleanResult.Refused(
          "the file is no Word document (it has no word/document.xml); if it is an older .doc, save it as .docx");
    }
    try {
      return text(document, parts, main);
    } catch (XMLStreamException e) {
      return new CleanResult.Refused(
          "the Word file's text is damaged; open it in Word and save it anew");
    }
  }

  private static CleanResult text(RawDocument document, Map<String, byte[]> parts, byte[] main)
      throws XMLStreamException {
    DocxText text =
        DocxText.read(main, parts.get("word/styles.xml"), parts.get("word/footnotes.xml"));
    if (text.paragraphs().isEmpty() && text.title().isEmpty()) {
      return new CleanResult.Refused(
          "the Word file holds no text; if it holds pictures of text, run text recognition (OCR) over them");
    }
    DocxText.Properties properties = DocxText.properties(parts.get("docProps/core.xml"));
    List<Paragraph> paragraphs = text.paragraphs();
    String title = text.title().isEmpty() ? properties.title() : text.title();
    return new CleanResult.Cleaned(
        TextReader.article(
            document,
            new TextDocument(
                title,
                properties.author().isEmpty() ? List.of() : List.of(properties.author()),
                null,
                properties.created().isEmpty() ? null : properties.created(),
                "Word creation date",
                Language.UNKNOWN,
                paragraphs)));
  }

  /// A part that is larger than allowed.
  private static final class TooLarge extends IOException {
    TooLarge(String part) {
      super(part + " is too large");
    }
  }

  private static Map<String, byte[]> parts(byte[] bytes) throws IOException {
    Map<String, byte[]> parts = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      int entries = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > MOST_ENTRIES) {
          throw new TooLarge("the package");
        }
        if (PARTS.contains(entry.getName())) {
          parts.put(entry.getName(), bounded(zip, entry.getName()));
        } else {
          skip(zip, entry.getName());
        }
      }
    } catch (IllegalArgumentException e) {
      throw new ZipException("entry name not readable");
    }
    return parts;
  }

  private static byte[] bounded(InputStream in, String name) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8_192];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      if (out.size() + n > MOST_PART) {
        throw new TooLarge(name);
      }
      out.write(buffer, 0, n);
    }
    return out.toByteArray();
  }

  private static final long MOST_SKIPPED = 512L << 20;

  private static void skip(InputStream in, String name) throws IOException {
    byte[] buffer = new byte[8_192];
    long skipped = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      skipped += n;
      if (skipped > MOST_SKIPPED) {
        throw new TooLarge(name);
      }
    }
  }
}
